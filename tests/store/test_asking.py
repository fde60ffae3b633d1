"""A query runs in a process of its own, gives its rows as they come, and is ended at the time limit."""

import subprocess
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError, QueryError, TimeLimitError
from kg.store import ask, disk, find_built
from kg.store.built import Built

# Pairs of pairs of triples: of the smallest graph, more than a machine counts in a year.
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER(STR(?a) = CONCAT(STR(?l), '?')) }"


@pytest.fixture(scope="session")
def built(asked_turtle: Path) -> Built:
    return find_built(asked_turtle.parent)


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """The processes that were started."""
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def watched(*arguments: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(start(*arguments, **options))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", watched)
    return started


def test_rows_come_with_their_columns(built: Built) -> None:
    query = 'SELECT ?name ?none ?code { ?region kg:code ?code ; skos:prefLabel ?name FILTER(?code = "640200") }'
    with ask(built, query) as answer:
        assert (answer.kind, answer.columns) == ("rows", ("name", "none", "code"))
        ((name, none, code),) = answer.rows
    assert name is not None
    assert (name.text, name.language) == ("石嘴山市", "zh")
    assert none is None
    assert code is not None
    assert (code.text, code.language) == ("640200", "")


@pytest.mark.parametrize(("query", "found"), [("ASK { ?x a kg:Region }", True), ("ASK { ?x a kg:Volcano }", False)])
def test_a_yes_or_no(built: Built, query: str, found: bool) -> None:
    with ask(built, query) as answer:
        assert (answer.kind, answer.boolean, list(answer.rows)) == ("boolean", found, [])


@pytest.mark.parametrize(
    "query",
    [
        'CONSTRUCT { ?s rdfs:label ?name } WHERE { ?s kg:code "640200" ; skos:prefLabel ?name }',
        "DESCRIBE <id/region/640200>",
    ],
)
def test_triples_come_as_rows_of_three(built: Built, query: str) -> None:
    with ask(built, query) as answer:
        rows = list(answer.rows)
    assert (answer.kind, answer.columns) == ("triples", ("subject", "predicate", "object"))
    assert {row[0].text for row in rows if row[0]} == {"https://lvtu.example/id/region/640200"}


def test_a_query_that_would_run_for_ever_is_stopped(built: Built, children: list[subprocess.Popen[bytes]]) -> None:
    with pytest.raises(TimeLimitError, match=r"stopped after 1 s; .*--timeout"), ask(built, ENDLESS, 1) as answer:
        list(answer.rows)
    assert [child.poll() is not None for child in children] == [True]


def test_a_yes_or_no_that_would_take_for_ever_is_stopped(built: Built) -> None:
    with pytest.raises(TimeLimitError), ask(built, ENDLESS.replace("SELECT *", "ASK"), 1):
        pass


def test_who_has_enough_rows_ends_the_process(built: Built, children: list[subprocess.Popen[bytes]]) -> None:
    with ask(built, "SELECT * { ?a ?b ?c . ?d ?e ?f }") as answer:
        next(answer.rows)
    assert [child.poll() is not None for child in children] == [True]


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "another address"),
        ("DELETE WHERE { ?s ?p ?o }", "change the graph"),
        ("SELECT * { ?s ?p }", "line 1, column 18"),
        ("SELECT * { ?s ?p ?o FILTER(kg:near(?s)) }", "the query failed: The custom function"),
    ],
)
def test_what_cannot_be_asked_is_told(built: Built, query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message), ask(built, query):
        pass


def test_a_large_graph_is_asked_on_disk(asked_turtle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(disk, "SMALL", 10)
    (tmp_path / "graph.ttl").write_bytes(asked_turtle.read_bytes())
    built = find_built(tmp_path)
    said: list[str] = []
    with pytest.raises(QueryError), ask(built, "SELECT", tell=said.append):
        pass
    assert said == [], "a mistake is told before the store is made"
    for _ in range(2):
        with ask(built, "SELECT (COUNT(*) AS ?n) { ?x a kg:Document }", tell=said.append) as answer:
            assert [[term and term.text for term in row] for row in answer.rows] == [["20"]]
    assert len(said) == 1


def test_turtle_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("@prefix kg: <https://a/ontology#> .\n<a", "utf-8")
    with pytest.raises(KgError, match=r"graph\.ttl: cannot be read as a graph"), ask(find_built(tmp_path), "ASK {}"):
        pass
