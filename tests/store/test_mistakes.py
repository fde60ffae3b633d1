"""A mistake in a query is named with the token it is at, and with what may have been meant."""

import pyoxigraph
import pytest

from kg.store import prefixes_for
from kg.store.mistakes import mistake

PREFIXES = prefixes_for()

MISTAKES = [
    ("SELEC * { ?s ?p ?o }", "1, 1", "SELEC cannot stand here; did you mean SELECT?"),
    ("SELECT * WHERE {\n ?s ?p ?o .\n FILTR(?x) }", "3, 2", "FILTR cannot stand here; did you mean FILTER?"),
    ("SELECT * { ?s ?p ?o } ORDR BY ?s", "1, 23", "ORDR cannot stand here; did you mean ORDER?"),
    ("SELECT * { ?s ?p ?o } LIMIT x", "1, 29", "x cannot stand here"),
    ("SELECT * { ?s ?p ?o ；}", "1, 21", "； cannot stand here; did you mean ;?"),
    ("SELECT * { 绿图 }", "1, 12", "绿图 cannot stand here"),
    ("SELECT * { ?s ?p }", "1, 18", "} cannot stand here"),
    ("SELECT * { ?s ?p ?o } }", "1, 23", "} cannot stand here"),
    ("SELECT COUNT(*) { ?s ?p ?o }", "1, 8", "COUNT cannot stand here"),
    ("SELECT * { ?s foo:a ?o }", "1, 15", "the prefix foo: is not declared; known: dcterms:, kg:"),
    ('PREFIX x: <y> ASK { ?s ?p "1"^^foo:z }', "1, 27", "the prefix foo: is not declared"),
    ("SELECT ?a { ?a ?b ?c ", "1, 11", "the { here is never closed; } is missing"),
    ("SELECT ?a { ?a ?b ?c FILTER(?a > 3", "1, 28", "the ( here is never closed; ) is missing"),
    ('SELECT * { ?s ?p "abc }', "1, 18", 'the string that " opens has no end'),
    ("SELECT (SUM(?x) AS ?s) ?y { ?x ?p ?y }", "1, 1", "a variable that is selected here is bound nowhere"),
    ("SELECT", "1, 7", "the query ends too early"),
]


def complaint_about(query: str) -> str:
    with pytest.raises(SyntaxError) as refused:
        pyoxigraph.Store().query(query, prefixes=PREFIXES)
    return str(refused.value)


@pytest.mark.parametrize(("query", "place", "message"), MISTAKES)
def test_a_mistake_is_named_with_its_place(query: str, place: str, message: str) -> None:
    line, column = place.split(", ")
    said = str(mistake(query, complaint_about(query), PREFIXES))
    assert said.startswith(f"line {line}, column {column} of the query: {message}")
    shown, caret = said.split("\n")[1:]
    assert shown.split(" | ")[1].strip() in query
    assert caret.endswith("^")


def test_an_empty_query_is_told_what_could_be_asked() -> None:
    assert "kg questions" in str(mistake(" # nothing", complaint_about(" # nothing"), PREFIXES))


def test_a_complaint_without_a_place_is_passed_on() -> None:
    assert "something else" in str(mistake("ASK {}", "something else", PREFIXES))
