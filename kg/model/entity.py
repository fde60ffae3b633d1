"""The types of the graph: one class and one row of `ENTITY_TYPES` makes a type; schema and formats derive from them."""

from decimal import Decimal
from typing import Annotated, NamedTuple

from kg.model.field import Day, Label, Means, Reference, Token
from kg.model.value import Value

_MEDIUM = (
    Label("环境要素", "environmental medium"),
    Means("所涉及的环境要素，如大气、水、土壤、生态。", "The part of the environment that it concerns."),
    Token(("air", "water", "soil", "ecology", "waste", "noise", "radiation", "climate", "general")),
)
_DATE = (Label("日期", "date as written"), Means("文本所写的日期。", "The date in the words of the text."))
_STATUS = (
    Label("状态", "status"),
    Means("计划中、进行中或已完成。", "Whether it is planned, underway or done."),
    Token(("planned", "underway", "done")),
)


class Entity(Value):
    """A thing that the texts speak of, with one id however many of them name it."""

    id: str
    name: Annotated[
        str,
        Label("名称", "name"),
        Means("此物的通用名称，只由自然键决定。", "The name it goes by; it follows from the natural key alone."),
    ]
    names: Annotated[
        tuple[str, ...],
        Label("别名", "other names"),
        Means("各文本中出现过的其他写法，全部汇集。", "Every other way the texts write it, pooled."),
    ] = ()
    scope: Annotated[
        str,
        Label("所属区划代码", "scope"),
        Means(
            "所属区划的代码；全国性的为 cn，无从得知的为 x- 加文档散列值。",
            "Code of the division it belongs to; cn if national, x- and a document's hash if unknown.",
        ),
        Token(),
    ] = "cn"


class Region(Entity):
    """A place: a division of any level, a river, lake, basin, named area, park or country."""

    code: Annotated[
        str | None,
        Label("区划代码", "division code"),
        Means(
            "GB/T 2260 的行政区划代码，或其下的统计用区划代码。",
            "Its code in GB/T 2260, or in the statistical codes below it.",
        ),
        Token(),
    ] = None
    level: Annotated[
        str | None,
        Label("层级", "level"),
        Means("行政层级，如省级、地级、县级、乡级。", "Administrative level: province, prefecture, county, township."),
        Token(),
    ] = None
    kind: Annotated[
        str | None,
        Label("类别", "kind"),
        Means("地方的种类，如行政区划、河流、湖泊、园区。", "What kind of place it is: division, river, lake, park."),
        Token(),
    ] = None
    within: Annotated[
        tuple[str, ...],
        Label("所在区划", "lies within"),
        Means("直接包含此地的区划。", "The division right around it."),
        Reference(("Region",)),
    ] = ()


class Agency(Entity):
    """An organ of party, government, congress or court, or one of their offices."""


class Organization(Entity):
    """A company, plant, institute, school, media or other body that is no agency."""


class Person(Entity):
    """A named person."""

    position: Annotated[
        tuple[str, ...], Label("职务", "position"), Means("文本所写的职务。", "The office in the words of the text.")
    ] = ()


class Family(Entity):
    """A family of campaigns that run under one idea in many places (蓝天, 碧水, 净土)."""


class Campaign(Entity):
    """A named drive, programme or initiative meant to mobilise."""

    medium: Annotated[tuple[str, ...], *_MEDIUM] = ()


class Project(Entity):
    """A particular work or investment."""

    status: Annotated[tuple[str, ...], *_STATUS] = ()
    location: Annotated[
        tuple[str, ...], Label("地点", "location"), Means("文本所写的建设地点。", "The site in the words of the text.")
    ] = ()
    investment: Annotated[
        tuple[Decimal, ...],
        Label("投资额（元）", "investment in yuan (CNY)"),
        Means("文本所写的投资额，折算为人民币元。", "The stated investment, in yuan."),
    ] = ()


class Policy(Entity):
    """A titled document or law."""

    date: Annotated[tuple[str, ...], *_DATE] = ()


class Mechanism(Entity):
    """A named institutional arrangement."""


