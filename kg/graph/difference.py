"""Two graphs in, what came and what went out, by type."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.graph.knowledge_graph import KnowledgeGraph

_SHOWN = 20


class Change(NamedTuple):
    """What came or went of one kind: lines that name each thing, in order."""

    kind: str
    came: tuple[str, ...]
    went: tuple[str, ...]


class Difference(NamedTuple):
    """The changes from one graph to another: of documents, types, then predicates; kinds without one are absent."""

    changes: tuple[Change, ...]

    def lines(self, shown: int = _SHOWN) -> Iterator[str]:
        """Yield a line for a kind with its counts, and one for each thing, at most `shown` that came and that went."""
        if not self.changes:
            yield "no difference"
        for change in self.changes:
            yield f"{change.kind}: {len(change.came)} came, {len(change.went)} went"
            for sign, names in (("+", change.came), ("-", change.went)):
                yield from (f"  {sign} {name}" for name in names[:shown])
                if len(names) > shown:
                    yield f"  {sign} … and {len(names) - shown} more"


def compare(old: KnowledgeGraph, new: KnowledgeGraph) -> Difference:
    """Return what a newer graph holds that an older one does not, and the other way round.

    Things are one where their ids are: a document by its content, an entity by its natural key, a statement by
    subject, predicate and object.
    """
    before, after = _named(old), _named(new)
    changes = []
    for kind in sorted({*before, *after}):
        ours, theirs = before.get(kind, {}), after.get(kind, {})
        came = tuple(sorted(name for key, name in theirs.items() if key not in ours))
        went = tuple(sorted(name for key, name in ours.items() if key not in theirs))
        if came or went:
            changes.append(Change(kind.partition(" ")[2], came, went))
    return Difference(tuple(changes))


def _named(graph: KnowledgeGraph) -> dict[str, dict[str, str]]:
    """Return for each kind, with a digit before it that sets the order, its things' lines by id."""
    found: dict[str, dict[str, str]] = {}
    for document in graph.documents:
        title = f"  {document.title}" if document.title else ""
        found.setdefault("0 documents", {})[document.id] = f"{'、'.join(document.names)}{title}"
    for entity in graph.entities():
        found.setdefault(f"1 {type(entity).__name__}", {})[entity.id] = f"{entity.name}  {entity.id}"
    for statement in graph.statements():
        ends = f"{_name(graph, statement.subject)} {statement.predicate} {_name(graph, statement.object)}"
        found.setdefault(f"2 {statement.predicate}", {})[statement.id] = ends
    return found


def _name(graph: KnowledgeGraph, key: str) -> str:
    entity = graph.get(key)
    return entity.name if entity else key
