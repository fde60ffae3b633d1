"""What each document gave to a build in and out of its folder, so that the next build need not read it again.

A graph's tables pool the rows of all documents. Statements, evidence and open mentions tell whose they are; of the
entities each document's own rows are kept beside the tables, in `state/`.
"""

import hashlib
import json
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from kg.model import Entity, Statement, Tables
from kg.write.files import Part, write_parts
from kg.write.tables import TABLE_NAMES, entity_columns, entity_row, entity_schema, read_tables

_ROWS = "state/entities.parquet"
_STAMP = "state/stamp.json"
_TRUSTED = (_ROWS, *(f"tables/{name}.parquet" for name in TABLE_NAMES))
_ROW_GROUP = 50_000


def write_state(folder: Path, shares: Sequence[Tables], program: str) -> None:
    """Write what each document gave, and a stamp of the files it holds for; call it when the tables are written.

    Args:
        folder: where the build's files are.
        shares: the tables of each document by itself.
        program: the fingerprint of the program that read the documents.

    Raises:
        OutputError: if it cannot be written.
    """
    write_parts(folder, [Part(_ROWS, partial(_write_rows, shares))])
    stamp = {"program": program, "files": {name: _digest(folder / name) for name in _TRUSTED}}
    text = json.dumps(stamp, indent=1) + "\n"
    write_parts(folder, [Part(_STAMP, lambda stream: _write_text(text, stream))])


def read_state(folder: Path, program: str) -> dict[str, Tables]:
    """Return what each document gave to the build in a folder, by the document's id.

    It is empty where there is no build, where another program made it, or where a file has been changed since.
    """
    try:
        stamp = json.loads((folder / _STAMP).read_text("utf-8"))
        files = stamp["files"] if stamp["program"] == program else {}
        if not files or any(_digest(folder / name) != files.get(name) for name in _TRUSTED):
            return {}
        return _shares(read_tables(folder / "tables"), _read_rows(folder / _ROWS))
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _shares(tables: Tables, entities: dict[str, list[Entity]]) -> dict[str, Tables]:
    statement_of = {statement.id: statement for statement in tables.statements}
    evidence: dict[str, list[Any]] = {}
    statements: dict[str, dict[str, Statement]] = {}
    unresolved: dict[str, list[Any]] = {}
    for piece in tables.evidence:
        evidence.setdefault(piece.document, []).append(piece)
        if piece.about in statement_of:
            statements.setdefault(piece.document, {})[piece.about] = statement_of[piece.about]
    for mention in tables.unresolved:
        unresolved.setdefault(mention.document, []).append(mention)
    return {
        document.id: Tables(
            documents=(document,),
            entities=tuple(entities.get(document.id, ())),
            statements=tuple(statements.get(document.id, {}).values()),
            evidence=tuple(evidence.get(document.id, ())),
            unresolved=tuple(unresolved.get(document.id, ())),
        )
        for document in tables.documents
    }


def _write_rows(shares: Sequence[Tables], stream: BinaryIO) -> None:
    schema = entity_schema().insert(0, pa.field("document", pa.string()))
    with pq.ParquetWriter(stream, schema, compression="zstd", store_schema=False) as writer:
        rows: list[dict[str, Any]] = []
        for share in sorted(shares, key=lambda share: share.documents[0].id):
            rows += [entity_columns(entity) | {"document": share.documents[0].id} for entity in share.entities]
            if len(rows) >= _ROW_GROUP:
                writer.write_table(pa.Table.from_pylist(rows, schema=schema))
                rows = []
        writer.write_table(pa.Table.from_pylist(rows, schema=schema))


def _read_rows(path: Path) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    with path.open("rb") as stream:
        for columns in pq.read_table(stream, use_threads=False, pre_buffer=False).to_pylist():
            found.setdefault(columns["document"], []).append(entity_row(columns))
    return found


def _write_text(text: str, stream: BinaryIO) -> None:
    stream.write(text.encode())


def _digest(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
