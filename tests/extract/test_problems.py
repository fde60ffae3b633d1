"""Problems: predicates of something wrong, stated or embedded, and what is none."""

from collections.abc import Callable

import pytest

from kg.extract.clauses import relate_clauses
from kg.extract.scan import Scan

FOUND = [
    pytest.param("但执法装备不足，基层力量薄弱。", ["执法装备不足", "基层力量薄弱"], id="closing predicates"),
    pytest.param("土壤、草地严重退化。", ["土壤、草地严重退化"], id="subjects joined under one predicate"),
    pytest.param("长期以来，雨污合流问题依然突出。", ["雨污合流问题依然突出"], id="an announced problem"),
    pytest.param("但村镇还存在垃圾乱堆的现象。", ["村镇还存在垃圾乱堆的现象"], id="存在…的现象"),
    pytest.param("着力解决管网老化问题。", ["管网老化"], id="embedded as a fact"),
    pytest.param(
        "目前还存在不少问题：垃圾产生量不断增加。",
        ["垃圾产生量不断增加"],
        id="a rise of harm among problems, not what announces it",
    ),
    pytest.param(
        "存在的主要问题是，个别乡镇缺乏节水意识，改造成本比新建还高。",
        ["个别乡镇缺乏节水意识", "改造成本比新建还高"],
        id="lack and comparison",
    ),
    pytest.param("坚决改变有令不行、各自为政的状况。", ["有令不行、各自为政"], id="a list of ills"),
    pytest.param(
        "监测力量不足，台账管理滞后，违法占滩现象严重。",
        ["监测力量不足", "台账管理滞后", "违法占滩现象严重"],
        id="two problems make a third likely",
    ),
    pytest.param(
        "但村镇污水管网不完善、餐厨垃圾处置能力不足、巡查装备更新滞后等问题尚未得到解决。",
        ["村镇污水管网不完善", "餐厨垃圾处置能力不足", "巡查装备更新滞后"],
        id="a list of statements, each with its own subject",
    ),
    pytest.param(
        "但我县造林总量不足、质量不高。", ["我县造林总量不足、质量不高"], id="aspects of one subject stay together"
    ),
    pytest.param(
        "存在的主要问题是，我县能源结构偏重、高耗能特征明显。",
        ["我县能源结构偏重", "高耗能特征明显"],
        id="a list that ends otherwise",
    ),
    pytest.param(
        "但总量仍居高位、村貌改善压力依然较大。",
        ["总量仍居高位", "村貌改善压力依然较大"],
        id="改善 as a noun shelters nothing",
    ),
    pytest.param("我们面临水源不足、耕地破碎化等问题。", ["水源不足、耕地破碎化"], id="an embedded list is one"),
    pytest.param(
        "同时，护林站点偏少、巡护装备落后、林道失修等问题十分突出。",
        ["护林站点偏少、巡护装备落后、林道失修等问题十分突出"],
        id="a list that one predicate sums up",
    ),
    pytest.param("目前还存在泵站老化、渠道淤积等问题。", ["泵站老化、渠道淤积"], id="a list that 还存在 names"),
    pytest.param("经营管理很落后。", ["经营管理很落后"], id="经 in 经营 is no condition"),
    pytest.param(
        "但是渔港布局不合理，冷库缺口加大，渔民生活还很困难。",
        ["渔港布局不合理", "冷库缺口加大", "渔民生活还很困难"],
        id="a sentence that states one problem speaks of problems",
    ),
    pytest.param("但草场超载和沙害还很严重。", ["草场超载和沙害还很严重"], id="还很 says that it is a problem"),
    pytest.param("但涉及渔民的不少纠纷还没有解决。", ["涉及渔民的不少纠纷还没有解决"], id="涉及 in a modifier"),
    pytest.param("着力解决牧民饮水难问题。", ["牧民饮水难"], id="what is to be solved, in a word no table holds"),
    pytest.param("存在的主要问题是，北镇目前无监测点位。", ["北镇目前无监测点位"], id="what is not there"),
]

NONE = [
    pytest.param("防止草原退化。", id="only feared"),
    pytest.param("坚决防止蓝藻反弹。", id="only feared, with zeal"),
    pytest.param("治水任务艰巨。", id="a verdict on a task"),
    pytest.param("但仍然存在一些难点堵点和短板弱项。", id="an announcement in general words"),
    pytest.param("当前形势不容乐观。", id="a verdict"),
    pytest.param("污染主要来源于散煤。", id="a source"),
    pytest.param("对进度滞后的县区进行约谈。", id="a modifier"),
    pytest.param("企业不得弄虚作假。", id="a prohibition"),
    pytest.param("对存在渗漏风险的库区进行加固。", id="a risk that only modifies"),
    pytest.param("财政投入不断增加。", id="a rise of something good"),
    pytest.param("草场退化的趋势得到扭转。", id="a problem overcome"),
    pytest.param("除因河道淤积、水位下降确需调整外，不得改变取水点。", id="an exception"),
    pytest.param("切实解决存在的突出问题。", id="an attribute of a problem"),
]


def _problems(scan: Scan) -> list[str]:
    return [scan.text[clause.start : clause.end] for clause in relate_clauses(scan, []) if clause.type == "Problem"]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_a_problem_is_the_smallest_clause_that_states_it(
    scan_of: Callable[[str], Scan], text: str, expected: list[str]
) -> None:
    assert _problems(scan_of(text)) == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_feared_announced_or_attributed_is_no_problem(scan_of: Callable[[str], Scan], text: str) -> None:
    assert _problems(scan_of(text)) == []
