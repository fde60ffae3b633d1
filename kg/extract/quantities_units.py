"""A number in, the unit after it out, or the one that stands before it: what it is counted in."""

import re
from functools import cache
from typing import NamedTuple

from kg.extract.bounds import words_before
from kg.extract.numerals import Number, number_at
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.lexicon.units import unit_pattern, units

_SAFE = frozenset("个项件座辆次所台株艘名户")
_LONGEST_EACH = 6
_LIST_JOINT = re.compile(r" ?[、和及] ?")
_OPENS_LINE = "\n。；：（"
_NOT_SHARED = frozenset({"count", "noun", "time"})
_DIVISORS = frozenset({"mass", "volume", "area", "length", "energy", "power"})


class NumberUnit(NamedTuple):
    """The unit of a number: where it ends, its name and kind, and whether 多 or 余 and myriads stand before it."""

    end: int
    name: str
    kind: str
    more: bool
    multiplied: bool


@cache
def _unit_after() -> re.Pattern[str]:
    return re.compile(
        rf" ?(?P<more>[多余来几])? ?(?P<size>[百千]?[万亿]{{0,2}}|百|千)(?P<still>[多余])? ?(?P<unit>{unit_pattern()})?"
    )


def unit_at(scan: Scan, number: Number) -> NumberUnit | None:
    """Return the unit that follows a number, None if none does."""
    if number.percent:
        return NumberUnit(number.end, "%", "ratio", False, False)
    match = _unit_after().match(scan.text, number.end)
    if match is None:
        return None
    size, surface = match["size"], match["unit"]
    if number.written == "chinese" and size and size[0] in "百千":
        return None
    more = bool(match["more"] or match["still"])
    if surface is None:
        if size.endswith(("万", "亿")) and (number.written in ("arabic", "bare") or len(size) > 1):
            return NumberUnit(match.end(), size, "count", more, True)
        if number.written == "fraction":
            return NumberUnit(number.end, "", "ratio", False, False)
        return None
    unit = units()[surface]
    if read_rules("quantities")["unit.particle"].pattern.match(scan.text, match.end() - 1):
        return None
    # 处 in 3处理 counts nothing; 个 does, even where a tokenizer joins it to the next sign.
    doubtful = (
        (unit.kind in ("count", "noun", "time") or surface == "成") and len(surface) == 1 and surface not in _SAFE
    )
    if doubtful and not scan.is_boundary(match.end()):
        # 人 in 3亿人口 and 家 in 2万家庭 are no units, but the myriads count.
        myriads = size.endswith(("万", "亿")) and number.written == "arabic"
        return NumberUnit(match.end("size"), size, "count", more, True) if myriads else None
    if surface == "成" and (number.written != "chinese" or size):
        return None
    return NumberUnit(match.end(), size + unit.name, unit.kind, more, bool(size))


def shared_unit(scan: Scan, number: Number, unit: NumberUnit | None) -> NumberUnit | None:
    """Return the unit of a number, which in a list only the last may carry (10、20万吨; 3.8万、3.3万平方公里)."""
    text, at = scan.text, number.end if unit is None else unit.end
    size = "" if unit is None else unit.name
    if size.strip("百千万亿") or number.written != "arabic" or text[number.start - 1 : number.start] in _OPENS_LINE:
        return unit
    end = at
    while (joint := _LIST_JOINT.match(text, end)) and (listed := number_at(text, joint.end())):
        last = unit_at(scan, listed)
        if last is not None and last.name.strip("百千万亿"):
            shares = last.name.startswith(size) and last.kind not in _NOT_SHARED
            return last._replace(end=at, more=unit is not None and unit.more) if shares else unit
        end = listed.end if last is None else last.end
    return unit


def index_unit(scan: Scan, number: Number) -> NumberUnit | None:
    """Return the empty unit of an index or coefficient (综合指数3.35), which has none, if one is named right before."""
    if number.written != "arabic":
        return None
    for hit in scan.between("Indicator", number.start - 16, number.start):
        if not hit.term.cell("unit") and words_before(scan, number.start, hit.end).start == hit.end:
            return NumberUnit(number.end, "", "ratio", False, False)
    index = read_rules("quantities")["unit.index"].pattern.search(scan.text, max(0, number.start - 10), number.start)
    if index and "." in scan.text[number.start : number.end] and not scan.text[number.end :][:1].isalnum():
        return NumberUnit(number.end, "", "ratio", False, False)
    return None


def per_unit(text: str, start: int, unit: NumberUnit) -> tuple[NumberUnit, int]:
    """Return a unit with what it is counted in before the number (每立方米2元), and where that begins."""
    match = read_rules("quantities")["unit.each"].pattern.search(text, max(0, start - _LONGEST_EACH), start)
    each = units().get(match["each"]) if match else None
    if match is None or each is None or each.kind not in _DIVISORS:
        return unit, start
    name = f"{unit.name}/{each.name}"
    return unit._replace(name=units()[name].name if name in units() else name), match.start()
