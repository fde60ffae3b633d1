"""Tables in and out of Parquet: one file each, with a column for every field of every entity type."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from kg.model import ENTITY_TYPES, DocumentRecord, Entity, Evidence, Statement, Tables, Unresolved, entity_class
from kg.model.field import FieldRow, attributes_of
from kg.model.value import Value

_ROW_GROUP = 100_000
_TEXTS = pa.list_(pa.string())
_COLUMN_TYPES = {str: pa.string(), int: pa.int64(), float: pa.float64(), tuple[str, ...]: _TEXTS}


class TableRow(NamedTuple):
    """A table of the graph: its name, its Parquet schema, and the ways from rows to columns and back."""

    name: str
    schema: Callable[[], Any]
    to_columns: Callable[[Any], dict[str, Any]]
    to_row: Callable[[dict[str, Any]], Value]


def write_table(name: str, tables: Tables, base: str, stream: BinaryIO) -> None:
    """Write one of the tables as Parquet; ids are without the base.

    The writer is given no clock and no path, so equal tables are equal bytes under one version of pyarrow.
    """
    table = _table(name)
    schema = table.schema()
    rows = getattr(tables, name)
    with pq.ParquetWriter(stream, schema, compression="zstd", store_schema=False) as writer:
        for first in range(0, max(1, len(rows)), _ROW_GROUP):
            columns = [table.to_columns(row) for row in rows[first : first + _ROW_GROUP]]
            writer.write_table(pa.Table.from_pylist(columns, schema=schema))


def read_tables(folder: Path) -> Tables:
    """Read the tables that `write_table` wrote into a folder.

    Raises:
        FileNotFoundError: if one of them is missing.
        pyarrow.ArrowInvalid: if one is no Parquet.
    """
    found: dict[str, tuple[Value, ...]] = {}
    for table in _TABLES:
        with (folder / f"{table.name}.parquet").open("rb") as stream:
            # One thread: pyarrow's own pool, still alive at exit, has ended short commands with an abort.
            rows = pq.read_table(stream, use_threads=False, pre_buffer=False).to_pylist()
        found[table.name] = tuple(table.to_row(row) for row in rows)
    return Tables.model_validate(found)


def _table(name: str) -> TableRow:
    return next(table for table in _TABLES if table.name == name)


def _plain_schema(model: type[Value]) -> Any:
    columns = []
    for name, field in model.model_fields.items():
        held = next(kind for kind in _COLUMN_TYPES if field.annotation in (kind, kind | None))
        columns.append(pa.field(name, _COLUMN_TYPES[held]))
    return pa.schema(columns)


def _plain_columns(row: Value) -> dict[str, Any]:
    return dict(row)


def entity_schema() -> Any:
    """Return the Parquet schema of the table of entities."""
    columns = [pa.field(name, pa.string()) for name in ("id", "type", "name")]
    columns += [pa.field("names", _TEXTS), pa.field("scope", pa.string())]
    for field in _attributes():
        kind = {"decimal": pa.float64(), "boolean": pa.bool_()}.get(field.kind, pa.string())
        columns.append(pa.field(field.name, pa.list_(kind) if field.many else kind))
        if field.kind == "decimal":
            columns.append(pa.field(_exact(field), _TEXTS if field.many else pa.string()))
    return pa.schema(columns)


@cache
def _attributes() -> tuple[FieldRow, ...]:
    """Return the attributes of all types; one that is single in one type and several in another is several here."""
    found: dict[str, FieldRow] = {}
    for row in ENTITY_TYPES:
        for field in attributes_of(row.model):
            if field.name not in found or field.many:
                found[field.name] = field
    return tuple(found.values())


def _exact(field: FieldRow) -> str:
    """Name the column that holds a number's own digits, beside the floating-point one made for computing."""
    return f"{field.name}_exact"


def entity_columns(entity: Entity) -> dict[str, Any]:
    """Return an entity as a row of the table of entities."""
    columns: dict[str, Any] = {
        "id": entity.id,
        "type": type(entity).__name__,
        "name": entity.name,
        "names": entity.names,
        "scope": entity.scope,
    }
    several = {field.name for field in _attributes() if field.many}
    for field in attributes_of(type(entity)):
        value = getattr(entity, field.name)
        if field.name in several and not field.many:
            value = () if value is None else (value,)
        columns[field.name] = value
        if field.kind == "decimal":
            columns[field.name], columns[_exact(field)] = _numbers(value)
    return columns


def _numbers(value: Any) -> tuple[Any, Any]:
    if value is None:
        return None, None
    if isinstance(value, tuple):
        return [float(number) for number in value], [str(number) for number in value]
    return float(value), str(value)


def entity_row(columns: dict[str, Any]) -> Entity:
    """Return the entity that a row of the table of entities holds."""
    model = entity_class(columns["type"])
    row = {name: columns[name] for name in ("id", "name", "names", "scope")}
    for field in attributes_of(model):
        value = columns[_exact(field) if field.kind == "decimal" else field.name]
        if isinstance(value, list) and not field.many:
            value = value[0] if value else None
        if field.kind == "decimal":
            value = _decimals(value)
        row[field.name] = value
    return model.model_validate(row)


def _decimals(value: Any) -> Any:
    if isinstance(value, list):
        return [Decimal(digits) for digits in value]
    return None if value is None else Decimal(value)


def _plain_table(name: str, model: type[Value]) -> TableRow:
    return TableRow(name, lambda: _plain_schema(model), _plain_columns, model.model_validate)


_TABLES: tuple[TableRow, ...] = (
    _plain_table("documents", DocumentRecord),
    TableRow("entities", entity_schema, entity_columns, entity_row),
    _plain_table("statements", Statement),
    _plain_table("evidence", Evidence),
    _plain_table("unresolved", Unresolved),
)
TABLE_NAMES: Sequence[str] = tuple(table.name for table in _TABLES)
