"""A scan and its mentions in, quantities out: observations and targets with every field the text states."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from kg.extract.bounds import words_before
from kg.extract.indicator_phrase import (
    Phrase,
    complete,
    counted_noun,
    members,
    noun_after,
    phrase_before,
    shared_members,
    trim,
)
from kg.extract.periods import Time, find_times
from kg.extract.quantities_deadlines import Aim, aim_after, other_aims
from kg.extract.quantities_mood import Moods, Role
from kg.extract.quantities_places import Places, merged, name_spans
from kg.extract.quantities_values import Measured, find_values
from kg.extract.scan import Scan
from kg.extract.tables import find_rows
from kg.extract.tables_quantities import row_quantities
from kg.model import LOCUS, Mention, Quantity

_FROM = re.compile(r"(?:由|从)[^，。；由从]{0,14}$")
_FROM_YEAR = re.compile(r"(?:由|从)(?:19|20)\d\d年")
_DATED = re.compile(r"(?:[年月]底?|[内时]间?)前|年内|月内|年时间|百[日天]|到(?:19|20)\d\d年|每年第|[月年]底|[*×xX]年")
_ENDS = "，。；：！？\n"
_MARKS = "。！？\n"
_HEADS = _ENDS + " 　"
_VAGUE = re.compile(r"近|每|多年|长期|今年$|明年$|目前")
_SHORT = frozenset({"天", "日", "周"})
_PAST_PERIOD = re.compile(r"^(?:去年|上年|前年|近|过去|截至|这)|来$|以来$")
_LIGHT = re.compile(r"拟?(?:再|新)?(?:安排|完成|新增|增加|达到?|投入|规模|其中|总计|面积|数量)")
_OF_A_DOCUMENT = re.compile(r"公布|发布|出台|印发|召开|修订|颁布|批准|工作会|政府工作报告")
_URGED = re.compile(r"(?:力争|争取|确保|力求)(?:在|于|到)?$")
_DUTY = re.compile(r"应当|应|必须|要|须")


class _Carried:
    """What a sentence has said so far that holds for its later clauses."""

    def __init__(self, region: str, period: str | None) -> None:
        self.region = region
        self.period = period
        self.indicator: Phrase | None = None
        self.head = ""
        self.dealt: list[str] = []
        self.change: Literal["yoy", "base"] | None = None
        self.baseline: str | None = None
        self.source_period: str | None = None
        self.last: Measured | None = None


class _Said(NamedTuple):
    """A time with the role the sentence gives it."""

    period: str | None
    deadline: str | None = None
    time: Time | None = None
    source: bool = False


def relate_quantities(scan: Scan, mentions: Sequence[Mention]) -> list[Quantity]:
    """Return the quantities of a text.

    Args:
        scan: the document.
        mentions: every mention found in it, in order.
    """
    found = _Reader(scan, mentions).read()
    found.sort(key=_by_place)
    return found


def _by_place(quantity: Quantity) -> tuple[int, int, int]:
    return quantity.value_start, quantity.value_end, quantity.start


class _Reader:
    """Reads one document paragraph by paragraph, sentence by sentence."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self.scan = scan
        self.text = scan.text
        self.moods = Moods(scan)
        self.places = Places(scan, mentions)
        self.names = name_spans(scan.text, mentions)
        self.name_starts = [start for start, _ in self.names]
        self.year = int(scan.document.date[:4]) if scan.document.date else None
        self.found: list[Quantity] = []
        self.chain_end = 0  # where the list of values ends that the value now read begins or continues

    def read(self) -> list[Quantity]:
        """Return everything found, in no order yet."""
        rows = find_rows(self.text)
        for row in rows:
            region = self.places.governing(row.name_start, row.end) or LOCUS
            self.found.extend(row_quantities(self.text, row, region))
        silent = merged([*self.names, *((row.start, row.end) for row in rows)])
        blocks: dict[int, list[Measured]] = {}
        if not self.moods.statute:
            for value in find_values(self.scan, silent):
                blocks.setdefault(self.moods.block_at(value.start), []).append(value)
        for match in _DATED.finditer(self.text):
            blocks.setdefault(self.moods.block_at(match.start()), [])
        for block in sorted(blocks):
            self._read_block(block, blocks[block])
        return self.found

    def _read_block(self, block: int, values: list[Measured]) -> None:
        start, end = self.moods.starts[block], self.moods.block_end(block)
        times = [
            time
            for time in find_times(self.text, start, end)
            if not self._is_silent(time.start) and not _OF_A_DOCUMENT.match(self.text, time.end)
        ]
        role = self.moods.role(block)
        period: str | None = None
        at = start
        while at < end:
            stop = at
            while stop < end and self.text[stop] not in _MARKS:
                stop += 1
            inside = [value for value in values if at <= value.start < stop]
            dated = [time for time in times if at <= time.start < stop]
            if inside or dated:
                carried = _Carried(self.places.default, period)
                self._read_sentence(at, stop, role, inside, dated, carried)
                period = self._period_left(dated, at) or period
            at = stop + 1

    def _period_left(self, times: list[Time], start: int) -> str | None:
        """Return the period a sentence leaves to the next: one that stands at the head of one of its clauses."""
        for time in reversed(times):
            words = self.text[time.start : time.end]
            heads = time.start == start or self.text[time.start - 1] in _HEADS
            if time.role == "period" and heads and not _VAGUE.match(words):
                return words
        return None

    def _read_sentence(
        self, start: int, end: int, block_role: Role, values: list[Measured], times: list[Time], carried: _Carried
    ) -> None:
        used: dict[Time, list[tuple[int, int]]] = {}
        for index, value in enumerate(values):
            if not value.joined:
                self.chain_end = value.reach
                for later in values[index + 1 :]:
                    if not later.joined:
                        break
                    self.chain_end = later.reach
            role = self._role(value, start, end, block_role, times, carried.period)
            said = self._said(value, role, times, carried)
            self._add_values(value, start, role, said, times, carried)
            carried.last = value
            if said.time is not None and said.deadline:
                used.setdefault(said.time, []).append((value.start, value.reach))
        for time in times:
            if time in used:
                aim = other_aims(self.scan, time.end, end, used[time])
            elif self._sets_date(time, start, end, block_role):
                aim = aim_after(self.scan, time.end, start, end)
                following = [later for later in values if later.start > time.end]
                if aim is not None and any(later.start < aim.end for later in following):
                    aim = None
            else:
                continue
            if aim is not None:
                self._add_deadline(time, aim, start)

    def _is_silent(self, at: int) -> bool:
        index = bisect_right(self.name_starts, at) - 1
        return index >= 0 and at < self.names[index][1]

    # What a sentence says of the role, the time and the place of a value.

    def _role(self, value: Measured, start: int, end: int, block_role: Role, times: list[Time], period: str | None
    ) -> Role:
        clause_start, clause_end = self._clause(value.start, start, end)
        if value.around.change == "yoy":
            return "observation"
        governing = [time for time in times if time.end <= value.start and time.role != "baseline"]
        time = governing[-1] if governing else None
        if time is not None:
            if time.role == "deadline" and self.year is None:
                return "target"
            year = _year_of(self.text[time.start : time.end])
            if year is not None and self.year is not None and year != self.year:
                return "target" if year > self.year else "observation"
            if _PAST_PERIOD.search(self.text[time.start : time.end]):
                return "observation"
        in_clause = {hit.term.cell("class") for hit in self.scan.between("quantity", clause_start, clause_end)}
        if "target" in in_clause:
            return "target"
        if "past" in in_clause or _FROM_YEAR.search(self.text, clause_start, value.start):
            return "observation"
        before = [hit.term.cell("class") for hit in self.scan.between("quantity", start, clause_start)]
        for cls in reversed(before):
            if cls in ("target", "past"):
                return "target" if cls == "target" else "observation"
        return "observation" if period is not None else block_role

    def _said(self, value: Measured, role: Role, times: list[Time], carried: _Carried) -> _Said:
        floor = max(0, value.start - 16, carried.last.reach if carried.last is not None else 0)
        source = _FROM.search(self.text, floor, value.start)
        if source:
            for time in times:
                if source.start() <= time.start and time.end <= value.start:
                    carried.source_period = self.text[time.start : time.end]
            return _Said(carried.source_period, source=True)
        for time in reversed(times):
            if time.end > value.start or time.role == "baseline":
                continue
            words = self.text[time.start : time.end]
            if role == "target" and time.role in ("deadline", "until", "within"):
                return _Said(None, words, time)
            return _Said(words, None, time)
        return _Said(carried.period if role == "observation" else None)

    def _clause(self, at: int, start: int, end: int) -> tuple[int, int]:
        first = at
        while first > start and self.text[first - 1] not in _ENDS:
            first -= 1
        last = at
        while last < end and self.text[last] not in _ENDS:
            last += 1
        return first, last

    def _sets_date(self, time: Time, start: int, end: int, block_role: Role) -> bool:
        words = self.text[time.start : time.end]
        clause_start, clause_end = self._clause(time.start, start, end)
        if self.moods.statute:
            return time.role == "deadline" and words.startswith("每") and bool(_DUTY.search(self.text, start, end))
        urged = bool(_URGED.search(self.text, max(start, time.start - 4), time.start))
        if time.role == "period":
            return urged and not words.endswith(("来", "期间")) and not words.startswith(("全年", "今年", "每"))
        if time.role == "baseline" or (time.role == "within" and words.rstrip("以之内")[-1:] in _SHORT):
            return False
        classes = [hit.term.cell("class") for hit in self.scan.between("quantity", clause_start, clause_end)]
        if "past" in classes and "target" not in classes:
            return False
        year = _year_of(words)
        if year is not None and self.year is not None and year != self.year:
            return year > self.year
        return urged or "target" in classes or block_role == "target"

    # What is measured.

    def _indicator(self, value: Measured, start: int, times: list[Time], carried: _Carried) -> Phrase:
        scan, text = self.scan, self.text
        clause_start, _ = self._clause(value.start, start, value.start)
        last = carried.last
        floor = max(clause_start, last.reach if last is not None else start)
        end = value.around.start
        source = _FROM.search(text, max(floor, end - 16), end)
        if source:
            end = source.start()
        for time in times:
            if floor <= time.start and time.end <= end:
                before, after = trim(text, floor, time.start), trim(text, time.end, end)
                if after.words:
                    floor = time.end
                else:
                    end = words_before(scan, time.start, floor).start
                    break
        left = phrase_before(scan, floor, end) if end > floor else Phrase("", end)
        noun = ""
        if not source and not value.around.direction and value.kind not in ("point", "rank"):
            noun = noun_after(scan, self.chain_end)
        if value.kind == "noun":
            return Phrase(counted_noun(scan, value), value.start)
        if noun and (not left.words or not value.around.predicated or _is_counter(value)):
            return Phrase((self._verb_before(value, floor) + noun), value.start)
        if left.words and _LIGHT.fullmatch(left.words) and (last is None or last.reach <= clause_start):
            return self._subject_before(clause_start, start) or left
        if left.words:
            if last is not None and carried.indicator is not None and floor == last.reach:
                left = Phrase(complete(left.words, carried.head), left.start)
            return left
        if carried.indicator is not None:
            return carried.indicator
        return self._subject_before(clause_start, start) or Phrase(noun, value.start)

    def _verb_before(self, value: Measured, floor: int) -> str:
        index = self.scan.token_at(value.around.start - 1) if value.around.start > floor else -1
        if index >= 0 and self.scan.words[index] == "了":
            index -= 1
        if index >= 0 and self.scan.starts[index] >= floor and self.scan.tags[index].startswith("v"):
            return self.scan.words[index]
        return ""

    def _subject_before(self, clause_start: int, start: int) -> Phrase | None:
        if clause_start <= start:
            return None
        first, _ = self._clause(clause_start - 1, start, clause_start - 1)
        phrase = phrase_before(self.scan, first, clause_start - 1)
        return phrase if phrase.words else None

    # Facts.

    def _add_values(
        self, value: Measured, start: int, role: Role, said: _Said, times: list[Time], carried: _Carried
    ) -> None:
        around = value.around
        if value.joined and carried.dealt:
            phrase = Phrase(carried.dealt.pop(0), carried.indicator.start if carried.indicator else value.start)
        elif value.joined and carried.indicator is not None:
            phrase = carried.indicator
        else:
            phrase = self._indicator(value, start, times, carried)
            if said.source:
                role = "observation"
            region = self.places.governing(self._clause(value.start, start, value.start)[0], value.start)
            carried.region = region or carried.region
            carried.dealt = []
            if around.respectively:
                listed = members(phrase.words, 1 + self._joined_after(value))
                if listed:
                    phrase, carried.dealt = Phrase(listed[0], phrase.start), listed[1:]
            carried.head = phrase.words
        carried.indicator = phrase
        change, baseline = around.change, around.baseline
        if around.direction:
            if change == "base" and baseline is None:
                compared = [
                    time for time in times if time.role == "baseline" and time.end <= value.start and not said.source
                ]
                if compared:
                    baseline = self.text[compared[-1].start : compared[-1].end]
                else:
                    change, baseline = carried.change or change, carried.baseline
            carried.change, carried.baseline = change, baseline
        names = [phrase.words]
        if not value.joined and (around.each or (around.respectively and not carried.dealt) or around.direction):
            names = shared_members(phrase.words, strict=not (around.each or around.respectively)) or names
        for name in names:
            self.found.append(
                Quantity(
                    start=min(phrase.start, around.start, value.start),
                    end=value.reach,
                    value_start=value.start,
                    value_end=value.end,
                    role=role,
                    indicator=name,
                    value=value.value,
                    high=value.high,
                    text=self.text[value.start : value.end],
                    unit=value.unit or None,
                    bound=around.bound,
                    change=change,
                    direction=around.direction,
                    baseline=baseline if change == "base" else None,
                    period=said.period,
                    deadline=said.deadline,
                    region=carried.region,
                    redacted=value.redacted,
                    rule="quantity.change" if change else "quantity.level",
                )
            )

    def _joined_after(self, value: Measured) -> int:
        end, _ = value.reach, 0
        _, last = self._clause(value.start, value.start, len(self.text))
        return sum(self.text.count(mark, end, last) for mark in ("、", "和", "及"))

    def _add_deadline(self, time: Time, aim: Aim, start: int) -> None:
        words = self.text[time.start : time.end]
        self.found.append(
            Quantity(
                start=min(time.start, aim.start),
                end=aim.end,
                value_start=time.start,
                value_end=time.end,
                role="target",
                indicator=aim.words,
                value=None,
                text=words,
                deadline=words,
                region=self.places.governing(self._clause(time.start, start, time.start)[0], aim.end)
                or self.places.default,
                redacted=not _year_of(words) and bool(re.search(r"[*×xX]", words)),
                rule="quantity.deadline",
            )
        )


def _is_counter(value: Measured) -> bool:
    return (
        value.kind == "count"
        and value.unit in ("个", "项", "件", "家", "起", "名", "处", "座", "台")
        and not value.around.direction
    )


def _year_of(words: str) -> int | None:
    years = re.findall(r"(?:19|20)\d\d", words)
    return int(years[-1]) if years else None
