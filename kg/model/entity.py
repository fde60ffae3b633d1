"""The types of the graph: one class and one row of `ENTITY_TYPES` makes a type; schema and formats derive from them."""

from decimal import Decimal
from typing import Annotated, NamedTuple

from kg.model.field import Day, Label, Reference, Token
from kg.model.value import Value

_MEDIA = ("air", "water", "soil", "ecology", "waste", "noise", "radiation", "climate", "general")
_STATUSES = ("planned", "underway", "done")


class Entity(Value):
    """A thing with one id. `name` follows from the natural key alone; `names` pools every surface seen."""

    id: str
    name: Annotated[str, Label("名称", "name")]
    names: Annotated[tuple[str, ...], Label("别名", "other names")] = ()
    scope: Annotated[str, Label("所属区划代码", "scope: division code, cn, or x-<document>"), Token()] = "cn"


class Region(Entity):
    """A place: a division of any level, a river, lake, basin, named area, park or country."""

    code: Annotated[str | None, Label("区划代码", "division code (GB/T 2260)"), Token()] = None
    level: Annotated[str | None, Label("层级", "level"), Token()] = None
    kind: Annotated[str | None, Label("类别", "kind"), Token()] = None
    within: Annotated[tuple[str, ...], Label("所在区划", "lies within"), Reference(("Region",))] = ()


class Agency(Entity):
    """An organ of party, government, congress or court, or one of their offices."""


class Organization(Entity):
    """A company, plant, institute, school, media or other body that is no agency."""


class Person(Entity):
    """A named person."""

    position: Annotated[tuple[str, ...], Label("职务", "position")] = ()


class Family(Entity):
    """A family of campaigns that run under one idea in many places (蓝天, 碧水, 净土)."""


class Campaign(Entity):
    """A named drive, programme or initiative meant to mobilise."""

    medium: Annotated[tuple[str, ...], Label("环境要素", "environmental medium"), Token(_MEDIA)] = ()


class Project(Entity):
    """A particular work or investment."""

    status: Annotated[tuple[str, ...], Label("状态", "status"), Token(_STATUSES)] = ()
    location: Annotated[tuple[str, ...], Label("地点", "location")] = ()
    investment: Annotated[tuple[Decimal, ...], Label("投资额（元）", "investment in yuan (CNY)")] = ()


class Policy(Entity):
    """A titled document or law."""

    date: Annotated[tuple[str, ...], Label("日期", "date as written")] = ()


class Mechanism(Entity):
    """A named institutional arrangement."""


class Event(Entity):
    """A named meeting, congress, plenum or inspection round."""

    date: Annotated[tuple[str, ...], Label("日期", "date as written")] = ()


class Doctrine(Entity):
    """A named thought, theory or formula."""


class Pollutant(Entity):
    """A substance or measured agent."""


class Sector(Entity):
    """An industry, activity or source group that is regulated."""


class Indicator(Entity):
    """What a quantity measures."""


class Quantity(Entity):
    """A number that says something about the environment, its governance or the work."""

    indicator: Annotated[str | None, Label("指标", "indicator"), Reference(("Indicator",))] = None
    region: Annotated[str | None, Label("地区", "region"), Reference(("Region",))] = None
    value: Annotated[Decimal | None, Label("数值", "value")] = None
    high: Annotated[Decimal | None, Label("上限值", "upper end of a range")] = None
    text: Annotated[tuple[str, ...], Label("原文数值", "value as written")] = ()
    unit: Annotated[str | None, Label("单位", "unit"), Token()] = None
    bound: Annotated[str, Label("界限", "bound"), Token(("=", ">=", "<=", ">", "<", "~"))] = "="
    change: Annotated[str | None, Label("变化类型", "kind of change"), Token(("yoy", "base"))] = None
    direction: Annotated[str | None, Label("变化方向", "direction of change"), Token(("up", "down"))] = None
    baseline: Annotated[tuple[str, ...], Label("比较基期", "baseline period as written")] = ()
    period: Annotated[tuple[str, ...], Label("时期", "period as written")] = ()
    period_start: Annotated[str | None, Label("时期起", "first day of the period (ISO date)"), Day()] = None
    period_end: Annotated[str | None, Label("时期止", "last day of the period (ISO date)"), Day()] = None
    redacted: Annotated[bool, Label("原文隐去", "left out by the author")] = False


