"""Phrases and regimes in, problems out: the smallest clause that states something wrong."""

from kg.extract.marks import (
    ACT,
    AGENT,
    AVERTING,
    BAN,
    CONDITION,
    COPULA,
    EFFECT,
    EXHORT,
    FRONTING,
    HARM,
    MODAL,
    MUST,
    SHELTER,
    SOFT,
    STILL,
    VERDICT,
    WRONG,
    WRONG_CHANGE,
    WRONG_OF,
    WRONG_WEAK,
    ZEAL,
)
from kg.extract.phrases import Phrase, Word
from kg.extract.regimes import Regime
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Clause

_BARRED = CONDITION | EXHORT | EFFECT | MODAL | BAN
_STATING = WRONG | WRONG_WEAK | WRONG_CHANGE | WRONG_OF
_RULING = AVERTING | SHELTER
_PREDICATES = WRONG | WRONG_WEAK
_SUBJECT_LENGTH = 4  # a shorter one names an aspect of the subject before it: 造林总量不足、质量不高

# A verdict so near the end of its clause is the clause's predicate, and verbs before it are part of the subject.
_CLOSING = 8
_OPEN = ("的", "时", "外")


class Problems:
    """Finds the problems of one document, a sentence at a time."""

    def __init__(self, scan: Scan) -> None:
        self._text, self._scan = scan.text, scan
        rules = read_rules("clauses")
        self._tail = rules["problem.tail"].pattern
        self._lead = rules["problem.lead"].pattern
        self._states = rules["problem.stated"].pattern
        self._attribute = rules["problem.attribute"].pattern
        self._noun = rules["measure.noun"].pattern
        self._named = rules["problem.named"].pattern
        self._object = rules["problem.object"].pattern
        self._summed = rules["problem.summed"].pattern

    def read(self, phrases: list[Phrase], regime: Regime) -> list[Clause]:
        """Return the problems of one sentence."""
        found = []
        for phrase in phrases:
            if phrase.heading and not (phrase.numbered and regime is Regime.PROBLEM):
                continue
            span = self._span(phrase, regime)
            if span is not None:
                whole = span[:2]
                one = span[2] == "embedded" or self._summed.search(self._text, *whole)
                for start, end in [whole] if one else self._parts(phrase, *whole):
                    found.append(Clause(type="Problem", start=start, end=end, rule="problem." + span[2]))
        return found

    def _parts(self, phrase: Phrase, start: int, end: int) -> list[tuple[int, int]]:
        """Cut a list of statements, each a subject with its predicate: 管网老化、能力不足等问题."""
        text, begin = self._text, start
        parts: list[tuple[int, int]] = []
        for word in phrase.words:
            if word.start < begin or word.end >= end or not word.marks & _PREDICATES:
                continue
            if parts and word.start - begin < _SUBJECT_LENGTH:
                begin = parts.pop()[0]
            if parts and self._named.match(text, word.end, end):
                end = word.end
            elif text[word.end] == "的":
                return [(start, end)]
            elif text[word.end] == "、":
                parts.append((begin, word.end))
                begin = word.end + 1
        reach = max((word.start for word in phrase.words if word.marks & _PREDICATES and word.end <= end), default=end)
        if parts and (reach if reach >= begin else end) - begin < _SUBJECT_LENGTH:
            begin = parts.pop()[0]
        return [*parts, (begin, end)]

    def _span(self, phrase: Phrase, regime: Regime) -> tuple[int, int, str] | None:
        if phrase.marks & VERDICT or self._text[phrase.end - 1] in _OPEN:
            return None
        wrong = self._predicate(phrase, regime) if phrase.marks & _STATING else None
        if wrong is None:
            return self._solved(phrase) or self._stated(phrase, regime)
        text = self._text
        lead = self._lead.match(text, phrase.start, phrase.end)
        start = lead.end() if lead else phrase.start
        named = self._named.match(text, wrong.end, phrase.end) is not None
        before = [word for word in phrase.words if start <= word.start and word.end <= wrong.start]
        ruler = next((word for word in reversed(before) if word.marks & SHELTER), None)
        if ruler is not None and wrong.marks & WRONG_OF and not ruler.marks & COPULA:
            summed = text.find("等", wrong.end, phrase.end)
            return ruler.end, summed if summed > 0 else phrase.end, "embedded"
        # 镇里还存在…的现象 is the town's problem, whole; 还存在…等问题 only says that there is one.
        whose = ruler is not None and ruler.marks & STILL and ruler.start > start
        if ruler is not None and named and wrong.marks & WRONG and not whose:
            begin = ruler.end + (text[ruler.end] in "的着了")
            return begin, wrong.end, "embedded"
        if any(word.marks & (BAN | MUST) for word in before) and not any(word.marks & EXHORT for word in before):
            return None
        first = self._first(before, start)
        if first is not None and first.marks & _BARRED:
            return (first.end, phrase.end, "embedded") if first.marks & SHELTER else None
        ruled = first is not None and first.marks & _RULING and not before[-1].marks & STILL
        if first is not None and ruled and text.find("的", first.end, wrong.start) < 0:
            return None
        return start, phrase.end, "predicate" if ruler is None or ruler.marks & SOFT else "embedded"

    def _solved(self, phrase: Phrase) -> tuple[int, int, str] | None:
        """Read what a phrase's last verb of solving names as a problem that exists: 解决农户贷款难问题."""
        if not phrase.marks & SHELTER or not self._text.endswith("问题", phrase.start, phrase.end):
            return None
        ruler = next(word for word in reversed(phrase.words) if word.marks & SHELTER)
        found = self._object.match(self._text, ruler.end, phrase.end)
        return (*found.span("problem"), "embedded") if found else None

    def _stated(self, phrase: Phrase, regime: Regime) -> tuple[int, int, str] | None:
        stated = self._states.search(self._text, phrase.start, phrase.end) if regime is Regime.PROBLEM else None
        if stated is None:
            return None
        barred = _BARRED | FRONTING if phrase.end - stated.end() <= _CLOSING else _BARRED | FRONTING | ACT
        lead = self._lead.match(self._text, phrase.start, phrase.end)
        start = lead.end() if lead else phrase.start
        at = start
        for word in phrase.words:
            if word.start != at or word.marks & AGENT:
                break
            if word.marks & ACT and self._noun.match(self._text, word.end, phrase.end):
                break
            if word.marks & barred and self._scan.is_boundary(word.end):
                if word.marks & (CONDITION | ACT) and self._text.find("的", word.end, stated.start()) > 0:
                    break
                return None
            at = word.end
        return start, phrase.end, "stated"

    def _first(self, words: list[Word], start: int) -> Word | None:
        """Return the word at the start of a clause, past adverbs of zeal: 坚决防止…; 经 in 经营 is none."""
        for word in words:
            if word.start != start or not self._scan.is_boundary(word.end):
                return None
            if not word.marks & ZEAL:
                return word
            start = word.end
        return None

    def _governs(self, word: Word, phrase: Phrase, regime: Regime) -> bool:
        """Tell whether a verb of lack has an object and is no modifier: 缺乏资金, not 缺乏资金的企业."""
        return phrase.end - word.end > 1 and (
            regime is Regime.PROBLEM or self._text.find("的", word.end, phrase.end) < 0
        )

    def _lists(self, word: Word, phrase: Phrase, regime: Regime) -> bool:
        """Tell whether a statement of what is wrong is followed by another in a list: 布局偏散、特征明显."""
        return (
            regime is Regime.PROBLEM
            and self._text.startswith("、", word.end)
            and self._text.find("的", word.end, phrase.end) < 0
        )

    def _predicate(self, phrase: Phrase, regime: Regime) -> Word | None:
        """Return the last predicate of something wrong that closes the phrase."""
        still = regime is Regime.PROBLEM or bool(phrase.marks & STILL)
        harmful = still and bool(phrase.marks & HARM)
        for word in reversed(phrase.words):
            if word.start == phrase.start:
                continue
            counts = bool(word.marks & WRONG)
            if word.marks & (WRONG_WEAK | WRONG_CHANGE):
                if self._text[word.start - 1] == "的" or self._attribute.match(self._text, word.end):
                    continue
                counts = harmful if word.marks & WRONG_CHANGE else still
            if word.marks & WRONG_OF and self._governs(word, phrase, regime):
                return word
            if counts and (self._tail.match(self._text, word.end, phrase.end) or self._lists(word, phrase, regime)):
                return word
        return None
