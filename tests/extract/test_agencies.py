"""Bodies of party and state: levels, places, fields in lists, elided members, and what is no body."""

from collections.abc import Callable

import pytest

from kg.extract.agencies import recognize_agencies
from kg.extract.agency_owners import own_level
from kg.extract.scan import Scan

FOUND = [
    pytest.param(
        "我市环保局牵头，环保部门和水务部门跟进。",
        {"生态环境部门": {"环保局", "环保部门"}, "水利部门": {"水务部门"}},
        id="one body under several names",
    ),
    pytest.param(
        "我市住建、环保、应急等有关部门联动。",
        {"住房城乡建设部门": {"住建"}, "生态环境部门": {"环保"}, "应急管理部门": {"应急"}},
        id="fields in a list",
    ),
    pytest.param(
        "本市教育、花卉苗木、民政等相关部门配合。",
        {"教育部门": {"教育"}, "花卉苗木部门": {"花卉苗木"}, "民政部门": {"民政"}},
        id="a field no table knows between known ones",
    ),
    pytest.param(
        "我市审计、经济贸易、民政等行政管理部门配合，气象主管机构会同政府法制部门检查。",
        {
            "审计部门": {"审计"},
            "经济贸易部门": {"经济贸易"},
            "民政部门": {"民政"},
            "气象部门": {"气象主管机构"},
            "法制部门": {"政府法制部门"},
        },
        id="other last words of departments",
    ),
    pytest.param(
        "动物卫生监督机构报告，口岸动植物检疫机关和海关放行，海关部门统计。",
        {
            "动物卫生监督机构": {"动物卫生监督机构"},
            "口岸动植物检疫机关": {"口岸动植物检疫机关"},
            "海关部门": {"海关", "海关部门"},
        },
        id="organs that the law names by their task",
    ),
    pytest.param(
        "本市水利、农业农村、城市管理等其他河湖保护管理部门配合，河道主管机关巡查。",
        {
            "水利部门": {"水利"},
            "农业农村部门": {"农业农村"},
            "城市管理部门": {"城市管理"},
            "河道部门": {"河道主管机关"},
        },
        id="other departments of a task",
    ),
    pytest.param(
        "国务院投资主管部门会同中医药管理部门、特种设备安全监督管理部门答复。",
        {
            "投资主管部门": {"国务院投资主管部门"},
            "中医药部门": {"中医药管理部门"},
            "特种设备安全部门": {"特种设备安全监督管理部门"},
        },
        id="departments of fields that only laws name",
    ),
    pytest.param(
        "按照中央的统一部署，中国人民解放军、中央军委后勤保障部参加抢险，中央的财力有限。",
        {
            "党中央": {"中央"},
            "中国人民解放军": {"中国人民解放军"},
            "中央军委后勤保障部": {"中央军委后勤保障部"},
        },
        id="the centre and the army",
    ),
    pytest.param(
        "中华人民共和国水利部与新疆生产建设兵团签约。",
        {"水利部": {"中华人民共和国水利部"}, "新疆生产建设兵团": {"新疆生产建设兵团"}},
        id="a ministry by its full name, a body named after its region",
    ),
    pytest.param(
        "本市设立金山湖景区管理委员会（以下简称景区管委会），景区管委会负责巡查，其他景区管委会配合。",
        {"金山湖景区管理委员会": {"金山湖景区管理委员会", "景区管委会"}},
        id="the short name that a text gives",
    ),
    pytest.param(
        "我市水利、水务、财政等部门配合。",
        {"水利部门": {"水利"}, "水务部门": {"水务"}, "财政部门": {"财政"}},
        id="one list keeps two names of a field apart",
    ),
    pytest.param(
        "我省落实省委、省政府安排，省生态环境厅督办。",
        {"党委": {"省委"}, "政府": {"省政府"}, "生态环境部门": {"省生态环境厅"}},
        id="the text's own level",
    ),
    pytest.param("我市落实省、市政府安排。", {"省政府": {"省"}, "政府": {"市政府"}}, id="levels share a government"),
    pytest.param(
        "本市实行：市、县（市、区）人民政府应当保障经费。",
        {"政府": {"市"}},
        id="the first of the levels is the own one",
    ),
    pytest.param(
        "自治区党委、政府高度重视，全自治区行动。",
        {"党委": {"自治区党委"}, "政府": {"政府"}},
        id="a government that shares its level with the Party committee",
    ),
    pytest.param(
        "甘肃省水利厅发文，省水利厅督办，我市跟进。",
        {"甘肃省水利部门": {"甘肃省水利厅", "省水利厅"}},
        id="a named place and its level word",
    ),
    pytest.param(
        "党中央、国务院作出部署，我国生态环境部、国家林草局抓落实，生态环境部门跟进。",
        {
            "党中央": {"党中央"},
            "国务院": {"国务院"},
            "生态环境部": {"生态环境部"},
            "国家林业和草原局": {"国家林草局"},
            "生态环境部门": {"生态环境部门"},
        },
        id="the centre, a ministry and its field",
    ),
    pytest.param(
        "我国规定，由国务院水行政主管部门会同国务院财政部门制定。",
        {"水利部": {"国务院水行政主管部门"}, "财政部": {"国务院财政部门"}},
        id="a department of the State Council is its ministry",
    ),
    pytest.param(
        "我市成立河湖整治工作领导小组，抄送市监察委员会。",
        {"河湖整治领导小组": {"河湖整治工作领导小组"}, "监委": {"市监察委员会"}},
        id="a body as it is founded",
    ),
    pytest.param(
        "我市移送公安机关，由人民法院审理。", {"公安机关": {"公安机关"}, "人民法院": {"人民法院"}}, id="courts"
    ),
    pytest.param("我市贯彻《国务院关于治水的意见》。", {"国务院": {"国务院"}}, id="the issuer a title begins with"),
    pytest.param(
        "我县市委、政府督查室、县委办公室通报。",
        {"市党委": {"市委"}, "市督查室": {"政府督查室"}, "党委办公室": {"县委办公室"}},
        id="offices of a committee",
    ),
    pytest.param(
        "本市交通运输、农业农村、海洋等主管部门配合，海洋发展和渔业部门巡查。",
        {
            "交通运输部门": {"交通运输"},
            "农业农村部门": {"农业农村"},
            "海洋部门": {"海洋"},
            "海洋与渔业部门": {"海洋发展和渔业部门"},
        },
        id="a field that ends in a village",
    ),
    pytest.param(
        "我国水利部节水司与财政部农业司会商，报送我部人事司，规划司审查处和公司参加。",
        {
            "节水司": {"水利部节水司"},
            "农业司": {"财政部农业司"},
            "人事司": {"人事司"},
            "规划司审查处": {"规划司审查处"},
        },
        id="offices inside a ministry",
    ),
    pytest.param(
        "我省银川市财政局、水利局参加。",
        {"银川市财政部门": {"银川市财政局"}, "银川市水利部门": {"水利局"}},
        id="a list shares its owner",
    ),
    pytest.param(
        "我国由国务院水行政主管部门、渔业主管部门管理，县级以上人民政府水行政主管部门检查，省级林业主管部门汇总，林业主管部门上报。",
        {
            "水利部": {"国务院水行政主管部门", "水行政主管部门"},
            "渔业部门": {"渔业主管部门"},
            "省林业和草原部门": {"省级林业主管部门", "林业主管部门"},
        },
        id="departments of a national text",
    ),
]

