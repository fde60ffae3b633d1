"""When a reported value has met a target, and when two values contradict each other: one row a case."""

from decimal import Decimal
from typing import Any

import pytest
from worked import cite, record

from kg.graph import KnowledgeGraph
from kg.model import Tables
from kg.model.entity import Indicator, Observation, Region, Target

CITY, OTHER_CITY = "region/640100", "region/640200"
YEAR = {"period": ("2023年",), "period_start": "2023-01-01", "period_end": "2023-12-31"}
YEAR_BEFORE = {"period": ("2022年",), "period_start": "2022-01-01", "period_end": "2022-12-31"}
BY_YEAR_END = {"deadline": ("2023年底",), "deadline_date": "2023-12-31"}
DOWN = {"change": "base", "direction": "down", "unit": "%"}
UP = {"change": "base", "direction": "up", "unit": "%"}
YOY = {"change": "yoy", "direction": "down", "unit": "%"}
LAST = {"baseline": ("上年",)}
BASE_2020 = {"baseline": ("2020年",)}


def quantity(model: type[Target] | type[Observation], key: str, value: object, **fields: Any) -> Target | Observation:
    given = {"unit": "ug/m3", "region": CITY, **YEAR, **fields}
    if "deadline" in given:
        given = {name: field for name, field in given.items() if not name.startswith("period")}
    return model(
        id=f"{model.__name__.lower()}/640100/{key}",
        name=key,
        scope="640100",
        indicator="indicator/cn/1",
        value=None if value is None else Decimal(str(value)),
        **given,
    )


def graph(*quantities: Target | Observation, quote: str = "浓度为若干") -> KnowledgeGraph:
    regions = [
        Region(id=key, name=name, scope=key[-6:], code=key[-6:]) for key, name in ((CITY, "甲市"), (OTHER_CITY, "乙市"))
    ]
    entities = (Indicator(id="indicator/cn/1", name="浓度"), *regions, *quantities)
    evidence = tuple(cite(entity.id, 10, quote) for entity in entities)
    return KnowledgeGraph(
        Tables(documents=(record("document/0000000000000000000a", "a.txt"),), entities=entities, evidence=evidence)
    )


def status(target: dict[str, Any], outcome: dict[str, Any], quote: str = "浓度为若干") -> list[str]:
    wanted = quantity(Target, "t", **{"value": 35, **target})
    reached = quantity(Observation, "o", **{"value": 35, **outcome})
    return [str(row["status"]) for row in graph(wanted, reached, quote=quote).query("targets-and-outcomes")]


AT_MOST, AT_LEAST = {"bound": "<="}, {"bound": ">="}

