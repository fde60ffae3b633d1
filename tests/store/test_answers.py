"""The same graph gives the same rows, by value, from pyoxigraph, rdflib, Fuseki, Virtuoso and the Oxigraph server."""

import importlib
import importlib.util
import json
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from real_servers import RealServer
from worked import build_tables

from kg.cli import main
from kg.store.remote import load
from kg.write.turtle import turtle_lines

pytestmark = pytest.mark.slow

XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {f"{XSD}{name}" for name in ("integer", "decimal", "double", "float")}
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
GRAPHS = ("worked", "samples", "seeds")

EVERYTHING = "SELECT ?s ?p ?o { ?s ?p ?o }"
QUERIES = {
    "labels": "SELECT ?id ?name (LANG(?name) AS ?language) { ?id skos:prefLabel|skos:altLabel ?name }",
    "values": """SELECT ?name ?value ?unit ?bound ?due { ?id a kg:Target ; skos:prefLabel ?name ; kg:deadlineDate ?due .
        OPTIONAL { ?id kg:value ?value } OPTIONAL { ?id kg:unit ?unit } OPTIONAL { ?id kg:bound ?bound } }""",
    "dates": "SELECT ?id ?date ?title { ?id dcterms:date ?date ; dcterms:title ?title }",
    "from a day on": 'SELECT ?id ?due { ?id kg:deadlineDate ?due FILTER(?due >= "2025-01-01"^^xsd:date) }',
    "above a decimal": "SELECT ?id ?value { ?id kg:value ?value FILTER(?value > 35.4) }",
    "by type": "SELECT ?type (COUNT(DISTINCT ?id) AS ?n) { ?id a ?type } GROUP BY ?type",
    "sums": """SELECT ?rule (SUM(?share) AS ?sum) (MAX(?share) AS ?most) { ?id kg:rule ?rule ; kg:confidence ?share }
        GROUP BY ?rule""",
    "words in words": """SELECT ?id ?exact { ?id oa:exact ?exact
        FILTER(CONTAINS(?exact, "生态环境") || STRLEN(?exact) > 40) }""",
    "places": """SELECT ?start ?end ?exact {
        ?id oa:hasSelector ?at . ?at oa:start ?start ; oa:end ?end ; oa:exact ?exact }""",
    "redacted": "SELECT ?id ?redacted { ?id kg:redacted ?redacted }",
    "edges of statements": """SELECT ?s ?p ?o {
        ?id a kg:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o . ?s ?p ?o }""",
    "leaders without a target": """SELECT ?name ?campaign {
        ?id skos:prefLabel ?name ; kg:leads ?of . ?of skos:prefLabel ?campaign
        FILTER NOT EXISTS { ?target a kg:Target ; kg:partOf ?of } }""",
}
PREFIXES = "".join(
    f"PREFIX {name}: <{start}>\n"
    for name, start in {
        "kg": "https://lvtu.example/ontology#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": "http://purl.org/dc/terms/",
        "oa": "http://www.w3.org/ns/oa#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "xsd": XSD,
    }.items()
)

# Values for the parameters that a prepared question cannot do without, by name, else by kind.
GIVEN = {"agency": "环境", "one": "银川市", "other": "石嘴山市", "region": "银川市", "below": "0.9"}
GIVEN_BY_KIND = {"text": "环境", "name": "银川市", "number": "1", "date": "2025", "id": "region/640100"}


@pytest.fixture(scope="module")
def turtles(tmp_path_factory: pytest.TempPathFactory, shared: Path) -> dict[str, Path]:
    """Builds: of invented facts, of the samples, and of the seeds beside the project."""
    folders = {name: tmp_path_factory.mktemp(name) for name in GRAPHS}
    (folders["worked"] / "graph.ttl").write_text("".join(turtle_lines(build_tables())), "utf-8")
    assert main(["build", str(Path(__file__).parents[2] / "kg" / "samples"), "-o", str(folders["samples"])]) == 0
    assert main(["build", str(shared / "seeds"), "-o", str(folders["seeds"])]) == 0
    return folders


def graph_of(name: str) -> str:
    return f"https://lvtu.example/of/{name}"


