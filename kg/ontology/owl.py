"""Model classes in, ontology.ttl out: classes and properties with Chinese and English labels and their alignments."""

import inspect
from collections.abc import Iterator

from kg.model import ENTITY_TYPES, Entity
from kg.model.entity import Quantity
from kg.model.field import Label
from kg.ontology.vocabulary import PropertyRow, in_namespace, properties
from kg.rdf import Description, Terms, block, header, plain, words

_PREFIXES = ("kg", "dcam", "dcterms", "oa", "org", "owl", "prov", "rdf", "rdfs", "skos", "sosa", "xsd")
_DATATYPES = {
    "words": "rdf:langString",
    "token": "xsd:string",
    "decimal": "xsd:decimal",
    "integer": "xsd:integer",
    "boolean": "xsd:boolean",
}


def ontology(base: str) -> str:
    """Return the ontology as Turtle."""
    terms = Terms(base)
    return header(terms, _PREFIXES) + "".join(block(description) for description in _descriptions(base))


def _descriptions(base: str) -> Iterator[Description]:
    title = Label("绿图：中国环境政策文本知识图谱本体", "lvtu: ontology of Chinese environmental-policy texts")
    yield Description(f"<{base}ontology>", (("a", ("owl:Ontology",)), ("dcterms:title", _both(title))))
    yield _class(Entity, Label("实体", "Entity"), ())
    yield _class(Quantity, Label("数量", "Quantity"), ("kg:Entity",))
    for row in ENTITY_TYPES:
        parents = (f"kg:{row.model.__mro__[1].__name__}", *row.aligned)
        yield _class(row.model, row.label, parents)
    for name, label, parent, comment in (
        ("Document", Label("文档", "Document"), "prov:Entity", "A text of the genre; offsets of evidence are into it."),
        ("Statement", Label("陈述", "Statement"), "rdf:Statement", "A relation as stated, with its evidence."),
    ):
        yield Description(
            f"kg:{name}",
            (
                ("a", ("owl:Class",)),
                ("rdfs:label", _both(label)),
                ("rdfs:comment", (f"{plain(comment)}@en",)),
                ("rdfs:subClassOf", (parent,)),
            ),
        )
    for found in properties():
        yield Description(found.name, tuple(_property(found)))


def _class(model: type[Entity], label: Label, parents: tuple[str, ...]) -> Description:
    comment = " ".join((inspect.getdoc(model) or "").split())
    return Description(
        f"kg:{model.__name__}",
        (
            ("a", ("owl:Class",)),
            ("rdfs:label", _both(label)),
            ("rdfs:comment", (f"{plain(comment)}@en",)),
            *((("rdfs:subClassOf", parents),) if parents else ()),
        ),
    )


def _property(row: PropertyRow) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Several classes stand under domainIncludes: as rdfs:domain they would mean all of them at once."""
    kind = "owl:ObjectProperty" if row.kind == "reference" else "owl:DatatypeProperty"
    yield "a", (kind, *(("owl:SymmetricProperty",) if row.symmetric else ()))
    yield "rdfs:label", _both(row.label)
    for single, several, classes in (
        ("rdfs:domain", "dcam:domainIncludes", row.domain),
        ("rdfs:range", "dcam:rangeIncludes", row.range),
    ):
        names = tuple(in_namespace(name) for name in classes)
        if names:
            yield (single if len(names) == 1 else several), names
    if row.kind in _DATATYPES:
        yield "rdfs:range", (_DATATYPES[row.kind],)
    if row.kind == "day":
        yield "dcam:rangeIncludes", ("xsd:date", "xsd:gYearMonth", "xsd:gYear")
    if row.aligned:
        yield "rdfs:subPropertyOf", (row.aligned,)


def _both(label: Label) -> tuple[str, str]:
    return words(label.zh), f"{plain(label.en)}@en"