OUTCOMES: list[tuple[str, dict[str, Any], dict[str, Any], str]] = [
    ("at the upper bound", AT_MOST, {"value": 35}, "met"),
    ("under the upper bound", AT_MOST, {"value": "34.9"}, "met"),
    ("over the upper bound", AT_MOST, {"value": "35.1"}, "missed"),
    ("at the lower bound", AT_LEAST, {"value": 35}, "met"),
    ("under the lower bound", AT_LEAST, {"value": "34.9"}, "missed"),
    ("less than, and equal", {"bound": "<"}, {"value": 35}, "missed"),
    ("more than, and equal", {"bound": ">"}, {"value": 35}, "missed"),
    ("more than, and more than", {"bound": ">"}, {"value": 35, "bound": ">"}, "met"),
    ("at least, and more than", AT_LEAST, {"value": 35, "bound": ">"}, "met"),
    ("at most, and more than", AT_MOST, {"value": 35, "bound": ">"}, "missed"),
    ("at most, and at least", AT_MOST, {"value": 35, "bound": ">="}, "unclear"),
    ("at least, and more than less", AT_LEAST, {"value": 30, "bound": ">"}, "unclear"),
    ("at least, and about", AT_LEAST, {"value": 36, "bound": "~"}, "unclear"),
    ("a range wholly under", AT_MOST, {"value": 30, "high": Decimal(35)}, "met"),
    ("a range across", AT_MOST, {"value": 30, "high": Decimal(40)}, "unclear"),
    ("a range wholly over", AT_MOST, {"value": 36, "high": Decimal(40)}, "missed"),
    ("within a range", {"value": 30, "high": Decimal(40)}, {"value": 40}, "met"),
    ("outside a range", {"value": 30, "high": Decimal(40)}, {"value": 41}, "missed"),
    ("about, and equal", {"bound": "~"}, {"value": 35}, "met"),
    ("about, and another", {"bound": "~"}, {"value": 34}, "unclear"),
    ("left out by the author", AT_MOST, {"value": None, "redacted": True}, "unclear"),
    ("another unit", AT_MOST, {"unit": "mg/m3"}, "not reported"),
    ("another place", AT_MOST, {"region": OTHER_CITY}, "not reported"),
    ("no place", AT_MOST, {"region": None}, "not reported"),
    ("the year before", AT_MOST, YEAR_BEFORE, "not reported"),
    ("half a year", AT_MOST, {"period_end": "2023-06-30"}, "not reported"),
    ("as of the year's end", AT_MOST, {"period_start": None}, "met"),
    ("by the year's end, in the year", {**AT_MOST, **BY_YEAR_END}, {}, "met"),
    ("by the year's end, as of then", {**AT_MOST, **BY_YEAR_END}, {"period_start": None}, "met"),
    ("by the year's end, in December", {**AT_MOST, **BY_YEAR_END}, {"period_start": "2023-12-01"}, "not reported"),
    ("by October, in the year", {**AT_MOST, "deadline": ("10月",), "deadline_date": "2023-10-31"}, {}, "met"),
    (
        "by October, until June",
        {**AT_MOST, "deadline": ("10月",), "deadline_date": "2023-10-31"},
        {"period_end": "2023-06-30"},
        "not reported",
    ),
    ("a level and a change", AT_MOST, DOWN, "not reported"),
    ("a change and a level", {**DOWN, "value": 5}, {"value": 5}, "not reported"),
    ("a change as wanted", {**DOWN, "value": 5}, {**DOWN, "value": 5}, "met"),
    ("a greater change", {**DOWN, "value": 5}, {**DOWN, "value": 6}, "met"),
    ("a smaller change", {**DOWN, "value": 5}, {**DOWN, "value": 4}, "missed"),
    ("about a change, and greater", {**DOWN, "value": 5, "bound": "~"}, {**DOWN, "value": 6}, "met"),
    ("about a change, and smaller", {**DOWN, "value": 5, "bound": "~"}, {**DOWN, "value": 4}, "unclear"),
    ("the other direction", {**DOWN, "value": 5}, {**UP, "value": 6}, "missed"),
    ("at most up, and down", {**UP, **AT_MOST, "value": 5}, {**DOWN, "value": 1}, "met"),
    ("against last year, said in two ways", {**DOWN, **LAST, "value": 5}, {**YOY, "value": 5}, "met"),
    ("against last year by its number", {**DOWN, "value": 5}, {**DOWN, "baseline": ("2022年",), "value": 5}, "met"),
    ("against another year", {**DOWN, "value": 5}, {**DOWN, **BASE_2020, "value": 5}, "not reported"),
    ("against the same year", {**DOWN, **BASE_2020, "value": 5}, {**DOWN, **BASE_2020, "value": 5}, "met"),
    (
        "by then against the same year",
        {**DOWN, **BASE_2020, **BY_YEAR_END, "value": 5},
        {**DOWN, **BASE_2020, "value": 5},
        "met",
    ),
    ("by then against nothing said", {**DOWN, **BY_YEAR_END, "value": 5}, {**DOWN, "value": 5}, "not reported"),
    ("by then against last year", {**DOWN, **LAST, **BY_YEAR_END, "value": 5}, {**YOY, "value": 5}, "met"),
]


@pytest.mark.parametrize(
    ("target", "outcome", "found"), [case[1:] for case in OUTCOMES], ids=[case[0] for case in OUTCOMES]
)
def test_a_target_beside_an_outcome(target: dict[str, Any], outcome: dict[str, Any], found: str) -> None:
    assert status(target, outcome) == [found]


@pytest.mark.parametrize(
    ("quote", "value", "found"),
    [
        ("处理率达到35%", 36, "met"),
        ("处理率达到35%", 34, "missed"),
        ("浓度降至35", 34, "met"),
        ("浓度降至35", 36, "missed"),
        ("浓度为35", 36, "unclear"),
        ("浓度为35", 35, "met"),
        ("浓度控制在35，处理率达到90%", 36, "unclear"),
    ],
)
def test_a_level_without_a_bound_is_read_by_its_words(quote: str, value: int, found: str) -> None:
    assert status({}, {"value": value}, quote) == [found]


def test_a_target_without_a_date_or_a_value_is_left_out() -> None:
    nothing = {"period_start": None, "period_end": None}
    assert status({**AT_MOST, **nothing}, {}) == []
    assert status({**AT_MOST, "value": None}, {}) == []


def test_each_of_two_outcomes_is_shown() -> None:
    target = quantity(Target, "t", 35, bound="<=")
    rows = graph(target, quantity(Observation, "o", 34), quantity(Observation, "p", 36)).query("targets-and-outcomes")
    assert [(row["outcome"], row["status"]) for row in rows] == [("o", "met"), ("p", "missed")]


def conflicts(*observations: Target | Observation) -> list[tuple[Any, ...]]:
    rows = graph(*observations).query("conflicts")
    return [tuple(row[name] for name in ("kind", "stated", "against", "earlier", "computed")) for row in rows]


