"""A graph and a name in, lines for a reader out: what the graph says of that thing, each with its quote and place."""

from collections.abc import Iterator

from kg.errors import KgError
from kg.graph import KnowledgeGraph
from kg.model import PREDICATES, Entity

_SHOWN_QUOTES = 3
_INHERITED = frozenset({"id", "name", "names", "scope"})


def explain(graph: KnowledgeGraph, name: str) -> Iterator[str]:
    """Yield what the graph says of everything that goes by a name.

    Raises:
        KgError: if nothing does, with the nearest names.
    """
    found = graph.find(name)
    if not found:
        near = sorted({entity.name for entity in graph.entities() if name in entity.name}, key=len)[:5]
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise KgError(f"nothing in this graph is called {name!r}{hint}")
    for number, entity in enumerate(found):
        if number:
            yield ""
        yield from _explain_entity(graph, entity)


def _explain_entity(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    yield f"{entity.name}  [{type(entity).__name__}]  {entity.id}"
    if entity.names:
        yield f"  also: {'、'.join(entity.names)}"
    for field, value in entity:
        if field not in _INHERITED and value not in (None, (), "", False):
            yield f"  {field}: {_shown(graph, value)}"
    yield from _quotes(graph, entity.id, "  ")
    labels = {row.name: row.label.en for row in PREDICATES}
    for statement in graph.statements(subject=entity.id):
        yield f"  {labels[statement.predicate]} → {_named(graph, statement.object)}"
        yield from _quotes(graph, statement.id, "    ")
    for statement in graph.statements(target=entity.id):
        yield f"  {_named(graph, statement.subject)} → {labels[statement.predicate]}"
        yield from _quotes(graph, statement.id, "    ")
    for other in graph.entities("Observation", "Target"):
        if entity.id in (getattr(other, "region", None), getattr(other, "indicator", None)):
            yield f"  {type(other).__name__}: {other.name}"
            yield from _quotes(graph, other.id, "    ")


def _shown(graph: KnowledgeGraph, value: object) -> str:
    if isinstance(value, tuple):
        return "、".join(_shown(graph, item) for item in value)
    return _named(graph, value) if isinstance(value, str) else str(value)


def _named(graph: KnowledgeGraph, key: str) -> str:
    entity = graph.get(key)
    return entity.name if entity else key


def _quotes(graph: KnowledgeGraph, about: str, indent: str) -> Iterator[str]:
    evidence = graph.evidence_of(about)
    for piece in evidence[:_SHOWN_QUOTES]:
        quote = " ".join(piece.quote.split())
        yield f"{indent}“{quote}”  {graph.document(piece.document).names[0]} [{piece.start}, {piece.end})  {piece.rule}"
    if len(evidence) > _SHOWN_QUOTES:
        yield f"{indent}… and {len(evidence) - _SHOWN_QUOTES} more places"
