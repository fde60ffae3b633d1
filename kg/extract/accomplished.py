"""Phrases of a report in, measures out: works it names by what became of them, 二号泵站提前通水."""

from collections.abc import Sequence
from typing import Literal

from kg.extract.fronting import ends_in
from kg.extract.phrases import Phrase
from kg.lexicon.rules import read_rules
from kg.model import Clause

Status = Literal["done", "underway", "planned"]

_SUBJECT_LENGTH = 4


def find_accomplished(text: str, phrases: Sequence[Phrase], found: Sequence[Clause]) -> list[Clause]:
    """Return the works of one reporting sentence that no measure `found` covers."""
    rules = read_rules("clauses")
    done, underway = rules["measure.accomplished"].pattern, rules["measure.progressing"].pattern
    time = rules["phrase.time"].pattern
    works = []
    for phrase in phrases:
        progressing = ends_in(underway, text, phrase)
        if not progressing and not ends_in(done, text, phrase):
            continue
        passed = time.match(text, phrase.start, phrase.end)
        start = passed.end() if passed else phrase.start
        if phrase.end - start < _SUBJECT_LENGTH or any(clause.start < phrase.end <= clause.end for clause in found):
            continue
        status: Status = "underway" if progressing else "done"
        works.append(Clause(type="Measure", start=start, end=phrase.end, status=status, rule="measure.accomplished"))
    return works
