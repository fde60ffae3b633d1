"""Headings, sections and sentences of a normal text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read import read_document

LONG = "我市坚持生态优先、绿色发展，扎实推进大气、水、土壤污染防治，环境质量持续改善，群众满意度不断提高。"


def _sections(source: str) -> list[str]:
    """Return one line a section: level, number and title, beginning of its text."""
    document = read_document("a.md", source.encode())
    text = document.normal.text
    return [f"{part.level} {part.number}{part.title}|{text[part.start : part.end][:4]}" for part in document.sections]


@pytest.mark.parametrize(
    ("source", "sections"),
    [
        ("一、目标\n系统治理。\n二、任务\n抓好落实。", ["1 一、目标|系统治理", "1 二、任务|抓好落实"]),
        (f"（一）强化监管。{LONG}", ["1 （一）强化监管|我市坚持"]),
        (f"一、任务\n1.治气。{LONG}\n2.治水。{LONG}", ["1 一、任务|1.治气", "2 1.治气|我市坚持", "2 2.治水|我市坚持"]),
        (f"一是加强领导。{LONG}二是加大投入。{LONG}", ["1 一是加强领导|我市坚持", "1 二是加大投入|我市坚持"]),
        ("第一章 总则\n第一条 护水。\n第二条 节水。", ["1 第一章总则|第一条 ", "2 第一条|护水。", "2 第二条|节水。"]),
        ("下列情形：\n（一）擅自开垦；\n（二）倾倒垃圾。", ["1 （一）|擅自开垦", "1 （二）|倾倒垃圾"]),
        (f"（一）总体目标：到2025年，{LONG}", ["1 （一）总体目标|到202"]),
        (f"绿色发展\n{LONG}\n污染防治\n{LONG}", ["1 污染防治|我市坚持"]),
        (f"# 方案\n## 目标\n{LONG}\n### 空气\n{LONG}", ["1 目标|我市坚持", "2 空气|我市坚持"]),
        ("第五条规定的情形除外。\n2.5微克的限值不变。\n一二三产业融合。", []),
    ],
    ids=[
        "own-lines", "run-in", "nested", "ordinals", "chapters", "items", "label", "unnumbered", "markdown", "none",
    ],
)  # fmt: skip
def test_sections(source: str, sections: list[str]) -> None:
    assert _sections(source) == sections


@pytest.mark.parametrize(
    ("source", "sentences"),
    [
        ("空气好转。水质改善！还有差距？有；要补。", ["空气好转。", "水质改善！", "还有差距？", "有；要补。"]),
        ("他说：“要坚持。”会后落实（见附件。）", ["他说：“要坚持。”", "会后落实（见附件。）"]),
        ("某某方案\n各乡镇：\n请执行。", ["某某方案", "各乡镇：", "请执行。"]),
        (f"（一）总体目标：力争更好。{LONG}", ["（一）总体目标：", "力争更好。", LONG]),
    ],
    ids=["marks", "closing-marks", "lines", "label"],
)
def test_sentences(source: str, sentences: list[str]) -> None:
    document = read_document("a.txt", source.encode())
    assert [document.normal.text[part.start : part.end] for part in document.sentences] == sentences


def test_a_sentence_belongs_to_the_innermost_section() -> None:
    document = read_document("a.txt", f"开头。\n一、任务\n（一）治气。{LONG}\n二、保障\n{LONG}".encode())
    assert [part.section for part in document.sentences] == [-1, 0, 1, 1, 2, 2]


PIECES = [
    "一、",
    "（二）",
    "3.",
    "一是",
    "第四条 ",
    "# ",
    "治理。",
    "“好。”",
    "\n",
    "，",
    "目标：",
    "空气质量",
    " ",
    "！",
    LONG,
]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map("".join))
def test_sections_nest_and_sentences_are_in_order(source: str) -> None:
    document = read_document("a.txt", ("开头" + source).encode())
    for section in document.sections:
        assert (
            section.heading_start < section.heading_end <= section.start <= section.end or section.start >= section.end
        )
        if section.parent >= 0:
            parent = document.sections[section.parent]
            assert parent.heading_end <= section.heading_start
            assert section.end <= parent.end
            assert section.level == parent.level + 1
    reach = 0
    for sentence in document.sentences:
        assert reach <= sentence.start < sentence.end
        assert document.normal.text[sentence.start : sentence.end].strip()
        reach = sentence.end
