"""An answer in, text for a reader or a program out: a table, or the W3C's CSV and JSON."""

import csv
import io
import json
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from kg.store.asking import Answer, Row
from kg.store.built import Built
from kg.store.place import width
from kg.store.terms import Term, short, value_of

# A table's columns are as wide as its first rows need, and no wider than this.
_LOOKED_AT = 500
_WIDEST = 60
_NARROWEST = 12
_GAP = "  "


class FormatRow(NamedTuple):
    """A row of `FORMATS`: its name, and the function (answer, build, columns of the terminal) that yields its text."""

    name: str
    write: Callable[[Answer, Built, int | None], Iterator[str]]


def _table(answer: Answer, built: Built, room: int | None) -> Iterator[str]:
    if answer.kind == "boolean":
        yield "yes\n" if answer.boolean else "no\n"
        return
    if answer.kind == "triples":
        yield from _turtle(answer, built)
        return
    rows = ([_cell(term, built) for term in row] for row in answer.rows)
    first = list(islice(rows, _LOOKED_AT))
    widths = [
        min(_WIDEST, max((width(row[index]) for row in first), default=0) or 1) for index in range(len(answer.columns))
    ]
    widths = _fitted([max(wide, width(name)) for wide, name in zip(widths, answer.columns, strict=True)], room)
    yield _line(list(answer.columns), widths)
    yield _line(["─" * wide for wide in widths], widths)
    count, whole = 0, True
    for row in chain(first, rows):
        yield _line(row, widths)
        count += 1
        whole = whole and all(width(cell) <= wide for cell, wide in zip(row, widths, strict=True))
    note = "" if whole else "; some cells are cut, --format csv gives them whole"
    yield f"({count} row{'' if count == 1 else 's'}{note})\n"


def _fitted(widths: list[int], room: int | None) -> list[int]:
    """Narrow the widest columns until a line fits; none becomes narrower than a few characters.

    >>> _fitted([30, 8, 40], 60)
    [24, 8, 24]
    """
    found = list(widths)
    gaps = len(_GAP) * (len(found) - 1)
    while room is not None and sum(found) + gaps > room and max(found) > _NARROWEST:
        found[found.index(max(found))] -= 1
    return found


def _line(cells: list[str], widths: list[int]) -> str:
    padded = []
    for cell, wide in zip(cells, widths, strict=True):
        shown = _cut(cell, wide)
        padded.append(shown + " " * (wide - width(shown)))
    return _GAP.join(padded).rstrip() + "\n"


def _cut(text: str, wide: int) -> str:
    if width(text) <= wide:
        return text
    used = 0
    for index, character in enumerate(text):
        used += width(character)
        if used >= wide:
            return text[:index] + "…"
    return text


def _cell(term: Term | None, built: Built) -> str:
    if term is None:
        return ""
    value = value_of(term)
    if term.kind == "literal" and not isinstance(value, str):
        return _plain_number(term.text)
    return " ".join(short(term, built.base, built.prefixes).split())


def _plain_number(text: str) -> str:
    """Return 35 for 35.0, as people write it."""
    return text.removesuffix(".0")


def _turtle(answer: Answer, built: Built) -> Iterator[str]:
    """Yield the triples of CONSTRUCT and DESCRIBE as Turtle, one a line, so that they can be kept as a file."""
    if built.base:
        yield f"@base <{built.base}> .\n"
    for prefix, start in built.prefixes.items():
        yield f"@prefix {prefix}: <{start}> .\n"
    for row in answer.rows:
        yield " ".join(_turtle_term(term, built) for term in row if term) + " .\n"


def _turtle_term(term: Term, built: Built) -> str:
    if term.kind != "literal":
        return short(term, built.base, built.prefixes)
    text = json.dumps(term.text, ensure_ascii=False)
    if term.language:
        return f"{text}@{term.language}"
    if term.datatype.endswith("#string"):
        return text
    return f"{text}^^{short(Term('uri', term.datatype), None, built.prefixes)}"


def _csv(answer: Answer, built: Built, room: int | None) -> Iterator[str]:
    """Yield text/csv: lines end in CR LF, IRIs and literals stand without marks, what is not bound is empty."""
    if answer.kind == "boolean":
        yield from ("boolean\r\n", f"{str(answer.boolean).lower()}\r\n")
        return
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in chain([answer.columns], (_csv_row(row) for row in answer.rows)):
        writer.writerow(row)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def _csv_row(row: Row) -> list[str]:
    return ["" if term is None else f"_:{term.text}" if term.kind == "bnode" else term.text for term in row]


def _json(answer: Answer, built: Built, room: int | None) -> Iterator[str]:
    """Yield application/sparql-results+json; triples come as rows of subject, predicate and object."""
    if answer.kind == "boolean":
        yield json.dumps({"head": {}, "boolean": answer.boolean}) + "\n"
        return
    yield f'{{"head": {json.dumps({"vars": answer.columns})}, "results": {{"bindings": ['
    between = "\n"
    for row in answer.rows:
        bound = {name: _binding(term) for name, term in zip(answer.columns, row, strict=True) if term is not None}
        yield between + json.dumps(bound, ensure_ascii=False)
        between = ",\n"
    yield "\n]}}\n"


def _binding(term: Term) -> dict[str, str]:
    found = {"type": term.kind, "value": term.text}
    if term.language:
        found["xml:lang"] = term.language
    elif term.datatype and not term.datatype.endswith("XMLSchema#string"):
        found["datatype"] = term.datatype
    return found


FORMATS: tuple[FormatRow, ...] = (FormatRow("table", _table), FormatRow("csv", _csv), FormatRow("json", _json))
FORMAT_NAMES = tuple(row.name for row in FORMATS)


def shown(answer: Answer, built: Built, form: str, limit: int | None = None, room: int | None = None) -> Iterator[str]:
    """Yield an answer as text in one of `FORMATS`, of at most `limit` rows; a table fits `room` columns if it can."""
    (write,) = (row.write for row in FORMATS if row.name == form)
    rows = answer.rows if limit is None else islice(answer.rows, limit)
    return write(answer._replace(rows=rows), built, room)
