"""What the graph says of a thing is found under any spelling, and shown with place, time and quote."""

import pytest

from kg.errors import KgError
from kg.explain import explain
from kg.graph import KnowledgeGraph
from kg.pipeline import build

TEXT = (
    "银川市生态环境保护工作报告\n2023年，全市PM2.5平均浓度为31微克/立方米，比2022年下降6.1%。"
    "我市打好蓝天保卫战，市生态环境局牵头。到2025年，PM2.5平均浓度要下降到29微克/立方米以下。\n"
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    path = tmp_path_factory.mktemp("texts").joinpath("report.txt")
    path.write_text(TEXT, "utf-8")
    return build([path]).graph


@pytest.mark.parametrize("name", ["PM2.5平均浓度", "ＰＭ２.５平均浓度", "pm2.5 平均浓度"])
def test_a_name_is_found_in_any_width_case_and_spacing(name: str, graph: KnowledgeGraph) -> None:
    lines = "\n".join(explain(graph, name))
    assert "31ug/m3" in lines
    assert "银川市" in lines
    assert "2023年" in lines
    assert "report.txt [" in lines


def test_an_id_is_a_name_too(graph: KnowledgeGraph) -> None:
    assert next(iter(explain(graph, "region/640100"))).startswith("银川市")


def test_names_around_the_one_asked_for_are_pointed_to(graph: KnowledgeGraph) -> None:
    assert "PM2.5平均浓度" in list(explain(graph, "PM2.5"))[-1]


@pytest.mark.parametrize(
    ("name", "hint"), [("蓝天保卫占", "蓝天保卫战"), ("平均浓度", "PM2.5平均浓度"), ("火星", "火星")]
)
def test_an_unknown_name_is_an_error_with_the_nearest_ones(name: str, hint: str, graph: KnowledgeGraph) -> None:
    with pytest.raises(KgError, match=hint):
        list(explain(graph, name))
