"""Drives, programmes and initiatives: what names one, where its name begins and ends, and what does not."""

from collections.abc import Callable

import pytest

from kg.extract.campaigns import recognize_campaigns
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

FOUND = [
    pytest.param("今年打赢蓝天保卫战。", {"蓝天保卫战": {"蓝天保卫战"}}, id="a known name"),
    pytest.param(
        "各区推进“无废城市”建设。", {"无废城市": {"无废城市", "“无废城市”建设"}}, id="a quoted core and what goes on"
    ),
    pytest.param(
        "落实乡村振兴国家战略。", {"乡村振兴战略": {"乡村振兴", "乡村振兴国家战略"}}, id="a strategy of the state"
    ),
    pytest.param(
        "各乡镇打响碧水、净土、蓝天保卫战。",
        {"碧水保卫战": {"碧水"}, "净土保卫战": {"净土"}, "蓝天保卫战": {"蓝天保卫战"}},
        id="members share the last word",
    ),
    pytest.param(
        "组织了“清水入湖”专项行动。",
        {"清水入湖专项行动": {"“清水入湖”专项行动", "清水入湖"}},
        id="a quotation before the last word",
    ),
    pytest.param(
        "开展“护河”和“净滩”等环保专项行动。", {"护河": {"护河"}, "净滩": {"净滩"}}, id="quotations before one head"
    ),
    pytest.param("提出的“六大工程”已经铺开。", {"六大工程": {"六大工程"}}, id="a quoted number"),
    pytest.param("市里实施了餐饮油烟净化治理工程。", {"餐饮油烟净化治理工程": {"餐饮油烟净化治理工程"}}, id="governed"),
    pytest.param(
        "实施“臭水塘”治理“两年行动计划”。",
        {"臭水塘治理两年行动计划": {"“臭水塘”治理“两年行动计划”"}},
        id="two quotations",
    ),
    pytest.param(
        "共商“一带一路”建设。",
        {"一带一路": {"一带一路", "“一带一路”建设"}},
        id="a quoted core the lexicon knows longer names of",
    ),
    pytest.param("开展“蓝盾”系列执法行动。", {"蓝盾": {"蓝盾"}}, id="a series under a quotation"),
    pytest.param("提出“十大提质行动”。", {"十大提质行动": {"十大提质行动"}}, id="a quoted number before a full word"),
    pytest.param("启动秋冬季百日攻坚。", {"秋冬季百日攻坚": {"秋冬季百日攻坚"}}, id="a season"),
    pytest.param("谋划美丽广西建设战略。", {"美丽广西建设": {"美丽广西建设战略"}}, id="what a place is to become"),
    pytest.param("结合主题教育，走访企业。", {"主题教育": {"主题教育"}}, id="the education of the day"),
    pytest.param("组织涉水企业监督帮扶。", {"涉水企业监督帮扶": {"涉水企业监督帮扶"}}, id="a round of help"),
    pytest.param(
        "实施退耕还林、防沙治沙。", {"退耕还林": {"退耕还林"}, "防沙治沙": {"防沙治沙"}}, id="a task in company"
    ),
    pytest.param(
        "建设新农村的经验；社会主义新农村建设的要求。", {"社会主义新农村建设": {"社会主义新农村建设"}}, id="variants"
    ),
    pytest.param(
        "打好河道清淤和岸线环境治理攻坚战。",
        {"河道清淤和岸线环境治理攻坚战": {"河道清淤和岸线环境治理攻坚战"}},
        id="a coordination that a verb of battle governs",
    ),
    pytest.param(
        "抓好农户沼气惠民工程、村庄和沟渠清洁工程。",
        {"农户沼气惠民工程": {"农户沼气惠民工程"}, "村庄和沟渠清洁工程": {"村庄和沟渠清洁工程"}},
        id="a name behind another's end",
    ),
    pytest.param(
        "打好节水增绿攻坚战。", {"节水增绿攻坚战": {"节水增绿攻坚战"}}, id="a verb of two tokens before a verb"
    ),
    pytest.param("开展湖滩综合整治试点。", {"湖滩综合整治试点": {"湖滩综合整治试点"}}, id="a pilot of works"),
    pytest.param(
        "二、主要任务\n（三）果园云平台建设工程。果农登记上云。",
        {"果园云平台建设工程": {"果园云平台建设工程"}},
        id="a numbered heading",
    ),
    pytest.param(
        "推进棚户区改造和湖面垃圾专项治理。",
        {"棚户区改造": {"棚户区改造"}, "湖面垃圾专项治理": {"湖面垃圾专项治理"}},
        id="a known drive and another",
    ),
    pytest.param(
        "启动第二次全国湖滩植被普查。", {"第二次全国湖滩植被普查": {"第二次全国湖滩植被普查"}}, id="a survey's number"
    ),
    pytest.param("县里完成第七次全国经济普查。", {"经济普查": {"第七次全国经济普查"}}, id="a known survey's number"),
    pytest.param(
        "启动集中连片滩区扶贫搬家工程。",
        {"集中连片滩区扶贫搬家工程": {"集中连片滩区扶贫搬家工程"}},
        id="a bound adverb",
    ),
    pytest.param(
        "开展砖窑低碳化改造试点示范。", {"砖窑低碳化改造试点示范": {"砖窑低碳化改造试点示范"}}, id="a pilot shown"
    ),
    pytest.param(
        "统筹城市更新和兴边富民。", {"城市更新": {"城市更新"}, "兴边富民": {"兴边富民"}}, id="known aims of the state"
    ),
    pytest.param(
        "实施沟渠淤积集中疏通行动，启动农田林网巩固计划。",
        {"沟渠淤积集中疏通行动": {"沟渠淤积集中疏通行动"}, "农田林网巩固计划": {"农田林网巩固计划"}},
        id="verbs within a name that a verb carries out",
    ),
    pytest.param("坚持实施湖海强县战略。", {"湖海强县战略": {"湖海强县战略"}}, id="a strategy that is carried out"),
    pytest.param(
        "开展2031年度滨湖岸线引领行动。",
        {"滨湖岸线引领行动": {"滨湖岸线引领行动"}},
        id="the year of a drive is not of it",
    ),
]