class Event(Entity):
    """A named meeting, congress, plenum or inspection round."""

    date: Annotated[tuple[str, ...], *_DATE] = ()


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

    indicator: Annotated[
        str | None,
        Label("指标", "indicator"),
        Means("数量所度量的指标。", "What the quantity measures."),
        Reference(("Indicator",)),
    ] = None
    region: Annotated[
        str | None,
        Label("地区", "region"),
        Means("数量所涉及的地区。", "The place the quantity is about."),
        Reference(("Region",)),
    ] = None
    value: Annotated[
        Decimal | None,
        Label("数值", "value"),
        Means(
            "数值；区间的下限；原文隐去时没有。",
            "The number, or the lower end of a range; absent where the author left it out.",
        ),
    ] = None
    high: Annotated[
        Decimal | None,
        Label("上限值", "upper end of a range"),
        Means("区间的上限，不小于下限。", "The upper end of a range, never below the lower."),
    ] = None
    text: Annotated[
        tuple[str, ...],
        Label("原文数值", "value as written"),
        Means("数值和单位在原文中的写法。", "Number and unit in the words of the text."),
    ] = ()
    unit: Annotated[
        str | None,
        Label("单位", "unit"),
        Means(
            "按本项目写法的单位；无单位的指数为“无量纲”。",
            "The unit as this project writes it; 无量纲 for an index that has none.",
        ),
        Token(),
    ] = None
    bound: Annotated[
        str,
        Label("界限", "bound"),
        Means(
            "数值是等于、不低于、不高于、高于、低于还是约为所述值。",
            "Whether the value is exactly, at least, at most, above, below or about the number.",
        ),
        Token(("=", ">=", "<=", ">", "<", "~")),
    ] = "="
    change: Annotated[
        str | None,
        Label("变化类型", "kind of change"),
        Means(
            "同比（yoy）或较某一基期（base）；为水平值时没有。",
            "Against the same period of last year (yoy) or against a baseline (base); absent for a level.",
        ),
        Token(("yoy", "base")),
    ] = None
    direction: Annotated[
        str | None,
        Label("变化方向", "direction of change"),
        Means("上升（up）或下降（down）。", "Up or down."),
        Token(("up", "down")),
    ] = None
    baseline: Annotated[
        tuple[str, ...],
        Label("比较基期", "baseline"),
        Means("所比较的时期，按原文写法。", "The period compared with, in the words of the text."),
    ] = ()
    period: Annotated[
        tuple[str, ...],
        Label("时期", "period as written"),
        Means("数值所对应的时期，按原文写法。", "The time the value holds for, in the words of the text."),
    ] = ()
    period_start: Annotated[
        str | None, Label("时期起", "start of the period"), Means("时期的第一天。", "First day of the period."), Day()
    ] = None
    period_end: Annotated[
        str | None,
        Label("时期止", "end of the period"),
        Means("时期的最后一天，不早于第一天。", "Last day of the period, never before the first."),
        Day(),
    ] = None
    redacted: Annotated[
        bool,
        Label("原文隐去", "left out by the author"),
        Means(
            "作者以 **、XX 等隐去数值时为真；此时没有数值。",
            "True where the author masked the number (**, XX); then there is no value.",
        ),
    ] = False


class Observation(Quantity):
    """A value reported of the past or present."""


class Target(Quantity):
    """A value, limit or date that is to be reached."""

    deadline: Annotated[
        tuple[str, ...],
        Label("期限", "deadline as written"),
        Means("应达到目标的期限，按原文写法。", "By when it is to be reached, in the words of the text."),
    ] = ()
    deadline_date: Annotated[
        str | None,
        Label("期限日期", "last day of the deadline"),
        Means("期限的最后一天。", "Last day of the deadline."),
        Day(),
    ] = None


class Measure(Entity):
    """One action taken, under way or required."""

    status: Annotated[str | None, *_STATUS] = None
    medium: Annotated[tuple[str, ...], *_MEDIUM] = ()


class Problem(Entity):
    """Something stated to be wrong."""

    medium: Annotated[tuple[str, ...], *_MEDIUM] = ()


# What makes two of a type the same thing, where several types share it.
_NAMED = Label("规范化名称", "normalised name")
_NAMED_THERE = Label("所属区划与规范化名称", "division and normalised name")
_SPAN = Label("文档与起止位置", "document and span")
_MEASURED = Label(
    "指标、地区、时期、期限、基期、数值、单位、界限、变化；隐去或时间不明者另加文档",
    "indicator, region, period, deadline, baseline, value, unit, bound, change; document if redacted or undated",
)


