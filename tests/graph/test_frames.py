"""Tables for data tools: the graph's own, and one a type with names instead of ids."""

from importlib.util import find_spec

import pytest
from worked import CITY, TARGET, build_tables

from kg.errors import KgError
from kg.graph import KnowledgeGraph, frames


@pytest.fixture
def graph() -> KnowledgeGraph:
    return KnowledgeGraph(build_tables())


def test_a_type_has_names_numbers_and_its_first_quote(graph: KnowledgeGraph) -> None:
    (row,) = graph.to_arrow("Target").to_pylist()
    assert (row["id"], row["indicator"], row["region"]) == (TARGET, "PM2.5平均浓度", "银川市")
    assert (row["value"], row["unit"], row["bound"]) == (35.5, "ug/m3", "<=")
    assert row["quote"] == graph.evidence_of(TARGET)[0].quote
    assert (row["document"], row["places"]) == ("工作报告", len(graph.evidence_of(TARGET)))


def test_a_type_without_rows_keeps_its_columns(graph: KnowledgeGraph) -> None:
    table = graph.to_arrow("Observation")
    assert (table.num_rows, {"indicator", "period_end", "quote"} <= set(table.column_names)) == (0, True)


@pytest.mark.parametrize("what", ["documents", "entities", "statements", "evidence"])
def test_the_graphs_own_tables_come_whole(graph: KnowledgeGraph, what: str) -> None:
    assert graph.to_arrow(what).num_rows == len(getattr(graph.tables, what))


def test_an_unknown_table_is_named_with_those_there_are(graph: KnowledgeGraph) -> None:
    with pytest.raises(KgError, match=r"no table 'targets'; there are documents, .*Target"):
        graph.to_arrow("targets")


def test_a_missing_library_is_named_with_the_way_round(graph: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frames, "find_spec", lambda name: None)
    for ask in (graph.to_pandas, graph.to_polars):
        with pytest.raises(KgError, match=r"is not installed; install it \(pip install \w+\) or use to_arrow"):
            ask("Region")


@pytest.mark.skipif(not find_spec("pandas"), reason="pandas is not here")
def test_pandas_gets_the_same_rows(graph: KnowledgeGraph) -> None:
    assert list(graph.to_pandas("Region")["id"]) == [row["id"] for row in graph.to_arrow("Region").to_pylist()]


@pytest.mark.skipif(not find_spec("polars"), reason="polars is not here")
def test_polars_gets_the_same_rows(graph: KnowledgeGraph) -> None:
    assert CITY in graph.to_polars("Region")["id"].to_list()
