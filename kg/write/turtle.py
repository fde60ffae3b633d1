"""Tables in, Turtle out: one block a subject, streamed."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Tables
from kg.rdf import DEFAULT_BASE, Terms, block, describe, header

# Declared in every build, used or not, so that the files of two builds can be joined line by line.
_PREFIXES = ("kg", "dcterms", "oa", "prov", "qudt", "rdf", "skos", "xsd")


def write_turtle(tables: Tables, base: str, stream: BinaryIO) -> None:
    """Write the graph as Turtle in UTF-8."""
    for lines in turtle_lines(tables, base):
        stream.write(lines.encode())


def turtle_lines(tables: Tables, base: str = DEFAULT_BASE) -> Iterator[str]:
    """Yield the graph as Turtle: the header, then a block for each subject."""
    terms = Terms(base)
    yield header(terms, _PREFIXES)
    for description in describe(tables, terms):
        yield block(description)