NONE = [
    pytest.param("各级党委政府、各部门和有关部门要落实，各市人民政府负责。", id="collectives"),
    pytest.param("县级以上人民政府应当加强领导，上级人民政府备案。", id="governments of a level and above"),
    pytest.param("我省各设区的市生态环境局、县人民政府执行。", id="levels below the own one"),
    pytest.param("发展布局、委托办理、部分地区、财政办法。", id="words that hold a last word"),
    pytest.param("村民委员会和业主委员会参与，街道办事处配合。", id="committees of residents"),
    pytest.param("贯彻《某省生态环境厅工作规则》。", id="a body inside a title"),
    pytest.param("我市召开市委常委会会议。", id="a body inside a meeting's name"),
    pytest.param("各市水利局，有关单位：地方职称改革领导小组核准。", id="bureaus of every city"),
    pytest.param("各省（区、市）水利、渔业主管部门，各有关单位：", id="addressees of every province"),
]

LEVELS = [
    pytest.param("我市今年，全市上下，省政府要求。", "city", id="we, the city"),
    pytest.param("国务院关于治水的意见。我国水资源少。", "nation", id="the centre at the head"),
    pytest.param("自治区党委要求，全区上下，自治区各地。", "region", id="全区 of an autonomous region"),
    pytest.param("省人民政府应当保障。", "province", id="no word for we, but a government"),
    pytest.param("居全国前列。（省水利厅、省财政厅负责）（省教育厅负责）", "province", id="offices of a province"),
    pytest.param("绿化很好。", "", id="nothing tells"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_bodies(text: str, expected: dict[str, set[str]], scan_of: Callable[[str], Scan]) -> None:
    found: dict[str, set[str]] = {}
    for mention in recognize_agencies(scan_of(text)):
        found.setdefault(mention.key, set()).add(text[mention.start : mention.end])
    assert found == expected


@pytest.mark.parametrize("text", NONE)
def test_finds_none(text: str, scan_of: Callable[[str], Scan]) -> None:
    assert [text[mention.start : mention.end] for mention in recognize_agencies(scan_of(text))] == []


@pytest.mark.parametrize(("text", "level"), LEVELS)
def test_tells_the_level_a_text_speaks_for(text: str, level: str, scan_of: Callable[[str], Scan]) -> None:
    assert own_level(scan_of(text)) == level


def test_says_whose_a_body_is(scan_of: Callable[[str], Scan]) -> None:
    text = "我市环保部门上报，省财政厅审核，国务院批准，银川市水务局落实，中国人民解放军参加。"
    marks = {text[m.start : m.end]: m.jurisdiction for m in recognize_agencies(scan_of(text))}
    assert marks == {
        "环保部门": "@locus",
        "省财政厅": "@province",
        "国务院": "@nation",
        "银川市水务局": "640100",
        "中国人民解放军": None,
    }


def test_a_municipality_is_the_city_its_bodies_name(scan_of: Callable[[str], Scan]) -> None:
    text = "本市规定，上海市水务局会同市水务局。"
    keys = {mention.key for mention in recognize_agencies(scan_of(text))}
    assert keys == {"上海市水利部门"}
