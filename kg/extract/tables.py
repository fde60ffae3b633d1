"""A text in, the rows of its tables of indicators out, whether tabs part their cells or all ran together."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations
from typing import Literal, NamedTuple

from kg.lexicon.rules import read_rules

Bound = Literal["=", ">=", "<=", ">", "<"]

_YEAR = re.compile(r"((?:19|20)\d\d)年?")
_CHANGE = re.compile(r"((?:19|20)\d\d)年?比((?:19|20)\d\d)年?")
_CELL = re.compile(r"(?P<sign>[<>≥≤＜＞〈〉﹤﹥]?)(?P<minus>[-+]?)(?P<number>\d+(?:\.\d+)?)(?P<unit>%|个百分点)?")
_TITLE = re.compile(r"(?P<name>.+?)(?:（(?P<unit>[^（）]{1,12})）)?")
_BOUNDS: tuple[tuple[str, Bound], ...] = (("<＜〈﹤", "<"), (">＞〉﹥", ">"), ("≥", ">="), ("≤", "<="))
_SIGNS: dict[str, Bound] = {sign: bound for signs, bound in _BOUNDS for sign in signs}
_MOST_BETWEEN_ROWS = 60


class Cell(NamedTuple):
    """A number of a row: its bound, its value with sign, and the unit written beside it, '' for the row's own."""

    bound: Bound
    value: Decimal
    unit: str


class TableRow(NamedTuple):
    """A row at `[start, end)`: a level for each of `years`, and the change from the first to the last, if any."""

    start: int
    end: int
    name: str
    name_start: int
    unit: str
    years: tuple[str, ...]
    levels: tuple[Cell, ...]
    change: Cell | None


def find_rows(text: str) -> list[TableRow]:
    """Return the rows under every header that names its years."""
    rules = read_rules("quantities")
    found: list[TableRow] = []
    for header in rules["table.header"].pattern.finditer(text):
        change = _CHANGE.search(header["columns"])
        years = tuple(f"{year}年" for year in _YEAR.findall(_CHANGE.sub("", header["columns"])))
        if years:
            found.extend(_rows_after(text, header.end(), years, change is not None))
    if "\t" in text:
        for header in rules["table.tabbed"].pattern.finditer(text):
            found.extend(_tabbed_rows(text, header.end(), header["columns"].strip("\t").split("\t")))
    return found


def _tabbed_rows(text: str, start: int, columns: list[str]) -> Iterator[TableRow]:
    """Return the lines under a header of years that have its number of cells."""
    changes = [_CHANGE.search(column) is not None for column in columns]
    names = [_YEAR.search(column) for column in columns]
    years = tuple(f"{year[1]}年" for year, change in zip(names, changes, strict=True) if year and not change)
    if not all(names) or any(changes[:-1]):
        return
    start += 1
    while start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        name, *cells = text[start:end].split("\t")
        title = _TITLE.fullmatch(name.strip())
        matches = [_CELL.fullmatch(cell.replace(" ", "")) for cell in cells]
        if len(cells) != len(columns) or title is None:
            return
        found = [_cell(match) for match in matches if match]
        if len(found) == len(columns):
            change = found.pop() if any(changes) else None
            yield TableRow(start, end, title["name"], start, title["unit"] or "", years, tuple(found), change)
        start = end + 1


def _rows_after(text: str, start: int, years: tuple[str, ...], has_change: bool) -> Iterator[TableRow]:
    pattern = read_rules("quantities")["table.row"].pattern
    number = 0
    while match := pattern.search(text, start, start + _MOST_BETWEEN_ROWS + 80):
        number = int(match["number"] or number)
        words = match["cells"].replace(" ", "")
        # The next row's number runs together with this row's last cell.
        following = re.search(rf"(?<=[%点]){number + 1}$", words)
        if following:
            words = words[: following.start()]
        cells = split_cells(words, len(years), has_change)
        if cells is not None:
            levels, change = (cells[:-1], cells[-1]) if has_change else (cells, None)
            name = match["name"].strip()
            end = match.end() - (len(following.group()) if following else 0)
            yield TableRow(match.start(), end, name, match.start("name"), match["unit"], years, levels, change)
        start = match.end() - (len(following.group()) if following else 0)


def split_cells(words: str, levels: int, has_change: bool) -> tuple[Cell, ...] | None:
    """Split numbers that run together into the cells the header asks for; the change must agree with the levels.

    >>> [str(cell.value) for cell in split_cells("30.127.6-8%", 2, True)]
    ['30.1', '27.6', '-8']
    """
    count = levels + has_change
    best: tuple[Decimal, tuple[Cell, ...]] | None = None
    for cuts in combinations(range(1, len(words)), count - 1):
        edges = (0, *cuts, len(words))
        matches = [_CELL.fullmatch(words, edges[i], edges[i + 1]) for i in range(count)]
        if not all(matches):
            continue
        cells = tuple(_cell(match) for match in matches if match)
        if has_change == (cells[-1].unit == "" and levels > 1 and "%" in words):
            continue
        strain = _strain(cells, has_change)
        if best is None or strain < best[0]:
            best = strain, cells
    return best[1] if best else None


def _cell(match: re.Match[str]) -> Cell:
    value = Decimal(match["number"])
    return Cell(_SIGNS.get(match["sign"], "="), -value if match["minus"] == "-" else value, match["unit"] or "")


def _strain(cells: tuple[Cell, ...], has_change: bool) -> Decimal:
    """Return how badly a split fits: decimals that differ, leaps between years, a change that is not theirs."""
    levels = cells[:-1] if has_change else cells
    places = {-int(cell.value.as_tuple().exponent) for cell in levels}
    strain = Decimal(len(places) - 1)
    first, last = levels[0].value, levels[-1].value
    if has_change:
        points = abs(last - first - cells[-1].value)
        shares = abs((last - first) / first * 100 - cells[-1].value) if first else points
        return strain + min(points, shares)
    return strain + abs(last - first) / max(first, last, Decimal(1))
