"""Meetings, congresses, plenums and inspection rounds: keys, levels, numbers and dates."""

from collections.abc import Callable

import pytest

from kg.extract.events import recognize_events
from kg.extract.scan import Scan

FOUND = [
    pytest.param("学习党的二十大精神。", {"二十大": {"党的二十大"}}, id="a congress"),
    pytest.param(
        "本市承办2022年北京冬奥会、冬残奥会和第十四届全运会。",
        {"冬奥会": {"2022年北京冬奥会"}, "冬残奥会": {"冬残奥会"}, "全国运动会": {"第十四届全运会"}},
        id="games with their year and place",
    ),
    pytest.param(
        "2018年4月5日经甘肃省第八届人民代表大会常务委员会第四次会议批准",
        {"甘肃省第八届人民代表大会常务委员会第四次会议": {"甘肃省第八届人民代表大会常务委员会第四次会议"}},
        id="a session behind its date",
    ),
    pytest.param("党的XX大召开以来", {"XX大": {"党的XX大"}}, id="a redacted congress"),
    pytest.param(
        "落实十九届三中、四中、五中全会部署。",
        {"十九届三中全会": {"十九届三中"}, "十九届四中全会": {"四中"}, "十九届五中全会": {"五中全会"}},
        id="plenums in a list",
    ),
    pytest.param(
        "全县环保工作会议要求抓实整改，县环境保护工作会议的任务已分解。",
        {"县环境保护工作会议": {"全县环保工作会议", "县环境保护工作会议"}},
        id="variants of one meeting",
    ),
    pytest.param(
        "传达国家、省、市林业工作会议精神。",
        {"国家林业工作会议": {"国家"}, "省林业工作会议": {"省"}, "市林业工作会议": {"市林业工作会议"}},
        id="levels share the meeting",
    ),
    pytest.param(
        "第二轮中央生态环境保护督察反馈了意见。",
        {"第二轮中央生态环境保护督察": {"第二轮中央生态环境保护督察"}},
        id="a round of inspection",
    ),
    pytest.param(
        "甘肃省第八届人民代表大会常务委员会第四次会议通过",
        {"甘肃省第八届人民代表大会常务委员会第四次会议": {"甘肃省第八届人民代表大会常务委员会第四次会议"}},
        id="a session",
    ),
    pytest.param(
        "第七届全国人民代表大会第三次会议批准，国务院第31次常务会议通过",
        {
            "第七届全国人民代表大会第三次会议": {"第七届全国人民代表大会第三次会议"},
            "国务院第31次常务会议": {"国务院第31次常务会议"},
        },
        id="numbered meetings of the centre",
    ),
    pytest.param(
        "宁夏回族自治区林业暨湿地保护大会召开，宁夏林业暨湿地保护大会强调，全区林业暨湿地保护大会要求",
        {
            "宁夏回族自治区林业暨湿地保护大会": {
                "宁夏回族自治区林业暨湿地保护大会",
                "宁夏林业暨湿地保护大会",
                "全区林业暨湿地保护大会",
            }
        },
        id="a double name, with its place in full, in short and as the locus",
    ),
    pytest.param(
        "出席全省防汛抗旱和河湖治理工作会议，参加全国林业大会和全省水利大会。",
        {
            "省防汛抗旱和河湖治理工作会议": {"全省防汛抗旱和河湖治理工作会议"},
            "全国林业大会": {"全国林业大会"},
            "省水利大会": {"全省水利大会"},
        },
        id="a joint inside a name and one between two",
    ),
    pytest.param(
        "去年国务院召开城市防洪和河湖治理工作会议以来",
        {"城市防洪和河湖治理工作会议": {"城市防洪和河湖治理工作会议"}},
        id="a joint inside the name of a meeting held",
    ),
    pytest.param(
        "先后召开县委常委会、甘肃省水土保持委员会会议、政府常务会研究。",
        {
            "县委常委会": {"县委常委会"},
            "甘肃省水土保持委员会会议": {"甘肃省水土保持委员会会议"},
            "政府常务会": {"政府常务会"},
        },
        id="meetings of standing bodies, held",
    ),
    pytest.param(
        "在推动三江源保护和治理座谈会上发表讲话。",
        {"推动三江源保护和治理座谈会": {"推动三江源保护和治理座谈会"}},
        id="a task for a name",
    ),
    pytest.param(
        "第一轮中央环保督察已整改到位，第二轮36项反馈问题正在整改。",
        {
            "第一轮中央生态环境保护督察": {"第一轮中央环保督察"},
            "第二轮中央生态环境保护督察": {"第二轮"},
        },
        id="a round alone",
    ),
    pytest.param("参加河湖整治誓师会。", {"河湖整治誓师会": {"河湖整治誓师会"}}, id="a rally needs no level"),
]

NOTHING = [
    pytest.param("今天的会议很重要。", id="a deictic meeting"),
    pytest.param("召开有关会议研究。", id="a generic meeting"),
    pytest.param("可以采取座谈会、论证会等形式。", id="kinds of meetings"),
    pytest.param("由全国人民代表大会决定。", id="a body"),
    pytest.param("市委常委会负责此项工作。", id="a standing body"),
    pytest.param("支持发展会展、会议等服务业。", id="a trade"),
    pytest.param("中央生态环境保护督察组进驻。", id="an inspection's team"),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(scan_of: Callable[[str], Scan], text: str, expected: dict[str, set[str]]) -> None:
    found: dict[str, set[str]] = {}
    for mention in recognize_events(scan_of(text)):
        found.setdefault(mention.key, set()).add(text[mention.start : mention.end])
    assert found == expected


@pytest.mark.parametrize("text", NOTHING)
def test_ignores(scan_of: Callable[[str], Scan], text: str) -> None:
    assert recognize_events(scan_of(text)) == []


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("3月5日召开的全省林业工作会议指出", "3月5日"),
        ("今天，市委召开全市治水工作会议", "今天"),
        ("按照全市治水工作会议要求", None),
    ],
)
def test_date_stands_right_before(scan_of: Callable[[str], Scan], text: str, date: str | None) -> None:
    assert [mention.date for mention in recognize_events(scan_of(text))] == [date]
