"""The normal text: one form for each mark, no markup, white space set right; every character keeps its source."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.read import read_document
from kg.read.normalise import normalise

LONG = "我市坚持生态优先、绿色发展，扎实推进大气、水、土壤污染防治，环境质量"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("浓度为３５微克，下降１２．５％", "浓度为35微克，下降12.5%"),
        ("完成投资3,000万元,同比增长5.2%;其中(PM2.5)治理", "完成投资3,000万元，同比增长5.2%；其中（PM2.5）治理"),
        ("会议于10:30开始,比例为3:1", "会议于10:30开始，比例为3:1"),
        ("详见http://a.cn:80/b?c=1", "详见http://a.cn:80/b?c=1"),
        ('落实"河长制",开展"清四乱"行动', "落实“河长制”，开展“清四乱”行动"),
        ("树立'绿色'理念", "树立‘绿色’理念"),
        ("二○二一年", "二〇二一年"),
        ("○○市", "○○市"),
        ("省政发[2019]7号", "省政发〔2019〕7号"),
        ("《关于印发<净土方案>的通知》", "《关于印发〈净土方案〉的通知》"),
        ("浓度<35且比例>80", "浓度<35且比例>80"),
        ("CO₂和μg/m³", "CO2和μg/m3"),
        ("會議強調，要嚴格執行環境保護法", "会议强调，要严格执行环境保护法"),
        ("本市的經济發展与污染防治", "本市的经济发展与污染防治"),
        ("乾县于2021年", "乾县于2021年"),
        ("加强保护。\n。境环态生好护保\n打赢蓝天保卫战。", "加强保护。\n保护好生态环境。\n打赢蓝天保卫战。"),
        ("县境环城路改造", "县境环城路改造"),
        ("会议召开.会议要求", "会议召开。会议要求"),
    ],
)
def test_marks_have_one_form(source: str, text: str) -> None:
    assert normalise(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("PM_{2.5}和O_3", "PM2.5和O3"),
        ("$PM_{10}$下降", "PM10下降"),
        ("优良\u200b天数\xad比例", "优良天数比例"),
        ("履行监管职)能，加强巡查", "履行监管职能，加强巡查"),
        ("（1)巡查(2)整改", "（1）巡查（2）整改"),
        ("**市印发方案，打响“**蓝”品牌，**年完成", "**市印发方案，打响“**蓝”品牌，**年完成"),
        ("# 方案\n\n**一、目标**\n- 优良天数达到**85%**。\n", "方案\n一、目标\n优良天数达到**85%**。"),
        ("依据[水法](http://a.cn)执行[3]。", "依据水法执行。"),
        ("第一条<br/>为了<b>保护</b>环境&nbsp;制定", "第一条\n为了保护环境 制定"),
        ("| 指标 | 2020年 |\n| PM2.5 | 33 |", "指标\t2020年\nPM2.5\t33"),
    ],
    ids=[
        "subscripts", "formula", "invisible", "stray-bracket", "numbers-in-brackets", "redaction-stays", "markdown",
        "links", "html", "table",
    ],
)  # fmt: skip
def test_markup_goes_and_redaction_stays(source: str, text: str) -> None:
    assert normalise(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("20 23 年 1 2 月，国 务 院 印发", "2023年12月，国务院印发"),
        ("浓度为 33 微克，PM2.5 下降", "浓度为33微克，PM2.5下降"),
        ("省发展改革委 省生态环境厅关于印发方案的通知", "省发展改革委 省生态环境厅关于印发方案的通知"),
        ("第三条　企业应当治理污染。", "第三条 企业应当治理污染。"),
        ("（一） 总体目标", "（一）总体目标"),
        ("10.2 保障措施", "10.2 保障措施"),
        (f"如下： 一、总体要求 {LONG}稳定。 （一）原则。", f"如下：\n一、总体要求\n{LONG}稳定。\n（一）原则。"),
        (LONG * 12 + "。 某某县人民政府 2020年3月4日", LONG * 12 + "。\n某某县人民政府\n2020年3月4日"),
        ("某政发〔2020〕 3 号 各乡镇人民政府：", "某政发〔2020〕3号\n各乡镇人民政府："),
        ("地区 2020年 2021年\n东河 35 33", "地区 2020年 2021年\n东河 35 33"),
        ("  第一行。\r\n\r\n\u3000\u3000第二行。\r\n", "第一行。\n第二行。"),
    ],
    ids=[
        "scanned", "typographic", "issuers", "article", "bracketed", "dotted-number", "lost-line-breaks", "signature",
        "issue-number", "table", "line-ends",
    ],
)  # fmt: skip
def test_spaces_are_dropped_kept_or_line_breaks(source: str, text: str) -> None:
    assert normalise(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("细颗粒物（PM\n2.5\n）浓度下降。", "细颗粒物（PM2.5）浓度下降。"),
        ("严格执行《\n水法\n》的规定。", "严格执行《水法》的规定。"),
        (
            f"{LONG}良好。\n{LONG}持续改\n\n善，群众满意。\n{LONG}稳定。",
            f"{LONG}良好。\n{LONG}持续改善，群众满意。\n{LONG}稳定。",
        ),
        ("强化监管，\n严肃追责。", "强化监管，\n严肃追责。".replace("\n", "")),
        (f"{LONG}明显改善。\n二、加大执法力度", f"{LONG}明显改善。\n二、加大执法力度"),
        ("深化改革\n\n全市要统筹推进，抓好落实。", "深化改革\n全市要统筹推进，抓好落实。"),
        (f"{LONG}明显改善\n{LONG}稳步提升\n{LONG}总体稳定", f"{LONG}明显改善\n{LONG}稳步提升\n{LONG}总体稳定"),
    ],
    ids=["subscript", "link", "page-break", "comma", "heading-follows", "heading", "no-full-stops"],
)
def test_broken_lines_are_rejoined(source: str, text: str) -> None:
    assert normalise(source).text == text


def test_lines_of_one_width_are_rejoined() -> None:
    words = "各级各部门要切实提高政治站位压紧压实责任" * 8
    lines = [words[at : at + 30] for at in range(0, len(words) - 30, 30)]
    paragraph = "\n".join(lines * 3)
    assert normalise(paragraph + "抓好落实。\n结束。").text == paragraph.replace("\n", "") + "抓好落实。\n结束。"


def test_a_name_keeps_the_brace_that_closes_it() -> None:
    source = "降低PM_{2.5}和$CO_{2}$排放"
    normal = normalise(source)
    spans = [normal.to_source(at, at + len(name)) for name in ("PM2.5", "CO2") if (at := normal.text.find(name)) >= 0]
    assert [source[start:end] for start, end in spans] == ["PM_{2.5}", "CO_{2}"]


PIECES = [
    "优良天数", "第三条", "一、", "（一）", "1.", "PM", "2.5", "_{2.5}", "20", " 23 年", "**", "XX", "“", "”", '"', "'",
    "(", ")", "（", "）", ",", "，", ";", "。", ".", "：", ":", " ", "  ", "\n", "\r\n", "\u3000", "\u200b", "\ufeff",
    "％", "３", "<", ">", "# ", "- ", "|", "《", "》", "国 务 院", "2021年3月4日", "通知", "○", "[1]", "&nbsp;", "\\",
    "$",    "污染防治攻坚战取得阶段性成效，环境质量明显改善",
]  # fmt: skip
SOURCES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@settings(max_examples=150, deadline=None)
@given(SOURCES)
def test_normalising_a_normal_text_changes_nothing(source: str) -> None:
    text = normalise(source).text
    assert normalise(text).text == text


@settings(max_examples=100, deadline=None)
@given(SOURCES)
def test_every_character_keeps_its_place_in_the_source(source: str) -> None:
    normal = normalise(source)
    offsets = list(normal.offsets)
    assert offsets == sorted(set(offsets))
    assert all(0 <= offset < len(source) for offset in offsets)
    for character, offset in zip(normal.text, offsets, strict=True):
        if "\u4e00" <= character <= "\u9fff":
            assert source[offset] == character


def test_every_gold_span_stands_in_the_normal_text(shared) -> None:  # type: ignore[no-untyped-def]
    texts = {path.name: path for folder in ("seeds", "gold2/text") for path in (shared / folder).glob("*.txt")}
    missing = []
    for path in sorted([*(shared / "gold").glob("*.json"), *(shared / "gold2").glob("*.json")]):
        gold = json.loads(path.read_text("utf-8"))
        text = read_document(gold["doc"], texts[gold["doc"]].read_bytes()).normal.text
        spans = [surface for entity in gold["entities"] for surface in entity["surfaces"]]
        for kind in ("quantities", "measures", "problems"):
            spans.extend(row.get("text") or row.get("evidence") for row in gold[kind])
        missing.extend((gold["doc"], span) for span in spans if span and normalise(span).text not in text)
    assert missing == []
