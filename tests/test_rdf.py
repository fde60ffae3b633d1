"""Rows become the right terms, and the triples of a merged graph are the union of its parts' triples."""

from decimal import Decimal

import pyoxigraph
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SKOS, Literal, URIRef
from worked import AGENCY, CAMPAIGN, CITY, DOCUMENT, HELD, LEADS, TARGET, build_tables

from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.merge import merge
from kg.model import Tables
from kg.rdf import DEFAULT_BASE, Terms, day, decimal, plain

KG = rdflib.Namespace(f"{DEFAULT_BASE}ontology#")
ID = rdflib.Namespace(f"{DEFAULT_BASE}id/")
OA = rdflib.Namespace("http://www.w3.org/ns/oa#")


@pytest.fixture(scope="module")
def graph() -> rdflib.Graph:
    return KnowledgeGraph(build_tables()).to_rdflib()


@pytest.mark.parametrize(
    ("subject", "predicate", "target"),
    [
        (CAMPAIGN, RDF.type, KG.Campaign),
        (CAMPAIGN, SKOS.prefLabel, Literal("“净河”行动", lang="zh")),
        (CAMPAIGN, SKOS.altLabel, Literal("净河 <一期> & \\二期\\", lang="zh")),
        (CAMPAIGN, KG.medium, Literal("water")),
        (CAMPAIGN, KG.conductedIn, ID[CITY]),
        (CITY, KG.code, Literal("640100")),
        (CITY, KG.within, ID["region/640000"]),
        (TARGET, KG.value, Literal("35.5", datatype=rdflib.XSD.decimal)),
        (TARGET, KG.text, Literal("35.50微克/立方米", lang="zh")),
        (TARGET, KG.deadlineDate, Literal("2025-12-31", datatype=rdflib.XSD.date)),
        (TARGET, KG.redacted, Literal(False)),
        (TARGET, URIRef("http://qudt.org/schema/qudt/hasUnit"), URIRef("http://qudt.org/vocab/unit/MicroGM-PER-M3")),
        ("person/640100/00000000000000000011", KG.office, Literal("局长", lang="zh")),
        (LEADS, RDF.type, KG.Statement),
        (LEADS, RDF.subject, ID[AGENCY]),
        (LEADS, RDF.predicate, KG.leads),
        (LEADS, RDF.object, ID[CAMPAIGN]),
        (DOCUMENT, rdflib.DCTERMS.date, Literal("2023-07", datatype=rdflib.XSD.gYearMonth)),
        (DOCUMENT, KG.fileName, Literal("甲.txt")),
    ],
    ids=lambda term: str(term).rsplit("#", 1)[-1],
)
def test_a_row_becomes_a_triple(graph: rdflib.Graph, subject: str, predicate: URIRef, target: rdflib.term.Node) -> None:
    assert (ID[subject], predicate, target) in graph


def test_evidence_leads_to_document_and_exact_words(graph: rdflib.Graph) -> None:
    (evidence,) = graph.objects(ID[HELD], KG.evidence)
    assert graph.value(evidence, OA.hasSource) == ID[DOCUMENT]
    assert graph.value(evidence, KG.confidence).toPython() == Decimal("0.85")
    selector = graph.value(evidence, OA.hasSelector)
    assert selector == URIRef(f"{evidence}/selector")
    start, end = (graph.value(selector, end).toPython() for end in (OA.start, OA.end))
    assert len(str(graph.value(selector, OA.exact))) == end - start


def test_there_are_no_blank_nodes(graph: rdflib.Graph) -> None:
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]


@settings(max_examples=30)
@given(st.data())
def test_triples_of_merged_tables_are_the_union(data: st.DataObject) -> None:
    parts = [_part(build_tables(), data.draw(st.sets(st.integers(0, 15)))) for _ in range(2)]
    assert _triples(merge(parts)) == _triples(parts[0]) | _triples(parts[1])


def _part(tables: Tables, kept: set[int]) -> Tables:
    rows = {name: [row for place, row in enumerate(table) if place in kept] for name, table in tables}
    return Tables.model_validate(rows)


def _triples(tables: Tables) -> set[pyoxigraph.Triple]:
    from kg.write.turtle import turtle_lines

    turtle = "".join(turtle_lines(tables))
    return {quad.triple for quad in pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)}


@pytest.mark.parametrize(
    ("number", "term"),
    [
        ("1.50", "1.5"),
        ("0.0", "0.0"),
        ("100", "100.0"),
        ("6.3E+9", "6300000000.0"),
        ("1E-7", "0.0000001"),
        ("-2", "-2.0"),
    ],
)
def test_decimals_are_canonical(number: str, term: str) -> None:
    assert decimal(Decimal(number)) == term


@pytest.mark.parametrize("base", ["", "example.org/", "https://x.org/kg#", "https://x.org/a b/", "https://x.org/kg"])
def test_a_base_that_names_cannot_be_added_to_is_refused(base: str) -> None:
    with pytest.raises(UsageError, match="absolute IRI"):
        Terms(base)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("2023", '"2023"^^xsd:gYear'),
        ("2023-07", '"2023-07"^^xsd:gYearMonth'),
        ("2023-07-15", '"2023-07-15"^^xsd:date'),
        ("2023年夏", '"2023年夏"'),
    ],
)
def test_days_are_typed_by_what_is_known(text: str, term: str) -> None:
    assert day(text) == term


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_string_comes_back_from_both_parsers(text: str) -> None:
    turtle = f"<urn:s> <urn:p> {plain(text)} ."
    (quad,) = pyoxigraph.parse(turtle.encode(), format=pyoxigraph.RdfFormat.TURTLE)
    assert quad.triple.object.value == text
    assert str(rdflib.Graph().parse(data=turtle, format="turtle").value(URIRef("urn:s"), URIRef("urn:p"))) == text