class TypeRow(NamedTuple):
    """A row of `ENTITY_TYPES`: the class, its labels, what it means in Chinese (in English its docstring says so), its
    colour in drawings, what it aligns with outside, and its natural key in words.
    """

    model: type[Entity]
    label: Label
    means: str
    colour: str
    aligned: tuple[str, ...]
    key: Label


ENTITY_TYPES: tuple[TypeRow, ...] = (
    TypeRow(
        Region,
        Label("地区", "Region"),
        "各级行政区划、河流、湖泊、流域、命名区域、园区或国家。",
        "#4e79a7",
        ("dcterms:Location", "prov:Location"),
        Label("有代码者为代码，否则为所属区划与名称", "code, or else scope and name"),
    ),
    TypeRow(
        Agency,
        Label("机构", "Agency"),
        "党委、政府、人大、法院等机关及其内设、直属机构。",
        "#f28e2b",
        ("org:FormalOrganization", "prov:Organization"),
        Label("所辖区划与规范化机构名", "jurisdiction and normalised body name"),
    ),
    TypeRow(
        Organization,
        Label("组织", "Organization"),
        "机关以外的企业、工厂、研究所、学校、媒体等组织。",
        "#ffbe7d",
        ("org:Organization", "prov:Organization"),
        _NAMED,
    ),
    TypeRow(
        Person,
        Label("人物", "Person"),
        "有姓名的人。",
        "#d37295",
        ("prov:Person",),
        Label("姓名与任职所在区划", "name and division of the office"),
    ),
    TypeRow(
        Family,
        Label("行动类别", "Campaign family"),
        "在许多地方以同一理念开展的一类行动（蓝天、碧水、净土）。",
        "#59a14f",
        ("skos:Concept",),
        Label("类别", "family"),
    ),
    TypeRow(
        Campaign,
        Label("专项行动", "Campaign"),
        "有名称的、旨在动员的行动、计划或倡议。",
        "#8cd17d",
        ("prov:Plan",),
        _NAMED_THERE,
    ),
    TypeRow(Project, Label("项目", "Project"), "具体的一项工程或投资。", "#b6992d", ("prov:Plan",), _NAMED_THERE),
    TypeRow(
        Policy,
        Label("政策文件", "Policy"),
        "有标题的文件或法律法规。",
        "#e15759",
        ("dcterms:BibliographicResource", "prov:Entity"),
        _NAMED,
    ),
    TypeRow(
        Mechanism, Label("制度机制", "Mechanism"), "有名称的制度安排。", "#ff9d9a", ("skos:Concept",), _NAMED_THERE
    ),
    TypeRow(
        Event,
        Label("会议事件", "Event"),
        "有名称的会议、大会、全会或督察轮次。",
        "#b07aa1",
        ("prov:Activity",),
        Label("所属区划、名称与所述日期", "division, name and date as far as stated"),
    ),
    TypeRow(
        Doctrine, Label("思想理念", "Doctrine"), "有名称的思想、理论或提法。", "#d4a6c8", ("skos:Concept",), _NAMED
    ),
    TypeRow(
        Pollutant, Label("污染物", "Pollutant"), "被测量或治理的物质或因子。", "#79706e", ("skos:Concept",), _NAMED
    ),
    TypeRow(
        Sector, Label("行业领域", "Sector"), "受监管的行业、活动或污染源类别。", "#bab0ac", ("skos:Concept",), _NAMED
    ),
    TypeRow(
        Indicator, Label("指标", "Indicator"), "数量所度量的内容。", "#499894", ("sosa:ObservableProperty",), _NAMED
    ),
    TypeRow(
        Observation,
        Label("观测值", "Observation"),
        "关于过去或现在的已报告数值。",
        "#86bcb6",
        ("sosa:Observation",),
        _MEASURED,
    ),
    TypeRow(Target, Label("目标", "Target"), "要达到的数值、限值或日期。", "#f1ce63", ("prov:Entity",), _MEASURED),
    TypeRow(
        Measure, Label("措施", "Measure"), "已采取、正在采取或要求采取的一项行动。", "#a0cbe8", ("prov:Plan",), _SPAN
    ),
    TypeRow(Problem, Label("问题", "Problem"), "文本指出的一项不足或问题。", "#9d7660", ("prov:Entity",), _SPAN),
)


def entity_class(type_name: str) -> type[Entity]:
    """Return the class of a type by its name; raise KeyError for an unknown one."""
    return {row.model.__name__: row.model for row in ENTITY_TYPES}[type_name]
