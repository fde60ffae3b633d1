"""A scan and its mentions in, measures and problems out, as the smallest clauses that state them."""

from collections.abc import Sequence

from kg.extract.marks import (
    ACT,
    ANNOUNCING,
    BAN,
    BINDING,
    DUTY,
    LIGHT,
    MUST,
    SANCTION,
    SOFT,
    WRONG,
    WRONG_CHANGE,
    WRONG_OF,
    WRONG_WEAK,
)
from kg.extract.measures import Measures
from kg.extract.phrases import Phrase, read_phrases
from kg.extract.problems import Problems
from kg.extract.regimes import Regime, read_regimes
from kg.extract.sanctions import find_sanctions
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Clause, Mention

_SUMMING = 6  # 等突出问题, 的现状: what may follow an embedded problem that its clause only means to end
_WRONG = WRONG | WRONG_WEAK | WRONG_CHANGE | WRONG_OF
_ACTING = ACT | SOFT | BAN | LIGHT | DUTY | BINDING


def relate_clauses(scan: Scan, mentions: Sequence[Mention]) -> list[Clause]:
    """Return the measures and problems of a text, in order."""
    sentences = read_phrases(scan)
    regimes = read_regimes(scan, sentences)
    measures, problems = Measures(scan, mentions), Problems(scan)
    found: list[Clause] = []
    barred = False
    for phrases, regime in zip(sentences, regimes, strict=True):
        if not phrases:
            continue
        marks = 0
        for phrase in phrases:
            marks |= phrase.marks
        punishes = marks & SANCTION != 0 and _punishes(phrases)
        if not (barred and phrases[0].numbered):
            barred = _lists_deeds(scan.text, phrases, punishes)
        elif not marks & MUST or scan.text[phrases[-1].end - 1] == "的":
            continue
        if punishes:
            found += find_sanctions(scan.text, phrases)
            continue
        if marks & ANNOUNCING:
            continue
        wrong = _wrongs(problems, phrases, regime) if marks & _WRONG or regime is Regime.PROBLEM else []
        ends: set[int] = set()
        if wrong:
            ends = {clause.end for clause in wrong} | {
                phrase.end
                for phrase in phrases
                for clause in wrong
                if phrase.start < clause.end < phrase.end <= clause.end + _SUMMING
            }
        found += wrong
        if marks & _ACTING:
            stated = [phrase for phrase in phrases if phrase.end not in ends] if ends else phrases
            found += measures.read(stated, regime)
    return sorted(found, key=lambda clause: (clause.start, -clause.end, clause.type))


def _wrongs(problems: Problems, phrases: list[Phrase], regime: Regime) -> list[Clause]:
    """Read the problems of a sentence; one that states a problem of its own, or two, speaks of problems altogether."""
    wrong = problems.read(phrases, regime)
    if regime is Regime.PROBLEM or not (len(wrong) > 1 or any(clause.rule == "problem.predicate" for clause in wrong)):
        return wrong
    return problems.read(phrases, Regime.PROBLEM)


def _lists_deeds(text: str, phrases: list[Phrase], punishes: bool) -> bool:
    """Tell whether a sentence announces a list of deeds or cases, or one of what it punishes."""
    end = phrases[-1].end
    if text[end : end + 1] in ("。", "；"):
        return False
    deeds = read_rules("clauses")["phrase.list"].pattern
    if not text.startswith("：", end):
        return deeds.search(text, phrases[-1].start, end) is not None
    return punishes or any(deeds.search(text, phrase.start, phrase.end) for phrase in phrases)


def _punishes(phrases: list[Phrase]) -> bool:
    """Tell whether a sentence threatens offenders, not bids an office to act against them: 必须责令其停产."""
    for phrase in phrases:
        bidden = -1
        for word in phrase.words:
            if word.marks & SANCTION and word.start != bidden:
                return True
            bidden = word.end if word.marks & MUST else -1
    return False
