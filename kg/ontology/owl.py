"""Model classes in, ontology.ttl out: classes and properties with labels and definitions in Chinese and English.

Alignments are only such as hold for every thing they touch: RDFS and OWL reasoning over a graph together with the
vocabularies named adds nothing false (no plan becomes an agent, no place an organisation).
"""

from collections.abc import Iterator

from kg.model import Means
from kg.model.field import Label
from kg.ontology.rows import ClassRow, PropertyRow
from kg.ontology.vocabulary import classes, in_namespace, properties
from kg.rdf import Description, Terms, block, header, plain, words

_PREFIXES = (
    *("kg", "dc", "dcam", "dcterms", "oa", "org", "owl", "prov", "qudt", "rdf", "rdfs", "skos", "sosa", "ssn"),
    *("vann", "xsd"),
)
_TITLE = Label("绿图：中国环境政策文本知识图谱本体", "lvtu: ontology of Chinese environmental-policy texts")
_ABOUT = Means(
    "描述从中国环境政策文本中提取的地区、机构、行动、目标、观测值、措施、问题及其关系，每条事实都指向陈述它的原文位置。",
    "Regions, agencies, campaigns, targets, observations, measures, problems and their relations as Chinese "
    "environmental-policy texts state them; every fact leads to the place in the text that states it.",
)
# Of the contract, not of the program: raise it with each release that adds, drops or redefines a term.
_VERSION = "0.1.0"
_LICENCE = "<https://www.apache.org/licenses/LICENSE-2.0>"
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
    name = f"<{base}ontology>"
    yield Description(
        name,
        (
            ("a", ("owl:Ontology",)),
            ("dcterms:title", both(_TITLE)),
            ("dcterms:description", both(_ABOUT)),
            ("dc:creator", (f"{plain('The lvtu authors')}@en",)),
            ("dcterms:license", (_LICENCE,)),
            ("owl:versionInfo", (plain(_VERSION),)),
            ("vann:preferredNamespacePrefix", (plain("kg"),)),
            ("vann:preferredNamespaceUri", (plain(f"{base}ontology#"),)),
        ),
    )
    defined = ("rdfs:isDefinedBy", (name,))
    for row in classes():
        yield Description(in_namespace(row.name), (*_class(row), defined))
    for found in properties():
        yield Description(found.name, (*_property(found), defined))


def _class(row: ClassRow) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "a", ("owl:Class",)
    yield "rdfs:label", both(row.label)
    yield "skos:definition", both(row.means)
    if row.parents:
        yield "rdfs:subClassOf", tuple(in_namespace(name) for name in row.parents)


def _property(row: PropertyRow) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Several classes stand under domainIncludes: as rdfs:domain they would mean all of them at once."""
    kind = "owl:ObjectProperty" if row.kind == "reference" else "owl:DatatypeProperty"
    yield "a", (kind, *(("owl:SymmetricProperty",) if row.symmetric else ()))
    yield "rdfs:label", both(row.label)
    yield "skos:definition", both(row.means)
    for single, several, joined in (
        ("rdfs:domain", "dcam:domainIncludes", row.domain),
        ("rdfs:range", "dcam:rangeIncludes", row.range),
    ):
        names = tuple(in_namespace(name) for name in joined)
        if names:
            yield (single if len(names) == 1 else several), names
    if row.kind in _DATATYPES:
        yield "rdfs:range", (_DATATYPES[row.kind],)
    if row.kind == "day":
        yield "dcam:rangeIncludes", ("xsd:date", "xsd:gYearMonth", "xsd:gYear")
    if row.aligned:
        yield "rdfs:subPropertyOf", (row.aligned,)
    if row.near:
        yield "rdfs:seeAlso", row.near


def both(text: Label | Means) -> tuple[str, str]:
    """Return a text in both languages as two literals."""
    return words(text.zh), f"{plain(text.en)}@en"
