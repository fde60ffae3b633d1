"""A scan and the spans of names in, measured values out: numbers with units and the words directly around them."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from kg.extract.bounds import Around, Bound, bound_after, quantity_words, words_before
from kg.extract.numerals import Number, find_numbers, parse_chinese, range_end
from kg.extract.quantities_units import NumberUnit, index_unit, per_unit, shared_unit, unit_at
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_CLAUSE_MARKS = "，。；：！？\n"
_RANK_BEFORE = re.compile(r"(?:[跃位]?居|[位名]?列|排名?|位|名次|全[国省市县区]|世界|全球)[^\d，。；、]{0,6}$")
_RANK = re.compile(r"(?:名|位)?(?![大次届条章节轮批期个项类年一二三四五六七八九十\d号款季产])")
_NOT_AFTER = frozenset("第〔[【._{-/—")
_BARE_MYRIADS = re.compile(r"(?<=[超近逾过约达])(?:万亿|[百千]?亿|[百千]万)")
_PAIR_JOINT = re.compile(r"\s?(?:、|和|及|以及|与|，)\s?$")
_COUNTED = frozenset({"count", "noun", "ratio", "point", "money", "time", "area"})
# Cells of a table that ran together.
_ABSURD = 10**12
_FEW = 12
_LONGEST_COMPARISON = 40
_CHANGE_OF = frozenset({"ratio", "point"})


class Measured(NamedTuple):
    """A number with its unit at `[start, end)`, and what the words around it say.

    `around.start` is where the words before it begin, `reach` where the words after it (以上, 左右) end. `kind` is the
    kind of the unit. `joined` tells that it only continues a list of values (11.1%、6.9%).
    """

    start: int
    end: int
    reach: int
    value: Decimal | None
    high: Decimal | None
    unit: str
    kind: str
    around: Around
    joined: bool
    redacted: bool


def find_values(scan: Scan, names: Sequence[tuple[int, int]]) -> list[Measured]:
    """Return every measured value of a text, in order.

    Args:
        scan: the document.
        names: spans, in order, whose inner numbers count nothing (“八大工程”, a title in 《》).
    """
    found: list[Measured] = []
    name_starts = [start for start, _ in names]
    after = 0
    for number in _numbers(scan.text):
        if number.start < after:
            continue
        at = bisect_right(name_starts, number.start) - 1
        if at >= 0 and number.start < names[at][1]:
            continue
        measured = _rank(scan, number) or _measure(scan, number, found[-1] if found else None)
        if measured is not None:
            at = bisect_right(name_starts, measured.end - 1) - 1
            # 台 in 两千万台湾同胞
            if at >= 0 and number.end <= names[at][0] < measured.end < names[at][1]:
                continue
            found.append(measured)
            after = measured.reach
    return found


def _numbers(text: str) -> list[Number]:
    numbers = find_numbers(text)
    if "亿" not in text and "百万" not in text and "千万" not in text:
        return numbers
    bare = [Number(match.start(), match.start(), Decimal(1), "bare") for match in _BARE_MYRIADS.finditer(text)]
    return sorted(numbers + bare) if bare else numbers


def _rank(scan: Scan, number: Number) -> Measured | None:
    text, start = scan.text, number.start
    if start == 0 or text[start - 1] != "第" or number.value is None:
        return None
    match = _RANK.match(text, number.end)
    placed = _RANK_BEFORE.search(text, max(0, start - 9), start - 1)
    if match is None or placed is None:
        return None
    # 居全国第六位: what is ranked stands before the verb and those it is ranked among.
    around = words_before(scan, placed.start(), _clause_start(text, start))._replace(predicated=True)
    return Measured(start - 1, match.end(), match.end(), number.value, None, "名", "rank", around, False, False)


def _measure(scan: Scan, number: Number, previous: Measured | None) -> Measured | None:
    text, start = scan.text, number.start
    before = text[start - 1] if start else "\n"
    if before in _NOT_AFTER or (before.isascii() and before.isalpha()):
        return None
    # 上千种, 数百家, 千千万万 say only that there are many; 每百元 is what a rate is counted in.
    many = number.written == "chinese" and text[start] in "十百千"
    if before == "每" or (many and (before in "上数几成" or text[start] == text[start + 1 : start + 2])):
        return None
    value, high, end = number.value, number.high, number.end
    unit = shared_unit(scan, number, unit_at(scan, number))
    if unit is not None and unit.multiplied and number.written == "chinese" and "亿" in text[start : number.end]:
        # 五亿二千多万亩: the myriads belong to the last part of the number, not to all of it.
        value = parse_chinese(text[start : number.end] + "万")
        unit = unit._replace(name=unit.name.removeprefix("万"))
    upper = range_end(text, end if unit is None else unit.end)
    if upper is not None and value is not None and upper.value is not None and upper.value > value:
        upper_unit = unit_at(scan, upper)
        if upper_unit is None and number.percent and upper.written == "chinese":
            upper_unit = unit and unit._replace(end=upper.end)  # 百分之二到三
        if (
            upper_unit is not None
            and (unit is None or upper_unit.kind == unit.kind or upper_unit.name.startswith(unit.name))
            and before not in "从由"
        ):
            high, end, unit, number = upper.value, upper.end, upper_unit, upper
    if unit is None:
        unit = index_unit(scan, number)
    if unit is None or not _counts(scan, number, unit) or (value is not None and value >= _ABSURD):
        return None
    floor = _clause_start(text, start)
    if previous is not None:
        floor = max(floor, previous.reach)
    unit, opening = per_unit(text, start, unit)
    around = _compared(text, start, floor, value, unit) or words_before(scan, opening, floor)
    # 二元结构, 一番事业
    figure = unit.name == "番" or (unit.kind == "money" and number.written == "chinese" and number.end - start == 1)
    if figure and not around.predicated:
        return None
    bound, reach = bound_after(text, unit.end)
    bound = bound or (">" if unit.more else around.bound)
    if bound == "=":
        bound = _bound_of_verb(text, floor, around.start)
    # 达到80%以上 is at least 80: words on both sides agree, and the more precise one stands after the number.
    around = around._replace(bound=bound if around.bound in ("=", "<=") else around.bound)
    joined = previous is not None and _joins(text, previous, around, start, unit)
    if joined and previous is not None:
        old = previous.around
        around = around._replace(direction=old.direction, change=old.change, baseline=old.baseline, predicated=True)
        around = around._replace(respectively=old.respectively)
    elif (
        around.change == "base"
        and around.baseline is None
        and unit.kind not in _CHANGE_OF
        and _is_output(scan, around, unit)
    ):
        around = around._replace(change=None, direction=None)
    lasts = around.predicated and text[start - 1] not in "在用经" and not text.startswith(("或", "时间"), unit.end)
    if unit.kind == "time" and not (lasts or around.direction or around.bound == ">="):
        return None
    if reach > unit.end and unit.kind not in _COUNTED and not around.predicated and _sizes(scan, reach):
        return None
    if _sets_apart(text, start, reach, unit) and _sizes(scan, reach):
        return None
    if unit.name == "份" and read_rules("quantities")["unit.copies"].pattern.search(text, max(0, start - _FEW), start):
        return None
    return Measured(
        start, unit.end, reach, value, high, unit.name, unit.kind, around, joined, number.written == "redacted"
    )


def _bound_of_verb(text: str, floor: int, at: int) -> Bound:
    """Return the bound that stands before the verb of a number (至少巡查2次), '=' if none does."""
    match = read_rules("quantities")["bound.of-the-verb"].pattern.search(text, max(floor, at - _FEW), at)
    return "=" if match is None else ">=" if match["least"] else "<="


def _sets_apart(text: str, start: int, reach: int, unit: NumberUnit) -> bool:
    """Tell whether a bound only tells which of the things named after it are meant (投资在5亿元以上的项目)."""
    rules = read_rules("quantities")
    if (
        unit.kind not in _COUNTED - _CHANGE_OF
        or not text.startswith("的", reach)
        or rules["unit.extent"].pattern.match(text, reach)
    ):
        return False
    excess = rules["unit.excess"].pattern.search(text, max(0, start - _FEW), start)
    return excess is not None and (excess.group() != "在" or reach > unit.end)


def _sizes(scan: Scan, at: int) -> bool:
    """Tell whether a bound is the size of the thing named after it (10蒸吨以下锅炉), not a value."""
    index = scan.token_at(at) if at < len(scan.text) else -1
    if index >= 0 and scan.words[index] == "的" and index + 1 < len(scan.words):
        index += 1
    return index >= 0 and scan.starts[index] >= at and scan.tags[index].startswith(("n", "v", "b", "j"))


def _is_output(scan: Scan, around: Around, unit: NumberUnit) -> bool:
    """Tell whether 增加…座, 新增…个 states what was made, not a change of a level."""
    named = unit.end < len(scan.text) and scan.tags[scan.token_at(unit.end)].startswith(("n", "vn", "b", "j"))
    return around.direction == "up" and (unit.kind == "noun" or (unit.kind == "count" and named))


def _compared(text: str, start: int, floor: int, value: Decimal | None, unit: NumberUnit) -> Around | None:
    """Return what the words before a number say if it is how many times as much as once (是2015年的3倍)."""
    if unit.name != "倍" or value is None:
        return None
    match = read_rules("quantities")["change.multiple"].pattern.search(
        text, max(floor, start - _LONGEST_COMPARISON), start
    )
    if match is None:
        return None
    direction: Literal["up", "down"] = "up" if value >= 1 else "down"
    return Around(match.start(), "=", direction, "base", match["baseline"], predicated=True)


def _joins(text: str, previous: Measured, around: Around, start: int, unit: NumberUnit) -> bool:
    """Tell whether a value only continues a list; past a ， that takes a list dealt out or of changes (下降5%，6%)."""
    between = text[previous.reach : start]
    if unit.kind != previous.kind or len(between) > 3 or not _PAIR_JOINT.match(between):
        return False
    return "，" not in between or previous.around.respectively or previous.around.direction is not None


def _counts(scan: Scan, number: Number, unit: NumberUnit) -> bool:
    """Tell whether a number counts something, or only structures the speech (三个方面) or names a time."""
    text, words = scan.text, quantity_words()
    if number.written == "redacted":
        return unit.kind not in ("noun", "time")
    if unit.kind == "time":
        if unit.name == "年" and number.value is not None and number.value >= 1000:
            return False
        limits = number.end < unit.end and words_before(scan, number.start, max(0, number.start - 6)).predicated
        return limits or not text.startswith(
            ("内", "以内", "之内", "前", "后", "来", "以来", "底", "初", "度", "末", "间", "代"), unit.end
        )
    if unit.name == "度":  # of a slope or an angle, unless myriads of them are counted
        return False
    if unit.kind not in ("count", "noun"):
        return number.written == "arabic" or unit.multiplied or number.value != 1 or unit.kind == "ratio"
    small = number.value is not None and number.value <= _FEW and number.high is None
    if small and _next_word(text, unit.end, "structure", words):
        return False
    if number.written != "chinese" or unit.multiplied or number.high is not None:
        return True
    if unit.kind == "noun" or number.value is None or number.value < 2:
        return False
    if number.value > 10:
        return True
    if words.get(unit.name) == "thing":
        return True
    return unit.name in ("个", "项") and words.get(scan.words[scan.token_at(unit.end)]) == "counted"


def _next_word(text: str, at: int, cls: str, words: dict[str, str]) -> bool:
    return any(words.get(text[at : at + length]) == cls for length in range(1, 6))


def _clause_start(text: str, at: int) -> int:
    start = at
    while start and text[start - 1] not in _CLAUSE_MARKS:
        start -= 1
    return start
