"""Units by any spelling, their sizes, and what they are called elsewhere; indicators by any of their names."""

from decimal import Decimal

import pytest

from kg.lexicon.indicators import normalise_indicator
from kg.lexicon.units import split_unit, to_base, to_yuan, unit_iri, units


@pytest.mark.parametrize(
    ("surface", "name"),
    [("微克/立方米", "ug/m3"), ("μg/m³", "ug/m3"), ("个百分点", "百分点"), ("％", "%"), ("块钱", "元")],
)
def test_spellings(surface: str, name: str) -> None:
    assert units()[surface].name == name


@pytest.mark.parametrize(
    ("value", "words", "expected"),
    [("63", "亿元", "6300000000"), ("5", "元", "5"), ("5", "美元", None), ("5", "吨", None), ("5", "万亿", None)],
)
def test_yuan(value: str, words: str, expected: str | None) -> None:
    assert to_yuan(Decimal(value), words) == (Decimal(expected) if expected else None)


def test_base_units() -> None:
    assert to_base(Decimal(2), "万公顷") == (Decimal(200_000_000), "平方米")
    assert to_base(Decimal(2), "斛") is None
    assert to_yuan(None, None) is None


def test_multiplied_units_are_split() -> None:
    split = split_unit("亿千瓦")
    assert split is not None
    assert (split[0], split[1].name) == (Decimal(100_000_000), "千瓦")


def test_qudt() -> None:
    assert unit_iri("吨") == "http://qudt.org/vocab/unit/TON_Metric"
    assert unit_iri("万吨") is None
    assert unit_iri("个") is None


def test_indicators() -> None:
    assert normalise_indicator("空气质量优良天数比率") == "空气质量优良天数比例"
    assert normalise_indicator("细颗粒物年均浓度") == "PM2.5平均浓度"
    assert normalise_indicator("培训") == "培训"


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("“一湖一策”方案数", "“一湖一策”方案数"),
        ("“河长制”覆盖率”", "“河长制”覆盖率"),
        ("“湿地面积", "湿地面积"),
        ("“湿地面积”", "湿地面积"),
        ("2024年湿地面积", "湿地面积"),
        ("2024年底前登记的渔船", "2024年底前登记的渔船"),
    ],
)
def test_what_is_no_part_of_an_indicator(phrase: str, name: str) -> None:
    assert normalise_indicator(phrase) == name
