"""What a document's locus implies: jurisdictions and the places where things are carried out."""

from array import array
from collections.abc import Sequence

import pytest

from kg.model import Document, Facts, Locus, Mention, Relation
from kg.read import read_document
from kg.resolve.reading import owner_of, read_facts, surface
from kg.text import NormalText

YINCHUAN = Locus(name="银川市", code="640100")
CHINA = Locus(name="中国", code="100000", inferred=True)
SOMEWHERE_IN_GANSU = Locus(within="620000")


def _document(text: str) -> Document:
    return Document(
        id="0" * 20,
        name="text.txt",
        sha256="",
        encoding="utf-8",
        source=text,
        normal=NormalText(text, array("I", range(len(text)))),
    )


def _links(
    text: str, mentions: Sequence[Mention], locus: Locus, relations: Sequence[Relation] = ()
) -> set[tuple[str, str, str]]:
    reading = read_facts(_document(text), Facts(mentions=tuple(mentions), relations=tuple(relations)), locus)
    names = {thing.id: thing.name for thing in reading.things}
    return {(names[link.subject], link.predicate, names.get(link.object, link.object)) for link in reading.links}


def _mention(text: str, surface: str, type_name: str, **fields: str) -> Mention:
    start = text.index(surface)
    return Mention(
        type=type_name,
        start=start,
        end=start + len(surface),
        key=fields.pop("key", surface),
        rule="test",
        **fields,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("mark", "locus", "code"),
    [
        ("@city", YINCHUAN, "@locus"),
        ("@province", Locus(name="永宁县", code="640121"), "640000"),
        ("@region", YINCHUAN, "640000"),
        ("@nation", YINCHUAN, "100000"),
        ("@county", YINCHUAN, None),
        ("@province", SOMEWHERE_IN_GANSU, "620000"),
        ("@city", SOMEWHERE_IN_GANSU, "@locus"),
        ("@province", Locus(), None),
        ("@city", Locus(), "@locus"),
        ("@nation", CHINA, "@locus"),
        ("@city", Locus(name="上海市", code="310000"), "@locus"),
    ],
    ids=[
        "own",
        "above",
        "region",
        "nation",
        "below",
        "known-above",
        "own-unknown",
        "unknown",
        "own-of-all",
        "China",
        "municipality",
    ],
)
def test_a_level_word_means_the_locus_or_what_lies_above_it(mark: str, locus: Locus, code: str | None) -> None:
    assert owner_of(mark, locus) == code


def test_mentions_of_one_key_are_one_thing_named_by_its_longest_surface() -> None:
    text = "环保部门要带头，市环保局负总责"
    mentions = [
        _mention(text, "环保部门", "Agency", key="生态环境局", jurisdiction="@locus"),
        _mention(text, "市环保局", "Agency", key="生态环境局", jurisdiction="@locus"),
    ]
    reading = read_facts(_document(text), Facts(mentions=tuple(mentions)), YINCHUAN)
    (thing,) = reading.things
    assert (thing.name, thing.surfaces) == ("环保部门", ("环保部门", "市环保局"))
    assert [(link.predicate, link.object) for link in reading.links] == [("jurisdiction", "@locus")]


def test_a_body_above_the_locus_has_its_jurisdiction_only_where_the_text_names_the_place() -> None:
    text = "宁夏今年下达任务，自治区政府牵头"
    agency = _mention(text, "自治区政府", "Agency", jurisdiction="@region")
    region = _mention(text, "宁夏", "Region", term="640000")
    assert _links(text, [agency], YINCHUAN) == set()
    assert _links(text, [region, agency], YINCHUAN) == {("自治区政府", "jurisdiction", "宁夏")}


@pytest.mark.parametrize(
    ("name", "locus", "held"),
    [
        ("全市清水行动推进会", YINCHUAN, True),
        ("清水行动动员会", YINCHUAN, True),
        ("全国清水大会", YINCHUAN, False),
        ("全国清水大会", CHINA, True),
        ("全省清水大会", YINCHUAN, False),
    ],
    ids=["own", "unmarked", "national-elsewhere", "national", "above"],
)
def test_a_meeting_is_conducted_in_the_locus_if_it_is_its_own(name: str, locus: Locus, held: bool) -> None:
    text = f"{name}召开"
    links = _links(text, [_mention(text, name, "Event")], locus)
    assert links == ({(name, "conductedIn", "@locus")} if held else set())


def test_a_campaign_told_only_of_another_place_is_carried_out_there() -> None:
    text = "贺兰县开展清水行动"
    county, campaign = _mention(text, "贺兰县", "Region"), _mention(text, "清水行动", "Campaign")
    there = Relation(subject=1, predicate="conductedIn", object=0, start=0, end=len(text), rule="relation.there")
    assert _links(text, [county, campaign], CHINA, [there]) == {("清水行动", "conductedIn", "贺兰县")}


def test_a_subscript_closes_with_its_name() -> None:
    text = "PM_{2.5}浓度"
    document = read_document("air.txt", text.encode())
    assert surface(document, 0, 5) == "PM_{2.5}"


def test_a_campaign_is_carried_out_in_the_locus_and_a_project_where_the_text_puts_it() -> None:
    text = "开展清水行动，建设沙湖湿地修复工程"
    campaign = _mention(text, "清水行动", "Campaign")
    lake = _mention(text, "沙湖", "Region")
    project = _mention(text, "沙湖湿地修复工程", "Project")
    stated = Relation(subject=1, predicate="conductedIn", object=2, start=9, end=17, rule="test")
    links = _links(text, [campaign, project, lake], YINCHUAN, [stated])
    assert links == {
        ("清水行动", "conductedIn", "@locus"),
        ("沙湖湿地修复工程", "conductedIn", "沙湖"),
    }
