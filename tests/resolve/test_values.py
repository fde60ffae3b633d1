"""A quantity becomes an Observation or Target whose identity follows from what it says, not from how it is worded."""

from decimal import Decimal
from typing import Any

import pytest

from kg.lexicon.indicators import normalise_indicator
from kg.model import Quantity
from kg.model.entity import Observation, Target
from kg.resolve.values import measured, valued

SPELLINGS = {
    "energy-intensity": (
        "能耗强度",
        "能源消耗强度",
        "单位国内生产总值能耗",
        "单位GDP能耗",
        "全国单位国内生产总值能耗的目标",
    ),
    "ammonia": ("氨氮排放量", "氨氮的排放量", "2024年氨氮排放量"),
}


@pytest.mark.parametrize("spellings", SPELLINGS.values(), ids=SPELLINGS)
def test_spellings_of_one_indicator_meet(spellings: tuple[str, ...]) -> None:
    assert len({normalise_indicator(spelling) for spelling in spellings}) == 1


def _valued(document: str, date: str | None, **fields: Any) -> Observation | Target:
    place = {"start": 0, "end": 1, "value_start": 0, "value_end": 1}
    said = {"role": "observation", "indicator": "甲烷排放量", "value": Decimal(5), "unit": "万吨"}
    quantity = Quantity.model_validate(place | said | fields)
    return valued(quantity, measured(quantity), "region/1", "1", document, date)


def test_a_number_without_unit_is_dimensionless() -> None:
    assert _valued("a", None, unit=None).unit == "无量纲"


def test_a_bare_deadline_has_no_unit() -> None:
    assert _valued("a", None, role="target", value=None, unit=None, deadline="2030年底前").unit is None


def test_this_year_in_a_dated_text_is_that_year() -> None:
    assert _valued("a", "2021-03", period="今年").id == _valued("b", "2022-03", period="2021年").id


def test_this_year_in_texts_without_a_date_is_never_one_year() -> None:
    assert _valued("a", None, period="今年").id != _valued("b", None, period="今年").id
