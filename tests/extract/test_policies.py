from collections.abc import Callable

import pytest

from kg.extract.policies import recognize_policies
from kg.extract.scan import Scan

LAW = "中华人民共和国环境保护法"
CASES = {
    "title-marks": ("落实《某县河湖整治方案》。", {"某县河湖整治方案": "某县河湖整治方案"}),
    "law-by-short-name": ("严格执行环保法。", {"环保法": LAW}),
    "law-by-title": ("依据《环境保护法》处理。", {"环境保护法": LAW}),
    "law-inside-a-word": ("修订节水法规。", {}),
    "nested-title": (
        "学习《关于印发〈某县节水方案〉的通知》。",
        {"关于印发〈某县节水方案〉的通知": "某县节水方案"},
    ),
    "short-form-defined": (
        "按照《某县湿地修复规划》（以下简称《规划》）。《规划》明确了任务。",
        {"某县湿地修复规划": "某县湿地修复规划", "规划": "某县湿地修复规划"},
    ),
    "short-form-without-marks": (
        "组织编制湖区岸线利用综合规划（以下简称岸线规划）。岸线规划每年评估。",
        {"湖区岸线利用综合规划": "湖区岸线利用综合规划", "岸线规划": "湖区岸线利用综合规划"},
    ),
    "short-form-without-a-title": ("请落实《方案》。", {"方案": "方案"}),
    "five-year-plan-of-old": (
        "完成“八五”计划，制定第九个五年计划，第九个五年计划期间治沙。",
        {"“八五”计划": "八五计划", "第九个五年计划": "第九个五年计划"},
    ),
    "five-year-plan-of-old-and-field": ("“九五”治沙造林计划没有完成。", {"“九五”治沙造林计划": "九五治沙造林计划"}),
    "outline-for-years": (
        "实施2031-2040年中国湖区发展纲要。",
        {"2031-2040年中国湖区发展纲要": "2031-2040年中国湖区发展纲要"},
    ),
    "five-year-plan-and-another": ("执行“九五”计划和十年规划。", {"“九五”计划": "九五计划"}),
    "national-plan": ("水利部编制全国绿洲保护规划，报国务院批准。", {"全国绿洲保护规划": "全国绿洲保护规划"}),
    "plan-carried-out": (
        "编制和实施促进林果振兴规划，落实湖滨规划。实施年度规划，实施适应干旱国家方案。",
        {"促进林果振兴规划": "促进林果振兴规划", "适应干旱国家方案": "适应干旱国家方案"},
    ),
    "plan-drafted": (
        "推动出台完善苇田承包制度的意见，印发湖区苇田中长期发展规划，起草意见。督促各镇制定湖区苇田发展规划。",
        {"完善苇田承包制度的意见": "完善苇田承包制度的意见", "湖区苇田中长期发展规划": "湖区苇田中长期发展规划"},
    ),
    "plan-carried-out-by-a-statute": ("第一条 为了护林。\n第二条 镇里组织实施林带养护规划。", {}),
    "plan-of-no-name": ("全国的规划和国家的规划。", {}),
    "regulation-under-a-law": (
        "执行外商投资法实施条例。",
        {"外商投资法实施条例": "中华人民共和国外商投资法实施条例"},
    ),
    "five-year-plan": ("“十五五”规划开局。", {"“十五五”规划": "十五五规划"}),
    "five-year-plan-of-a-field": (
        "编制全省水土保持“十五五”规划。",
        {"水土保持“十五五”规划": "水土保持十五五规划"},
    ),
    "local-regulation-by-name": ("违反甘肃省物业管理条例的。", {"甘肃省物业管理条例": "甘肃省物业管理条例"}),
    "five-year-period": ("“十五五”时期再减排。", {}),
    "paper": ("据《某某日报》报道。", {}),
    "certificate": ("申领《排污许可证》。", {}),
    "own-title": (
        "某市人民政府关于加强噪声治理的意见\n各县区：\n请执行。",
        {"某市人民政府关于加强噪声治理的意见": "某市人民政府关于加强噪声治理的意见"},
    ),
    "own-title-of-an-interpretation": (
        "某省高级人民法院关于审理占用湖面纠纷案件的解释\n第一条 湖面以水位线为界。",
        {"某省高级人民法院关于审理占用湖面纠纷案件的解释": "某省高级人民法院关于审理占用湖面纠纷案件的解释"},
    ),
    "own-title-before-its-number": (
        "某市人民政府关于清洁取暖的通知 某政发〔2031〕4号\n各县区：",
        {"某市人民政府关于清洁取暖的通知": "某市人民政府关于清洁取暖的通知"},
    ),
    "own-title-before-what-it-is-about": (
        "某省水利厅公告（2031年第4号）（委托审核采沙许可事项）\n各有关单位：",
        {"某省水利厅公告（2031年第4号）": "某省水利厅公告（2031年第4号）"},
    ),
    "title-with-its-number": (
        "按照《某省关于清理采沙许可事项的通知》（某政发〔2031〕4号）办理。",
        {"某省关于清理采沙许可事项的通知": "某省关于清理采沙许可事项的通知"},
    ),
    "own-title-over-two-lines": (
        "某县人民政府关于实施\n湿地修复方案的通知\n各乡镇：",
        {"某县人民政府关于实施\n湿地修复方案的通知": "某县人民政府关于实施湿地修复方案的通知"},
    ),
    "speech-has-no-own-title": ("同志们：\n今天部署工作。", {}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_policies(scan_of: Callable, text: str, expected: dict[str, str]) -> None:
    scan = scan_of(text)
    assert {text[m.start : m.end]: m.key for m in recognize_policies(scan)} == expected


def test_the_date_of_issue_stands_before_the_title(scan_of: Callable) -> None:
    scan = scan_of("2031年4月，县政府印发了《某县净滩方案》。")
    assert [mention.date for mention in recognize_policies(scan)] == ["2031年4月"]


def test_a_plan_that_a_place_begins_needs_no_title_marks(scan_of: Callable[[str], Scan]) -> None:
    scan = scan_of("落实珠江三角洲水环境综合治理规划，服从城市规划和港口总体规划。")
    assert [scan.text[m.start : m.end] for m in recognize_policies(scan)] == ["珠江三角洲水环境综合治理规划"]
