"""Phrases and regimes in, measures out: each clause that states one action taken, under way or required."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from kg.extract.openings import ACTS, FRONTS, PASSED, Opening, Openings
from kg.extract.phrases import Phrase, Word
from kg.extract.regimes import Regime
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Clause, Mention

Status = Literal["done", "underway", "planned"]

_REACH = 3
_OBJECT_LENGTH = 2
_FRONTED_LENGTH = 7
_CLOSING_LENGTH = 3
_MEMBER_LENGTH = 15
_TAIL_LENGTH = 8
_MOVED = ("把", "将")
_TOWARDS = ("把", "将", "向", "由")
_OBJECTS = ("把", "将", "对", "向", "由")
_FAR = ("对", "通过", "借助")


class Measures:
    """Finds the measures of one document, a sentence at a time."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._text = scan.text
        self._openings = Openings(scan, mentions)
        self._works = [mention.start for mention in mentions if mention.type == "Project"]
        rules = read_rules("clauses")
        self._attitude = rules["measure.attitude"].pattern
        self._subordinate = rules["measure.subordinate"].pattern
        self._result = rules["measure.result"].pattern
        self._noun = rules["measure.noun"].pattern
        self._request = rules["measure.request"].pattern
        self._adjunct = rules["measure.adjunct"].pattern
        self._done = rules["measure.done"].pattern
        self._trail = rules["measure.trail"].pattern

    def read(self, phrases: list[Phrase], regime: Regime) -> list[Clause]:
        """Return the measures of one sentence."""
        phrases = [phrase for phrase in phrases if not phrase.heading and self._text[phrase.start] != "（"]
        if not phrases:
            return []
        openings = [self._openings.read(phrase) for phrase in phrases]
        found: list[Clause] = []
        actor: int | None = None
        index = self._topic(phrases)
        purpose = self._text[phrases[0].start] == "为" and len(phrases) > 1
        while index < len(phrases):
            first, last = phrases[index], index
            opening = openings[index]
            if self._ends(self._request, first):
                break
            if opening is None:
                index += 1
                continue
            if purpose and opening.start == first.start:
                index += 1
                continue
            purpose = False
            if opening.actor is not None:
                actor = opening.actor
            if opening.word.classes & FRONTS and not opening.word.classes & ACTS:
                last = self._governed(phrases, openings, index)
                acts = last >= index and not self._regards(opening, phrases[last])
            else:
                acts = self._acts(phrases, openings, index, bool(found))
                if acts:
                    last = self._extended(phrases, openings, index)
            if not acts:
                index += 1
                continue
            if self._text[opening.start] == "由" and index and openings[index - 1] is None:
                opening = opening._replace(start=phrases[index - 1].start)
            for start, end in self._parts(opening, phrases[last]):
                status = self._status(phrases[index], opening, start, end, regime)
                if not (status == "done" and "routine" in opening.word.classes and self._counts(start, end)):
                    found.append(
                        Clause(
                            type="Measure",
                            start=start,
                            end=end,
                            status=status,
                            actor=actor,
                            rule="measure." + _name(opening),
                        )
                    )
            index = last + 1
        return found

    def _topic(self, phrases: list[Phrase]) -> int:
        """Return where a sentence begins to state: verb phrases before 是 or 具有 are its subject."""
        for index in range(len(phrases) - 1, 0, -1):
            phrase = phrases[index]
            if phrase.words and phrase.words[0].start == phrase.start and "copula" in phrase.words[0].classes:
                return index + 1
        return 0

    def _governed(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> int:
        """Return the index of the phrase in which the verb of a fronted object, place or means stands, or -1."""
        first, opening, text = phrases[index], openings[index], self._text
        assert opening is not None
        preposition = text[opening.word.start : opening.word.end]
        if preposition not in _OBJECTS and self._ends(self._adjunct, first):
            return -1
        if not self._ends(self._subordinate, first):
            long = first.end - opening.start >= _FRONTED_LENGTH
            if self._closes(first, opening.word.end, preposition) or (preposition in _MOVED and long):
                return index if long else -1
        if preposition not in _FAR:
            return -1
        for last in range(index + 1, min(index + _REACH, len(phrases))):
            later = openings[last]
            if later is None or self._ends(self._subordinate, phrases[last]):
                continue
            if later.word.classes & {"act", "ban"}:
                return last
            if later.word.classes & FRONTS and self._closes(phrases[last], later.word.end, preposition):
                return last
        return -1

    def _closes(self, phrase: Phrase, begin: int, preposition: str) -> bool:
        """Tell whether a verb governs what a preposition fronts: outside the modifier that the last 的 ends."""
        text = self._text
        modifier = text.rfind("的", begin, phrase.end)
        before: Word | None = None
        for word in phrase.words:
            if word.start > begin and word.classes & {"light", "act", "ban"} and text[word.start - 1] not in "的、":
                if "light" in word.classes and "head-verb" not in word.classes:
                    return True
                if word.start > modifier or "light" in word.classes:
                    after = phrase.end - word.end
                    if (
                        before is not None
                        and before.end == word.start
                        and before.classes & PASSED
                        and text[before.start - 1] not in "对、和"
                    ):
                        return True
                    if preposition in _TOWARDS or (
                        after >= _CLOSING_LENGTH and ("head-verb" in word.classes or preposition not in _FAR)
                    ):
                        return True
            before = word
        return False

    def _regards(self, opening: Opening, phrase: Phrase) -> bool:
        """Tell whether a fronted object only meets with regard, or with a result: 把…放在首位, 在…方面取得进展."""
        text, start = self._text, opening.word.end
        return (
            self._attitude.search(text, start, phrase.end) is not None
            or self._result.search(text, max(start, phrase.start), phrase.end) is not None
            or any("copula" in word.classes and text.find("的", word.end, phrase.end) < 0 for word in phrase.words)
        )

    def _acts(self, phrases: list[Phrase], openings: list[Opening | None], index: int, follows: bool) -> bool:
        """Tell whether an opening is an action, not an effect, an exhortation, a subject or a condition."""
        phrase, opening = phrases[index], openings[index]
        assert opening is not None
        word = opening.word
        if not word.classes & ACTS:
            return False
        text = self._text
        if ("prior" not in word.classes and self._ends(self._subordinate, phrase)) or self._noun.match(
            text, word.end, phrase.end
        ):
            return False
        if self._result.search(text, word.end, phrase.end) and text.find("的", word.end, phrase.end) < 0:
            return False
        if text[word.end] == "、" and not any(other.start == word.end + 1 for other in phrase.words):
            return False
        rest = [other for other in phrase.words if other.start >= word.end]
        if any("copula" in other.classes and self._predicates(other, phrase) for other in rest):
            return False
        begin = word.end + (self._text[word.end : word.end + 1] in "好了着")
        if phrase.end - begin < _OBJECT_LENGTH and not word.classes & {"ban", "whole"}:
            return False
        if rest and rest[-1].end == phrase.end and rest[-1].classes & {"attitude-object", "grand-aim"}:
            if ("grand-aim" in rest[-1].classes and "pivot" not in word.classes) or word.classes & {"soft", "regard"}:
                return False
        if any("vague-object" in other.classes and other.start <= begin and other.end == phrase.end for other in rest):
            return False
        ends = any(other.end == phrase.end and "effect-object" in other.classes for other in rest)
        if "soft" in word.classes and "act" not in word.classes:
            final = not any(later is not None and "act" in later.word.classes for later in openings[index + 1 :])
            if "strict-aim" in word.classes:
                return not (follows and (final or ends))
            return not (follows and final and ends)
        return True

    def _extended(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> int:
        """Return the index of the phrase where an action ends that a comma cuts before its object or its second verb."""
        if index + 1 == len(phrases):
            return index
        phrase, later, text = phrases[index], phrases[index + 1], self._text
        opening = openings[index]
        assert opening is not None
        if text.startswith("以及", later.start):
            return index + 1
        rest = [word for word in phrase.words if word.start >= opening.word.end]
        if "pivot" in opening.word.classes and rest:
            hangs = "agent" in rest[-1].classes and rest[-1].end == phrase.end
            for word in rest:
                if word.classes & {"condition", "fronting", "means", "exhort"}:
                    hangs = True
                elif word.classes & ACTS:
                    hangs = False
            if hangs:
                for last in range(index + 1, min(index + _REACH, len(phrases))):
                    if openings[last] is not None:
                        return last
        last = index
        while (
            last + 1 < len(phrases)
            and text[phrases[last].end - 2 : phrases[last].end]
            == text[phrases[last + 1].end - 2 : phrases[last + 1].end]
            and openings[last + 1] is None
            and phrases[last + 1].end - phrases[last + 1].start <= _MEMBER_LENGTH
            and not any(word.classes & ACTS for word in phrases[last + 1].words)
        ):
            last += 1
        return last

    def _predicates(self, word: Word, phrase: Phrase) -> bool:
        return self._text.find("的", word.end, phrase.end) < 0 or self._text.startswith("是", word.start)

    def _parts(self, opening: Opening, phrase: Phrase) -> list[tuple[int, int]]:
        """Cut a phrase into parallel actions (制定…、建立…, 淘汰…并实现…), each verb with its object."""
        starts = [opening.start]
        objects = opening.word.end
        if not opening.word.classes & FRONTS:
            for word in phrase.words:
                if word.start <= objects + 2 or not word.classes & {"act", "soft"}:
                    continue
                before = self._text[word.start - 1]
                if (before == "、" and "head-verb" in word.classes and phrase.end - word.end > 2) or (
                    before == "并" and phrase.end - word.end > 2
                ):
                    if "的" not in self._text[word.end : phrase.end]:
                        starts.append(word.start)
                        objects = word.end
        bounds = [*starts[1:], phrase.end]
        return [(start, self._trim(start, end)) for start, end in zip(starts, bounds, strict=True)]

    def _trim(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1] in "、并和，；。后 ":
            end -= 1
        found = self._trail.search(self._text, start, end)
        return found.start() if found else end

    def _status(self, phrase: Phrase, opening: Opening, start: int, end: int, regime: Regime) -> Status:
        if "continuing" in opening.passed:
            return "underway"
        if "must" not in opening.passed and self._done.search(self._text, phrase.start, end):
            return "done"
        if regime is Regime.REPORT:
            return "done"
        at = bisect_left(self._works, start)
        if at < len(self._works) and self._works[at] < end and self._text.startswith("加快", start):
            return "underway"
        return "planned"

    def _ends(self, pattern: re.Pattern[str], phrase: Phrase) -> bool:
        """Tell whether a phrase ends in a pattern; only its last characters are searched."""
        return pattern.search(self._text, max(phrase.start, phrase.end - _TAIL_LENGTH), phrase.end) is not None

    def _counts(self, start: int, end: int) -> bool:
        return any(letter.isdigit() for letter in self._text[start:end])


def _name(opening: Opening) -> str:
    if opening.word.classes & FRONTS:
        return "fronted"
    return "ban" if "ban" in opening.word.classes else "verb"
