"""lvtu (绿图): traceable knowledge graphs from Chinese environmental-policy texts.

>>> import kg
>>> built = kg.build(["report.txt"])  # doctest: +SKIP
>>> for target in built.entities("Target"):  # doctest: +SKIP
...     print(target.name)
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import build, extract, read_graph
    from kg.errors import InputError, KgError
    from kg.graph import KnowledgeGraph

__version__ = "0.1.0"

# Resolved on first use, so that `kg --help` does not wait for the libraries that extraction needs.
_HOMES = {
    "InputError": "kg.errors",
    "KgError": "kg.errors",
    "KnowledgeGraph": "kg.graph",
    "build": "kg.api",
    "extract": "kg.api",
    "read_graph": "kg.api",
}

__all__ = ["InputError", "KgError", "KnowledgeGraph", "__version__", "build", "extract", "read_graph"]


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}; it offers {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)
