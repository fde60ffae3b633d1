"""Names under kg: that the ontology does not have are noted; in strings, comments and other namespaces they are not."""

import pytest

from kg.ontology import local_names
from kg.store import prefixes_for, questions, unknown_names

PREFIXES = prefixes_for()


def notes(query: str) -> list[str]:
    return list(unknown_names(query, PREFIXES, local_names()))


@pytest.mark.parametrize(
    ("query", "name", "hint"),
    [
        ("ASK { ?x a kg:Campain }", "kg:Campain", "did you mean kg:Campaign?"),
        ("ASK { ?x kg:leds ?y }", "kg:leds", "did you mean kg:leads?"),
        ("ASK { ?x kg:xyzzy ?y }", "kg:xyzzy", "docs/ontology.md lists what it has"),
        ("PREFIX kg: <https://lvtu.example/ontology#> ASK { ?x a kg:目标 }", "kg:目标", "docs/ontology.md"),
    ],
)
def test_a_name_that_is_not_there_is_noted(query: str, name: str, hint: str) -> None:
    (note,) = notes(query)
    assert f"column {query.index(name) + 1} of the query: the ontology has no {name}; {hint}" in note


def test_each_is_noted_once() -> None:
    assert len(notes("SELECT * { ?x a kg:Campain . ?y a kg:Campain ; kg:leds ?x }")) == 2


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?x a kg:Campaign ; kg:leads "kg:leds" } # kg:leds',
        "ASK { ?x skos:prefLable ?y }",
        "PREFIX kg: <https://other.example/> ASK { ?x a kg:Campain }",
        *(question.sparql for question in questions()),
    ],
)
def test_no_note(query: str) -> None:
    assert notes(query) == []
