"""docs/ontology.md is what the model and the committed graph say, and leaves out no term of the graph."""

import re
import subprocess
import sys
from pathlib import Path

import rdflib

from kg.ontology.page import ontology_page

PROJECT = Path(__file__).resolve().parent.parent.parent
PAGE = PROJECT / "docs" / "ontology.md"
GRAPH = PROJECT / "output" / "graph.ttl"


def test_the_committed_page_is_what_the_model_says() -> None:
    command = [sys.executable, "docs/describe_ontology.py", "output/graph.ttl"]
    written = subprocess.run(command, cwd=PROJECT, capture_output=True, check=True).stdout
    assert written == PAGE.read_bytes(), "run `make schema` and commit docs/ontology.md"


def test_every_class_and_property_of_a_graph_has_a_row() -> None:
    used = set(re.findall(r"(?:kg|skos|qudt|oa|dcterms|rdf):\w+", re.sub(r'"[^"]*"', "", GRAPH.read_text("utf-8"))))
    rows = "\n".join(line for line in ontology_page("").splitlines() if line.startswith("| `"))
    assert {term for term in used if f"`{term}`" not in rows and term not in rows} - {"oa:TextQuoteSelector"} == set()


def test_a_row_says_both_languages_and_how_many() -> None:
    lines = ontology_page("").splitlines()
    (high,) = [line for line in lines if line.startswith("| `kg:high` |")]
    assert "上限值<br>upper end of a range" in high
    assert "| Observation, Target | xsd:decimal | 0..1 |" in high
    (leads,) = [line for line in lines if line.startswith("| `kg:leads` |")]
    assert "| Agency, Person, Organization | Campaign, Project, Agency | 0..n |" in leads


def test_the_example_is_turtle_of_a_target_and_its_evidence() -> None:
    (example,) = re.findall(r"```turtle\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    head = GRAPH.read_text("utf-8").split("\n\n", 1)[0]
    graph = rdflib.Graph().parse(data=f"{head}\n\n{example}", format="turtle")
    rows = graph.query("SELECT ?words { ?t a kg:Target ; kg:evidence / oa:hasSelector / oa:exact ?words }")
    assert len(list(rows)) == 1
