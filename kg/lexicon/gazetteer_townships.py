"""Townships, read when a text first needs them: full names and stems to nine-digit codes, codes to names.

The last three digits come from the scheme (`mca` civil affairs, `nbs` statistics bureau) that `scheme_of` tells: the
two number a quarter of the townships differently.
"""

from functools import cache
from typing import NamedTuple

from kg.lexicon.table import read_table

_KINDS = ("街道", "苏木", "镇", "乡")


class _Townships(NamedTuple):
    names: dict[str, str]
    codes: dict[str, tuple[str, ...]]
    schemes: dict[str, str]


def find_townships(name: str) -> tuple[str, ...]:
    """Return the codes of the townships that go by a full name or a stem (太京镇, 太京).

    >>> len(find_townships("太京镇"))
    1
    """
    return _townships().codes.get(name, ())


def township_name(code: str) -> str:
    """Return the name of a township by its nine-digit code, '' for an unknown one."""
    return _townships().names.get(code, "")


def scheme_of(code: str) -> str:
    """Return whose numbering a township's code follows: mca or nbs; '' for an unknown one."""
    return _townships().schemes.get(code[:6], "") if township_name(code) else ""


def township_stem(name: str) -> str:
    """Return a township's name without its kind; the name itself where one character would be left.

    >>> township_stem("太京镇"), township_stem("关子镇")
    ('太京', '关子')
    """
    for kind in _KINDS:
        stem = name.removesuffix(kind)
        if stem != name and len(stem) >= 2:
            return stem
    return name


@cache
def _townships() -> _Townships:
    names: dict[str, str] = {}
    schemes: dict[str, str] = {}
    codes: dict[str, list[str]] = {}
    for _, cells in read_table("townships.csv", ("county", "scheme", "townships"), key=("county",)):
        county = cells["county"]
        schemes[county] = cells["scheme"]
        for entry in cells["townships"].split("|"):
            code, name = county + entry[:3], entry[3:]
            names[code] = name
            codes.setdefault(name, []).append(code)
            stem = township_stem(name)
            if stem != name and not stem.endswith("族"):
                codes.setdefault(stem, []).append(code)
    return _Townships(names, {name: tuple(found) for name, found in codes.items()}, schemes)
