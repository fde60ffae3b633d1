"""A graph and a name in, lines for a reader out: what the graph says of that thing, each with its quote and place."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from kg.errors import KgError
from kg.graph import KnowledgeGraph
from kg.lexicon.gazetteer import name_of
from kg.model import PREDICATES, Entity, Evidence
from kg.model.entity import Quantity

_SHOWN_QUOTES = 3
_SHOWN_LINES = 12
_QUOTE_LENGTH = 80
_INHERITED = frozenset({"id", "name", "names", "scope"})


def explain(graph: KnowledgeGraph, name: str) -> Iterator[str]:
    """Yield what the graph says of everything that goes by a name (or has it as its id).

    Places are character positions in the document's text, [start, end).

    Raises:
        KgError: if nothing does, with the nearest names.
    """
    found = graph.find(name)
    if not found:
        near = _nearest(graph, name)
        hint = f"; did you mean {', '.join(near)}?" if near else ""
        raise KgError(f"nothing in this graph is called {name!r}{hint}")
    for number, entity in enumerate(found):
        if number:
            yield ""
        yield from _explain_entity(graph, entity)
    wider = [near for near in _containing(graph, name) if near not in {entity.name for entity in found}]
    if wider:
        yield f"\nSee also: {', '.join(wider[:8])}"


def _nearest(graph: KnowledgeGraph, name: str) -> list[str]:
    names = [entity.name for entity in graph.entities()]
    return _containing(graph, name)[:5] or get_close_matches(name, sorted(set(names)), n=5, cutoff=0.6)


def _containing(graph: KnowledgeGraph, name: str) -> list[str]:
    if len(name) < 2:
        return []
    named = {
        entity.name
        for entity in graph.entities()
        if name in entity.name and type(entity).__name__ not in {"Measure", "Problem", "Observation", "Target"}
    }
    return sorted(named, key=lambda found: (len(found), found))


def _explain_entity(graph: KnowledgeGraph, entity: Entity) -> Iterator[str]:
    yield f"{entity.name}  [{type(entity).__name__}]  {_whose(graph, entity)}  {entity.id}"
    if entity.names:
        yield f"  also: {'、'.join(entity.names)}"
    for field, value in entity:
        if field not in _INHERITED and value not in (None, (), "", False):
            yield f"  {field.replace('_', ' ')}: {_shown(graph, value)}"
    yield from _quotes(graph, entity.id, "  ")
    for row in PREDICATES:
        out = [(_named(graph, s.object), s.id) for s in graph.statements(row.name, subject=entity.id)]
        into = [(_named(graph, s.subject), s.id) for s in graph.statements(row.name, target=entity.id)]
        yield from _group(graph, f"{row.label.en} →", out)
        yield from _group(graph, f"← {row.label.en}", into)
    for type_name in ("Target", "Observation"):
        values = [
            (_value_line(graph, value, entity), value.id)
            for value in graph.entities(type_name)
            if isinstance(value, Quantity) and entity.id in (value.region, value.indicator)
        ]
        yield from _group(graph, f"{type_name}s", values)


def _whose(graph: KnowledgeGraph, entity: Entity) -> str:
    """Return the place an entity belongs to, or the document where no place is known."""
    if entity.scope.startswith("x-"):
        evidence = graph.evidence_of(entity.id)
        return f"of {graph.document(evidence[0].document).names[0]}" if evidence else ""
    return "national" if entity.scope == "cn" else name_of(entity.scope)


def _group(graph: KnowledgeGraph, title: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    ordered = sorted(rows)
    if not ordered:
        return
    yield f"  {title} ({len(ordered)})"
    for line, key in ordered[:_SHOWN_LINES]:
        yield f"    {line}"
        yield from _quotes(graph, key, "      ")
    if len(ordered) > _SHOWN_LINES:
        yield f"    … and {len(ordered) - _SHOWN_LINES} more"


def _value_line(graph: KnowledgeGraph, value: Quantity, asked: Entity) -> str:
    """Return a value with the region, time and baseline it holds for."""
    region = _named(graph, value.region) if value.region and value.region != asked.id else ""
    times = [*value.period, *(f"较{words}" for words in value.baseline), *getattr(value, "deadline", ())]
    return "  ".join(part for part in (value.name, region, "、".join(times)) if part)


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
        yield f"{indent}“{_shortened(piece)}”  {graph.document(piece.document).names[0]} [{piece.start}, {piece.end})"
    if len(evidence) > _SHOWN_QUOTES:
        yield f"{indent}… and {len(evidence) - _SHOWN_QUOTES} more places"


def _shortened(piece: Evidence) -> str:
    quote = " ".join(piece.quote.split())
    return quote if len(quote) <= _QUOTE_LENGTH else f"{quote[: _QUOTE_LENGTH // 2]}…{quote[-_QUOTE_LENGTH // 2 :]}"