class Observation(Quantity):
    """A value reported of the past or present."""


class Target(Quantity):
    """A value, limit or date that is to be reached."""

    deadline: Annotated[tuple[str, ...], Label("期限", "deadline as written")] = ()
    deadline_date: Annotated[str | None, Label("期限日期", "last day of the deadline (ISO date)"), Day()] = None


class Measure(Entity):
    """One action taken, under way or required."""

    status: Annotated[str | None, Label("状态", "status"), Token(_STATUSES)] = None
    medium: Annotated[tuple[str, ...], Label("环境要素", "environmental medium"), Token(_MEDIA)] = ()


class Problem(Entity):
    """Something stated to be wrong."""

    medium: Annotated[tuple[str, ...], Label("环境要素", "environmental medium"), Token(_MEDIA)] = ()


class TypeRow(NamedTuple):
    """A row of `ENTITY_TYPES`: the class, its labels, its colour in drawings, and what it aligns with outside."""

    model: type[Entity]
    label: Label
    colour: str
    aligned: tuple[str, ...]


ENTITY_TYPES: tuple[TypeRow, ...] = (
    TypeRow(Region, Label("地区", "Region"), "#4e79a7", ("dcterms:Location", "prov:Location")),
    TypeRow(Agency, Label("机构", "Agency"), "#f28e2b", ("org:FormalOrganization", "prov:Organization")),
    TypeRow(Organization, Label("组织", "Organization"), "#ffbe7d", ("org:Organization", "prov:Organization")),
    TypeRow(Person, Label("人物", "Person"), "#d37295", ("prov:Person",)),
    TypeRow(Family, Label("行动类别", "Campaign family"), "#59a14f", ("skos:Concept",)),
    TypeRow(Campaign, Label("专项行动", "Campaign"), "#8cd17d", ("prov:Plan",)),
    TypeRow(Project, Label("项目", "Project"), "#b6992d", ("prov:Plan",)),
    TypeRow(Policy, Label("政策文件", "Policy"), "#e15759", ("prov:Plan",)),
    TypeRow(Mechanism, Label("制度机制", "Mechanism"), "#ff9d9a", ("skos:Concept",)),
    TypeRow(Event, Label("会议事件", "Event"), "#b07aa1", ("prov:Activity",)),
    TypeRow(Doctrine, Label("思想理念", "Doctrine"), "#d4a6c8", ("skos:Concept",)),
    TypeRow(Pollutant, Label("污染物", "Pollutant"), "#79706e", ("skos:Concept",)),
    TypeRow(Sector, Label("行业领域", "Sector"), "#bab0ac", ("skos:Concept",)),
    TypeRow(Indicator, Label("指标", "Indicator"), "#499894", ("sosa:ObservableProperty",)),
    TypeRow(Observation, Label("观测值", "Observation"), "#86bcb6", ("sosa:Observation",)),
    TypeRow(Target, Label("目标", "Target"), "#f1ce63", ("prov:Plan",)),
    TypeRow(Measure, Label("措施", "Measure"), "#a0cbe8", ("prov:Activity",)),
    TypeRow(Problem, Label("问题", "Problem"), "#9d7660", ("prov:Entity",)),
)


def entity_class(type_name: str) -> type[Entity]:
    """Return the class of a type by its name; raise KeyError for an unknown one."""
    return {row.model.__name__: row.model for row in ENTITY_TYPES}[type_name]
