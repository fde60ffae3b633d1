"""Numbers become quantities with every field the sentence states; counts that only structure a speech do not."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.extract.quantities import relate_quantities
from kg.extract.recognize import recognize
from kg.extract.scan import Scan
from kg.model import LOCUS, Quantity

FOUND: dict[str, tuple[str, list[dict[str, Any]]]] = {
    "level-and-yoy": (
        "2021年，全市细颗粒物平均浓度为33微克/立方米，同比下降8.3%。",
        [
            {"role": "observation", "indicator": "细颗粒物平均浓度", "value": 33, "unit": "ug/m3", "period": "2021年"},
            {"value": 8.3, "unit": "%", "change": "yoy", "direction": "down", "indicator": "细颗粒物平均浓度"},
        ],
    ),
    "baseline": (
        "2021年优良天数比例较2016年上升6.4个百分点。",
        [{"value": 6.4, "unit": "百分点", "change": "base", "direction": "up", "baseline": "2016年"}],
    ),
    "target-with-deadline": (
        "到2025年，全县森林覆盖率达到41.5%以上。",
        [
            {
                "role": "target",
                "indicator": "森林覆盖率",
                "value": 41.5,
                "bound": ">=",
                "deadline": "2025年",
                "period": None,
            }
        ],
    ),
    "dealt-out": (
        "力争城镇污水处理率、生活垃圾无害化处理率分别达到93%和98%。",
        [{"indicator": "城镇污水处理率", "value": 93}, {"indicator": "生活垃圾无害化处理率", "value": 98}],
    ),
    "one-value-for-each": (
        "今年氨氮、总磷排放量都要减少3%。",
        [{"indicator": "氨氮排放量", "value": 3}, {"indicator": "总磷排放量", "value": 3, "direction": "down"}],
    ),
    "year-that-has-passed": (
        "2030年工作报告\n2027年至2029年，氨氮排放量下降6.5%。",
        [{"role": "observation", "value": 6.5, "period": "2027年至2029年"}],
    ),
    "aim-and-result": (
        "2021年，全县煤炭消费总量的目标是减少2%以上，实际减少3.5%。",
        [
            {"role": "target", "indicator": "煤炭消费总量", "value": 2, "bound": ">="},
            {"role": "observation", "indicator": "煤炭消费总量", "value": 3.5},
        ],
    ),
    "unit-of-the-last": (
        "2021年，氨氮、总磷排放量分别净减少2.6万、1.5万吨。",
        [
            {"value": 2.6, "unit": "万吨", "direction": "down", "indicator": "氨氮排放量"},
            {"value": 1.5, "unit": "万吨", "direction": "down", "indicator": "总磷排放量"},
        ],
    ),
    "unit-of-the-last-of-two": (
        "氨氮、总磷排放量分别为3、5吨。",
        [{"value": 3, "unit": "吨", "indicator": "氨氮排放量"}, {"value": 5, "indicator": "总磷排放量"}],
    ),
    "what-it-is-no-part": ("三千万吨原煤是能源的主体。", [{"indicator": "原煤", "value": 3000}]),
    "those-who-already-did": (
        "12个县（市、区）已出台实施细则。",
        [{"indicator": "已出台实施细则的县", "value": 12, "unit": "个"}],
    ),
    "counted-titles": ("评估列出15个《规划》项目。", [{"indicator": "列出《规划》项目", "value": 15}]),
    "on-the-ground-of": (
        "木材产量在上年增长的基础上，又增产30万立方米。",
        [{"indicator": "木材产量", "value": 30, "direction": "up", "period": None}],
    ),
    "since-only-of-a-superlative": (
        "今春旱情是建站以来最重的，遇到十年来最大沙尘，受灾农田25万亩。",
        [{"value": 25, "unit": "万亩", "period": None}],
    ),
    "years-on-end": (
        "造林连续六年增长，封育面积320公顷。",
        [{"indicator": "封育面积", "value": 320, "period": None}],
    ),
    "years-of-experience": ("站点连续开展监测8年以上。", [{"value": 8, "unit": "年", "bound": ">="}]),
    "class-of-water": (
        "到2032年，西溪水质达到Ⅲ类以上标准。",
        [{"role": "target", "value": 3, "unit": "类", "bound": ">=", "deadline": "2032年"}],
    ),
    "term-in-a-notice": (
        "领证单位应在证书到期后5个工作日内交回旧证。",
        [{"role": "target", "value": None, "indicator": "交回旧证"}],
    ),
    "report-amid-tasks": (
        "全县节水工作方案\n一、建设\n建设示范村30个，推广应用取得成效。",
        [{"role": "target", "value": 30}],
    ),
    "results-are-reports": (
        "深化治理，空气质量持续改善，绿化面积逐步扩大。推进造林，建设林带60公里。",
        [{"role": "observation", "value": 60}],
    ),
    "level-of-what": ("羊的存栏数稳定在2000万只的水平上。", [{"indicator": "羊的存栏数水平", "value": 2000}]),
    "heading-decides": (
        "（一）2019年的结果。\n湿地保护率升至51%。\n（二）2020年的目标。\n湿地保护率达到53%。",
        [{"role": "observation", "value": 51}, {"role": "target", "value": 53}],
    ),
    "demanded": (
        "省政府要求当年淘汰落后窑炉40座，全县实际淘汰43座。",
        [{"role": "target", "value": 40}, {"role": "observation", "value": 43}],
    ),
    "undated-stretch-in-a-past-section": (
        "2029年工作报告\n2024年至2028年，湿地面积增加6%。五年间淘汰旧船80艘。",
        [{"role": "observation"}, {"role": "observation", "value": 80, "period": "五年间"}],
    ),
    "bare-verb-after-all": (
        "未登记的采砂船，2026年内要全部清退。",
        [{"indicator": "未登记的采砂船全部清退", "deadline": "2026年内"}],
    ),
    "object-past-the-particle": (
        "9月底前，完成14家纺织企业印染车间的废气治理。",
        [{"indicator": "完成纺织企业印染车间的废气治理", "value": 14, "deadline": "9月底前"}],
    ),
    "stated-investment": ("主要任务\n建设中水管网，总投资2.4亿元。", [{"role": "observation", "value": 2.4}]),
    "subject-before-a-bare-rank": (
        "2021年全县空气优良率为91%，在全市排第三名。",
        [{"indicator": "空气优良率", "value": 91}, {"indicator": "空气优良率", "value": 3, "unit": "名"}],
    ),
    "counted-and-their-share": (
        "18个省控断面中，15个达到Ⅲ类，占83.3%。",
        [
            {"indicator": "省控断面", "value": 18},
            {"indicator": "达到Ⅲ类的省控断面", "value": 15},
            {"indicator": "达到Ⅲ类的省控断面", "value": 83.3},
        ],
    ),
    "share-of-what-does-it": (
        "去年，约65%的砖瓦窑完成了改造。",
        [{"indicator": "完成改造的砖瓦窑", "value": 65, "bound": "~"}],
    ),
    "aim-with-its-subject": (
        "要抓好三件事：城区散煤两年内清零，县热电厂扩建8月底前完工。",
        [
            {"indicator": "城区散煤清零", "deadline": "两年内", "value": None},
            {"indicator": "县热电厂扩建完工", "deadline": "8月底前", "value": None},
        ],
    ),
    "size-of-a-thing-is-no-value": (
        "年底前淘汰20蒸吨以下燃煤锅炉。",
        [{"indicator": "淘汰20蒸吨以下燃煤锅炉", "value": None, "deadline": "年底前"}],
    ),
    "years-summed-up": (
        "省财政五年累计投入治沙资金32亿元，比前五年增长40%。",
        [
            {"value": 32, "period": "五年", "indicator": "省财政投入治沙资金"},
            {"value": 40, "change": "base", "baseline": "前五年", "direction": "up"},
        ],
    ),
    "spaced-out-digits": ("2006年造林面积达到1 3 5 0公顷。", [{"value": 1350, "unit": "公顷"}]),
    "tenths": ("重污染天数下降四成以上。", [{"value": 4, "unit": "成", "bound": ">=", "direction": "down"}]),
    "tabs": (
        "（2023年7月）\n指标\t2020年\t2021年\n臭氧（O3）浓度（微克/立方米）\t151\t148\n",
        [{"role": "observation", "value": 151, "period": "2020年", "unit": "ug/m3"}, {"value": 148}],
    ),
    "elided-head": (
        "今年要完成火电机组除尘改造900万千瓦、脱硝改造1.2亿千瓦。",
        [
            {"value": 900, "unit": "万千瓦", "role": "target", "period": "今年"},
            {"indicator": "火电机组脱硝改造", "value": 1.2, "unit": "亿千瓦"},
        ],
    ),
    "from-to": (
        "“十三五”期间，再生水利用率由2015年的11%提高到26%。",
        [
            {"value": 11, "period": "2015年", "role": "observation"},
            {"value": 26, "change": None, "indicator": "再生水利用率"},
        ],
    ),
    "counted-per-unit": (
        "2021年处理成本为每立方米1.8元左右。",
        [{"indicator": "处理成本", "value": 1.8, "unit": "元/立方米", "bound": "~"}],
    ),
    "times-as-much": (
        "2025年，节水器具和滴灌设备分别达到31万件和8万件，是“十二五”末的3倍和2.5倍。",
        [
            {"indicator": "节水器具", "value": 31, "period": "2025年", "change": None},
            {"indicator": "滴灌设备", "value": 8, "period": "2025年"},
            {"indicator": "节水器具", "value": 3, "change": "base", "direction": "up", "baseline": "“十二五”末"},
            {"indicator": "滴灌设备", "value": 2.5, "period": "2025年", "baseline": "“十二五”末"},
        ],
    ),
    "doubled": (
        "2021年，中水产量比2016年翻了两番。",
        [{"indicator": "中水产量", "value": 2, "unit": "番", "direction": "up", "baseline": "2016年"}],
    ),
    "size-of-a-change": (
        "2021年，用煤量减少幅度达到6%。",
        [{"indicator": "用煤量", "value": 6, "change": "base", "direction": "down"}],
    ),
    "a-raised-dot-in-an-old-report": ("煤炭产量增长三·二倍。", [{"value": 3.2, "unit": "倍"}]),
    "how-a-law-is-applied-tells-no-place": (
        "该法施行两年来，共移送案件35件。全市移送4件。",
        [{"region": None, "value": 35}, {"region": LOCUS, "value": 4}],
    ),
    "ranked-among-is-no-region": (
        "2021年，全市入库企业达到8家，居全国第三位；造林面积突破20公顷。",
        [{"region": LOCUS}, {"region": LOCUS, "unit": "名"}, {"region": LOCUS, "value": 20}],
    ),
    "less-than-now": (
        "全县砖窑共19座，比现有的27座减少8座。",
        [
            {"value": 19, "indicator": "砖窑"},
            {"value": 27, "period": "现有", "indicator": "砖窑"},
            {"value": 8, "change": "base", "direction": "down", "baseline": "现有"},
        ],
    ),
    "rank-among-others": (
        "2021年节水率居全省第四位。",
        [{"indicator": "节水率", "value": 4, "unit": "名", "period": "2021年"}],
    ),
    "share-reached-is-no-year": (
        "一、2031年工作回顾\n继续推进造林工程建设，造林面积达到20.4万亩。",
        [{"role": "observation", "value": 20.4, "period": "2031年"}],
    ),
    "heading-that-only-urges": (
        "落实河长要求，守好水源\n在治水方面，2021年达标断面较2016年增加6个，同比增加1个。",
        [{"role": "observation", "value": 6, "period": "2021年"}, {"role": "observation", "change": "yoy"}],
    ),
    "stretch-that-a-report-covers": (
        "一、过去五年的工作回顾\n五年内，全县造林面积27万亩，开工水库3座。",
        [{"role": "observation", "period": "五年内"}, {"role": "observation", "period": "五年内", "deadline": None}],
    ),
    "opening-period-frames-the-section": (
        "（一）基础。“十二五”时期，全市开展了治水行动。\n水质改善。2015年，建成水厂8座。\n推进治沙。建有林场6个。",
        [{"value": 8, "period": "2015年"}, {"value": 6, "period": "“十二五”时期"}],
    ),
    "done-by-somebody-is-no-source": (
        "今年计划安排治沙资金9亿元，由县里筹集2亿元。",
        [{"role": "target", "value": 9}, {"role": "target", "value": 2}],
    ),
    "priced-as-of-a-year": (
        "1990年工业产值，按照1980年不变价格计算，达到35亿元。",
        [{"indicator": "工业产值", "value": 35, "period": "1990年"}],
    ),
    "last-of-a-chain-of-places": (
        "江西省赣州市建成水厂3座。",
        [{"region": "赣州市", "value": 3}],
    ),
    "became-a-change": (
        "2021年，水泥产量由上年下降3%转为增长5%。",
        [
            {"indicator": "水泥产量", "value": 3, "direction": "down"},
            {"indicator": "水泥产量", "value": 5, "direction": "up"},
        ],
    ),
    "from-rank-to-rank": (
        "2021年，造林面积居全省第一位，节水量从全省第六位上升到第二位。",
        [
            {"indicator": "造林面积", "value": 1, "unit": "名"},
            {"indicator": "节水量", "value": 6, "unit": "名"},
            {"indicator": "节水量", "value": 2, "unit": "名"},
        ],
    ),
    "light-verb-after-a-value": (
        "全年登记排污企业增长12%，平均每月新增35户。",
        [{"indicator": "登记排污企业", "value": 12}, {"indicator": "登记排污企业", "value": 35, "period": "每月"}],
    ),
    "range-and-approximate": (
        "每年培育20—30家示范企业，解决三四个难题，投资近6亿元。",
        [{"value": 20, "high": 30, "unit": "家"}, {"value": 3, "high": 4}, {"value": 6, "bound": "~", "unit": "亿元"}],
    ),
    "chinese-and-more": (
        "累计植树一百二十余万株，治理率超过百分之九十。",
        [{"value": 120, "unit": "万株", "bound": ">"}, {"value": 90, "unit": "%", "bound": ">", "indicator": "治理率"}],
    ),
    "noun-after-the-unit": (
        "去年共查处312件环境违法案件，新建了45座污水处理站。",
        [
            {"indicator": "查处环境违法案件", "value": 312, "unit": "件", "period": "去年"},
            {"indicator": "新建污水处理站", "value": 45, "unit": "座"},
        ],
    ),
    "counted-nouns": (
        "2镇8村实施了改厕项目。",
        [{"value": 2, "unit": "镇"}, {"value": 8, "unit": "村"}],
    ),
    "rank": ("2022年市区空气质量在全省排名第五。", [{"value": 5, "unit": "名"}]),
    "index": ("2022年空气质量综合指数3.87。", [{"value": 3.87, "unit": None}]),
    "redacted": ("已完成**个挥发性有机物治理项目。", [{"value": None, "unit": "个"}]),
    "bare-deadline": (
        "力争三年内全面消除建成区黑臭水体。",
        [{"role": "target", "value": None, "deadline": "三年内", "indicator": "消除建成区黑臭水体"}],
    ),
    "a-date-that-says-which": (
        "2019年底前登记的老旧渔船，2026年内要全部拆解；2021年底前建成的旅游码头由县里统一管理。",
        [{"role": "target", "indicator": "2019年底前登记的老旧渔船全部拆解", "deadline": "2026年内"}],
    ),
    "deadline-of-another-year": (
        "2026年底前，各县区要完成入河排污口整治。",
        [{"role": "target", "value": None, "deadline": "2026年底前"}],
    ),
    "aims-beside-a-number": (
        "到2027年，自然岸线保有率不低于36%，海洋生态环境质量明显改善。",
        [{"value": None, "indicator": "海洋生态环境质量明显改善", "deadline": "2027年"}, {"value": 36, "bound": ">="}],
    ),
    "year-in-chinese": (
        "到一九七七年，渔获量达到三万吨，比一九七〇年的两万一千吨增长百分之四十三。",
        [
            {"role": "target", "value": 3, "unit": "万吨", "deadline": "一九七七年", "indicator": "渔获量"},
            {"role": "observation", "period": "一九七〇年"},
            {"role": "target", "value": 43, "change": "base", "baseline": "一九七〇年", "deadline": "一九七七年"},
        ],
    ),
    "years-in-a-row": (
        "一九七一年和一九七二年两年植树六百万株。一九七一年至一九七五年，桑园由两千亩增加到五千亩。",
        [
            {"value": 600, "unit": "万株", "period": "一九七一年和一九七二年两年"},
            {"value": 2000, "role": "observation"},
            {"value": 5000, "role": "observation", "period": "一九七一年至一九七五年"},
        ],
    ),
    "range-of-a-percentage": (
        "锅炉节约燃料百分之三到五。",
        [{"indicator": "锅炉节约燃料", "value": 3, "high": 5, "unit": "%"}],
    ),
    "coefficient": (
        "2031年渠系水利用系数达到0.61。",
        [{"indicator": "渠系水利用系数", "value": 0.61, "unit": None, "period": "2031年"}],
    ),
    "bound-before-the-verb": (
        "各镇每季度至少巡查3处堤防。",
        [{"indicator": "巡查堤防", "value": 3, "unit": "处", "bound": ">="}],
    ),
    "bare-verb-by-a-date": (
        "证照不全的砂场，原则上于2031年6月底前完成。",
        [{"role": "target", "value": None, "indicator": "证照不全的砂场完成", "deadline": "2031年6月底前"}],
    ),
    "first-of-two-levels-is-expected": (
        "明年蚕桑产值比重由今年预计的4%提高到5%。",
        [{"value": 4, "role": "observation", "period": "今年"}, {"value": 5, "role": "target", "period": "明年"}],
    ),
    "words-of-duty-after-the-subject": (
        "林业投资的比重应该达到7%。渔业产值不仅没有下降，而且增长2%。",
        [{"indicator": "林业投资的比重", "value": 7}, {"indicator": "渔业产值", "value": 2, "direction": "up"}],
    ),
    "aim-for-the-stretch-of-a-plan": (
        "在这十年里，要建设水库，灌溉率达到70%以上。",
        [{"role": "target", "indicator": "灌溉率", "value": 70, "bound": ">=", "period": "这十年"}],
    ),
}

IGNORED = {
    "what-tells-which-are-meant": "对投资在八亿元以上的重点工程和年产值超过3000万元的企业加强管理。",
    "copies": "申请表一式3份，原件和复印件各1份。",
    "case-of-a-notice": "使用林地十二公顷以上的，委托省厅审核。",
    "part-of-a-year": "休渔是在一年内的特定时段禁止捕捞。",
    "structure": "要从三个方面入手，坚持五项原则，做好两手准备。",
    "numbering": "一是加强领导。二是压实责任。（三）强化督查。",
    "dates-alone": "2019年5月1日，会议在县城召开。",
    "title": "认真落实《水污染防治三年行动计划（2018—2020年）》。",
    "document-number": "按照环发〔2013〕74号文件办理。",
    "ordinal": "第三轮督察组进驻，第12次会议审议通过。",
    "penalty": "违反规定的，处二万元以上二十万元以下的罚款。",
    "idioms": "众志成城，千方百计，一把手负总责，万众一心。",
    "vague-many": "动员上千家企业、数百名干部参加。",
    "rate-base": "每百元产值、每万人口都要算账。",
    "plan-by-its-year": "制定2035年前碳中和行动方案。",
    "figure-reference": "体系结构如图3所示，分工如表2所列。",
    "dual": "打破城乡二元结构，开创一番事业。",
    "myriads-of-people": "依靠千千万万群众护河。",
    "listed-case": "属于下列情形：（一）疏散居民三千人以上的；（二）其他。",
    "classifier-inside-a-name": "两千三百万台湾同胞心系家园。",
    "substance": "严格控制PM2.5和PM10污染。",
}


def _quantities(scan: Scan) -> list[Quantity]:
    return relate_quantities(scan, recognize(scan))


@pytest.mark.parametrize(("text", "expected"), FOUND.values(), ids=FOUND)
def test_finds(scan_of: Callable[[str], Scan], text: str, expected: list[dict[str, Any]]) -> None:
    found = _quantities(scan_of(text))
    shown = [
        {field: _plain(getattr(quantity, field)) for field in fields}
        for quantity, fields in zip(found, expected, strict=False)
    ]
    assert shown == expected
    assert len(found) == len(expected)


@pytest.mark.parametrize("text", IGNORED.values(), ids=IGNORED)
def test_ignores(scan_of: Callable[[str], Scan], text: str) -> None:
    assert [quantity.text for quantity in _quantities(scan_of(text))] == []


LAW = {
    "class-of-water": ("二级保护区的水质不得低于国家规定的Ⅲ类标准。", [(None, "二级保护区的水质", 3.0)]),
    "duty-of-a-body": ("补助细则由市政府于条例施行后六个月内制定。", [("后六个月内", "制定", None)]),
    "recurring-duty": ("主管部门应当于每年第二季度公布监测结果。", [("每年第二季度", "公布监测结果", None)]),
    "every-so-many-months": ("单位应每3个月提交监测报告。", [("每3个月", "提交监测报告", None)]),
    "term-of-a-duty": ("采砂单位应当自停工之日起十五个工作日内恢复河道。", [("十五个工作日内", "恢复河道", None)]),
    "reported-to-a-meeting": ("采砂单位应在12小时内将险情报联席会议。", [("12小时内", "将险情报联席会议", None)]),
    "term-of-a-right": ("申请人可以在六十日内申请复议。", []),
    "charge": ("主管部门应当收取百分之五的费用。", []),
    "fine": ("责令改正，处合同价款百分之二以上百分之五以下的罚款。", []),
    "limit": ("禁止下列行为：（一）在水库周边300米范围内取土。", [(None, "水库周边范围内取土", 300.0)]),
    "limit-of-a-share": ("新建小区的绿地率不得低于百分之三十五。", [(None, "新建小区的绿地率", 35.0)]),
    "what-an-article-applies-to": ("占用林地面积6公顷以上的，应当报省主管部门审核。", []),
}


@pytest.mark.parametrize(("article", "expected"), LAW.values(), ids=LAW)
def test_a_law_states_duties_and_limits(
    scan_of: Callable[[str], Scan], article: str, expected: list[tuple[Any, ...]]
) -> None:
    law = f"第一条 为了保护河道，制定本办法。\n第二条 本办法适用于本市。\n第三条 {article}"
    found = _quantities(scan_of(law))
    assert [(quantity.deadline, quantity.indicator, _plain(quantity.value)) for quantity in found] == expected


def test_a_plan_speaks_before_its_first_year(scan_of: Callable[[str], Scan]) -> None:
    title = "湖岸县湿地保护规划（2032—2035年）"
    found = _quantities(scan_of(f"{title}\n2031年湿地面积达到4万亩。2034年湿地面积达到5万亩。"))
    assert [(quantity.role, quantity.period) for quantity in found] == [("observation", "2031年"), ("target", "2034年")]


def test_the_period_carries_on_and_the_region_too(scan_of: Callable[[str], Scan]) -> None:
    found = _quantities(scan_of("2020年，造林完成3.2万亩。治理水土流失45平方公里。"))
    assert [quantity.period for quantity in found] == ["2020年", "2020年"]


EVIDENCE = {
    "period-subject-value": ("2021年，全县森林覆盖率为38%，比上年提高1个百分点。", "2021年，全县森林覆盖率为38%"),
    "noun-after-the-unit": ("全年完成26家砖瓦企业脱硝改造。", "全年完成26家砖瓦企业脱硝改造"),
    "what-they-do": ("约70%的乡镇建立了监测点。", "约70%的乡镇建立了监测点"),
}


@pytest.mark.parametrize(("text", "expected"), EVIDENCE.values(), ids=EVIDENCE)
def test_evidence_says_what_is_measured(scan_of: Callable[[str], Scan], text: str, expected: str) -> None:
    quantity = _quantities(scan_of(text))[0]
    assert text[quantity.start : quantity.end] == expected


def test_spans_lie_in_the_text(scan_of: Callable[[str], Scan]) -> None:
    text = "2021年，全市细颗粒物平均浓度为33微克/立方米，同比下降8.3%。"
    for quantity in _quantities(scan_of(text)):
        assert quantity.start <= quantity.value_start < quantity.value_end <= quantity.end
        assert text[quantity.value_start : quantity.value_end] == quantity.text


def _plain(value: Any) -> Any:
    return float(value) if hasattr(value, "as_tuple") else value
