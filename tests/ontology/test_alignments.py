"""What the outside vocabularies conclude from the graph through the alignments is true, and every term exists there."""

from pathlib import Path

import owlrl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS
from worked import build_tables

from kg.graph import KnowledgeGraph
from kg.ontology import schema_files
from kg.rdf import DEFAULT_BASE

KG = rdflib.Namespace(f"{DEFAULT_BASE}ontology#")
FOAF = rdflib.Namespace("http://xmlns.com/foaf/0.1/")
OBJECTS, DATA = OWL.ObjectProperty, OWL.DatatypeProperty


@pytest.fixture(scope="module")
def outside() -> rdflib.Graph:
    return rdflib.Graph().parse(Path(__file__).with_name("outside.ttl"))


@pytest.fixture(scope="module")
def ontology() -> rdflib.Graph:
    return rdflib.Graph().parse(data=schema_files()["ontology.ttl"], format="turtle")


@pytest.fixture(scope="module")
def concluded(outside: rdflib.Graph, ontology: rdflib.Graph) -> rdflib.Graph:
    """The worked graph with all that RDFS concludes from it, the ontology and the outside vocabularies."""
    graph = KnowledgeGraph(build_tables()).to_rdflib() + ontology + outside
    owlrl.DeductiveClosure(owlrl.RDFS_Semantics).expand(graph)
    return graph


def _aligned(ontology: rdflib.Graph, link: rdflib.URIRef) -> list[tuple[rdflib.URIRef, rdflib.URIRef]]:
    pairs = [(inner, outer) for inner, outer in ontology.subject_objects(link) if outer not in KG]
    assert pairs
    return pairs


def test_every_class_named_is_a_class_there(ontology: rdflib.Graph, outside: rdflib.Graph) -> None:
    for _, outer in _aligned(ontology, RDFS.subClassOf):
        assert {OWL.Class, RDFS.Class} & set(outside.objects(outer, RDF.type)), outer


@pytest.mark.parametrize("link", [RDFS.subPropertyOf, RDFS.seeAlso], ids=["aligned", "near"])
def test_every_property_named_is_one_there_and_of_the_same_kind(
    link: rdflib.URIRef, ontology: rdflib.Graph, outside: rdflib.Graph
) -> None:
    for inner, outer in _aligned(ontology, link):
        kinds = set(outside.objects(outer, RDF.type)) & {OBJECTS, DATA, RDF.Property}
        assert kinds, outer
        if link == RDFS.subPropertyOf:
            other = DATA if (inner, RDF.type, OBJECTS) in ontology else OBJECTS
            assert other not in kinds, (inner, outer)
            literal = (outer, RDFS.range, RDFS.Literal) in outside
            assert not (literal and (inner, RDF.type, OBJECTS) in ontology), (inner, outer)


def test_only_bodies_and_people_become_agents(concluded: rdflib.Graph) -> None:
    agents = set(concluded.subjects(RDF.type, rdflib.PROV.Agent)) | set(concluded.subjects(RDF.type, FOAF.Agent))
    bodies = {thing for name in ("Agency", "Organization", "Person") for thing in concluded[: RDF.type : KG[name]]}
    assert bodies
    assert agents == bodies


def test_only_what_is_stated_as_a_place_becomes_one(concluded: rdflib.Graph) -> None:
    assert set(concluded[: RDF.type : rdflib.PROV.Location]) == set(concluded[: RDF.type : KG.Region])


def test_no_target_was_observed(concluded: rdflib.Graph) -> None:
    targets = set(concluded[: RDF.type : KG.Target])
    assert targets
    assert not targets & set(concluded[: RDF.type : rdflib.SOSA.Observation])
    assert not targets & set(concluded.subjects(rdflib.SOSA.hasSimpleResult))


def test_nothing_is_of_two_classes_that_exclude_each_other(concluded: rdflib.Graph) -> None:
    for one, other in concluded.subject_objects(OWL.disjointWith):
        assert not set(concluded[: RDF.type : one]) & set(concluded[: RDF.type : other]), (one, other)


def test_no_property_of_the_graph_is_of_two_kinds(concluded: rdflib.Graph) -> None:
    assert not set(concluded[: RDF.type : OBJECTS]) & set(concluded[: RDF.type : DATA])


def test_every_entity_has_a_class_of_its_own_only(concluded: rdflib.Graph, ontology: rdflib.Graph) -> None:
    """No domain or range makes a thing a second kind of thing beside the one the graph states."""
    stated = KnowledgeGraph(build_tables()).to_rdflib()
    above = {KG.Entity, KG.Quantity}
    for thing, kind in stated.subject_objects(RDF.type):
        if kind in KG:
            assert {found for found in concluded[thing : RDF.type] if found in KG} - above == {kind}
