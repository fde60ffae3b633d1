"""The small parts quantities are read with: numerals, times, words around a number, run-together tables."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from kg.extract.bounds import words_before
from kg.extract.numerals import find_numbers, parse_chinese
from kg.extract.periods import find_times
from kg.extract.scan import Scan
from kg.extract.tables import find_rows, split_cells

CHINESE = {"十": 10, "二十三": 23, "一百零五": 105, "三千二百": 3200, "两万四千": 24000, "二〇三〇": 2030, "百": 100}

TIMES = {
    "year": ("2022年完成", [("2022年", "period")]),
    "deadline": ("2024年底前完成", [("2024年底前", "deadline")]),
    "until": ("到2030年建成", [("2030年", "until")]),
    "compared": ("较2015年下降", [("2015年", "baseline")]),
    "since": ("2019年以来", [("2019年以来", "period")]),
    "within": ("力争五年内", [("五年内", "within")]),
    "spent": ("用三年时间", [("三年时间", "within")]),
    "plan": ("“十四五”期间", [("“十四五”期间", "period")]),
    "plan-as-document": ("落实“十四五”规划", []),
    "months": ("今年1月—9月", [("今年1月—9月", "period")]),
    "each": ("每年第一季度公布", [("每年第一季度", "deadline")]),
    "length": ("运行十年", []),
}

AROUND = {
    "level": ("处理率达到", ("=", None, None)),
    "change": ("浓度下降", ("=", "down", "base")),
    "yoy": ("浓度同比分别上升", ("=", "up", "yoy")),
    "reached-after-change": ("处理率提高到", ("=", None, None)),
    "at-least": ("比例不低于", (">=", None, None)),
    "at-most": ("浓度控制在", ("<=", None, None)),
    "compared": ("能耗比上年降低", ("=", "down", "base")),
    "about": ("投资约", ("~", None, None)),
}


@pytest.mark.parametrize(("words", "value"), CHINESE.items())
def test_chinese_numerals(words: str, value: int) -> None:
    assert parse_chinese(words) == value


def test_numbers_of_every_writing() -> None:
    values = [number.value for number in find_numbers("1,250人、3.5吨、百分之八、三分之二、**个、一两个")]
    assert values == [Decimal(1250), Decimal("3.5"), Decimal(8), Decimal("0.6667"), None, Decimal(1)]


@pytest.mark.parametrize(("text", "expected"), TIMES.values(), ids=TIMES)
def test_times(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[time.start : time.end], time.role) for time in find_times(text, 0, len(text))] == expected


@pytest.mark.parametrize(("text", "expected"), AROUND.values(), ids=AROUND)
def test_words_before(scan_of: Callable[[str], Scan], text: str, expected: tuple[str, str | None, str | None]) -> None:
    around = words_before(scan_of(f"{text}5%"), len(text), 0)
    assert (around.bound, around.direction, around.change) == expected


def test_a_table_whose_cells_ran_together() -> None:
    text = "主要指标2020年2025年2025年比2020年增长1甲烷排放量（万吨）82.576.1-7.8%2湿地保护率（%）52≥553个百分点"
    rows = find_rows(text)
    assert [(row.name, row.unit, row.years) for row in rows] == [
        ("甲烷排放量", "万吨", ("2020年", "2025年")),
        ("湿地保护率", "%", ("2020年", "2025年")),
    ]
    assert [str(cell.value) for cell in rows[0].levels] == ["82.5", "76.1"]
    assert [(cell.bound, int(cell.value)) for cell in rows[1].levels] == [("=", 52), (">=", 55)]
    assert rows[1].change is not None
    assert (rows[1].change.value, rows[1].change.unit) == (3, "个百分点")


def test_cells_that_do_not_fit_are_no_row() -> None:
    assert split_cells("5", 2, False) is None
