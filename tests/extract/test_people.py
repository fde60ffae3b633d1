"""Persons: names before and behind offices, by family name alone, with a dot, in bylines, and what is no name."""

from collections.abc import Callable

import pytest

from kg.extract.people import recognize_people
from kg.extract.scan import Scan

FOUND = [
    pytest.param("会上，李建国书记讲话。", [("李建国书记", "李建国", "书记")], id="name and office"),
    pytest.param(
        "副局长张平拓表示，要护林。", [("张平拓", "张平拓", "副局长")], id="a third sign before a verb of saying"
    ),
    pytest.param("局长张平还表示，要护林。", [("张平", "张平", "局长")], id="an adverb before a verb of saying"),
    pytest.param("市长王志强出席。", [("王志强", "王志强", "市长")], id="office and name"),
    pytest.param("水务局张局长汇报。", [("张局长", "张局长", "局长")], id="family name and office"),
    pytest.param("由陈小江副省长带队。", [("陈小江副省长", "陈小江", "副省长")], id="a deputy"),
    pytest.param(
        "副组长：刘建军、赵志刚",
        [("刘建军", "刘建军", "副组长"), ("赵志刚", "赵志刚", "副组长")],
        id="members of a group",
    ),
    pytest.param("厅长买买提·吐尔逊（右二）", [("买买提·吐尔逊", "买买提·吐尔逊", "厅长")], id="a name with a dot"),
    pytest.param("党组书记、局长王志强主持。", [("王志强", "王志强", "党组书记、局长")], id="offices held together"),
    pytest.param("（记者张伟）", [("张伟", "张伟", None)], id="a byline"),
    pytest.param("联系人：节水司规划处 王志强", [("王志强", "王志强", None)], id="a contact behind his office"),
    pytest.param("局长王某某说明情况。", [("王某某", "王某某", "局长")], id="a given name left out"),
    pytest.param(
        "王志强局长主持，王局长总结，王志强补充。",
        [("王志强局长", "王志强", "局长"), ("王局长", "王志强", "局长"), ("王志强", "王志强", None)],
        id="one person under three names",
    ),
]

NONE = [
    pytest.param("市长负责制、局长办公会、书记员和班主任。", id="words that hold an office"),
    pytest.param("主要领导要亲自抓，各级书记带头，向局长汇报。", id="offices without a name"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_people(text: str, expected: list[tuple[str, str, str | None]], scan_of: Callable[[str], Scan]) -> None:
    found = [(text[m.start : m.end], m.key, m.position) for m in recognize_people(scan_of(text))]
    assert found == expected


@pytest.mark.parametrize("text", NONE)
def test_finds_none(text: str, scan_of: Callable[[str], Scan]) -> None:
    assert [text[m.start : m.end] for m in recognize_people(scan_of(text))] == []
