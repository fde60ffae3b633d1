"""The table of bodies in; the field a department works in, and the ministry of a field, out."""

from functools import cache

from kg.lexicon.rules import read_rules
from kg.lexicon.table import read_table, split_cell

_COLUMNS = ("name", "aliases", "class", "level")
# What a field's name may end in without naming another field (水务管理).
_LONGEST = 11
_TAILS = ("行政管理", "行政主管", "管理", "行政")


@cache
def _rows() -> tuple[tuple[str, str, str], ...]:
    """Return (surface, name, class) for every surface of the table."""
    rows = []
    for row in read_table("bodies.csv", _COLUMNS, key=("name",)):
        for surface in (row.cells["name"], *split_cell(row.cells["aliases"])):
            rows.append((surface, row.cells["name"], row.cells["class"]))
    return tuple(rows)


@cache
def _fields() -> dict[str, str]:
    return {surface: name for surface, name, kind in _rows() if kind in ("field", "standing")}


def field_of(surface: str) -> str:
    """Return the field of a department by one of its names, '' if it names none.

    >>> field_of("环保"), field_of("水务"), field_of("村民")
    ('生态环境', '水利', '')
    """
    fields = _fields()
    if surface in fields:
        return fields[surface]
    for tail in _TAILS:
        if surface.endswith(tail):
            return fields.get(surface.removesuffix(tail), "")
    return ""


def field_before(text: str, end: int) -> int:
    """Return where the longest name of a field that ends at an offset of a text begins, -1 if none does.

    >>> field_before("教育、水务管理", 7)
    3
    """
    fields = _fields()
    for tail in ("", *_TAILS):
        if tail and not text.endswith(tail, 0, end):
            continue
        close = end - len(tail)
        for size in range(min(_LONGEST, close), 1, -1):
            if text[close - size : close] in fields:
                return close - size
    return -1


@cache
def _ministries() -> dict[str, str]:
    form = read_rules("offices")["agency.form"].pattern
    found: dict[str, str] = {}
    for surface, name, kind in _rows():
        if kind != "state":
            continue
        short = surface.removeprefix("国家").removeprefix("国务院")
        for end in range(len(short) - 1, 1, -1):
            field = field_of(short[:end])
            if field and form.fullmatch(short[end:]):
                found.setdefault(field, name)
                break
    return found


def ministry_of(field: str) -> str:
    """Return the ministry, commission or office of the State Council that a field belongs to, '' if it has none.

    >>> ministry_of("林业和草原"), ministry_of("市容环境卫生")
    ('国家林业和草原局', '')
    """
    return _ministries().get(field, "")
