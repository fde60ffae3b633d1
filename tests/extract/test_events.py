"""Meetings, congresses, plenums and inspection rounds: keys, levels, numbers and dates."""

from collections.abc import Callable

import pytest

from kg.extract.events import recognize_events
from kg.extract.scan import Scan

FOUND = [
    pytest.param("学习党的二十大精神。", {"二十大": {"党的二十大"}}, id="a congress"),
    pytest.param("党的XX大召开以来", {"XX大": {"党的XX大"}}, id="a redacted congress"),
    pytest.param(
        "落实十九届三中、四中、五中全会部署。",
        {"十九届三中全会": {"十九届三中"}, "十九届四中全会": {"四中"}, "十九届五中全会": {"五中全会"}},
        id="plenums in a list",
    ),
    pytest.param(
        "全县环保工作会议要求抓实整改，县环境保护工作会议的任务已分解。",
        {"县环境保护工作会议": {"全县环保工作会议", "县环境保护工作会议"}},
        id="variants of one meeting",
    ),
    pytest.param(
        "传达国家、省、市林业工作会议精神。",
        {"国家林业工作会议": {"国家"}, "省林业工作会议": {"省"}, "市林业工作会议": {"市林业工作会议"}},
        id="levels share the meeting",
    ),
    pytest.param(
        "第二轮中央生态环境保护督察反馈了意见。",
        {"第二轮中央生态环境保护督察": {"第二轮中央生态环境保护督察"}},
        id="a round of inspection",
    ),
    pytest.param(
        "甘肃省第八届人民代表大会常务委员会第四次会议通过",
        {"甘肃省第八届人民代表大会常务委员会第四次会议": {"甘肃省第八届人民代表大会常务委员会第四次会议"}},
        id="a session",
    ),
    pytest.param("参加河湖整治誓师会。", {"河湖整治誓师会": {"河湖整治誓师会"}}, id="a rally needs no level"),
]

NOTHING = [
    pytest.param("今天的会议很重要。", id="a deictic meeting"),
    pytest.param("召开有关会议研究。", id="a generic meeting"),
    pytest.param("可以采取座谈会、论证会等形式。", id="kinds of meetings"),
    pytest.param("由全国人民代表大会决定。", id="a body"),
    pytest.param("中央生态环境保护督察组进驻。", id="an inspection's team"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(scan_of: Callable[[str], Scan], text: str, expected: dict[str, set[str]]) -> None:
    found: dict[str, set[str]] = {}
    for mention in recognize_events(scan_of(text)):
        found.setdefault(mention.key, set()).add(text[mention.start : mention.end])
    assert found == expected


@pytest.mark.parametrize("text", NOTHING)
def test_ignores(scan_of: Callable[[str], Scan], text: str) -> None:
    assert recognize_events(scan_of(text)) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3月5日召开的全省林业工作会议指出", "3月5日"),
        ("今天，市委召开全市治水工作会议", "今天"),
        ("按照全市治水工作会议要求", None),
    ],
)
def test_date_stands_right_before(scan_of: Callable[[str], Scan], text: str, date: str | None) -> None:
    assert [mention.date for mention in recognize_events(scan_of(text))] == [date]