NOTHING = [
    pytest.param("开展农田整理和果树种植活动。", id="what is done, carried out"),
    pytest.param("实施年度清淤养护计划。编制渠道推广计划。", id="a yearly plan, a plan that is drawn up"),
    pytest.param("实施以护林为主的林果战略。", id="a strategy told, not named"),
    pytest.param("开展小额贷款试点。", id="a pilot of no works"),
    pytest.param("大力促进中部地区崛起。", id="a strategy's aim as a clause"),
    pytest.param("高标准推进雄安新区建设。", id="the building of a new area"),
    pytest.param("护河贵在行动。", id="a predicate before the last word"),
    pytest.param("抓好一批重大生态工程建设。", id="works in general"),
    pytest.param("加强防沙治沙工作。", id="a task alone"),
    pytest.param("用实际行动支持环保工作。", id="generic words"),
    pytest.param("对天然林保护力度不够。", id="a task with its vigour"),
    pytest.param("依据《清澜湖保护行动计划》执行。", id="a title"),
    pytest.param("第一条 为了规范管理。\n第二条 应当组织实施防洪排涝工程。", id="a statute's works"),
    pytest.param("他是环境工程师。", id="a longer word"),
    pytest.param("召开“九五”计划研讨。", id="a five-year plan"),
    pytest.param("县乡村振兴局负责。", id="a body"),
    pytest.param("描绘美丽江苏的画卷。", id="a place's beauty"),
    pytest.param("办好红色主题教育基地。", id="education of a kind"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(scan_of: Callable[[str], Scan], text: str, expected: dict[str, set[str]]) -> None:
    found: dict[str, set[str]] = {}
    for mention in recognize_campaigns(scan_of(text)):
        found.setdefault(mention.key, set()).add(text[mention.start : mention.end])
    assert found == expected


@pytest.mark.parametrize("text", NOTHING)
def test_ignores(scan_of: Callable[[str], Scan], text: str) -> None:
    assert [text[mention.start : mention.end] for mention in recognize_campaigns(scan_of(text))] == []


def test_medium_and_family_come_from_the_lexicon_or_the_words(scan_of: Callable[[str], Scan]) -> None:
    known, read = recognize_campaigns(scan_of("推进退牧还草。实施餐饮噪声治理提升行动。"))
    assert (known.family, known.medium) == ("farmland-conversion", ("ecology",))
    assert (read.family, read.medium) == ("noise", ("noise",))


@pytest.mark.parametrize("rule", read_rules("names").values(), ids=lambda rule: rule.id)
def test_rules_prove_themselves(rule) -> None:  # type: ignore[no-untyped-def]
    for text, groups in rule.finds:
        match = rule.pattern.search(text)
        assert match, text
        assert {name: match[name] for name, _ in groups} == dict(groups)
    for text in rule.ignores:
        assert not rule.pattern.search(text), text
