"""The graph: four tables. Every file format, rdflib and networkx objects are views of them."""

from typing import NamedTuple

from kg.model.entity import Entity
from kg.model.field import Label
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
    """A row of `PREDICATES`: what it joins, its labels, and the outside property it specialises."""

    name: str
    label: Label
    domain: tuple[str, ...]
    range: tuple[str, ...]
    aligned: str | None = None
    symmetric: bool = False


PREDICATES: tuple[PredicateRow, ...] = (
    PredicateRow("jurisdiction", Label("管辖", "jurisdiction"), ("Agency",), ("Region",), "dcterms:spatial"),
    PredicateRow("position", Label("任职于", "holds office in"), ("Person",), ("Agency", "Region")),
    PredicateRow(
        "conductedIn",
        Label("开展于", "conducted in"),
        ("Campaign", "Project", "Event"),
        ("Region",),
        "prov:atLocation",
    ),
    PredicateRow(
        "partOf",
        Label("属于", "part of"),
        ("Campaign", "Project", "Event"),
        ("Campaign", "Event"),
        "dcterms:isPartOf",
    ),
    PredicateRow(
        "leads",
        Label("牵头", "leads"),
        ("Agency", "Person", "Organization"),
        ("Campaign", "Project", "Agency"),
    ),
    PredicateRow("participates", Label("参与", "participates in"), ("Organization", "Agency"), ("Project", "Campaign")),
    PredicateRow(
        "cooperatesWith",
        Label("合作", "cooperates with"),
        ("Agency", "Organization"),
        ("Agency", "Organization"),
        symmetric=True,
    ),
    PredicateRow("issuedBy", Label("发布者", "issued by"), ("Policy", "Event"), ("Agency",), "dcterms:publisher"),
    PredicateRow("addresses", Label("针对", "addresses"), ("Campaign", "Project"), ("Pollutant", "Sector")),
    PredicateRow("family", Label("行动类别", "campaign family"), ("Campaign",), ("Family",), "skos:broader"),
    PredicateRow("actor", Label("责任主体", "actor"), ("Measure",), ("Agency", "Organization", "Person")),
    PredicateRow("about", Label("涉及", "about"), ("Measure", "Problem"), ("Campaign", "Project", "Region")),
)
