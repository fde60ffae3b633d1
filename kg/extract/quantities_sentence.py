"""A sentence's values and times, together with what it has said so far that holds for its later clauses."""

import re
from typing import Literal, NamedTuple

from kg.extract.indicator_phrase import Phrase
from kg.extract.periods import Time
from kg.extract.quantities_mood import Role
from kg.extract.quantities_values import Measured

_CLAUSE_MARK = re.compile(r"[，。；：！？\n]")
# Longer than any clause; a wall of text without marks is cut here.
_LONGEST_CLAUSE = 400
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")


class Sentence(NamedTuple):
    """A sentence `[start, end)` with its paragraph's mood, its heading's if that has one, its values and its times."""

    start: int
    end: int
    role: Role
    heading: Role | None
    values: list[Measured]
    times: list[Time]

    def times_before(self, at: int) -> list[Time]:
        """Return the times that end at or before an offset and are not only compared with."""
        return [time for time in self.times if time.end <= at and time.role != "baseline"]

    def list_after(self, index: int) -> tuple[int, int]:
        """Return where the list of values that begins with one ends, and how many follow in it."""
        end, count = self.values[index].reach, 0
        for later in self.values[index + 1 :]:
            if not later.joined:
                break
            end, count = later.reach, count + 1
        return end, count


class Left(NamedTuple):
    """What a sentence leaves to the next: the period it stands in, and the role of its last value."""

    period: str | None = None
    role: Role | None = None


class Carried:
    """What a sentence has said so far.

    Attributes:
        region: the place its clauses are about.
        period: the period the sentences before left to it.
        role: the role of the value before, in this sentence or the one before.
        indicator: what was measured last; `first` in the coordination that is being read; `history` all, in order.
        dealt: the subjects still to be dealt out over a list of values.
        change, baseline: what the last change was compared with.
        source_period: the time of the level the last change came from.
        time: the time the value before holds for, if its sentence names it.
        last: the last value.
    """

    def __init__(self, region: str | None, left: Left) -> None:
        self.region = region
        self.period = left.period
        self.role = left.role
        self.indicator: Phrase | None = None
        self.first = ""
        self.history: list[str] = []
        self.dealt: list[str] = []
        self.change: Literal["yoy", "base"] | None = None
        self.baseline: str | None = None
        self.source_period: str | None = None
        self.time: Time | None = None
        self.last: Measured | None = None


def clause_around(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """Return the clause an offset lies in, within `[start, end)`."""
    # Reversed once, the short stretch before is searched at the speed of the stretch after.
    first = max(start, at - _LONGEST_CLAUSE)
    before = _CLAUSE_MARK.search(text[first:at][::-1])
    after = _CLAUSE_MARK.search(text, at, end)
    return (at - before.start() if before else first), (after.start() if after else max(at, end))


def year_in(words: str) -> int | None:
    """Return the last calendar year words name.

    >>> year_in("2016—2020年"), year_in("二〇二五年")
    (2020, 2025)
    """
    years = _YEAR.findall(words.translate(_DIGITS))
    return int(years[-1]) if years else None
