"""The public functions: texts in, graphs and annotations out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from kg.errors import InputError
from kg.graph import KnowledgeGraph
from kg.graph import read_graph as _read_graph
from kg.pipeline import build as _build
from kg.pipeline import extract_annotation


def build(paths: str | Path | Sequence[str | Path], jobs: int = 1) -> KnowledgeGraph:
    """Build the graph of texts (.txt, .md) and folders of texts.

    Args:
        paths: a file or folder, or several.
        jobs: how many processes extract at once; the graph is the same for any number.

    Returns:
        The graph of all documents.

    Raises:
        InputError: if a path does not exist, no text is found, or a document cannot be used (the message names
            the first such document; `kg build` on the command line goes on without it).
    """
    built = _build([paths] if isinstance(paths, str | Path) else paths, jobs)
    if built.failures:
        raise InputError(built.failures[0].reason)
    return built.graph


def extract(path: str | Path) -> dict[str, Any]:
    """Return one document's annotation: entities, quantities, measures, problems and relations with spans.

    Offsets count code points of the file's text.

    Raises:
        InputError: if the file cannot be used.
    """
    found = extract_annotation(str(path))
    if isinstance(found, InputError):
        raise found
    return found


def read_graph(folder: str | Path) -> KnowledgeGraph:
    """Read the graph that `kg build` or `KnowledgeGraph.write` left in a folder.

    Raises:
        KgError: if the folder holds no build.
    """
    return _read_graph(Path(folder))
