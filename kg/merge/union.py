"""Tables of any number of documents in, one set of tables out: a union of rows by id, independent of order."""

from collections.abc import Iterable
from typing import Any, TypeVar

from kg.model import DocumentRecord, Entity, Evidence, Statement, Tables, Unresolved

Row = TypeVar("Row", DocumentRecord, Entity, Statement, Evidence)
Groups = dict[str, list[Row]]


def merge(parts: Iterable[Tables]) -> Tables:
    """Return the union of tables: rows with one id become one row, and everything is sorted.

    Where rows with one id differ, a field that holds several values pools them, sorted; any other field takes
    the first value in sort order that is not null. So merging is associative, commutative and idempotent.

    Args:
        parts: the tables of documents or of earlier merges, in any order.
    """
    documents: Groups[DocumentRecord] = {}
    entities: Groups[Entity] = {}
    statements: Groups[Statement] = {}
    evidence: Groups[Evidence] = {}
    unresolved: set[Unresolved] = set()
    for part in parts:
        _collect(part.documents, documents)
        _collect(part.entities, entities)
        _collect(part.statements, statements)
        _collect(part.evidence, evidence)
        unresolved.update(part.unresolved)
    return Tables(
        documents=_pooled(documents),
        entities=_pooled(entities),
        statements=_pooled(statements),
        evidence=_pooled(evidence),
        unresolved=tuple(sorted(unresolved, key=_place)),
    )


def _collect(rows: Iterable[Row], groups: Groups[Row]) -> None:
    for row in rows:
        known = groups.get(row.id)
        if known is None:
            groups[row.id] = [row]
        elif not any(_same(row, other) for other in known):
            known.append(row)


def _same(row: Row, other: Row) -> bool:
    """Compare by text too, because 1.50 equals 1.5 but is not written the same."""
    return row is other or (row == other and repr(row) == repr(other))


def _pooled(groups: Groups[Row]) -> tuple[Row, ...]:
    return tuple(_pool(groups[key]) for key in sorted(groups))


def _pool(rows: list[Row]) -> Row:
    if len(rows) == 1:
        return rows[0]
    model = type(rows[0])
    return model(**{name: _pool_field([getattr(row, name) for row in rows]) for name in model.model_fields})


def _pool_field(values: list[Any]) -> Any:
    if isinstance(values[0], tuple):
        distinct = {str(member): member for value in values for member in value}
        return tuple(sorted(distinct.values(), key=_order))
    known = [value for value in values if value is not None]
    return min(known, key=_order) if known else None


def _order(value: Any) -> tuple[Any, str]:
    return value, str(value)


def _place(mention: Unresolved) -> tuple[Any, ...]:
    return mention.document, mention.start, mention.end, mention.reason, mention.surface, mention.candidates
