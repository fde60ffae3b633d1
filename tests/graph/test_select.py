"""Typed access answers as a reader of the tables would: by place, indicator, day, family, medium and status."""

from decimal import Decimal

import pytest

from kg.graph import KnowledgeGraph
from kg.model import Statement, Tables
from kg.model.entity import Campaign, Family, Indicator, Measure, Observation, Problem, Region, Target

PROVINCE, CITY, DISTRICT, ELSEWHERE = "region/640000", "region/640100", "region/640104", "region/620500"
PM, COD, FAMILY = "indicator/pm", "indicator/cod", "family/cn/blue"


def _state(subject: str, predicate: str, target: str) -> Statement:
    return Statement(id=f"statement/{subject}{predicate}{target}", subject=subject, predicate=predicate, object=target)


@pytest.fixture
def graph() -> KnowledgeGraph:
    places = [
        Region(id=PROVINCE, name="宁夏回族自治区", names=("宁夏",), scope="640000", code="640000"),
        Region(id=CITY, name="银川市", scope="640100", code="640100"),
        Region(id=DISTRICT, name="兴庆区", scope="640104", code="640104"),
        Region(id=ELSEWHERE, name="天水市", scope="620500", code="620500"),
    ]
    indicators = [Indicator(id=PM, name="PM2.5平均浓度"), Indicator(id=COD, name="化学需氧量排放量")]
    target = {"value": Decimal(35), "unit": "ug/m3", "bound": "<="}
    quantities = [
        Target(id="t1", name="t1", indicator=PM, region=CITY, deadline_date="2025-12-31", **target),
        Target(id="t2", name="t2", indicator=PM, region=DISTRICT, deadline_date="2024-06-30", **target),
        Target(id="t3", name="t3", indicator=COD, region=CITY, **target),
        Target(id="t4", name="t4", indicator=PM, region=ELSEWHERE, deadline_date="2023", **target),
        Observation(id="o1", name="o1", indicator=PM, region=CITY, period_start="2023-01-01", period_end="2023-12-31"),
        Observation(id="o2", name="o2", indicator=PM, region=CITY),
    ]
    others = [
        Family(id=FAMILY, name="蓝天"),
        Campaign(id="c1", name="蓝天保卫战", medium=("air",)),
        Campaign(id="c2", name="清水行动", medium=("water",)),
        Measure(id="m1", name="关停小锅炉", status="done", medium=("air",)),
        Measure(id="m2", name="建设污水厂", status="planned", medium=("water",)),
        Problem(id="p1", name="水质不稳定", medium=("water",)),
    ]
    statements = (
        _state("c1", "family", FAMILY),
        _state("c1", "conductedIn", CITY),
        _state("c2", "conductedIn", DISTRICT),
        _state("m1", "about", "c1"),
        _state("p1", "about", CITY),
    )
    return KnowledgeGraph(Tables(entities=(*places, *indicators, *quantities, *others), statements=statements))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["t4", "t2", "t1", "t3"]),
        ({"region": "银川市"}, ["t1", "t3"]),
        ({"region": "640100"}, ["t1", "t3"]),
        ({"region": "银川市", "inside": True}, ["t2", "t1", "t3"]),
        ({"region": "宁夏"}, []),
        ({"region": "宁夏", "inside": True, "indicator": "PM2.5"}, ["t2", "t1"]),
        ({"region": "无此地"}, []),
        ({"indicator": "ＰＭ２.５"}, ["t4", "t2", "t1"]),
        ({"indicator": COD}, ["t3"]),
        ({"before": "2025"}, ["t4", "t2", "t1"]),
        ({"before": "2024-06-30"}, ["t4", "t2"]),
        ({"before": "2024-06-29"}, ["t4"]),
        ({"after": "2024"}, ["t2", "t1"]),
        ({"after": "2024-07-01", "before": "2025-12-31"}, ["t1"]),
    ],
)
def test_targets_are_found_by_place_indicator_and_deadline(
    graph: KnowledgeGraph, asked: dict[str, str], found: list[str]
) -> None:
    assert [target.id for target in graph.targets(**asked)] == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["o1", "o2"]),
        ({"since": "2023"}, ["o1"]),
        ({"since": "2023-02-01"}, []),
        ({"until": "2023-12-31"}, ["o1"]),
        ({"until": "2022"}, []),
    ],
)
def test_observations_are_found_by_period(graph: KnowledgeGraph, asked: dict[str, str], found: list[str]) -> None:
    assert [seen.id for seen in graph.observations(**asked)] == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["c1", "c2"]),
        ({"family": "蓝天"}, ["c1"]),
        ({"family": "蓝天保卫战"}, ["c1"]),
        ({"region": "兴庆区"}, ["c2"]),
        ({"region": "银川市", "inside": True, "medium": "water"}, ["c2"]),
        ({"family": "碧水"}, []),
    ],
)
def test_campaigns_are_found_by_family_place_and_medium(
    graph: KnowledgeGraph, asked: dict[str, str], found: list[str]
) -> None:
    assert [campaign.id for campaign in graph.campaigns(**asked)] == found


def test_measures_and_problems_are_found_by_what_they_are_about(graph: KnowledgeGraph) -> None:
    assert [measure.id for measure in graph.measures("蓝天保卫战")] == ["m1"]
    assert [measure.id for measure in graph.measures(medium="water", status="planned")] == ["m2"]
    assert [problem.id for problem in graph.problems("银川市", medium="water")] == ["p1"]
    assert graph.problems("天水市") == []
