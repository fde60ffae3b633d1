"""Phrases and regimes in, measures out: each clause that states one action taken, under way or required."""

from bisect import bisect_left
from collections.abc import Sequence

from kg.extract.accomplished import Status, find_accomplished
from kg.extract.fronting import Fronted, closing_marks, is_subordinate
from kg.extract.hollow import Hollow
from kg.extract.marks import (
    ACT,
    AGENT,
    ATTITUDE_OBJECT,
    BAN,
    BUILDING,
    CONDITION,
    CONTINUING,
    COPULA,
    DUTY,
    EFFECT_OBJECT,
    EFFECTIVE,
    EXHORT,
    FRONTING,
    GRAND_AIM,
    KEEP,
    LINK,
    MEANS,
    MUST,
    ONLY_THEN,
    PIVOT,
    PRIOR,
    REGARD,
    REQUESTING,
    ROUTINE,
    SOFT,
    STRICT_AIM,
    VAGUE_OBJECT,
    VERDICT,
    WHOLE,
)
from kg.extract.openings import ACTS, FRONTS, TURNS, Opening, Openings, acts
from kg.extract.parts import Parts
from kg.extract.phrases import Phrase, Word
from kg.extract.regimes import Regime
from kg.extract.scan import Scan
from kg.extract.topics import Topics
from kg.lexicon.rules import read_rules
from kg.model import Clause, Mention

_REACH = 3
_OBJECT_LENGTH = 2
_BY_LAW = ("依照", "按照", "根据")
_MEMBER_LENGTH = 15
_LISTED = 7
_VISION_LENGTH = 14
_TOPIC_LENGTH = 6  # a topic, with 要 and adverbs, before a verb that has no other object: 小煤矿今年要全部关闭


