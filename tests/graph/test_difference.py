"""What came and went between two graphs is named by kind; equal graphs differ in nothing."""

from pathlib import Path

import pytest
from worked import LEADS, OTHER, TARGET, build_tables

from kg.cli import main
from kg.graph import KnowledgeGraph, compare


@pytest.fixture
def smaller() -> KnowledgeGraph:
    """The worked graph without one document, the target, and what the campaign's agency leads."""
    tables = build_tables()
    gone = {OTHER, TARGET, LEADS}
    return KnowledgeGraph(
        tables.model_copy(
            update={
                "documents": tuple(row for row in tables.documents if row.id not in gone),
                "entities": tuple(row for row in tables.entities if row.id not in gone),
                "statements": tuple(row for row in tables.statements if row.id not in gone),
                "evidence": tuple(row for row in tables.evidence if not gone & {row.about, row.document}),
            }
        )
    )


def test_every_kind_tells_what_came_and_what_went(smaller: KnowledgeGraph) -> None:
    whole = KnowledgeGraph(build_tables())
    found = {change.kind: (len(change.came), len(change.went)) for change in compare(smaller, whole).changes}
    assert found == {"documents": (1, 0), "Target": (1, 0), "leads": (1, 0)}
    assert {change.kind: (len(change.went), len(change.came)) for change in compare(whole, smaller).changes} == found


def test_a_statement_is_named_by_its_ends(smaller: KnowledgeGraph) -> None:
    lines = list(compare(smaller, KnowledgeGraph(build_tables())).lines())
    assert "  + 银川市水务局 leads “净河”行动" in lines
    assert lines[0] == "documents: 1 came, 0 went"


def test_equal_graphs_differ_in_nothing() -> None:
    graph = KnowledgeGraph(build_tables())
    assert list(compare(graph, graph).lines()) == ["no difference"]


def test_the_command_names_as_many_as_it_is_asked_for(
    smaller: KnowledgeGraph, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    smaller.write(tmp_path / "old")
    KnowledgeGraph(build_tables()).write(tmp_path / "new")
    assert main(["diff", str(tmp_path / "old"), str(tmp_path / "new"), "--limit", "0"]) == 0
    assert "  + … and 1 more" in capsys.readouterr().out
    assert main(["diff", str(tmp_path / "old"), str(tmp_path / "none")]) == 3
    assert "no built graph here" in capsys.readouterr().err