@pytest.fixture(scope="module")
def loaded(turtles: dict[str, Path]) -> Callable[[RealServer], RealServer]:
    """Load all builds into a server, each into its own named graph, once."""
    done: set[str] = set()

    def into(server: RealServer) -> RealServer:
        if server.kind not in done:
            for name, folder in turtles.items():
                result = load(folder, server.url, graph=graph_of(name), login=server.login)
                assert result.held == result.triples > 0
            done.add(server.kind)
        return server

    return into


@cache
def by_pyoxigraph(path: Path) -> pyoxigraph.Store:
    store = pyoxigraph.Store()
    store.bulk_load(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
    return store


@cache
def by_rdflib(path: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(path, format="turtle")


def ask_here(engine: str, path: Path, query: str) -> Any:
    if engine == "rdflib":
        return json.loads(by_rdflib(path).query(query).serialize(format="json") or b"")
    found = by_pyoxigraph(path).query(query)
    return json.loads(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON))


def rows(answer: Any) -> Counter[tuple[tuple[str, object], ...]]:
    """Return how often each row comes, every cell as what it means: 1.50 is 1.5, "1" as a boolean is true."""
    if "boolean" in answer:
        return Counter([(("", answer["boolean"]),)])
    bindings = answer["results"]["bindings"]
    return Counter(tuple(sorted((name, meaning(term)) for name, term in row.items())) for row in bindings)


def meaning(term: dict[str, str]) -> object:
    value, datatype = term["value"], term.get("datatype", "")
    if term["type"] == "uri":
        return ("iri", value)
    if datatype in NUMBERS:
        return ("number", Decimal(value).normalize())
    if datatype == f"{XSD}boolean":
        return ("boolean", BOOLEANS[value])
    if datatype and datatype != f"{XSD}string":
        return (datatype.removeprefix(XSD), value)
    return ("words", value, term.get("xml:lang", "").lower())


def prepared() -> dict[str, str]:
    """Return the prepared questions with their parameters filled in, by name."""
    if importlib.util.find_spec("kg.store.prepared") is None:
        return {}
    module = importlib.import_module("kg.store.prepared")
    filled = {}
    for question in module.questions():
        needed = [parameter for parameter in question.parameters if parameter.required]
        given = {item.name: GIVEN.get(item.name, GIVEN_BY_KIND[item.kind]) for item in needed}
        filled[question.name] = module.fill(question, given)
    return filled


ALL = {name: PREFIXES + text for name, text in QUERIES.items()} | prepared()


@pytest.mark.parametrize("name", GRAPHS)
def test_every_triple_comes_back_equal(name: str, server: RealServer, loaded: Any, turtles: dict[str, Path]) -> None:
    here = rows(ask_here("pyoxigraph", turtles[name] / "graph.ttl", EVERYTHING))
    assert rows(loaded(server).ask(EVERYTHING, graph_of(name))) == here


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("query", ALL)
def test_a_server_gives_the_same_rows(
    query: str, name: str, server: RealServer, loaded: Any, turtles: dict[str, Path]
) -> None:
    here = rows(ask_here("pyoxigraph", turtles[name] / "graph.ttl", ALL[query]))
    assert rows(loaded(server).ask(ALL[query], graph_of(name))) == here


@pytest.mark.parametrize("name", GRAPHS)
@pytest.mark.parametrize("query", ALL)
def test_rdflib_gives_the_same_rows(query: str, name: str, turtles: dict[str, Path]) -> None:
    path = turtles[name] / "graph.ttl"
    expected = rows(ask_here("pyoxigraph", path, ALL[query]))
    assert rows(ask_here("rdflib", path, ALL[query])) == expected


def test_the_queries_of_this_file_find_something(turtles: dict[str, Path]) -> None:
    for query in QUERIES:
        found = [rows(ask_here("pyoxigraph", turtles[name] / "graph.ttl", ALL[query])) for name in GRAPHS]
        assert any(found), query


def test_dates_and_decimals_of_all_kinds_are_among_what_comes_back(turtles: dict[str, Path]) -> None:
    kinds = {
        meaning(row["o"])[0]
        for name in GRAPHS
        for row in ask_here("pyoxigraph", turtles[name] / "graph.ttl", EVERYTHING)["results"]["bindings"]
    }
    assert kinds >= {"iri", "number", "boolean", "words", "date", "gYear", "gYearMonth"}
