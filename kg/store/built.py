"""A folder that `kg build` wrote in, its Turtle with base and prefixes out."""

import re
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kg.errors import KgError
from kg.rdf import DEFAULT_BASE, PREFIXES

# What every query may use without declaring it, besides `kg`.
_PREDECLARED = ("rdf", "rdfs", "skos", "dcterms", "oa", "prov", "qudt", "xsd", "sosa", "org")
_BASE_LINE = re.compile(r"@base <([^>]*)>")
_PREFIX_LINE = re.compile(r"@prefix kg: <([^>]*)ontology#>")
_HEADER_LINES = 30


class Built(NamedTuple):
    """The graph of a build: its Turtle file, and what queries on it need not declare.

    `base` is what relative IRIs in a query are relative to, None where the graph's own are not (under urn:lvtu:).
    """

    turtle: Path
    base: str | None
    prefixes: dict[str, str]

    @property
    def root(self) -> str:
        """What every IRI of the graph begins with."""
        return self.prefixes["kg"].removesuffix("ontology#")


def find_built(folder: str | Path) -> Built:
    """Return the graph that `kg build` wrote into a folder.

    Raises:
        KgError: if there is none.
    """
    turtle = Path(folder) / "graph.ttl"
    try:
        with turtle.open(encoding="utf-8") as stream:
            header = "".join(islice(stream, _HEADER_LINES))
    except FileNotFoundError:
        raise KgError(f"{folder}: no built graph here (graph.ttl is missing); make one with `kg build`") from None
    except (OSError, UnicodeDecodeError) as error:
        raise KgError(f"{turtle}: cannot be read ({error}); build it again with `kg build`") from error
    ontology, base = _PREFIX_LINE.search(header), _BASE_LINE.search(header)
    if ontology is None:
        raise KgError(f"{turtle}: not a graph that `kg build` wrote: it declares no prefix kg:; build it again")
    return Built(turtle, base[1] if base else None, prefixes_for(ontology[1]))


def prefixes_for(base: str = DEFAULT_BASE) -> dict[str, str]:
    """Return the prefixes that queries need not declare.

    >>> prefixes_for()["kg"]
    'https://lvtu.example/ontology#'
    """
    return {"kg": f"{base}ontology#", **{name: PREFIXES[name] for name in _PREDECLARED}}
