"""A graph in, tables for data tools out: one row a thing, with the names of what it points to and its first quote."""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kg.errors import KgError
from kg.model import ENTITY_TYPES, Entity
from kg.model.field import FieldRow, attributes_of

if TYPE_CHECKING:
    from kg.graph.knowledge_graph import KnowledgeGraph

_ROWS = ("documents", "entities", "statements", "evidence")
_TYPES = {row.model.__name__: row.model for row in ENTITY_TYPES}


def frame(graph: "KnowledgeGraph", what: str) -> Any:
    """Return a table of the graph, or one of its types, as a pyarrow table.

    Numbers are floats, as data tools compute with them; the tables in the build's folder hold their digits too.

    Raises:
        KgError: for a name that is neither.
    """
    import pyarrow as pa

    if what in _TYPES:
        return _of_type(graph, _TYPES[what])
    if what == "entities":
        rows = [{"id": e.id, "type": type(e).__name__, "name": e.name, "scope": e.scope} for e in graph.entities()]
    elif what in _ROWS:
        rows = [dict(row) for row in getattr(graph.tables, what)]
    else:
        raise KgError(f"no table {what!r}; there are {', '.join((*_ROWS, *_TYPES))}")
    return pa.Table.from_pylist(rows)


def require(library: str) -> Any:
    """Return a library that the reader may or may not have.

    Raises:
        KgError: if it is not installed.
    """
    if find_spec(library) is None:
        raise KgError(f"{library} is not installed; install it (pip install {library}) or use to_arrow()")
    return import_module(library)


def _of_type(graph: "KnowledgeGraph", model: type[Entity]) -> Any:
    import pyarrow as pa

    fields = attributes_of(model)
    schema = [pa.field("id", pa.string()), pa.field("name", pa.string())]
    schema += [pa.field(field.name, pa.list_(_kind(field)) if field.many else _kind(field)) for field in fields]
    schema += [pa.field("quote", pa.string()), pa.field("document", pa.string()), pa.field("places", pa.int64())]
    rows = []
    for entity in graph.entities(model.__name__):
        row = {"id": entity.id, "name": entity.name}
        row |= {field.name: _value(graph, field, getattr(entity, field.name)) for field in fields}
        evidence = graph.evidence_of(entity.id)
        if evidence:
            first = graph.document(evidence[0].document)
            row |= {"quote": evidence[0].quote, "document": first.title or first.names[0]}
        rows.append(row | {"places": len(evidence)})
    return pa.Table.from_pylist(rows, schema=pa.schema(schema))


def _kind(field: FieldRow) -> Any:
    import pyarrow as pa

    kinds = {"decimal": pa.float64(), "boolean": pa.bool_(), "integer": pa.int64()}
    return kinds.get(field.kind, pa.string())


def _value(graph: "KnowledgeGraph", field: FieldRow, value: Any) -> Any:
    if value is None:
        return None
    if field.many:
        return [_single(graph, field, item) for item in value]
    return _single(graph, field, value)


def _single(graph: "KnowledgeGraph", field: FieldRow, value: Any) -> Any:
    if field.kind == "reference":
        entity = graph.get(value)
        return entity.name if entity else value
    return float(value) if field.kind == "decimal" else value
