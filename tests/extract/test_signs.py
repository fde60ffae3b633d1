"""The sets of signs that save a search hold every sign with which their rules' own examples begin or end."""

import pytest

from kg.extract.agency_owners import _LEVEL_ENDS
from kg.extract.fronting import _SUBORDINATE_ENDS
from kg.extract.openings import _TIME_SIGNS
from kg.extract.phrases import _NUMBER_SIGNS
from kg.lexicon.rules import read_rules


@pytest.mark.parametrize(
    ("file", "rule", "signs"),
    [("clauses", "phrase.number", _NUMBER_SIGNS), ("clauses", "phrase.time", _TIME_SIGNS)],
)
def test_what_a_rule_may_begin_with_is_looked_for(file: str, rule: str, signs: frozenset[str]) -> None:
    found = read_rules(file)[rule]
    begins = {match.group()[0] for text, _ in found.finds if (match := found.pattern.search(text)) and match.group()}
    assert begins
    assert begins <= signs


@pytest.mark.parametrize(
    ("file", "rule", "signs"),
    [
        ("clauses", "measure.subordinate", _SUBORDINATE_ENDS),
        ("offices", "agency.level", frozenset(_LEVEL_ENDS)),
    ],
)
def test_what_a_rule_may_end_with_is_looked_for(file: str, rule: str, signs: frozenset[str]) -> None:
    found = read_rules(file)[rule]
    ends = {match.group()[-1] for text, _ in found.finds if (match := found.pattern.search(text)) and match.group()}
    assert ends
    assert ends <= signs
