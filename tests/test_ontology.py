"""schema/ is what the model says; both parsers read it; the shapes pass a good graph and find planted faults."""

import json
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS
from worked import build_tables

from kg.graph import KnowledgeGraph
from kg.model import ENTITY_TYPES, PREDICATES
from kg.model.entity import Target
from kg.ontology import schema_files
from kg.rdf import DEFAULT_BASE

SCHEMA = Path(__file__).resolve().parent.parent / "schema"
KG = rdflib.Namespace(f"{DEFAULT_BASE}ontology#")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return schema_files()


@pytest.fixture(scope="module")
def ontology(files: dict[str, str]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=files["ontology.ttl"], format="turtle")


@pytest.fixture(scope="module")
def shapes(files: dict[str, str]) -> rdflib.Graph:
    return rdflib.Graph().parse(data=files["shapes.ttl"], format="turtle")


def test_committed_files_are_what_the_model_says(files: dict[str, str]) -> None:
    committed = {path.name: path.read_text("utf-8") for path in SCHEMA.iterdir()}
    assert committed == files, "run `kg schema` and commit schema/"


@pytest.mark.parametrize("name", ["ontology.ttl", "shapes.ttl"])
def test_another_parser_reads_the_turtle(name: str, files: dict[str, str]) -> None:
    assert list(pyoxigraph.parse(files[name].encode(), format=pyoxigraph.RdfFormat.TURTLE))


@pytest.mark.parametrize("said", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_every_class_and_property_has_it_once_in_each_language(said: rdflib.URIRef, ontology: rdflib.Graph) -> None:
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in ontology.subjects(RDF.type, kind):
            texts = list(ontology.objects(term, said))
            assert sorted(text.language for text in texts) == ["en", "zh"], term
            assert all(texts), term


def test_the_ontology_says_what_it_is(ontology: rdflib.Graph) -> None:
    name = rdflib.URIRef(f"{DEFAULT_BASE}ontology")
    said = {predicate.rsplit("/", 1)[-1].rsplit("#", 1)[-1] for predicate in ontology.predicates(name)}
    assert said >= {"title", "description", "creator", "license", "versionInfo", "preferredNamespacePrefix"}
    assert ontology.value(name, rdflib.VANN.preferredNamespaceUri) == rdflib.Literal(str(KG))


def test_every_type_and_predicate_is_defined(ontology: rdflib.Graph) -> None:
    for row in ENTITY_TYPES:
        assert (KG[row.model.__name__], RDF.type, OWL.Class) in ontology
    for predicate in PREDICATES:
        assert (KG[predicate.name], RDF.type, OWL.ObjectProperty) in ontology


def test_every_term_of_the_graph_is_in_ontology_and_context(ontology: rdflib.Graph, files: dict[str, str]) -> None:
    terms = {term for triple in KnowledgeGraph(build_tables()).to_rdflib() for term in triple if term in KG}
    assert terms <= set(ontology.subjects(RDF.type))
    context = json.loads(files["context.jsonld"])["@context"]
    assert {term.removeprefix(KG) for term in terms} <= context.keys()


def test_the_context_turns_plain_words_into_the_same_triples(files: dict[str, str]) -> None:
    row = {
        "id": "region/640100",
        "type": "Region",
        "prefLabel": "银川市",
        "altLabel": ["银川"],
        "scope": "640100",
        "within": "region/640000",
    }
    text = json.dumps(json.loads(files["context.jsonld"]) | row)
    read = set(rdflib.Graph().parse(data=text, format="json-ld"))
    assert len(read) == 5
    assert read <= set(KnowledgeGraph(build_tables()).to_rdflib())


def test_the_json_schema_describes_every_type(files: dict[str, str]) -> None:
    defined = json.loads(files["entities.schema.json"])["$defs"]
    assert {row.model.__name__ for row in ENTITY_TYPES} <= defined.keys()


def test_shapes_pass_a_good_graph(shapes: rdflib.Graph) -> None:
    conforms, _, text = pyshacl.validate(KnowledgeGraph(build_tables()).to_rdflib(), shacl_graph=shapes)
    assert conforms, text


_ID = f"{DEFAULT_BASE}id/"
_TARGET = next(entity for entity in build_tables().entities if isinstance(entity, Target)).id
_FAULTS = {
    "an entity without evidence": (f"DELETE WHERE {{ <{_ID}{_TARGET}> kg:evidence ?e }}", "TargetShape-evidence"),
    "a statement without evidence": (
        "DELETE { ?s kg:evidence ?e } WHERE { ?s a kg:Statement ; kg:evidence ?e }",
        "StatementShape-evidence",
    ),
    "an object of the wrong class": (
        "DELETE { ?c kg:conductedIn ?r } INSERT { ?c kg:conductedIn ?c } WHERE { ?c kg:conductedIn ?r }",
        "CampaignShape-conductedIn",
    ),
    "a span beyond the document": (
        "DELETE { ?s oa:end ?n } INSERT { ?s oa:end 501 } WHERE { ?s oa:end ?n ; oa:exact '总磷' }",
        "DocumentShape-spans",
    ),
    "a span that ends before it starts": (
        "DELETE { ?s oa:end ?n } INSERT { ?s oa:end 0 } WHERE { ?s oa:end ?n ; oa:exact '总磷' }",
        "SelectorShape-start",
    ),
    "a number without unit": ("DELETE WHERE { ?t kg:unit ?u }", "TargetShape-unitRule"),
    "a number that is a string": (
        "DELETE { ?t kg:value ?v } INSERT { ?t kg:value '35.5' } WHERE { ?t kg:value ?v }",
        "TargetShape-value",
    ),
    "an unknown predicate": ("INSERT { ?c kg:likes ?c } WHERE { ?c a kg:Campaign }", "CampaignShape"),
    "a statement of an unknown predicate": (
        "DELETE { ?s rdf:predicate ?p } INSERT { ?s rdf:predicate kg:likes } WHERE { ?s rdf:predicate ?p }",
        "StatementShape-predicate",
    ),
    "a statement without its edge": ("DELETE WHERE { ?a kg:leads ?b }", "StatementShape-edge"),
    "two first names": ("INSERT { ?c skos:prefLabel '又名'@zh } WHERE { ?c a kg:Campaign }", "CampaignShape-prefLabel"),
    "a confidence above one": (
        "DELETE { ?e kg:confidence ?c } INSERT { ?e kg:confidence 1.5 } WHERE { ?e kg:confidence ?c }",
        "EvidenceShape-confidence",
    ),
}


@pytest.mark.parametrize(("update", "shape"), _FAULTS.values(), ids=_FAULTS.keys())
def test_shapes_find_a_planted_fault(update: str, shape: str, shapes: rdflib.Graph) -> None:
    graph = KnowledgeGraph(build_tables()).to_rdflib()
    before = set(graph)
    graph.update(update)
    assert set(graph) != before
    conforms, results, text = pyshacl.validate(graph, shacl_graph=shapes)
    assert not conforms
    sources = {str(source) for source in results.objects(None, rdflib.SH.sourceShape)}
    assert any(source.endswith(f"#{shape}") for source in sources), text
