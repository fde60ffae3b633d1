"""Every prepared question has an answer that was checked against the texts; pyoxigraph and rdflib give the same."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
import rdflib
from asked import ANSWERS, Case, by_value, cases, read_case, write_case
from rdflib.plugins.sparql import prepareQuery

from kg.pipeline import build
from kg.store import Question, fill, query_memory, question_named, questions, read_memory, rows_of
from kg.store.tokens import tokenize
from kg.write import write_graph

NAMES = [question.name for question in questions()]
# rdflib takes about a minute for these.
SLOW = {"conflicts"}

Row = dict[str, Any]


def test_every_question_has_an_answer() -> None:
    assert [case.question for case in cases()] == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_pyoxigraph_gives_the_answer(name: str, asked_store: pyoxigraph.Store, request: pytest.FixtureRequest) -> None:
    case = read_case(ANSWERS / f"{name}.json")
    found = asked_store.query(case.sparql)
    assert isinstance(found, pyoxigraph.QuerySolutions)
    columns = [variable.value for variable in found.variables]
    rows = by_value(rows_of(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b""), columns)
    if request.config.getoption("--update-golden"):
        write_case(Case(name, case.parameters, columns, rows))
        case = read_case(ANSWERS / f"{name}.json")
    assert columns == case.columns
    assert rows == case.rows
    assert rows, "an answer without rows shows nothing"


@pytest.mark.parametrize("name", [pytest.param(name, marks=pytest.mark.slow if name in SLOW else ()) for name in NAMES])
def test_rdflib_gives_the_same_answer(name: str, asked_rdflib: rdflib.Graph) -> None:
    case = read_case(ANSWERS / f"{name}.json")
    results = asked_rdflib.query(case.sparql).serialize(format="json")
    assert by_value(rows_of(results or b""), case.columns) == case.rows


@pytest.mark.slow
def test_both_agree_on_the_seeds(shared: Path, tmp_path: Path) -> None:
    write_graph(build([shared / "seeds"]).graph.tables, tmp_path)
    turtle = tmp_path / "graph.ttl"
    store, graph = read_memory([turtle.read_text("utf-8")]), rdflib.Graph().parse(turtle)
    for case in cases():
        found = store.query(case.sparql)
        assert isinstance(found, pyoxigraph.QuerySolutions)
        one = rows_of(found.serialize(format=pyoxigraph.QueryResultsFormat.JSON) or b"")
        other = rows_of(graph.query(case.sparql).serialize(format="json") or b"")
        assert by_value(one, case.columns) == by_value(other, case.columns), case.question


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_a_file_is_valid_as_it_stands(question: Question) -> None:
    prepareQuery(question.sparql)
    pyoxigraph.Store().query(question.sparql)


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_a_question_has_titles_and_parameters_in_both_languages(question: Question) -> None:
    assert question.zh
    assert question.en.isascii()
    for parameter in question.parameters:
        assert parameter.zh != parameter.en


@pytest.mark.parametrize("question", questions(), ids=NAMES)
def test_a_question_keeps_to_what_all_stores_do_alike(question: Question) -> None:
    tokens = list(tokenize(question.sparql))
    words = {token.text.upper() for token in tokens if token.kind == "word"}
    # GROUP_CONCAT and SAMPLE have no order; Virtuoso finds no Chinese with REGEX.
    assert not words & {"GROUP_CONCAT", "SAMPLE", "UNDEF", "REGEX", "NOW", "RAND", "LIMIT"}
    assert "ORDER" in words
    # Virtuoso finds no Chinese with IN either.
    for index, token in enumerate(tokens):
        if token.text.upper() == "IN":
            listed = tokens[index + 1 : index + 1 + [later.text for later in tokens[index:]].index(")")]
            assert all(later.text.isascii() for later in listed)


@pytest.mark.parametrize("name", NAMES)
def test_rows_are_in_a_total_order(name: str) -> None:
    """A row without an id, and two rows that are the same, could come in any order."""
    rows = [json.dumps(row, ensure_ascii=False, default=str) for row in read_case(ANSWERS / f"{name}.json").rows]
    assert len(set(rows)) == len(rows)


def has(column: str, part: str) -> Callable[[Row], bool]:
    return lambda row: part in (row[column] or "")


def code(digits: str, column: str) -> Callable[[Row], bool]:
    return lambda row: row[column].split("/id/")[1].split("/")[1].startswith(digits)


NARROWED: list[tuple[str, dict[str, object], Callable[[Row], bool]]] = [
    ("agencies-by-region", {"region": "秦州"}, has("region", "秦州")),
    ("agencies-by-region", {"code": "64"}, code("64", "agencyId")),
    ("agency-duties", {"agency": "生态环境部门", "code": "64"}, code("64", "agencyId")),
    ("campaign-aims", {"about": "燃煤"}, has("addressed", "燃煤")),
    ("campaign-aims", {"region": "银川"}, has("region", "银川")),
    ("campaign-measures", {"campaign": "蓝天"}, has("campaign", "蓝天")),
    ("campaign-measures", {"region": "石嘴山"}, has("region", "石嘴山")),
    ("campaign-measures", {"status": "done"}, lambda row: row["status"] == "done"),
    ("campaigns-by-family", {"family": "蓝天"}, has("family", "蓝天")),
    ("campaigns-by-family", {"region": "吴忠"}, has("region", "吴忠")),
    ("campaigns-by-family", {"code": "62"}, code("62", "campaignId")),
    ("conflicts", {"kind": "change"}, lambda row: row["kind"] == "change"),
    ("conflicts", {"indicator": "PM2.5"}, has("indicator", "PM2.5")),
    ("conflicts", {"region": "石嘴山", "code": "6402", "kind": "values"}, lambda row: row["kind"] == "values"),
    ("doctrines-by-year", {"year": "2023"}, lambda row: row["year"] == "2023"),
    ("doctrines-by-year", {"least": 1}, lambda row: row["documents"] >= 1),
    ("documents-by-region-and-year", {"region": "石嘴山"}, has("region", "石嘴山")),
    ("documents-by-region-and-year", {"code": "65"}, code("65", "regionId")),
    ("documents-by-region-and-year", {"year": "2022"}, lambda row: row["year"] == "2022"),
    ("left-open", {"kind": "redacted"}, lambda row: row["kind"] == "redacted"),
    ("levels-by-year", {"indicator": "PM10"}, has("indicator", "PM10")),
    ("levels-by-year", {"region": "石嘴山"}, has("region", "石嘴山")),
    ("levels-by-year", {"code": "6402"}, has("region", "石嘴山")),
    ("measures-by-medium", {"region": "银川"}, has("region", "银川")),
    ("measures-by-medium", {"code": "62"}, lambda row: row["scope"].startswith("62")),
    ("measures-by-medium", {"medium": "air"}, lambda row: row["medium"] == "air"),
    ("measures-for-problems", {"region": "石嘴山"}, has("region", "石嘴山")),
    ("measures-for-problems", {"code": "65"}, code("65", "problemId")),
    ("measures-for-problems", {"medium": "waste"}, lambda row: row["medium"] == "waste"),
    ("mechanisms-by-region", {"mechanism": "一票否决"}, has("mechanism", "一票否决")),
    ("mechanisms-by-region", {"region": "新疆"}, has("region", "新疆")),
    ("mechanisms-by-region", {"code": "62"}, code("62", "mechanismId")),
    ("meetings", {"region": "新疆"}, has("region", "新疆")),
    ("meetings", {"code": "620502"}, code("620502", "meetingId")),
    ("observations", {"indicator": "优良天数"}, has("indicator", "优良天数")),
    ("observations", {"region": "新疆"}, has("region", "新疆")),
    ("observations", {"code": "62"}, code("62", "observationId")),
    ("observations", {"after": "2023-12"}, lambda row: str(row["to"] or "") >= "2023-12"),
    ("observations", {"before": "2013"}, lambda row: row["to"] is not None and str(row["to"]) < "2014"),
    ("organizations", {"organization": "华电"}, has("organization", "华电")),
    ("people-and-offices", {"person": "刘"}, has("person", "刘")),
    ("people-and-offices", {"office": "组长"}, has("office", "组长")),
    ("policies-by-year", {"year": "2022"}, lambda row: row["year"] == "2022"),
    ("policies-by-year", {"least": "2"}, lambda row: row["documents"] >= 2),
    ("policies-issued", {"body": "秦州"}, has("issuer", "秦州")),
    ("problems", {"region": "秦州"}, has("region", "秦州")),
    ("problems", {"code": "65"}, code("65", "problemId")),
    ("problems", {"medium": "noise"}, lambda row: row["medium"] == "noise"),
    ("projects", {"region": "阿克苏"}, has("region", "阿克苏")),
    ("projects", {"company": "华电"}, has("company", "华电")),
    ("projects", {"campaign": "模范城市"}, has("campaign", "模范城市")),
    ("projects", {"least": "100000000"}, lambda row: (row["investment"] or 0) >= 100000000),
    ("targets-and-outcomes", {"region": "石嘴山"}, has("region", "石嘴山")),
    ("targets-and-outcomes", {"code": "64"}, code("64", "targetId")),
    ("targets-and-outcomes", {"indicator": "能耗"}, has("indicator", "能耗")),
    ("targets-and-outcomes", {"after": "2022-06"}, lambda row: row["due"] >= "2022-06"),
    ("targets-and-outcomes", {"before": "2015"}, lambda row: row["due"] < "2016"),
    ("targets-and-outcomes", {"status": "missed"}, lambda row: row["status"] == "missed"),
    ("targets-by-deadline", {"region": "银川"}, has("region", "银川")),
    ("targets-by-deadline", {"code": "64"}, code("64", "targetId")),
    ("targets-by-deadline", {"indicator": "污水"}, has("indicator", "污水")),
    ("targets-by-deadline", {"after": "2025-12-31"}, lambda row: row["due"] >= "2025-12-31"),
    ("targets-by-deadline", {"before": "2023-10"}, lambda row: row["due"] < "2023-11"),
    ("targets-of-regions", {"indicator": "PM2.5"}, has("indicator", "PM2.5")),
    ("targets-of-regions", {"year": "2022"}, lambda row: row["year"] == "2022"),
    ("targets-over-time", {"region": "石嘴山"}, has("region", "石嘴山")),
    ("targets-over-time", {"code": "6402"}, code("6402", "laterId")),
    ("targets-over-time", {"indicator": "氨氮"}, has("indicator", "氨氮")),
    ("targets-undated", {"region": "城东"}, has("region", "城东")),
    ("targets-undated", {"code": "64"}, code("64", "targetId")),
    ("targets-undated", {"indicator": "率"}, has("indicator", "率")),
    ("values-to-check", {"below": 0.6}, lambda row: row["confidence"] < 0.6),
    ("who-cooperates", {"body": "宁夏大学"}, has("other", "宁夏大学")),
    ("who-leads", {"leader": "哈尔肯"}, has("leader", "哈尔肯")),
]


@pytest.mark.parametrize(
    ("name", "given", "kept"), NARROWED, ids=[f"{name}-{'-'.join(given)}" for name, given, _ in NARROWED]
)
def test_a_parameter_narrows_the_answer(
    name: str, given: dict[str, object], kept: Callable[[Row], bool], asked_store: pyoxigraph.Store
) -> None:
    whole = query_memory(asked_store, fill(question_named(name), read_case(ANSWERS / f"{name}.json").parameters))
    assert query_memory(asked_store, fill(question_named(name), given)) == [row for row in whole if kept(row)]


def test_every_optional_parameter_is_shown_to_narrow() -> None:
    optional = {(q.name, parameter.name) for q in questions() for parameter in q.parameters if not parameter.required}
    assert optional <= {(name, key) for name, given, _ in NARROWED for key in given}