VALUES: list[tuple[str, dict[str, Any], dict[str, Any], bool]] = [
    ("two levels", {"value": 35}, {"value": 36}, True),
    ("equal levels", {"value": 35}, {"value": 35, "bound": ">="}, False),
    ("a level and more than less", {"value": 35}, {"value": 30, "bound": ">"}, False),
    ("a level and more than it", {"value": 35}, {"value": 35, "bound": ">"}, True),
    ("a level and at least it", {"value": 35}, {"value": 35, "bound": ">="}, False),
    ("a level and less than less", {"value": 35}, {"value": 30, "bound": "<"}, True),
    ("about", {"value": 35}, {"value": 36, "bound": "~"}, False),
    ("a range with it", {"value": 35}, {"value": 30, "high": Decimal(40)}, False),
    ("a range without it", {"value": 35}, {"value": 36, "high": Decimal(40)}, True),
    ("another unit", {"value": 35}, {"value": 36, "unit": "mg/m3"}, False),
    ("another place", {"value": 35}, {"value": 36, "region": OTHER_CITY}, False),
    ("another year", {"value": 35}, {"value": 36, **YEAR_BEFORE}, False),
    ("a level and a change", {"value": 35, "unit": "%"}, {"value": 36, **DOWN}, False),
    ("two changes", {"value": 5, **DOWN}, {"value": 6, **DOWN, **LAST}, True),
    ("two changes against different years", {"value": 5, **DOWN}, {"value": 6, **DOWN, **BASE_2020}, False),
    ("up and down", {"value": 5, **DOWN}, {"value": 5, **UP}, True),
]


@pytest.mark.parametrize(("one", "other", "found"), [case[1:] for case in VALUES], ids=[case[0] for case in VALUES])
def test_two_values(one: dict[str, Any], other: dict[str, Any], found: bool) -> None:
    rows = conflicts(quantity(Observation, "a", **one), quantity(Observation, "b", **other))
    assert rows == ([("values", "a", "b", None, None)] if found else [])


PERCENT = {"unit": "%"}
POINTS = {"unit": "百分点", "change": "base", "direction": "up"}

CHANGES: list[tuple[str, dict[str, Any], dict[str, Any], dict[str, Any], str | None]] = [
    ("as computed", {"value": 31}, {"value": 28}, {**YOY, "value": "9.7"}, None),
    ("within rounding", {"value": 31}, {"value": 28}, {**YOY, "value": "10.6"}, None),
    ("beyond rounding", {"value": 31}, {"value": 28}, {**YOY, "value": "10.8"}, "-9.7"),
    ("the other direction", {"value": 31}, {"value": 28}, {**UP, "value": "9.7"}, "-9.7"),
    (
        "against last year by its number",
        {"value": 31},
        {"value": 28},
        {**DOWN, "baseline": ("2022年",), "value": 20},
        "-9.7",
    ),
    ("against another year", {"value": 31}, {"value": 28}, {**DOWN, **BASE_2020, "value": 20}, None),
    ("in the levels' unit", {"value": 31}, {"value": 28}, {**DOWN, "unit": "ug/m3", "value": 3}, None),
    ("not so in the levels' unit", {"value": 31}, {"value": 28}, {**DOWN, "unit": "ug/m3", "value": 4}, "-3"),
    (
        "points of per cent",
        {**PERCENT, "value": "84.1"},
        {**PERCENT, "value": "86.6"},
        {**POINTS, "value": "2.5"},
        None,
    ),
    ("not so in points", {**PERCENT, "value": "84.1"}, {**PERCENT, "value": "86.6"}, {**POINTS, "value": 3}, "2.5"),
    (
        "per cent meant as points",
        {**PERCENT, "value": "84.1"},
        {**PERCENT, "value": "86.6"},
        {**UP, "value": "2.5"},
        None,
    ),
    ("per cent of neither", {**PERCENT, "value": "84.1"}, {**PERCENT, "value": "86.6"}, {**UP, "value": 5}, "3"),
    ("about", {"value": 31}, {"value": 28}, {**YOY, "value": 20, "bound": "~"}, None),
]


@pytest.mark.parametrize(
    ("before", "level", "change", "computed"), [case[1:] for case in CHANGES], ids=[case[0] for case in CHANGES]
)
def test_a_change_beside_two_levels(
    before: dict[str, Any], level: dict[str, Any], change: dict[str, Any], computed: str | None
) -> None:
    found = conflicts(
        quantity(Observation, "before", **{**YEAR_BEFORE, **before}),
        quantity(Observation, "level", **level),
        quantity(Observation, "stated", **change),
    )
    assert found == ([("change", "stated", "level", "before", Decimal(computed))] if computed else [])
