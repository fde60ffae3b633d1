"""Relations on mentions made by hand: each row is a text, the names in it by type, and what it states between them."""

from collections.abc import Callable

import pytest

from kg.extract.relations import relate_mentions
from kg.extract.scan import Scan
from kg.model import Mention

AGENCY, COMPANY, PERSON, DRIVE, WORK = "Agency", "Organization", "Person", "Campaign", "Project"
MEETING, POLICY, REGION, SECTOR, POLLUTANT = "Event", "Policy", "Region", "Sector", "Pollutant"

STATED = [
    pytest.param(
        "水务局局长王强讲话。",
        {"水务局": AGENCY, "王强": PERSON},
        {("王强", "position", "水务局"), ("王强", "leads", "水务局")},
        id="the head of a body",
    ),
    pytest.param(
        "水务局副局长王强讲话。",
        {"水务局": AGENCY, "王强": PERSON},
        {("王强", "position", "水务局")},
        id="a deputy does not lead",
    ),
    pytest.param(
        "王强任水务局局长。",
        {"王强": PERSON, "水务局": AGENCY},
        {("王强", "position", "水务局"), ("王强", "leads", "水务局")},
        id="an appointment",
    ),
    pytest.param(
        "成立由李明省长任组长、赵亮为副组长的治水领导小组。",
        {"李明省长": PERSON, "赵亮": PERSON, "治水领导小组": AGENCY},
        {
            ("李明省长", "position", "治水领导小组"),
            ("李明省长", "leads", "治水领导小组"),
            ("赵亮", "position", "治水领导小组"),
        },
        id="who heads a new group",
    ),
    pytest.param(
        "水利部会同财政部、教育部研究了意见。",
        {"水利部": AGENCY, "财政部": AGENCY, "教育部": AGENCY},
        {("水利部", "cooperatesWith", "财政部"), ("水利部", "cooperatesWith", "教育部")},
        id="one body with each of the others",
    ),
    pytest.param(
        "水利部会同国务院财政、教育主管部门制定。",
        {"水利部": AGENCY, "国务院": AGENCY, "财政": AGENCY, "教育": AGENCY},
        {("水利部", "cooperatesWith", "财政"), ("水利部", "cooperatesWith", "教育")},
        id="whose departments they are is no partner",
    ),
    pytest.param(
        "水利部会同财政部、国务院有关部门制定。",
        {"水利部": AGENCY, "财政部": AGENCY, "国务院": AGENCY},
        {("水利部", "cooperatesWith", "财政部")},
        id="whose unnamed departments they are is no partner",
    ),
    pytest.param(
        "国务院令现予公布。总理 王强",
        {"国务院": AGENCY, "王强": PERSON},
        {("王强", "position", "国务院"), ("王强", "leads", "国务院")},
        id="the premier of the State Council",
    ),
    pytest.param(
        "水务局局长王强\n我们深化与清源集团交流合作，学习财政局与教育局合作经验。",
        {"水务局": AGENCY, "王强": PERSON, "清源集团": COMPANY, "财政局": AGENCY, "教育局": AGENCY},
        {
            ("王强", "position", "水务局"),
            ("王强", "leads", "水务局"),
            ("水务局", "cooperatesWith", "清源集团"),
            ("财政局", "cooperatesWith", "教育局"),
        },
        id="the speaker's body with the one it names",
    ),
    pytest.param(
        "财政、公安、水务等部门要密切配合。",
        {"财政": AGENCY, "公安": AGENCY, "水务": AGENCY},
        set(),
        id="a list told to act",
    ),
    pytest.param(
        "县委、县政府专门召开治水会议。",
        {"县委": AGENCY, "县政府": AGENCY, "治水会议": MEETING},
        {("治水会议", "issuedBy", "县委"), ("治水会议", "issuedBy", "县政府")},
        id="who convenes a meeting",
    ),
    pytest.param(
        "水利部、财政部根据《河道法》，共同制定了《治水办法》。",
        {"水利部": AGENCY, "财政部": AGENCY, "治水办法": POLICY},
        {("治水办法", "issuedBy", "水利部"), ("治水办法", "issuedBy", "财政部")},
        id="who issues a document, with the grounds between",
    ),
    pytest.param(
        "根据河东市人大常委会第六次会议《关于修改治水条例的决定》修正",
        {"河东市人大常委会": AGENCY, "关于修改治水条例的决定": POLICY},
        {("关于修改治水条例的决定", "issuedBy", "河东市人大常委会")},
        id="whose session decided",
    ),
    pytest.param(
        "河道治水条例\n2001年3月4日 国务院令第9号发布\n为了治水，制定本条例。",
        {"河道治水条例": POLICY, "国务院": AGENCY},
        {("河道治水条例", "issuedBy", "国务院")},
        id="by whose decree",
    ),
    pytest.param(
        "治水大会，是县委经认真准备召开的会议。",
        {"治水大会": MEETING, "县委": AGENCY},
        {("治水大会", "issuedBy", "县委")},
        id="whose meeting it is",
    ),
    pytest.param(
        "县委高度重视治水，专门召开治水大会、造林大会。",
        {"县委": AGENCY, "治水大会": MEETING, "造林大会": MEETING},
        {("治水大会", "issuedBy", "县委"), ("造林大会", "issuedBy", "县委")},
        id="who convenes in a later clause",
    ),
    pytest.param(
        "关于印发《河道治水办法》的通知\n各市：\n现印发给你们。\n水利部\n财政部\n2021年3月4日\n河道治水办法",
        {"关于印发《河道治水办法》的通知": POLICY, "河道治水办法": POLICY, "水利部": AGENCY, "财政部": AGENCY},
        {
            ("关于印发《河道治水办法》的通知", "issuedBy", "水利部"),
            ("关于印发《河道治水办法》的通知", "issuedBy", "财政部"),
            ("河道治水办法", "issuedBy", "水利部"),
            ("河道治水办法", "issuedBy", "财政部"),
        },
        id="who signs",
    ),
    pytest.param(
        "水利部、财政部联合印发了《治水办法》。",
        {"水利部": AGENCY, "财政部": AGENCY, "治水办法": POLICY},
        {("治水办法", "issuedBy", "水利部"), ("治水办法", "issuedBy", "财政部")},
        id="who issues a document",
    ),
    pytest.param(
        "县政府大力开展清河行动。",
        {"县政府": AGENCY, "清河行动": DRIVE},
        {("县政府", "participates", "清河行动")},
        id="who carries a drive out",
    ),
    pytest.param(
        "县政府要求各乡镇开展清河行动。",
        {"县政府": AGENCY, "清河行动": DRIVE},
        set(),
        id="who only asks for it does not",
    ),
    pytest.param(
        "在东山、西河等5个镇实施了清河行动。",
        {"东山": REGION, "西河": REGION, "清河行动": DRIVE},
        {("清河行动", "conductedIn", "东山"), ("清河行动", "conductedIn", "西河")},
        id="the places of a drive",
    ),
    pytest.param(
        "一、实施清河行动\n清淤工程重点整治造纸，减少氨氮。\n",
        {"清河行动": DRIVE, "清淤工程": DRIVE, "造纸": SECTOR, "氨氮": POLLUTANT},
        {
            ("清淤工程", "partOf", "清河行动"),
            ("清淤工程", "addresses", "造纸"),
            ("清淤工程", "addresses", "氨氮"),
        },
        id="what stands under a heading and a sub-work",
    ),
    pytest.param(
        "加强湖区治理。打好清湖攻坚战。减少氨氮。",
        {"清湖攻坚战": DRIVE, "氨氮": POLLUTANT},
        {("清湖攻坚战", "addresses", "氨氮")},
        id="a head and the sentence that says its drive",
    ),
    pytest.param(
        "扎实推进清湖攻坚战工作。减少氨氮。",
        {"清湖攻坚战": DRIVE, "氨氮": POLLUTANT},
        {("清湖攻坚战", "addresses", "氨氮")},
        id="the work of a drive",
    ),
    pytest.param(
        "3.东省西县打好清河行动。",
        {"东省": REGION, "西县": REGION, "清河行动": DRIVE},
        {("清河行动", "conductedIn", "西县")},
        id="who an item of a list tells of",
    ),
    pytest.param(
        "东风公司投资建设的治污工程开工。",
        {"东风公司": COMPANY, "治污工程": WORK},
        {("东风公司", "participates", "治污工程")},
        id="who builds a work",
    ),
    pytest.param(
        "《清河规划》由水务局会同有关部门组织编制。",
        {"清河规划": POLICY, "水务局": AGENCY},
        {("清河规划", "issuedBy", "水务局")},
        id="a plan and who draws it up",
    ),
    pytest.param(
        "东省人大常委会第三次会议通过的《清河决定》第一次修正",
        {"东省人大常委会": AGENCY, "清河决定": POLICY},
        {("清河决定", "issuedBy", "东省人大常委会")},
        id="the session that decides on changes",
    ),
    pytest.param(
        "近日水务局印发行政规范性文件《清河规划》。",
        {"水务局": AGENCY, "清河规划": POLICY},
        {("清河规划", "issuedBy", "水务局")},
        id="the kind of document before its title",
    ),
    pytest.param(
        "《清河规划》由水务局负责解释。",
        {"清河规划": POLICY, "水务局": AGENCY},
        set(),
        id="who only explains a plan",
    ),
    pytest.param(
        "清河行动和造纸业都很重要。", {"清河行动": DRIVE, "造纸业": SECTOR}, set(), id="names in one sentence"
    ),
]


@pytest.mark.parametrize(("text", "names", "expected"), STATED)
def test_relates_what_the_text_states(
    text: str, names: dict[str, str], expected: set[tuple[str, str, str]], scan_of: Callable[[str], Scan]
) -> None:
    scan = scan_of(text)
    mentions = [_mention(scan.text, name, kind) for name, kind in names.items()]
    found = set()
    for relation in relate_mentions(scan, mentions):
        assert isinstance(relation.object, int)
        found.add((mentions[relation.subject].key, relation.predicate, mentions[relation.object].key))
    assert found == expected


def _mention(text: str, name: str, kind: str) -> Mention:
    start = text.index(name)
    position = None
    if kind == "Person":
        position = "省长" if "省长" in name else next(p for p in ("副局长", "局长", "副组长", "总理") if p in text)
    return Mention(type=kind, start=start, end=start + len(name), key=name, rule="test", position=position)
