"""A graph answers by type, name and evidence, and comes back from its folder as it was."""

from pathlib import Path

import pytest
from worked import AGENCY, CAMPAIGN, CITY, DOCUMENT, HELD, LEADS, OTHER, build_tables

from kg.errors import KgError
from kg.graph import KnowledgeGraph, read_graph


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(build_tables())


@pytest.mark.parametrize(
    ("name", "found"),
    [("银川市", [CITY]), ("银川", [CITY]), ("水务部门", [AGENCY]), ("“净河”行动", [CAMPAIGN]), ("净河", [])],
)
def test_things_are_found_by_any_of_their_names(graph: KnowledgeGraph, name: str, found: list[str]) -> None:
    assert [entity.id for entity in graph.find(name)] == found


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ({"predicate": "leads", "target": CAMPAIGN}, [LEADS]),
        ({"subject": CAMPAIGN}, [HELD]),
        ({"subject": CAMPAIGN, "target": CITY}, [HELD]),
        ({"subject": CAMPAIGN, "target": AGENCY}, []),
        ({"predicate": "partOf"}, []),
    ],
)
def test_statements_are_found_by_any_part(graph: KnowledgeGraph, arguments: dict[str, str], found: list[str]) -> None:
    assert [statement.id for statement in graph.statements(**arguments)] == found


def test_entities_come_by_type(graph: KnowledgeGraph) -> None:
    assert [entity.name for entity in graph.entities("Campaign", "Agency")] == ["银川市水务局", "“净河”行动"]
    assert list(graph.entities()) == list(graph.tables.entities)


def test_evidence_comes_in_order_of_document_and_place(graph: KnowledgeGraph) -> None:
    assert [piece.document for piece in graph.evidence_of(LEADS)] == [DOCUMENT, OTHER]
    assert graph.evidence_of("nothing") == ()


def test_networkx_keeps_every_edge_under_its_id(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx()
    assert network.edges[AGENCY, CAMPAIGN, LEADS]["kind"] == "leads"
    assert network.nodes[CITY]["type"] == "Region"


def test_a_graph_comes_back_from_its_folder(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.write(tmp_path)
    assert read_graph(tmp_path).tables == graph.tables


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"no built graph here.*kg build"):
        read_graph(tmp_path)


def test_a_broken_table_is_named(graph: KnowledgeGraph, tmp_path: Path) -> None:
    graph.write(tmp_path)
    (tmp_path / "tables" / "statements.parquet").write_bytes(b"not Parquet")
    with pytest.raises(KgError, match="build it again"):
        read_graph(tmp_path)
