"""A folder that `kg build` wrote in; its graph, opened for questions, and the base it was built under out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import InputError

if TYPE_CHECKING:
    import pyoxigraph

NAMESPACE = "ontology#"


def open_graph(folder: str | Path, scratch: str | Path) -> tuple[pyoxigraph.Store, str]:
    """Load `graph.ttl` of a folder into a store on disk, so that memory does not grow with the graph.

    Args:
        folder: what `kg build` wrote.
        scratch: an empty folder for the store; the caller removes it.

    Returns:
        The store, and the base of the build, which the file declares as that of the prefix `kg`.

    Raises:
        InputError: if there is no such file, it is no Turtle (with line and column), or declares no `kg`.
    """
    import pyoxigraph

    path = Path(folder) / "graph.ttl"
    store = pyoxigraph.Store(str(scratch))
    try:
        base = _base(path)
        store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    except SyntaxError as error:
        raise InputError(f"{path}:{error.lineno}:{error.offset}: no Turtle: {error.msg}; build it anew") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise InputError(f"{path}: cannot be read ({reason}); give a folder that `kg build` wrote") from error
    return store, base


def _base(path: Path) -> str:
    """Return the base, read up to the first triple."""
    import pyoxigraph

    parser = pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    if next(parser, None) is None:
        raise InputError(f"{path}: holds no triple; build it anew")
    namespace = parser.prefixes.get("kg", "")
    if not namespace.endswith(NAMESPACE):
        raise InputError(f"{path}: declares no prefix kg: that ends in {NAMESPACE}; give a graph that `kg build` wrote")
    return namespace.removesuffix(NAMESPACE)
