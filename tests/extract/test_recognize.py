"""All recognizers together: which of two overlapping names stand."""

from collections.abc import Callable

import pytest

from kg.extract.recognize import recognize
from kg.extract.scan import Scan


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("实施“洞庭湖”片区湿地监测项目。", {("Project", "“洞庭湖”片区湿地监测项目"), ("Region", "洞庭湖")}),
        (
            "抓紧长江上游、黄河中游天然林保护工程建设。",
            {("Project", "长江上游、黄河中游天然林保护工程"), ("Region", "长江上游"), ("Region", "黄河中游")},
        ),
        ("推行“林长制”述职制度。", {("Mechanism", "“林长制”述职制度"), ("Mechanism", "林长制")}),
        ("共商“一带一路”建设。", {("Campaign", "“一带一路”建设"), ("Campaign", "一带一路")}),
    ],
    ids=[
        "a quoted place at the beginning of a work",
        "the basins of a work",
        "the core of a mechanism",
        "the core of a campaign",
    ],
)
def test_both_stand(scan_of: Callable[[str], Scan], text: str, expected: set[tuple[str, str]]) -> None:
    assert {(mention.type, text[mention.start : mention.end]) for mention in recognize(scan_of(text))} == expected
