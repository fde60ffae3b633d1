"""A text and the place of a number in; what the words around it say out: its bound, and whether it is a change."""

from functools import cache
from typing import Literal, NamedTuple

from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.lexicon.table import read_table

Bound = Literal["=", ">=", "<=", ">", "<", "~"]

_BOUNDS: dict[str, Bound] = {
    "above": ">",
    "atleast": ">=",
    "atmost": "<=",
    "below": "<",
    "about": "~",
    "after_above": ">",
    "after_atleast": ">=",
    "after_atmost": "<=",
    "after_about": "~",
}
_DIRECTIONS: dict[str, Literal["up", "down"]] = {"up": "up", "down": "down", "rate_up": "up", "rate_down": "down"}
_LONGEST = 4


class Around(NamedTuple):
    """What the words before a number say, read from the number outwards.

    Attributes:
        start: where those words begin; what is measured ends there.
        bound: the bound they set.
        direction: 'up' or 'down' where the value is a change.
        change: 'yoy', 'base', or None for a level.
        baseline: the words for what it is compared with.
        predicated: whether any word stood there at all, so that what stands before is the subject.
        each: whether one value holds for every member of a list (均, 都).
        respectively: whether a list of values is dealt out over a list of subjects (分别).
        limit: whether they set a limit (控制在, 不低于), which plans do and reports seldom.
    """

    start: int
    bound: Bound = "="
    direction: Literal["up", "down"] | None = None
    change: Literal["yoy", "base"] | None = None
    baseline: str | None = None
    predicated: bool = False
    each: bool = False
    respectively: bool = False
    limit: bool = False


@cache
def quantity_words() -> dict[str, str]:
    """Return the class of every word that may stand directly around a number."""
    rows = read_table("triggers/quantity_words.csv", ("name", "class"), key=("name",))
    return {row.cells["name"]: row.cells["class"] for row in rows}


def bound_after(text: str, at: int) -> tuple[Bound | None, int]:
    """Return the bound the words after a unit set, and where they end.

    >>> bound_after("达到80%以上。", 5)
    ('>=', 7)
    """
    words = quantity_words()
    for length in range(3, 0, -1):
        cls = words.get(text[at : at + length], "")
        if cls.startswith("after_"):
            return _BOUNDS[cls], at + length
    return None, at


def words_before(scan: Scan, at: int, floor: int) -> Around:
    """Read the words before a number, back to `floor` at most."""
    text, words = scan.text, quantity_words()
    start = at
    bound: Bound = "="
    direction: Literal["up", "down"] | None = None
    change: Literal["yoy", "base"] | None = None
    baseline: str | None = None
    level = each = respectively = predicated = limit = False
    while start > floor:
        length, cls = _word_ending(scan, start, floor, words)
        if length == 0:
            match = _baseline_ending(text, start, floor)
            if match is None:
                break
            change, baseline, start, predicated = change or "base", match[1], match[0], True
            continue
        surface = text[start - length : start]
        if cls in _DIRECTIONS:
            if direction is None and not (level and cls in ("up", "down")):
                direction = _DIRECTIONS[cls]
        elif cls == "to":
            # 转为增长8%: the change is what it became, 目标为增长8% names its subject.
            if direction is not None and (length == 1 or not surface.endswith("为")):
                break
            level = direction is None
        elif cls in ("yoy", "chain"):
            change = "yoy" if cls == "yoy" else "base"
        elif cls in _BOUNDS and bound == "=":
            bound = _BOUNDS[cls]
        limit = limit or cls in ("atleast", "atmost")
        each = each or surface in ("均", "都", "各")
        respectively = respectively or surface.startswith("分别")
        predicated = predicated or cls not in ("filler", "about")
        start -= length
    if direction is None:
        change = baseline = None
    elif change is None:
        change = "base"
    return Around(start, bound, direction, change, baseline, predicated, each, respectively, limit)


def _word_ending(scan: Scan, end: int, floor: int, words: dict[str, str]) -> tuple[int, str]:
    for length in range(min(_LONGEST, end - floor), 0, -1):
        cls = words.get(scan.text[end - length : end], "")
        if cls in ("", "structure", "counted", "thing") or cls.startswith("after_"):
            continue
        # A sign alone is a word only where a token is: 有 in 有5座, not in 所有5座.
        if length == 1 and not scan.is_boundary(end - 1):
            continue
        return length, cls
    if end - 1 >= floor and scan.text[end - 1] == " ":
        return 1, "filler"
    return 0, ""


def _baseline_ending(text: str, end: int, floor: int) -> tuple[int, str] | None:
    pattern = read_rules("quantities")["change.baseline"].pattern
    for match in pattern.finditer(text, max(floor, end - 16), end):
        if match.end() == end:
            return match.start(), match["baseline"]
    return None
