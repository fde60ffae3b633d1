"""The table of bodies in; the field a department works in, and the ministry of a field, out."""

from functools import cache

from kg.lexicon.rules import read_rules
from kg.lexicon.table import read_table, split_cell

_COLUMNS = ("name", "aliases", "class", "level")
# What a field's name may end in without naming another field (水务管理).
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
    return {surface: name for surface, name, kind in _rows() if kind == "field"}


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
