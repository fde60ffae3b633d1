"""CSV and YAML under `data/` in, checked rows out; a fault names file and line."""

import csv
import io
from collections.abc import Iterator, Sequence
from importlib import resources
from typing import NamedTuple

from kg.errors import LexiconError


class Row(NamedTuple):
    """One line of a table: its line number and its cells by column name."""

    line: int
    cells: dict[str, str]


def read_text(name: str) -> str:
    """Return the text of a lexicon file by its path under `data/`."""
    path = resources.files("kg.lexicon") / "data" / name
    try:
        return path.read_text("utf-8")
    except FileNotFoundError:
        raise LexiconError(f"{name}: no such lexicon file") from None


def read_table(name: str, columns: Sequence[str], key: Sequence[str] = ()) -> list[Row]:
    """Read a CSV table whose header must be exactly `columns`; lines that begin with # are comments.

    Args:
        name: path under `data/`.
        columns: the expected header, in order.
        key: columns that together must be unique.

    Raises:
        LexiconError: naming file and line, for a wrong header, a wrong number of cells, or a repeated key.
    """
    return list(_checked(name, read_text(name), tuple(columns), tuple(key)))


def _checked(name: str, text: str, columns: tuple[str, ...], key: tuple[str, ...]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text))
    header: tuple[str, ...] | None = None
    first_lines: dict[tuple[str, ...], int] = {}
    for cells in reader:
        line = reader.line_num
        if not cells or cells[0].startswith("#"):
            continue
        if header is None:
            header = tuple(cells)
            if header != columns:
                raise LexiconError(f"{name}:{line}: header {','.join(header)!r}; expected {','.join(columns)!r}")
            continue
        if len(cells) != len(columns):
            raise LexiconError(f"{name}:{line}: {len(cells)} cells; expected {len(columns)} ({', '.join(columns)})")
        row = dict(zip(columns, (cell.strip() for cell in cells), strict=True))
        if key:
            value = tuple(row[column] for column in key)
            if value in first_lines:
                raise LexiconError(f"{name}:{line}: {'/'.join(value)!r} already stands in line {first_lines[value]}")
            first_lines[value] = line
        yield Row(line, row)
    if header is None:
        raise LexiconError(f"{name}: empty; expected the header {','.join(columns)!r}")


def split_cell(cell: str) -> tuple[str, ...]:
    """Split a cell of several values, joined by '|'.

    >>> split_cell("蓝天工程|“蓝天”工程")
    ('蓝天工程', '“蓝天”工程')
    """
    return tuple(part for part in cell.split("|") if part)
