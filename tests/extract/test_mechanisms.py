from collections.abc import Callable

import pytest

from kg.extract.mechanisms import recognize_mechanisms

CASES = {
    "known": ("全县推行林长制。", {"林长制": "林长制"}),
    "quoted": ("工地执行“三同时”制度。", {"“三同时”制度": "三同时"}),
    "tail-belongs-to-the-name": ("要健全信息共享机制。", {"信息共享机制": "信息共享"}),
    "needs-a-tail": ("各地做好信息共享。", {}),
    "variants-are-one": ("实行排污许可证制度。", {"排污许可证制度": "排污许可"}),
    "paper-is-none": ("应当编制环境影响评价文件。", {}),
    "particular-word": ("建立渔船油污回收登记制度。", {"渔船油污回收登记制度": "渔船油污回收登记制度"}),
    "governor-is-not-of-the-name": ("市政府实行堤防巡护制度。", {"堤防巡护制度": "堤防巡护制度"}),
    "generic-words": ("建立健全安全生产管理制度和工作制度。", {}),
    "each-with-its-own-suffix": (
        "落实首问负责制、河段认领制度。",
        {"首问负责制": "首问负责制", "河段认领制度": "河段认领制度"},
    ),
    "list-before-one-suffix": (
        "落实排污申报、总量控制等制度。",
        {"排污申报": "排污申报", "总量控制": "总量控制"},
    ),
    "unknown-members-before-one-suffix": (
        "严格执行巡堤登记、汛情会报和险工认领等制度。",
        {"巡堤登记": "巡堤登记", "汛情会报": "汛情会报", "险工认领": "险工认领"},
    ),
    "object-not-verb": ("对该厂约谈。", {}),
    "reform-of-a-named-one": ("加快船员考试制度改革。", {"船员考试制度改革": "船员考试制度"}),
    "credit-arrangements-of-a-list": (
        "对供货商实行守信激励、失信惩戒。",
        {"守信激励": "守信激励", "失信惩戒": "失信惩戒"},
    ),
    "strictly-kept": ("码头严格遵守船员考勤制度。", {"船员考勤制度": "船员考勤制度"}),
    "no-name-of-its-own": ("改革原有制度，扎紧制度笼子。", {}),
    "no-object": ("特许经营者应当报告。", {}),
    "franchise": ("供热实行特许经营。", {"特许经营": "特许经营"}),
    "object": ("采取约谈方式。", {"约谈": "约谈"}),
    "whole-suffix": ("落实行政问责制度。", {"行政问责制度": "行政问责"}),
    "one-each": ("推行一湾一策。", {"一湾一策": "一湾一策"}),
    "numbered-in-quotes": ("建好“五本台账”。", {"五本台账": "五本台账"}),
    "quotation-begins-the-name": ("完善“林长制”述职制度。", {"“林长制”述职制度": "林长制", "林长制": "林长制"}),
    "a-prefix-is-of-its-word": ("建立巡湖全覆盖制度。", {"巡湖全覆盖制度": "巡湖全覆盖制度"}),
    "set-up": ("完善湖湾增殖放流测报机制。", {"湖湾增殖放流测报机制": "湖湾增殖放流测报机制"}),
    "device-nobody-sets-up": ("听取湖湾增殖放流测报机制的汇报。", {}),
    "institutions-and-devices": ("创新湖湾增殖放流体制机制。", {}),
    "general-device": ("建立健全沟通协调机制和激励机制。", {}),
    "verb-that-is-a-noun": ("改革取水口设置审批制度。", {"取水口设置审批制度": "取水口设置审批制度"}),
    "verb-alone": ("严格审批制度。", {}),
    "how-often": ("落实3年一轮巡湖全覆盖制度。", {"3年一轮巡湖全覆盖制度": "3年一轮巡湖全覆盖制度"}),
    "bound-word": ("实行主要污染物日报制度。", {"主要污染物日报制度": "主要污染物日报制度"}),
    "quoted-object": ("推广“巡护即监测”，减少重复。", {"巡护即监测": "巡护即监测"}),
    "whole-name-and-the-known-one": (
        "健全多层次社会治安防控体系。",
        {"多层次社会治安防控体系": "社会治安防控体系", "社会治安防控体系": "社会治安防控体系"},
    ),
    "whole-name-not-across-a-joint": (
        "建立湖泊巡护登记和农户垃圾分类制度。",
        {"农户垃圾分类制度": "垃圾分类", "垃圾分类制度": "垃圾分类"},
    ),
    "whole-name-behind-another": (
        "完善二氧化硫区域联防联控体系。",
        {"区域联防联控体系": "区域联防联控"},
    ),
    "general-words-before-a-known-one": ("巩固地方垃圾分类制度。", {"垃圾分类制度": "垃圾分类"}),
    "list-ending-in-a-known-one": (
        "实行用水、用电阶梯价格制度。",
        {
            "用水、用电阶梯价格制度": "用水、用电阶梯价格制度",
            "阶梯价格制度": "阶梯水价",
            "用电阶梯价格制度": "阶梯水价",
        },
    ),
    "a-state-in-two-systems": ("坚持“一国两制”。", {}),
    "grave-decisions": (
        "健全重大决策信息公开制度。",
        {"重大决策信息公开制度": "环境信息公开", "信息公开制度": "环境信息公开"},
    ),
    "reform": ("推进行政审批制度改革。", {"行政审批制度改革": "行政审批制度"}),
    "put-together": ("整合湖区居民医保制度。", {"湖区居民医保制度": "湖区居民医保制度"}),
    "used": ("利用联席会议制度。", {"联席会议制度": "联席会议制度"}),
    "tried-out": ("扩大湖湾上下游横向补偿机制试点。", {"湖湾上下游横向补偿机制": "湖湾上下游横向补偿机制"}),
    "organizations-are-no-verb": ("改革社会组织登记制度。", {"社会组织登记制度": "社会组织登记制度"}),
    "governed-by-innovation": ("创新湖泊认领制度。", {"湖泊认领制度": "湖泊认领制度"}),
    "by-locality": ("实行属地管理。", {"属地管理": "属地管理"}),
    "tax": ("企业依法缴纳环保税。", {"环保税": "环境保护税"}),
    "law-of-a-tax": ("依照环境保护税法。", {}),
    "general-care": ("建立长效管理机制。", {}),
    "ordinal": ("违反第八项规定。", {}),
    "system-known-by-name": ("推进国家创新体系。", {"国家创新体系": "国家创新体系"}),
    "quoted-way-of-serving": ("打造“一湖一码”服务新模式。", {"一湖一码": "一湖一码"}),
    "way-of-managing-put-into-practice": ("对湖滩实行分类管理。", {"分类管理": "分类管理"}),
    "way-of-managing-in-a-row-of-principles": ("湖滩管护实行分级管理、属地为主的原则。", {}),
    "known-one-with-the-words-behind-its-verb": (
        "乡镇落实湖滩管护目标责任制。",
        {"目标责任制": "环境保护目标责任制", "湖滩管护目标责任制": "环境保护目标责任制"},
    ),
    "all-behind-the-verb": ("建立健全漂浮物清理登记制度。", {"漂浮物清理登记制度": "漂浮物清理登记制度"}),
    "one-for-all-members-of-a-list": (
        "完善船只停泊登记、年审和检查制度。",
        {"船只停泊登记、年审和检查制度": "船只停泊登记、年审和检查制度"},
    ),
    "what-stands-beside-an-arrangement": ("建立巡湖队伍和管理制度。", {}),
    "written-into-a-file-of-credit": ("违规排水的，记入诚信档案。", {"诚信档案": "信用档案"}),
    "managed-by-class-and-grade": ("对码头实行分级分类管理。", {"分级分类管理": "分类分级管理"}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_mechanisms(scan_of: Callable, text: str, expected: dict[str, str]) -> None:
    scan = scan_of(text)
    assert {text[m.start : m.end]: m.key for m in recognize_mechanisms(scan)} == expected
