"""Phrases and regimes in, measures out: each clause that states one action taken, under way or required."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from kg.extract.openings import ACTS, FRONTS, Opening, Openings
from kg.extract.phrases import Phrase, Word
from kg.extract.regimes import Regime
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Clause, Mention

Status = Literal["done", "underway", "planned"]

_REACH = 3
_OBJECT_LENGTH = 2


class Measures:
    """Finds the measures of one document, a sentence at a time."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._text = scan.text
        self._openings = Openings(scan, mentions)
        self._works = [mention.start for mention in mentions if mention.type == "Project"]
        rules = read_rules("clauses")
        self._attitude = rules["measure.attitude"].pattern
        self._subordinate = rules["measure.subordinate"].pattern
        self._announcement = rules["measure.announcement"].pattern
        self._done = rules["measure.done"].pattern
        self._trail = rules["measure.trail"].pattern

    def read(self, phrases: list[Phrase], regime: Regime) -> list[Clause]:
        """Return the measures of one sentence."""
        phrases = [phrase for phrase in phrases if not phrase.heading]
        if not phrases or self._announcement.search(self._text, phrases[0].start, phrases[-1].end):
            return []
        found: list[Clause] = []
        actor: int | None = None
        index = self._topic(phrases)
        while index < len(phrases):
            first, last = phrases[index], index
            opening = self._openings.read(first)
            if opening is None:
                index += 1
                continue
            if opening.actor is not None:
                actor = opening.actor
            if opening.word.classes & FRONTS and not opening.word.classes & ACTS:
                last = self._governed(phrases, index, opening)
                acts = last >= index and not self._attitude.search(self._text, opening.start, phrases[last].end)
            else:
                acts = self._acts(phrases, index, opening, bool(found))
            if not acts:
                index += 1
                continue
            for start, end in self._parts(opening, phrases[last]):
                status = self._status(phrases[index], opening, start, end, regime)
                if not (status == "done" and "routine" in opening.word.classes and self._counts(start, end)):
                    found.append(
                        Clause(type="Measure", start=start, end=end, status=status, actor=actor, rule="measure." + _name(opening))
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

    def _governed(self, phrases: list[Phrase], index: int, opening: Opening) -> int:
        """Return the index of the phrase in which the verb of a fronted object, place or means stands, or -1."""
        preposition = self._text[opening.word.start : opening.word.end]
        moved = preposition in "把将"
        for last in range(index, min(index + _REACH, len(phrases))):
            phrase = phrases[last]
            begin = opening.word.end if last == index else phrase.start
            if last > index:
                later = self._openings.read(phrase)
                if later is not None and later.word.classes & {"act", "ban"} and not later.word.classes & {"effect"}:
                    return last
                if later is not None and later.word.classes & FRONTS:
                    return last if self._closing(phrase, begin) else -1
            if self._subordinate.search(self._text, phrase.start, phrase.end):
                if preposition not in "对通过":
                    return -1
                continue
            if self._closing(phrase, begin) or (moved and phrase.end - begin >= 6):
                return last
            if preposition not in ("对", "通过", "运用", "借助"):
                return -1
        return -1

    def _closing(self, phrase: Phrase, begin: int) -> bool:
        """Tell whether a verb stands outside the modifier that ends with the phrase's last 的."""
        modifier = self._text.rfind("的", begin, phrase.end)
        for word in phrase.words:
            if word.start > begin and word.classes & {"light", "act", "ban"} and word.end < phrase.end:
                if word.start > modifier or "light" in word.classes:
                    return True
        return False

    def _acts(self, phrases: list[Phrase], index: int, opening: Opening, follows: bool) -> bool:
        """Tell whether an opening is an action, not an effect, an exhortation, a subject or a condition."""
        phrase, word = phrases[index], opening.word
        if not word.classes & ACTS:
            return False
        if self._subordinate.search(self._text, phrase.start, phrase.end):
            return False
        rest = [other for other in phrase.words if other.start >= word.end]
        if any("copula" in other.classes and other.end - other.start > 0 and self._predicates(other, phrase) for other in rest):
            return False
        begin = word.end + (self._text[word.end : word.end + 1] in "好了着")
        if phrase.end - begin < _OBJECT_LENGTH and "modal" not in opening.passed:
            return False
        if any("vague-object" in other.classes and other.start <= begin and other.end == phrase.end for other in rest):
            return False
        ends = any(other.end == phrase.end and "effect-object" in other.classes for other in rest)
        final = all(self._trails(later) for later in phrases[index + 1 :])
        if "soft" in word.classes and "act" not in word.classes:
            return not (follows and final and ends)
        return True

    def _predicates(self, word: Word, phrase: Phrase) -> bool:
        return self._text[word.start : word.end] != "是" or self._text[word.end : word.end + 1] not in "否"

    def _trails(self, phrase: Phrase) -> bool:
        opening = self._openings.read(phrase)
        return opening is None or "act" not in opening.word.classes

    def _parts(self, opening: Opening, phrase: Phrase) -> list[tuple[int, int]]:
        """Cut a phrase into parallel actions (制定…、建立…, 淘汰…并实现…), each verb with its object."""
        starts = [opening.start]
        objects = opening.word.end
        if not opening.word.classes & FRONTS:
            for word in phrase.words:
                if word.start <= objects + 2 or "act" not in word.classes:
                    continue
                before = self._text[word.start - 1]
                if (before == "、" and "head-verb" in word.classes) or (before == "并" and phrase.end - word.end > 2):
                    if "的" not in self._text[word.end : phrase.end]:
                        starts.append(word.start)
                        objects = word.end
        bounds = [*starts[1:], phrase.end]
        return [(start, self._trim(start, end)) for start, end in zip(starts, bounds, strict=True)]

    def _trim(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1] in "、并和，；。 ":
            end -= 1
        found = self._trail.search(self._text, start, end)
        return found.start() if found else end

    def _status(self, phrase: Phrase, opening: Opening, start: int, end: int, regime: Regime) -> Status:
        if "continuing" in opening.passed:
            return "underway"
        if self._done.search(self._text, phrase.start, end):
            return "done"
        if regime is Regime.REPORT:
            return "done"
        at = bisect_left(self._works, start)
        if at < len(self._works) and self._works[at] < end and self._text.startswith("加快", start):
            return "underway"
        return "planned"

    def _counts(self, start: int, end: int) -> bool:
        return any(letter.isdigit() for letter in self._text[start:end])


def _name(opening: Opening) -> str:
    if opening.word.classes & FRONTS:
        return "fronted"
    return "ban" if "ban" in opening.word.classes else "verb"
