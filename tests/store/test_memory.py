"""A graph in memory answers with Python values."""

from datetime import date
from decimal import Decimal

import pytest
from worked import build_tables

from kg.errors import QueryError, UsageError
from kg.graph import KnowledgeGraph


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(build_tables())


def test_rows_are_dictionaries_of_python_values(graph: KnowledgeGraph) -> None:
    pattern = "?target kg:value ?value ; kg:redacted ?redacted ; kg:deadlineDate ?day"
    (row,) = graph.query(f"SELECT ?target ?value ?redacted ?day ?none {{ {pattern} }}")
    assert row == {
        "target": "https://lvtu.example/id/target/640100/0000000000000000000d",
        "value": Decimal("35.5"),
        "redacted": False,
        "day": date(2025, 12, 31),
        "none": None,
    }


def test_a_prepared_question_takes_parameters(graph: KnowledgeGraph) -> None:
    assert [row["led"] for row in graph.query("who-leads", leader="水务局")] == ["“净河”行动", "“净河”行动"]
    assert graph.query("who-leads", leader="林业局") == []
    with pytest.raises(UsageError, match="no parameter is called 'led'"):
        graph.query("who-leads", led="x")


def test_a_yes_or_no_and_triples_are_rows_too(graph: KnowledgeGraph) -> None:
    assert graph.query("ASK { ?x a kg:Region }") == [{"boolean": True}]
    (row,) = graph.query('CONSTRUCT { ?x rdfs:label "x" } WHERE { ?x kg:code "640100" }')
    assert row == {
        "subject": "https://lvtu.example/id/region/640100",
        "predicate": "http://www.w3.org/2000/01/rdf-schema#label",
        "object": "x",
    }


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { ?s ?p }", "line 1, column 18"),
        ("ASK { SERVICE <x> {} }", "another address"),
        ("CLEAR ALL", "change the graph"),
        ("SELECT (kg:f(1) AS ?x) {}", "the query failed"),
    ],
)
def test_what_cannot_be_asked_is_told(graph: KnowledgeGraph, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        graph.query(query)


def test_the_store_is_made_once(graph: KnowledgeGraph) -> None:
    assert graph._store is graph._store
