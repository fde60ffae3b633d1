"""A build's graph.ttl in, N-Triples in batches out."""

import hashlib
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from kg.errors import KgError

# Triples that are parsed and written out at a time; about 7 MB of N-Triples.
BATCH = 50_000

_BLANK = re.compile(rb"^(?:_:|<[^>]*> (?:<[^>]*>) _:)", re.MULTILINE)


class Source(NamedTuple):
    """The graph of one build: its file, what its IRIs begin with, and the SHA-256 of the file in hex."""

    path: Path
    base: str
    digest: str


class Batch(NamedTuple):
    """Some triples of a graph: how many, and their N-Triples in UTF-8."""

    triples: int
    lines: bytes


def find_source(folder: str | Path) -> Source:
    """Return the graph that `kg build` left in a folder.

    Raises:
        KgError: if the folder holds no graph.ttl, or one that this program did not write.
    """
    path = Path(folder) / "graph.ttl"
    if not path.is_file():
        raise KgError(f"{folder}: no built graph here (graph.ttl is missing); make one with `kg build`")
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise KgError(f"{path}: cannot be read ({error.strerror})") from error
    return Source(path, _base(path), digest)


def _base(path: Path) -> str:
    """Return the base under which a build was made, which its prefix `kg` shows."""
    import pyoxigraph

    parser = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    try:
        first = next(parser, None)
    except (SyntaxError, ValueError, OSError) as error:
        raise _unreadable(path, error) from error
    if first is None:
        raise KgError(f"{path}: there is nothing in it to load; build it again with `kg build`")
    namespace = parser.prefixes.get("kg", "")
    if not namespace.endswith("ontology#"):
        raise KgError(f"{path}: its prefix kg: is not that of a graph that `kg build` wrote; build it again")
    return namespace.removesuffix("ontology#")


def read_batches(path: Path, size: int = BATCH) -> Iterator[Batch]:
    """Yield the triples of a Turtle file in its order, `size` at a time.

    Raises:
        KgError: if the file is no Turtle, or holds a blank node, which would not be the same one in two batches.
    """
    import pyoxigraph

    try:
        triples = (quad.triple for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE))
        while batch := list(islice(triples, size)):
            lines = pyoxigraph.serialize(batch, format=pyoxigraph.RdfFormat.N_TRIPLES)
            assert lines is not None
            if _BLANK.search(lines):
                raise KgError(f"{path}: holds a blank node, which `kg build` never writes; build it again")
            yield Batch(len(batch), lines)
    except (SyntaxError, ValueError, OSError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> KgError:
    place = f"{path}:{error.lineno}" if isinstance(error, SyntaxError) and error.lineno else str(path)
    said = error.msg if isinstance(error, SyntaxError) else error
    return KgError(f"{place}: cannot be read as Turtle ({said}); build it again with `kg build`")
