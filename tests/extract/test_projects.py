"""Particular works and investments: what marks one, and what stays a programme or a generic word."""

from collections.abc import Callable

import pytest

from kg.extract.projects import recognize_projects
from kg.extract.scan import Scan

FOUND = [
    pytest.param("加快第三热源厂工程建设。", ["第三热源厂工程"], id="a number of order"),
    pytest.param("实施供水管网续建工程。", ["供水管网续建工程"], id="a work that goes on"),
    pytest.param("落实国家草原监测网络示范项目资金。", ["国家草原监测网络示范项目"], id="the state's demonstration"),
    pytest.param(
        "引进长风集团12亿元餐厨垃圾资源化利用、光伏制氢。",
        ["长风集团12亿元餐厨垃圾资源化利用", "餐厨垃圾资源化利用"],
        id="owner, sum and object",
    ),
    pytest.param("实施“洞庭湖”片区湿地监测项目。", ["“洞庭湖”片区湿地监测项目"], id="a quoted site"),
    pytest.param(
        "抓紧长江上游、黄河中游天然林保护工程建设。", ["长江上游、黄河中游天然林保护工程"], id="a programme in basins"
    ),
    pytest.param("南水北调工程通水。", ["南水北调工程"], id="a work known by name"),
]

NOTHING = [
    pytest.param("推进重点减排项目。", id="a generic project"),
    pytest.param("实施扬尘污染综合治理工程。", id="a programme"),
    pytest.param("建设一批城镇污水处理厂。", id="plants of a kind"),
    pytest.param("第一条 总则。\n第二条 在河道内建设续建工程的，应当报批。", id="a statute"),
    pytest.param("财政安排资金3亿元，用于监测。", id="money without an owner"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(scan_of: Callable[[str], Scan], text: str, expected: list[str]) -> None:
    assert [text[mention.start : mention.end] for mention in recognize_projects(scan_of(text))] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_ignores(scan_of: Callable[[str], Scan], text: str) -> None:
    assert recognize_projects(scan_of(text)) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("已建成第三热源厂工程。", "done"),
        ("加快第三热源厂工程建设。", "underway"),
        ("拟建设第三热源厂工程。", "planned"),
        ("第三热源厂工程。", None),
    ],
)
def test_status_comes_from_the_governing_words(scan_of: Callable[[str], Scan], text: str, status: str | None) -> None:
    assert [mention.status for mention in recognize_projects(scan_of(text))] == [status]