class Measures:
    """Finds the measures of one document, a sentence at a time."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._text = scan.text
        self._openings = Openings(scan, mentions)
        self._works = [mention.start for mention in mentions if mention.type == "Project"]
        rules = read_rules("clauses")
        self._fronted = Fronted(self._text)
        self._subordinate = rules["measure.subordinate"].pattern
        self._result = rules["measure.result"].pattern
        self._noun = rules["measure.noun"].pattern
        self._done = rules["measure.done"].pattern
        self._vision = rules["measure.vision"].pattern
        self._negated = rules["measure.negated"].pattern
        self._hollow = Hollow(self._text, statute=scan.is_statute)
        self._means = rules["measure.means"].pattern
        self._against = rules["measure.against"].pattern
        self._topics = Topics(self._text, statute=scan.is_statute)
        self._parts = Parts(self._text)

    def read(self, phrases: list[Phrase], regime: Regime) -> list[Clause]:
        """Return the measures of one sentence."""
        phrases = [phrase for phrase in phrases if not phrase.heading and self._text[phrase.start] != "（"]
        if not phrases:
            return []
        openings = [self._openings.read(phrase) if phrase.marks & TURNS else None for phrase in phrases]
        found: list[Clause] = []
        actor: int | None = None
        index = self._topic(phrases)
        purpose = self._text[phrases[0].start] == "为" and len(phrases) > 1
        while index < len(phrases):
            first, last = phrases[index], index
            opening = openings[index]
            if first.marks & REQUESTING and first.words[-1].end == first.end and first.words[-1].marks & REQUESTING:
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
            if opening.word.marks & FRONTS and not opening.word.marks & ACTS:
                last = self._fronted.closed(phrases, openings, index)
                counts = last >= index
            else:
                counts = self._acts(phrases, openings, index, bool(found))
                counts = counts and not (opening.passed & EFFECTIVE and self._sums_up(phrases, index, found))
                if counts:
                    last = self._extended(phrases, openings, index)
            if not counts or (last == index and self._topics.names(phrases, openings, index)):
                index += 1
                continue
            if self._topics.lacking(phrases, openings, index):
                opening = opening._replace(start=phrases[index - 1].start)
            for start, end in self._parts.cut(opening, phrases[last]):
                if self._negated.search(self._text, max(0, start - 2), start):
                    continue
                status = self._status(phrases[index], opening, start, end, regime)
                if not (status == "done" and opening.word.marks & ROUTINE and self._counts(start, end)):
                    found.append(Clause("Measure", start, end, status, actor, (), (), _rule(opening)))
            index = last + 1
        return found + find_accomplished(self._text, phrases, found) if regime is Regime.REPORT else found

    def _topic(self, phrases: list[Phrase]) -> int:
        """Return where a sentence begins to state: verb phrases before 是 or 具有 are its subject."""
        for index in range(len(phrases) - 1, 0, -1):
            phrase = phrases[index]
            if (
                phrase.marks & COPULA
                and phrase.words[0].start == phrase.start
                and phrase.words[0].marks & (COPULA | CONDITION | LINK) == COPULA
            ):
                return index + 1
        return 0

    def _acts(self, phrases: list[Phrase], openings: list[Opening | None], index: int, follows: bool) -> bool:
        """Tell whether an opening is an action, not an effect, an exhortation, a subject or a condition."""
        phrase, opening = phrases[index], openings[index]
        assert opening is not None
        word = opening.word
        if not acts(opening):
            return False
        text = self._text
        if (not word.marks & PRIOR and is_subordinate(self._subordinate, self._text, phrase)) or self._noun.match(
            text, word.end, phrase.end
        ):
            return False
        if self._hollow.is_hollow(phrase, opening):
            return False
        if text.startswith("、", word.end) and not self._coordinated(word, phrase):
            return False
        words, after = phrase.words, word.end
        if phrase.marks & COPULA and any(
            other.marks & COPULA and other.start >= after and self._predicates(other, phrase) for other in words
        ):
            return False
        begin = word.end + (self._text[word.end : word.end + 1] in "好了着")
        if phrase.end - begin < _OBJECT_LENGTH and not word.marks & (BAN | WHOLE):
            if opening.passed & MUST and word.marks & (ACT | DUTY) and word.start - opening.start >= _TOPIC_LENGTH:
                return not text.startswith("：", phrase.end)
            alone = index > 0 and openings[index - 1] is None
            return alone and (opening.passed & ONLY_THEN != 0 or self._topics.bare(phrases, opening, index))
        if word.marks & BUILDING and self._vision.search(text, max(word.end, phrase.end - _VISION_LENGTH), phrase.end):
            return False
        closing = closing_marks(text, words, phrase.end) if words[-1].start >= after else 0
        grand = closing & GRAND_AIM and (word.marks & BUILDING or not word.marks & PIVOT)
        if grand or closing & VERDICT:
            return False
        if closing & ATTITUDE_OBJECT and word.marks & (SOFT | REGARD):
            return False
        if phrase.marks & VAGUE_OBJECT and any(
            other.marks & VAGUE_OBJECT and after <= other.start <= begin and other.end == phrase.end for other in words
        ):
            return False
        if text.find("的", word.end, phrase.end) < 0 and self._result.search(text, word.start, phrase.end):
            return False
        ends = bool(closing & EFFECT_OBJECT)
        if word.marks & SOFT and not word.marks & ACT and not opening.passed & KEEP:
            final = self._is_final(phrases, openings, index)
            if word.marks & STRICT_AIM:
                return not (follows and (final or ends))
            return not (follows and final and ends)
        return True

    def _is_final(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> bool:
        """Tell whether no action follows before the next semicolon."""
        for at in range(index + 1, len(phrases)):
            if self._text[phrases[at - 1].end] == "；":
                return True
            later = openings[at]
            if later is not None and later.word.marks & ACT:
                return False
        return True

    def _sums_up(self, phrases: list[Phrase], index: int, found: list[Clause]) -> bool:
        """Tell whether a phrase closes a report of deeds, and so states what they achieved."""
        closes = index + 1 == len(phrases) or self._text[phrases[index].end] == "；"
        return closes and bool(found) and found[-1].status == "done"

    def _coordinated(self, verb: Word, phrase: Phrase) -> bool:
        """Tell whether a list of verbs follows a verb: 挖掘、策划和培育…."""
        return any(
            word.start == verb.end + 1
            or (
                word.marks & ACTS
                and verb.end < word.start <= verb.end + _LISTED
                and self._text[word.start - 1] in "、和及与并"
            )
            for word in phrase.words
        )

    def _extended(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> int:
        """Return the index of the phrase where an action ends that a comma cuts before its second object or verb."""
        if index + 1 == len(phrases):
            return index
        phrase, later, text = phrases[index], phrases[index + 1], self._text
        opening = openings[index]
        assert opening is not None
        if text.startswith("以及", later.start):
            return index + 1
        # 应当就指控的事实，依照…作出判决: what 就 names first and what is done about it are one.
        if text.startswith("就", opening.word.start) and text.startswith(_BY_LAW, later.start):
            return index + 1
        if opening.word.marks & BAN and self._against.match(text, opening.word.end, phrase.end):
            return index + 1
        if opening.word.marks & BAN and index + 2 < len(phrases) and self._means.match(text, later.start, later.end):
            return index + 2
        rest = opening.word.marks & PIVOT and [word for word in phrase.words if word.start >= opening.word.end]
        if rest:
            hangs = rest[-1].marks & AGENT and rest[-1].end == phrase.end
            for word in rest:
                if word.marks & (CONDITION | FRONTING | MEANS | EXHORT):
                    hangs = True
                elif word.marks & ACTS and not word.marks & AGENT:
                    hangs = False
            if hangs:
                for last in range(index + 1, min(index + _REACH, len(phrases))):
                    reached = openings[last]
                    if reached is not None and (acts(reached) or self._fronted.closed(phrases, openings, last) == last):
                        return last
        last = index
        while (
            last + 1 < len(phrases)
            and text[phrases[last].end - 2 : phrases[last].end]
            == text[phrases[last + 1].end - 2 : phrases[last + 1].end]
            and openings[last + 1] is None
            and phrases[last + 1].end - phrases[last + 1].start <= _MEMBER_LENGTH
            and not any(word.marks & ACTS for word in phrases[last + 1].words)
        ):
            last += 1
        return last

    def _predicates(self, word: Word, phrase: Phrase) -> bool:
        """Tell whether a copula is the clause's own, not of a modifier or a quoted formula."""
        if self._text.find("的", word.end, phrase.end) >= 0 and not self._text.startswith("是", word.start):
            return False
        return self._text.count("“", phrase.start, word.start) == self._text.count("”", phrase.start, word.start)

    def _status(self, phrase: Phrase, opening: Opening, start: int, end: int, regime: Regime) -> Status:
        if opening.passed & CONTINUING:
            return "underway"
        if regime is Regime.REPORT:
            return "done"
        if not opening.passed & MUST and self._done.search(self._text, phrase.start, end):
            return "done"
        at = bisect_left(self._works, start)
        if at < len(self._works) and self._works[at] < end and self._text.startswith("加快", start):
            return "underway"
        return "planned"

    def _counts(self, start: int, end: int) -> bool:
        return any(letter.isdigit() for letter in self._text[start:end])


def _rule(opening: Opening) -> str:
    if opening.word.marks & FRONTS:
        return "measure.fronted"
    return "measure.ban" if opening.word.marks & BAN else "measure.verb"
