"""Answers are shown as tables that align, and as the W3C's CSV and JSON."""

import csv
import io
import json
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from kg.store import FORMATS, Answer, Built, prefixes_for, rows_of, shown
from kg.store.asking import Row
from kg.store.place import width
from kg.store.terms import Term

XSD = "http://www.w3.org/2001/XMLSchema#"
BUILT = Built(Path("graph.ttl"), "https://lvtu.example/", prefixes_for())
ROWS: list[Row] = [
    (Term("uri", "https://lvtu.example/id/region/640100"), Term("literal", "银川市", "", "zh"), None),
    (
        Term("uri", "https://lvtu.example/ontology#Region"),
        Term("literal", '说"绿"，\n再说', f"{XSD}string"),
        Term("literal", "35.0", f"{XSD}decimal"),
    ),
]


def answer(kind: str = "rows", boolean: bool = False) -> Answer:
    return Answer(kind, ("id", "名称", "value"), boolean, iter(ROWS))


def text(form: str, found: Answer, limit: int | None = None, room: int | None = None) -> str:
    return "".join(shown(found, BUILT, form, limit, room))


def test_a_table_aligns_chinese() -> None:
    assert text("table", answer()).splitlines() == [
        "id                  名称           value",
        "──────────────────  ─────────────  ─────",
        "<id/region/640100>  银川市",
        'kg:Region           说"绿"， 再说  35',
        "(2 rows)",
    ]


def test_a_table_fits_the_terminal() -> None:
    lines = text("table", answer(), room=36).splitlines()
    assert max(width(line) for line in lines[:-1]) <= 36
    assert lines[-1] == "(2 rows; some cells are cut, --format csv gives them whole)"
    assert "…" in lines[2]


def test_csv_is_read_back() -> None:
    found = text("csv", answer())
    assert found.startswith("id,名称,value\r\n")
    assert list(csv.reader(io.StringIO(found, newline=""))) == [
        ["id", "名称", "value"],
        ["https://lvtu.example/id/region/640100", "银川市", ""],
        ["https://lvtu.example/ontology#Region", '说"绿"，\n再说', "35.0"],
    ]


def test_json_is_read_back_by_another_library() -> None:
    found = text("json", answer())
    parsed = pyoxigraph.parse_query_results(found.encode(), pyoxigraph.QueryResultsFormat.JSON)
    assert isinstance(parsed, pyoxigraph.QuerySolutions)
    name, value = (
        pyoxigraph.Literal("银川市", language="zh"),
        pyoxigraph.Literal("35.0", datatype=pyoxigraph.NamedNode(f"{XSD}decimal")),
    )
    rows = list(parsed)
    assert (rows[0]["名称"], rows[0]["value"], rows[1]["value"]) == (name, None, value)
    assert rows_of(found)[1]["名称"] == '说"绿"，\n再说'


@pytest.mark.parametrize(
    ("form", "yes", "no"),
    [
        ("table", "yes\n", "no\n"),
        ("csv", "boolean\r\ntrue\r\n", "boolean\r\nfalse\r\n"),
        ("json", '{"head": {}, "boolean": true}\n', '{"head": {}, "boolean": false}\n'),
    ],
)
def test_a_yes_or_no(form: str, yes: str, no: str) -> None:
    assert text(form, answer("boolean", True)) == yes
    assert text(form, answer("boolean", False)) == no


def test_triples_are_shown_as_turtle() -> None:
    rows: list[Row] = [
        (ROWS[0][0], Term("uri", "http://www.w3.org/2004/02/skos/core#prefLabel"), ROWS[0][1]),
        (ROWS[0][0], Term("uri", "https://lvtu.example/ontology#value"), ROWS[1][2]),
        (ROWS[0][0], Term("uri", "https://lvtu.example/ontology#text"), ROWS[1][1]),
    ]
    found = text("table", Answer("triples", ("subject", "predicate", "object"), False, iter(rows)))
    assert found.splitlines()[-3:] == [
        '<id/region/640100> skos:prefLabel "银川市"@zh .',
        '<id/region/640100> kg:value "35.0"^^xsd:decimal .',
        '<id/region/640100> kg:text "说\\"绿\\"，\\n再说" .',
    ]
    assert len(rdflib.Graph().parse(data=found, format="turtle")) == 3


@pytest.mark.parametrize("form", [row.name for row in FORMATS])
def test_a_limit_holds_in_every_format(form: str) -> None:
    assert "银川市" in text(form, answer(), limit=1)
    assert "kg:Region" not in text(form, answer(), limit=1).replace("https://lvtu.example/ontology#", "kg:")
    if form == "json":
        assert len(json.loads(text(form, answer(), limit=1))["results"]["bindings"]) == 1


def test_no_rows() -> None:
    assert text("table", Answer("rows", ("a",), False, iter([]))) == "a\n─\n(0 rows)\n"
    assert text("csv", Answer("rows", ("a",), False, iter([]))) == "a\r\n"
    assert rows_of(text("json", Answer("rows", ("a",), False, iter([])))) == []
