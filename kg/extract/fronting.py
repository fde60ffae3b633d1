"""A fronted object, place or means in (对…的企业，在…范围内, 通过…), the phrase of the verb that governs it out."""

import re
from collections.abc import Sequence

from kg.extract.marks import ACT, BAN, COPULA, GRAND_AIM, HEAD_VERB, LIGHT, MUST, VAGUE_OBJECT
from kg.extract.openings import FRONTS, PASSED, Opening
from kg.extract.phrases import Phrase, Word
from kg.lexicon.rules import read_rules

_REACH = 4
_FRONTED_LENGTH = 7
_CLOSING_LENGTH = 3
_TAIL_LENGTH = 8
# The last signs of what measure.subordinate reads; most phrases end in others.
_SUBORDINATE_ENDS = frozenset("的时候后前间中下上际外则针来除面要键起看说献大晰动为导题旨标心向本")
_MOVED = ("把", "将")
_TOWARDS = ("把", "将", "向", "由")
_OBJECTS = ("把", "将", "对", "向", "由")
_PLACES = ("在", "从")
_BY = ("由", "对")
_FAR = ("对", "通过", "借助", "就")


def ends_in(pattern: re.Pattern[str], text: str, phrase: Phrase) -> bool:
    """Tell whether a phrase ends in a pattern; only its last characters are searched."""
    return pattern.search(text, max(phrase.start, phrase.end - _TAIL_LENGTH), phrase.end) is not None


def is_subordinate(pattern: re.Pattern[str], text: str, phrase: Phrase) -> bool:
    """Tell whether a phrase only sets time, condition or place for another, by the rule measure.subordinate."""
    return text[phrase.end - 1] in _SUBORDINATE_ENDS and ends_in(pattern, text, phrase)


def closing_marks(text: str, words: Sequence[Word], end: int) -> int:
    """Return the classes of the word that closes a phrase, inside quotation marks too, 0 where none does."""
    if not words:
        return 0
    closed = end - (text[end - 1] in "”》")
    return words[-1].marks if words[-1].end == closed else 0


class Fronted:
    """Finds what governs the fronted parts of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        rules = read_rules("clauses")
        self._attitude = rules["measure.attitude"].pattern
        self._result = rules["measure.result"].pattern
        self._subordinate = rules["measure.subordinate"].pattern
        self._place = rules["measure.place"].pattern
        self._by = rules["measure.by"].pattern
        self._ground = rules["measure.ground"].pattern
        self._adjunct = rules["measure.adjunct"].pattern
        self._whose = rules["measure.whose"].pattern

    def closed(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> int:
        """Return the index of the phrase whose verb governs what `phrases[index]` fronts, -1 for no action."""
        last = self._governed(phrases, openings, index)
        opening = openings[index]
        return -1 if opening is None or last < 0 or self._regards(opening, phrases[last]) else last

    def _governed(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> int:
        first, opening, text = phrases[index], openings[index], self._text
        assert opening is not None
        preposition = text[opening.word.start : opening.word.end]
        if preposition not in _OBJECTS and ends_in(self._adjunct, text, first):
            return -1
        if not is_subordinate(self._subordinate, text, first):
            if (
                opening.passed & MUST
                and preposition not in _OBJECTS
                and self._acts(first, opening.word.end, preposition)
            ):
                return index
            long = first.end - opening.start >= _FRONTED_LENGTH
            moved = preposition in _MOVED or (preposition == "向" and opening.passed & MUST)
            if self._closes(first, opening.word.end, preposition) or (moved and long):
                return index if long else -1
        if preposition not in _FAR:
            return -1
        for last in range(index + 1, min(index + _REACH, len(phrases))):
            later = openings[last]
            if later is None or is_subordinate(self._subordinate, text, phrases[last]):
                continue
            if text.startswith("以及", phrases[last].start) and ends_in(self._whose, text, phrases[last]):
                continue
            if later.word.marks & (ACT | BAN):
                return last
            if later.word.marks & FRONTS and self._closes(phrases[last], later.word.end, preposition):
                return last
        return -1

    def _acts(self, phrase: Phrase, begin: int, preposition: str) -> bool:
        """Tell whether what somebody must do stands behind a ground or beneficiary: 应当为其提供帮助."""
        ground = (self._place if preposition in _PLACES else self._ground).search(self._text, begin, phrase.end)
        if ground and phrase.end - ground.end() >= _CLOSING_LENGTH and not phrase.words[-1].marks & VAGUE_OBJECT:
            return True
        return any(
            word.start > begin
            and word.marks & ACT
            and word.marks & HEAD_VERB
            and phrase.end - word.end >= _CLOSING_LENGTH
            and self._text[word.start - 1] not in "的、和"
            for word in phrase.words
        )

    def _closes(self, phrase: Phrase, begin: int, preposition: str) -> bool:
        """Tell whether a verb governs what a preposition fronts: outside the modifier that the last 的 ends."""
        text = self._text
        if preposition in _BY and ends_in(self._by, text, phrase):
            return True
        if preposition not in _OBJECTS:
            pattern = self._place if preposition in _PLACES else self._ground
            place = pattern.search(text, begin, phrase.end)
            end = place.end() if place else -1
            if any(self._opens(word, begin, end, phrase) for word in phrase.words):
                return True
            begin = max(begin, end)
        modifier = text.rfind("的", begin, phrase.end)
        before: Word | None = None
        for word in phrase.words:
            if word.start > begin and word.marks & (LIGHT | ACT | BAN) and text[word.start - 1] not in "的、":
                if word.marks & LIGHT and not word.marks & HEAD_VERB:
                    return True
                if word.start > modifier or word.marks & LIGHT:
                    after = phrase.end - word.end
                    if (
                        before is not None
                        and before.end == word.start
                        and before.marks & PASSED
                        and text[before.start - 1] not in "对、和"
                        and not (word.end == phrase.end and word.marks & VAGUE_OBJECT)
                    ):
                        return True
                    if preposition in _TOWARDS or (
                        after >= _CLOSING_LENGTH and (word.marks & HEAD_VERB or preposition not in _FAR)
                    ):
                        return True
            before = word
        return False

    def _opens(self, word: Word, begin: int, place: int, phrase: Phrase) -> bool:
        """Tell whether a verb stands right behind a place or ground: 在规划中进一步加大…, 按照规定认定…."""
        if word.start < begin or not word.marks & ACT:
            return False
        for before in reversed(phrase.words):
            if before.end == word.start and before.marks & PASSED:
                word = before
        return word.start == place or (self._text[word.start - 1] in "中内上下里" and word.start > begin + 2)

    def _regards(self, opening: Opening, phrase: Phrase) -> bool:
        """Tell whether a fronted object only meets with regard, or with a result: 把…放在首位, 在…方面取得进展."""
        text, start = self._text, opening.word.end
        return (
            closing_marks(text, phrase.words, phrase.end) & GRAND_AIM != 0
            or self._attitude.search(text, start, phrase.end) is not None
            or self._result.search(text, max(start, phrase.start), phrase.end) is not None
            or (
                phrase.marks & COPULA != 0
                and any(word.marks & COPULA and text.find("的", word.end, phrase.end) < 0 for word in phrase.words)
            )
        )
