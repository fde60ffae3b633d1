"""The graph: four tables. Every file format, rdflib and networkx objects are views of them."""

from typing import NamedTuple

from kg.model.entity import Entity
from kg.model.field import Label, Means
from kg.model.value import Value


class DocumentRecord(Value):
    """What the graph keeps of a document. `names` are the file names it came under; `locus`, `within` region ids."""

    id: str
    names: tuple[str, ...]
    sha256: str
    encoding: str
    length: int
    title: str | None = None
    date: str | None = None
    speaker: str | None = None
    issuer: str | None = None
    number: str | None = None
    locus: str | None = None
    within: str | None = None


class Statement(Value):
    """A typed edge: subject and object are entity ids; `id` is the hash of the three."""

    id: str
    subject: str
    predicate: str
    object: str


class Evidence(Value):
    """The characters `[start, end)` of a document's source that state `about` (an entity or statement id)."""

    id: str
    about: str
    document: str
    start: int
    end: int
    quote: str
    rule: str
    confidence: float


class Unresolved(Value):
    """A mention that more than one thing answers to, with the candidates; never guessed."""

    document: str
    start: int
    end: int
    surface: str
    reason: str
    candidates: tuple[str, ...] = ()


class Tables(Value):
    """Documents, entities, statements and evidence, each sorted by id; `unresolved` by document and place."""

    documents: tuple[DocumentRecord, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    unresolved: tuple[Unresolved, ...] = ()


class PredicateRow(NamedTuple):
    """A row of `PREDICATES`: what it joins, its labels and meaning, and the outside property it specialises."""

    name: str
    label: Label
    means: Means
    domain: tuple[str, ...]
    range: tuple[str, ...]
    aligned: str | None = None
    symmetric: bool = False


PREDICATES: tuple[PredicateRow, ...] = (
    PredicateRow(
        "jurisdiction",
        Label("管辖", "jurisdiction"),
        Means("机构所管辖或代表的区划。", "The division the agency acts for."),
        ("Agency",),
        ("Region",),
        "dcterms:spatial",
    ),
    PredicateRow(
        "position",
        Label("任职于", "holds office in"),
        Means("人物在此机构或地区任职。", "The person holds an office in the agency or of the place."),
        ("Person",),
        ("Agency", "Region"),
    ),
    PredicateRow(
        "conductedIn",
        Label("开展于", "conducted in"),
        Means("行动、项目或会议在此地开展。", "The campaign, project or event takes place there."),
        ("Campaign", "Project", "Event"),
        ("Region",),
        "prov:atLocation",
    ),
    PredicateRow(
        "partOf",
        Label("属于", "part of"),
        Means("属于更大的行动或会议。", "It is a part of the larger campaign or event."),
        ("Campaign", "Project", "Event"),
        ("Campaign", "Event"),
        "dcterms:isPartOf",
    ),
    PredicateRow(
        "leads",
        Label("牵头", "leads"),
        Means("牵头、主管或领导。", "Leads it, is its head or in charge of it."),
        ("Agency", "Person", "Organization"),
        ("Campaign", "Project", "Agency"),
    ),
    PredicateRow(
        "participates",
        Label("参与", "participates in"),
        Means("投资、建设、运营或以其他方式参与。", "Invests in it, builds or runs it, or takes part otherwise."),
        ("Organization", "Agency"),
        ("Project", "Campaign"),
    ),
    PredicateRow(
        "cooperatesWith",
        Label("合作", "cooperates with"),
        Means("文本所述的两个组织之间的合作。", "The two bodies work together, as the text says."),
        ("Agency", "Organization"),
        ("Agency", "Organization"),
        symmetric=True,
    ),
    PredicateRow(
        "issuedBy",
        Label("发布者", "issued by"),
        Means("文件由其发布，或会议由其召开。", "The agency issued the document or convened the event."),
        ("Policy", "Event"),
        ("Agency",),
        "dcterms:publisher",
    ),
    PredicateRow(
        "addresses",
        Label("针对", "addresses"),
        Means("行动或项目所治理的污染物或行业。", "The pollutant or sector that the campaign or project deals with."),
        ("Campaign", "Project"),
        ("Pollutant", "Sector"),
    ),
    PredicateRow(
        "family",
        Label("行动类别", "campaign family"),
        Means("行动所属的类别。", "The family the campaign belongs to."),
        ("Campaign",),
        ("Family",),
        "dcterms:relation",
    ),
    PredicateRow(
        "actor",
        Label("责任主体", "actor"),
        Means("采取措施的主体。", "Who takes the measure."),
        ("Measure",),
        ("Agency", "Organization", "Person"),
    ),
    PredicateRow(
        "about",
        Label("涉及", "about"),
        Means(
            "措施或问题所涉及的行动、项目或地区。",
            "The campaign, project or place that the measure or problem concerns.",
        ),
        ("Measure", "Problem"),
        ("Campaign", "Project", "Region"),
    ),
)
