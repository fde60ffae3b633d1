"""Companies, plants, institutes and media: by the lexicon, by their last word, in lists, and what is a kind."""

from collections.abc import Callable

import pytest

from kg.extract.organizations import recognize_organizations
from kg.extract.scan import Scan

FOUND = [
    pytest.param("参加联合国的会议，安理会通过决议。", {"联合国", "安理会"}, id="international bodies"),
    pytest.param("与华能集团、中广核签约。", {"华能集团", "中广核"}, id="known companies"),
    pytest.param(
        "关停了兰州盛泰焦化厂和金昌化工厂。", {"兰州盛泰焦化厂", "金昌化工厂"}, id="plants with a proper name"
    ),
    pytest.param("华电白银电厂完成改造。", {"华电", "华电白银电厂"}, id="a plant of a known company"),
    pytest.param("关停了金龙药业、博远味精等企业。", {"金龙药业", "博远味精"}, id="a list before 等企业"),
    pytest.param(
        "成立中国环境科学研究院甘肃重点实验室。",
        {"中国环境科学研究院", "中国环境科学研究院甘肃重点实验室"},
        id="a centre of a known institute",
    ),
    pytest.param("参加世贸组织和粮农组织会谈。", {"世贸组织"}, id="an international organization"),
    pytest.param("**药业二期开工。", {"**药业"}, id="a redacted name"),
    pytest.param(
        "委托清华大学和中国环境科学研究院评估。", {"清华大学", "中国环境科学研究院"}, id="schools and institutes"
    ),
    pytest.param(
        "金龙药业、博远味精等企业整改，博远味精已停产。", {"金龙药业", "博远味精"}, id="a name of a list stands again"
    ),
    pytest.param(
        "吉林、大兴安岭森工（林业）集团公司报送。",
        {"吉林", "大兴安岭森工（林业）集团公司"},
        id="places that share a company's last words",
    ),
    pytest.param("陕西省、吉林森工集团各2个。", {"吉林森工集团"}, id="a province beside a company"),
]

NONE = [
    pytest.param("大型露天煤矿和智能化煤矿改造。", id="mines of a kind"),
    pytest.param("重点企业、上市公司、国有企业和战略投资企业。", id="kinds of companies"),
    pytest.param("钢铁、水泥、焦化等企业限产。", id="a list of trades"),
    pytest.param("商业银行、高等学校、医院和幼儿园。", id="banks and schools in general"),
    pytest.param("热电联产、公司法、大学生、银行业。", id="words that hold a last word"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_organizations(text: str, expected: set[str], scan_of: Callable[[str], Scan]) -> None:
    assert {text[m.start : m.end] for m in recognize_organizations(scan_of(text))} == expected


@pytest.mark.parametrize("text", NONE)
def test_finds_none(text: str, scan_of: Callable[[str], Scan]) -> None:
    assert [text[m.start : m.end] for m in recognize_organizations(scan_of(text))] == []
