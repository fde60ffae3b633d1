"""Terms come as Python values, and rows of different stores compare by value."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kg.store import rows_of
from kg.store.terms import Cell, Term, short, value_of

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (None, None),
        (Term("uri", "https://lvtu.example/id/region/640100"), "https://lvtu.example/id/region/640100"),
        (Term("bnode", "b0"), "b0"),
        (Term("literal", "银川市", "", "zh"), "银川市"),
        (Term("literal", "银川市", f"{XSD}string"), "银川市"),
        (Term("literal", "007", f"{XSD}integer"), 7),
        (Term("literal", "1.50", f"{XSD}decimal"), Decimal("1.5")),
        (Term("literal", "1.5E1", f"{XSD}double"), Decimal(15)),
        (Term("literal", "1", f"{XSD}boolean"), True),
        (Term("literal", "false", f"{XSD}boolean"), False),
        (Term("literal", "2023-07-15", f"{XSD}date"), date(2023, 7, 15)),
        (Term("literal", "2023-07-15+08:00", f"{XSD}date"), "2023-07-15+08:00"),
        (Term("literal", "2023-07", f"{XSD}gYearMonth"), "2023-07"),
        (Term("literal", "2023", f"{XSD}gYear"), "2023"),
    ],
)
def test_values(term: Term | None, value: Cell) -> None:
    assert value_of(term) == value
    assert type(value_of(term)) is type(value)


PREFIXES = {"kg": "https://a/ontology#", "skos": "http://s#"}


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        ("https://a/ontology#Region", "kg:Region"),
        ("http://s#prefLabel", "skos:prefLabel"),
        ("https://a/ontology#", "<ontology#>"),
        ("https://a/id/region/640100", "<id/region/640100>"),
        ("http://other/x", "<http://other/x>"),
    ],
)
def test_an_iri_is_short_as_a_query_may_write_it(iri: str, written: str) -> None:
    assert short(Term("uri", iri), "https://a/", PREFIXES) == written


def test_an_iri_is_whole_where_there_is_no_base() -> None:
    assert short(Term("uri", "urn:lvtu:id/x"), None, PREFIXES) == "<urn:lvtu:id/x>"


def results(*bindings: dict[str, Any]) -> str:
    return json.dumps({"head": {"vars": ["a", "b"]}, "results": {"bindings": list(bindings)}})


def test_rows_of_two_stores_are_equal_by_value() -> None:
    one = results(
        {"a": {"type": "literal", "value": "1.5", "datatype": f"{XSD}decimal"}},
        {"b": {"type": "literal", "value": "蓝天", "xml:lang": "zh"}},
    )
    other = results(
        {"a": {"type": "typed-literal", "value": "1.50", "datatype": f"{XSD}decimal"}},
        {"b": {"type": "literal", "value": "蓝天"}},
    )
    assert rows_of(one) == rows_of(other.encode()) == [{"a": Decimal("1.5"), "b": None}, {"a": None, "b": "蓝天"}]
