"""Model classes in, the classes and the properties of the graph out, each once, for all files of the contract."""

import inspect
from functools import cache

from kg.model import ENTITY_TYPES, PREDICATES, Entity, Means
from kg.model.entity import Quantity
from kg.model.field import FieldRow, Label, attributes_of
from kg.ontology.rows import FIXED, ClassRow, PropertyRow
from kg.rdf import property_of

# A target has an indicator, region and value as an observation has, but nothing was observed; so SOSA's own properties
# are only near, and what is aligned holds for both.
_ALIGNED = {
    "kg:code": "dcterms:identifier",
    "kg:date": "dcterms:date",
    "kg:indicator": "ssn:forProperty",
    "kg:region": "dcterms:spatial",
    "kg:within": "dcterms:isPartOf",
}
_NEAR = {
    "kg:indicator": ("sosa:observedProperty",),
    "kg:region": ("sosa:hasFeatureOfInterest",),
    "kg:unit": ("qudt:hasUnit",),
    "kg:value": ("sosa:hasSimpleResult", "qudt:numericValue"),
}
_REQUIRED = {"indicator", "bound"}


@cache
def classes() -> tuple[ClassRow, ...]:
    """Return the classes of the project's own namespace, in the order of the model."""
    return (
        ClassRow(
            "Entity",
            Label("实体", "Entity"),
            Means("文本所谈及之物；无论多少文本提到它，只有一个标识。", _said_of(Entity)),
        ),
        ClassRow(
            "Quantity",
            Label("数量", "Quantity"),
            Means("说明环境、其治理或相关工作的数量。", _said_of(Quantity)),
            ("Entity",),
        ),
        *(
            ClassRow(
                row.model.__name__,
                row.label,
                Means(row.means, _said_of(row.model)),
                (row.model.__mro__[1].__name__, *row.aligned),
                row.key,
            )
            for row in ENTITY_TYPES
        ),
        ClassRow(
            "Document",
            Label("文档", "Document"),
            Means("一篇文本；证据的位置指向其原文。", "A text of the genre; places of evidence are offsets into it."),
            ("dcterms:BibliographicResource", "prov:Entity"),
            Label("原文的散列值", "hash of the text"),
        ),
        ClassRow(
            "Statement",
            Label("陈述", "Statement"),
            Means(
                "文本所述的两物之间的关系及其证据。",
                "A relation between two things as texts state it, with its evidence.",
            ),
            ("rdf:Statement",),
            Label("主体、关系与客体", "subject, predicate and object"),
        ),
    )


@cache
def properties() -> tuple[PropertyRow, ...]:
    """Return the properties of the project's own namespace, each once, sorted by name."""
    found = {row.name: row for row in FIXED}
    for predicate in PREDICATES:
        name = f"kg:{predicate.name}"
        found[name] = PropertyRow(
            name,
            "reference",
            predicate.label,
            predicate.means,
            predicate.domain,
            predicate.range,
            aligned=predicate.aligned,
            symmetric=predicate.symmetric,
        )
    for row in ENTITY_TYPES:
        for field in attributes_of(row.model):
            name = property_of(field)
            found[name] = _joined(found.get(name), field, row.model.__name__)
    return tuple(found[name] for name in sorted(found))


@cache
def local_names() -> frozenset[str]:
    """Return what may stand behind `kg:`: the names of classes and properties."""
    return frozenset({row.name for row in classes()} | {row.name.removeprefix("kg:") for row in properties()})


def required(field: FieldRow) -> bool:
    """Tell whether every entity of the class has the field: a quantity's indicator and bound, and what is yes or no."""
    return field.kind == "boolean" or field.name in _REQUIRED


def in_namespace(name: str) -> str:
    """Return a class as a term: those of the project under kg:, those of others as they are."""
    return name if ":" in name else f"kg:{name}"


def _joined(known: PropertyRow | None, field: FieldRow, owner: str) -> PropertyRow:
    """Return the property of a field, with what other classes say of it: one may have several where another has one."""
    name = property_of(field)
    return PropertyRow(
        name,
        field.kind,
        field.label,
        field.means,
        (*(known.domain if known else ()), owner),
        field.allowed if field.kind == "reference" else (),
        int(required(field)),
        None if field.many or (known and known.most is None) else 1,
        _ALIGNED.get(name),
        near=_NEAR.get(name, ()),
    )


def _said_of(model: type[Entity]) -> str:
    return " ".join((inspect.getdoc(model) or "").split())
