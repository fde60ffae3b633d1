"""Words for a time mean days, as far as the document's own date lets them."""

import pytest

from kg.resolve.time import interpret

WITH_DAY = {
    "2022年": ("2022-01-01", "2022-12-31"),
    "2023年7月": ("2023-07-01", "2023-07-31"),
    "1月—11月": ("2023-01-01", "2023-11-30"),
    "今年1—9月": ("2023-01-01", "2023-09-30"),
    "今年": ("2023-01-01", "2023-12-31"),
    "去年": ("2022-01-01", "2022-12-31"),
    "全年": ("2023-01-01", "2023-12-31"),
    "上半年": ("2023-01-01", "2023-06-30"),
    "第三季度": ("2023-07-01", "2023-09-30"),
    "前三季度": ("2023-01-01", "2023-09-30"),
    "“十四五”期间": ("2021-01-01", "2025-12-31"),
    "“十五”期间": ("2001-01-01", "2005-12-31"),
    "十五五时期": ("2026-01-01", "2030-12-31"),
    "一九七一、一九七二两年": ("1971-01-01", "1972-12-31"),
    "2031年和2033年": ("2031-01-01", "2033-12-31"),
    "2021—2025年": ("2021-01-01", "2025-12-31"),
    "二〇二五年": ("2025-01-01", "2025-12-31"),
    "2018年以来": ("2018-01-01", "2023-07-15"),
    "到2025年": (None, "2025-12-31"),
    "2024年底前": (None, "2024-12-31"),
    "2026年6月底": (None, "2026-06-30"),
    "2024年底": (None, "2024-12-31"),
    "三年内": (None, "2026-07-15"),
    "2—3年内": (None, "2026-07-15"),
    "百日": (None, "2023-10-23"),
    "近年来": (None, None),
    "20xx年": (None, None),
    "*年": (None, None),
    "每年第四季度": (None, None),
}


@pytest.mark.parametrize(("words", "expected"), WITH_DAY.items())
def test_in_a_dated_document(words: str, expected: tuple[str | None, str | None]) -> None:
    assert interpret(words, "2023-07-15") == expected


@pytest.mark.parametrize("words", ["今年", "上半年", "三年内", "1月—11月", "去年"])
def test_relative_words_need_a_date(words: str) -> None:
    assert interpret(words, None) == (None, None)


def test_a_year_alone_dates_a_stretch_of_years() -> None:
    assert interpret("五年内", "2020") == (None, "2025-12-31")
    assert interpret("2018年以来", "2020") == ("2018-01-01", None)
