"""A scan and its mentions in, quantities out: observations and targets with every field the text states."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Literal

from kg.extract.indicator_phrase import Phrase, members, shared_members
from kg.extract.periods import Time, find_times
from kg.extract.quantities_articles import names_case, sets_limit
from kg.extract.quantities_classes import find_classes
from kg.extract.quantities_deadlines import Aim, aim_after, other_aims
from kg.extract.quantities_frames import Frame, frame_of, sets_date
from kg.extract.quantities_indicator import indicator_of
from kg.extract.quantities_mood import Moods
from kg.extract.quantities_places import Places, merged, name_spans
from kg.extract.quantities_role import role_of
from kg.extract.quantities_sentence import Carried, Left, Sentence, clause_around, year_in
from kg.extract.quantities_values import Measured, find_values
from kg.extract.quantities_years import Years
from kg.extract.scan import Scan
from kg.extract.tables import find_rows
from kg.extract.tables_quantities import row_quantities
from kg.lexicon.rules import read_rules
from kg.model import LOCUS, Mention, Quantity

_SENTENCE_END = re.compile(r"[。！？\n]")
_TIME_SIGN = re.compile(r"[年月日天周季]|小时内|目前|五[”期时末以]")
_HEADS = "，；： 　"
_OPENING = " 　“（，在从截至"
_LEFT_OUT = re.compile(r"[*×xX]")


def relate_quantities(scan: Scan, mentions: Sequence[Mention]) -> list[Quantity]:
    """Return the quantities of a text, in order.

    Args:
        scan: the document.
        mentions: every mention found in it, in order.
    """
    found = _Reader(scan, mentions).read()
    found.sort(key=_by_place)
    return found


def _by_place(quantity: Quantity) -> tuple[int, int, int]:
    return quantity.value_start, quantity.value_end, quantity.start


def _value_start(value: Measured) -> int:
    return value.start


class _Reader:
    """Reads one document paragraph by paragraph, sentence by sentence."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self.scan = scan
        self.text = scan.text
        self.moods = Moods(scan)
        self.places = Places(scan, mentions)
        self.names = name_spans(scan.text, mentions)
        self.name_starts = [start for start, _ in self.names]
        self.years = Years(scan)
        self.found: list[Quantity] = []

    def read(self) -> list[Quantity]:
        """Return everything found, in no order yet."""
        statute = self.moods.statute
        rows = find_rows(self.text)
        for row in rows:
            region = self.places.governing(row.name_start, row.end) or LOCUS
            self.found.extend(row_quantities(self.text, row, region, self.years))
        silent = merged([*self.names, *((row.start, row.end) for row in rows)])
        blocks: dict[int, list[Measured]] = {}
        values = [*find_values(self.scan, silent), *find_classes(self.text)]
        values.sort(key=_value_start)
        for value in values:
            if sets_limit(self.text, value) if statute else not names_case(self.text, value):
                blocks.setdefault(self.moods.block_at(value.start), []).append(value)
        for match in read_rules("quantities")["time.frame"].pattern.finditer(self.text):
            blocks.setdefault(self.moods.block_at(match.start()), [])
        left = Left()
        section = -1
        for block in sorted(blocks):
            before, section = section, self.moods.section_at(self.moods.starts[block])
            if not 0 <= section == before:
                left = Left(self._section_period(section))
            left = self._read_block(block, blocks[block], left)
        return self.found

    def _section_period(self, section: int) -> str | None:
        """Return the period that the heading of a section, or of one around it, reports on: 一、1994年工作的回顾."""
        pattern = read_rules("quantities")["time.of-a-section"].pattern
        sections = self.scan.document.sections
        while section >= 0:
            match = pattern.search(self.text, sections[section].heading_start, sections[section].heading_end)
            if match:
                return match["period"]
            section = sections[section].parent
        return None

    def _read_block(self, block: int, values: list[Measured], left: Left) -> Left:
        """Read a paragraph; `left` is what the one before left, and what this one leaves is returned."""
        rules, inherited = read_rules("quantities"), left.period
        start = self.moods.starts[block]
        end = self.moods.block_end(block)
        times = [
            time
            for time in self._times(start, end)
            if not self._in_name(time.start)
            and not self.text.startswith("面向", time.start - 2)
            and not (time.role == "period" and rules["time.of-a-document"].pattern.match(self.text, time.end))
        ]
        role, heading = self.moods.role(block), self.moods.heading(start)
        if self.moods.statute:
            role = "target"
        while start < end:
            match = _SENTENCE_END.search(self.text, start, end)
            stop = match.start() if match else end
            dated = [time for time in times if start <= time.start < stop]
            inside = [value for value in values if start <= value.start < stop and not self._dates(value, dated)]
            if inside or dated:
                sentence = Sentence(start, stop, role, heading, inside, dated)
                if not rules["mood.penalty"].pattern.search(self.text, start, stop):
                    lawful = rules["place.of-a-law"].pattern.match(self.text, start)
                    carried = Carried(None if lawful else self.places.default, left)
                    self._read_sentence(sentence, carried)
                    left = Left(left.period, carried.role)
                left = Left(self._period_left(sentence) or left.period, left.role)
            start = stop + 1
        return left if self._frames_section(self.moods.body_start(block), left.period, times) else Left(inherited)

    def _dates(self, value: Measured, times: list[Time]) -> bool:
        """Tell whether a length of time only ends the words for years (2031年和2032年两年)."""
        return value.kind == "time" and any(
            time.start < value.start < time.end and year_in(self.text[time.start : value.start]) for time in times
        )

    def _frames_section(self, start: int, period: str | None, times: list[Time]) -> bool:
        """Tell whether the period a paragraph leaves holds past its end: it opens the paragraph, or spans years."""
        if period is None or read_rules("quantities")["time.spanning"].pattern.search(period):
            return True
        opens = times and not self.text[start : times[0].start].strip(_OPENING)
        return bool(opens) and self.text[times[0].start : times[0].end] == period

    def _times(self, start: int, end: int) -> Iterator[Time]:
        """Find the times of a stretch, only around the signs every expression of time has."""
        reach = start
        for sign in _TIME_SIGN.finditer(self.text, start, end):
            if sign.start() >= reach:
                stop = _SENTENCE_END.search(self.text, sign.start(), end)
                before = max(self.text.rfind("。", reach, sign.start()) + 1, reach)
                reach = stop.start() if stop else end
                yield from find_times(self.text, before, reach)

    def _in_name(self, at: int) -> bool:
        index = bisect_right(self.name_starts, at) - 1
        return index >= 0 and at < self.names[index][1]

    def _period_left(self, sentence: Sentence) -> str | None:
        """Return the period a sentence leaves to the next: one that opens it."""
        for time in reversed(sentence.times):
            words = self.text[time.start : time.end]
            before = self.text[sentence.start : time.start]
            heads = not before.strip(_OPENING) or before[-1] in _HEADS
            if time.role == "period" and heads and not read_rules("quantities")["time.vague"].pattern.search(words):
                return words
        return None

    def _read_sentence(self, sentence: Sentence, carried: Carried) -> None:
        dated: dict[Time, list[tuple[int, int]]] = {}
        for index, value in enumerate(sentence.values):
            frame = self._add_value(index, value, sentence, carried)
            if frame.time is not None and frame.deadline:
                dated.setdefault(frame.time, []).append((value.start, value.reach))
            carried.last = value
            if not frame.source:
                carried.role, carried.time = frame.role, frame.time
        for time in sentence.times:
            aim: Aim | None = None
            if time in dated:
                aim = other_aims(self.scan, time.end, sentence.end, dated[time])
            elif sets_date(self.scan, time, sentence, self.years, self.moods.statute):
                aim = aim_after(self.scan, time.end, sentence.start, sentence.end)
                if aim is not None and any(time.end < value.start < aim.end for value in sentence.values):
                    aim = None
            if aim is not None:
                self._add_deadline(time, aim, sentence)

    def _add_value(self, index: int, value: Measured, sentence: Sentence, carried: Carried) -> Frame:
        around = value.around
        role = "target" if self.moods.statute else role_of(self.scan, value, sentence, carried, self.years)
        frame = frame_of(self.text, value, role, sentence, carried)
        phrase = self._phrase(index, value, sentence, carried)
        change, baseline = self._comparison(value, sentence, carried, frame)
        start = self._evidence_start(min(phrase.start, around.start, value.start), value, sentence, frame)
        names = [phrase.words]
        if not value.joined and (around.each or around.direction or (around.respectively and not carried.dealt)):
            names = shared_members(phrase.words, strict=not (around.each or around.respectively)) or names
        for name in names:
            if not name:
                continue
            self.found.append(
                Quantity(
                    start=start,
                    end=max(value.reach, phrase.end),
                    value_start=value.start,
                    value_end=value.end,
                    role=frame.role,
                    indicator=name,
                    value=value.value,
                    high=value.high,
                    text=self.text[value.start : value.end],
                    unit=value.unit or None,
                    bound=around.bound,
                    change=change,
                    direction=around.direction,
                    baseline=baseline,
                    period=frame.period,
                    deadline=frame.deadline,
                    region=carried.region,
                    redacted=value.redacted,
                    rule="quantity.change" if change else "quantity.level",
                )
            )
        return frame

    def _evidence_start(self, start: int, value: Measured, sentence: Sentence, frame: Frame) -> int:
        """Return where the words that state a value begin: with its time, if no other value stands between."""
        for time in reversed(sentence.times_before(value.start)):
            stated = self.text[time.start : time.end] in (frame.period, frame.deadline)
            if stated and not any(time.end <= other.start < start for other in sentence.values):
                return min(start, time.start)
        return start - 1 if self.text[start - 1 : start] == "“" else start

    def _phrase(self, index: int, value: Measured, sentence: Sentence, carried: Carried) -> Phrase:
        """Return what a value measures, dealing a list of values out over a list of subjects."""
        if value.joined and carried.indicator is not None:
            if carried.dealt:
                carried.indicator = carried.indicator._replace(words=carried.dealt.pop(0))
                carried.history.append(carried.indicator.words)
            return carried.indicator
        list_end, following = sentence.list_after(index)
        phrase = indicator_of(self.scan, value, list_end, sentence, carried)
        clause, _ = clause_around(self.text, value.start, sentence.start, value.start)
        # 居全国第六位 is not about the country.
        end = value.around.start if value.kind == "rank" else value.start
        subject = self.places.governing(phrase.start, end) if phrase.start > clause else None
        carried.region = subject or self.places.governing(clause, end) or carried.region
        carried.dealt = []
        tacit = following > 0 and value.around.direction is not None and phrase == carried.indicator
        if value.around.respectively or tacit:
            listed = members(phrase.words, 1 + following)
            if listed is None and phrase == carried.indicator and following < len(carried.history):
                listed = carried.history[-1 - following :]
            if listed:
                phrase, carried.dealt = phrase._replace(words=listed[0]), listed[1:]
        carried.first = phrase.words
        if phrase.words not in carried.history[-1:]:
            carried.history.append(phrase.words)
        carried.indicator = phrase
        return phrase

    def _comparison(
        self, value: Measured, sentence: Sentence, carried: Carried, frame: Frame
    ) -> tuple[Literal["yoy", "base"] | None, str | None]:
        """Return how a value compares, and with when; a clause that does not say goes on as the one before."""
        change, baseline = value.around.change, value.around.baseline
        if value.around.direction is None:
            return None, None
        if change == "base" and baseline is None:
            compared = [time for time in sentence.times if time.role == "baseline" and time.end <= value.start]
            if compared and not frame.source:
                baseline = self.text[compared[-1].start : compared[-1].end]
            else:
                change, baseline = carried.change or change, carried.baseline
        carried.change, carried.baseline = change, baseline
        return change, baseline if change == "base" else None

    def _add_deadline(self, time: Time, aim: Aim, sentence: Sentence) -> None:
        words = self.text[time.start : time.end]
        clause, _ = clause_around(self.text, time.start, sentence.start, time.start)
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
                region=self.places.governing(clause, aim.end) or self.places.default,
                redacted=bool(_LEFT_OUT.search(words)),
                rule="quantity.deadline",
            )
        )
