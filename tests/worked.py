"""A small graph of invented facts, with the characters that formats get wrong."""

from decimal import Decimal

from kg.model import DocumentRecord, Evidence, Statement, Tables, Unresolved
from kg.model.entity import Agency, Campaign, Indicator, Measure, Person, Pollutant, Project, Region, Target
from kg.model.ids import evidence_id, statement_id

DOCUMENT = "document/0000000000000000000a"
OTHER = "document/0000000000000000000b"
CITY = "region/640100"
PROVINCE = "region/640000"
CAMPAIGN = "campaign/640100/0000000000000000000c"
TARGET = "target/640100/0000000000000000000d"
INDICATOR = "indicator/cn/0000000000000000000e"
AGENCY = "agency/640100/0000000000000000000f"
LEADS = statement_id(AGENCY, "leads", CAMPAIGN)
HELD = statement_id(CAMPAIGN, "conductedIn", CITY)


def cite(about: str, start: int, quote: str, document: str = DOCUMENT) -> Evidence:
    """Return evidence for something at a place."""
    end = start + len(quote)
    return Evidence(
        id=evidence_id(about, document, start, end, "worked"),
        about=about,
        document=document,
        start=start,
        end=end,
        quote=quote,
        rule="worked",
        confidence=0.85,
    )


def record(key: str, name: str) -> DocumentRecord:
    """Return a document of 500 characters."""
    return DocumentRecord(
        id=key,
        names=(name,),
        sha256="0" * 64,
        encoding="utf-8",
        length=500,
        title="工作报告",
        date="2023-07",
        locus=CITY,
    )


def build_tables() -> Tables:
    """Return the tables, sorted by id."""
    entities = (
        Region(id=PROVINCE, name="宁夏回族自治区", scope="640000", code="640000", level="province"),
        Region(
            id=CITY,
            name="银川市",
            names=("银川",),
            scope="640100",
            code="640100",
            level="city",
            within=(PROVINCE,),
        ),
        Campaign(id=CAMPAIGN, name="“净河”行动", names=("净河 <一期> & \\二期\\",), scope="640100", medium=("water",)),
        Agency(id=AGENCY, name="银川市水务局", names=("水务部门", "水务局"), scope="640100"),
        Indicator(id=INDICATOR, name="PM2.5平均浓度"),
        Target(
            id=TARGET,
            name="PM2.5平均浓度 <=35.50微克/立方米",
            scope="640100",
            indicator=INDICATOR,
            region=CITY,
            value=Decimal("35.50"),
            text=("35.50微克/立方米",),
            unit="ug/m3",
            bound="<=",
            deadline=("2025年底",),
            deadline_date="2025-12-31",
        ),
        Measure(
            id="measure/640100/00000000000000000010",
            name='新建"雨污分流"管网\n三十公里\x0b',
            scope="640100",
            status="planned",
        ),
        Person(id="person/640100/00000000000000000011", name="沈远", scope="640100", position=("局长",)),
        Pollutant(id="pollutant/cn/00000000000000000012", name="总磷"),
        Project(
            id="project/640100/00000000000000000013",
            name="东湖截污工程",
            scope="640100",
            investment=(Decimal("63E+8"),),
            status=("done", "planned"),
        ),
    )
    statements = (
        Statement(id=LEADS, subject=AGENCY, predicate="leads", object=CAMPAIGN),
        Statement(id=HELD, subject=CAMPAIGN, predicate="conductedIn", object=CITY),
        *(
            Statement(
                id=statement_id(entity.id, "conductedIn", CITY), subject=entity.id, predicate="conductedIn", object=CITY
            )
            for entity in entities
            if isinstance(entity, Project)
        ),
        *(
            Statement(id=statement_id(entity.id, "leads", AGENCY), subject=entity.id, predicate="leads", object=AGENCY)
            for entity in entities
            if isinstance(entity, Person)
        ),
    )
    evidence = (
        *(cite(entity.id, 10 * place, entity.name) for place, entity in enumerate(entities) if entity.id != PROVINCE),
        *(
            cite(statement.id, 200 + 10 * place, "水务局牵头“净河”行动\t😀")
            for place, statement in enumerate(statements)
        ),
        cite(LEADS, 7, "由水务局牵头", OTHER),
    )
    unresolved = (
        Unresolved(
            document=DOCUMENT, start=3, end=6, surface="朝阳区", reason="Region", candidates=("110105", "220104")
        ),
    )
    return Tables(
        documents=(record(DOCUMENT, "甲.txt"), record(OTHER, "乙.txt")),
        entities=tuple(sorted(entities, key=lambda row: row.id)),
        statements=tuple(sorted(statements, key=lambda row: row.id)),
        evidence=tuple(sorted(evidence, key=lambda row: row.id)),
        unresolved=unresolved,
    )
