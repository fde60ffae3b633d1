"""Model classes in, one list of all properties of the graph out: what OWL, SHACL and JSON-LD each spell their way."""

from functools import cache
from typing import NamedTuple

from kg.model import ENTITY_TYPES, PREDICATES
from kg.model.field import FieldKind, FieldRow, Label, attributes_of
from kg.rdf import property_of


class PropertyRow(NamedTuple):
    """A property of the graph: its kind, labels, the classes it joins, and the outside property it specialises."""

    name: str
    kind: FieldKind
    label: Label
    domain: tuple[str, ...]
    range: tuple[str, ...] = ()
    aligned: str | None = None
    symmetric: bool = False


# Aligned only where what the outside vocabulary concludes from the property is true here.
_ALIGNED = {
    "kg:indicator": "sosa:observedProperty",
    "kg:region": "sosa:hasFeatureOfInterest",
    "kg:value": "sosa:hasSimpleResult",
    "kg:within": "dcterms:isPartOf",
}
_TYPES = tuple(row.model.__name__ for row in ENTITY_TYPES)

# What is no field of an entity and no predicate: scope, evidence, and what is said of documents and evidence.
_FIXED: tuple[PropertyRow, ...] = (
    PropertyRow("kg:scope", "token", Label("所属区划代码", "scope: division code, cn, or x-<document>"), _TYPES),
    PropertyRow(
        "kg:evidence", "reference", Label("证据", "evidence"), (*_TYPES, "Statement"), ("oa:SpecificResource",)
    ),
    PropertyRow("kg:rule", "token", Label("规则", "rule that found it"), ("oa:SpecificResource",)),
    PropertyRow("kg:confidence", "decimal", Label("置信度", "confidence, 0 to 1"), ("oa:SpecificResource",)),
    PropertyRow("kg:fileName", "token", Label("文件名", "file name"), ("Document",)),
    PropertyRow("kg:length", "integer", Label("字数", "length in code points"), ("Document",)),
    PropertyRow("kg:speaker", "words", Label("讲话人", "speaker"), ("Document",), aligned="dcterms:creator"),
    PropertyRow("kg:locus", "reference", Label("所述区划", "division it speaks for"), ("Document",), ("Region",)),
    PropertyRow("kg:locusWithin", "reference", Label("所述区划在", "speaks for a part of"), ("Document",), ("Region",)),
)


@cache
def properties() -> tuple[PropertyRow, ...]:
    """Return the properties of the project's own namespace, each once, sorted by name."""
    found = {row.name: row for row in _FIXED}
    for predicate in PREDICATES:
        name = f"kg:{predicate.name}"
        found[name] = PropertyRow(name, "reference", *predicate[1:])
    for row in ENTITY_TYPES:
        for field in attributes_of(row.model):
            name = property_of(field)
            domain = (*(found[name].domain if name in found else ()), row.model.__name__)
            found[name] = PropertyRow(name, field.kind, field.label, domain, _range(field), _ALIGNED.get(name))
    return tuple(found[name] for name in sorted(found))


def _range(field: FieldRow) -> tuple[str, ...]:
    return field.allowed if field.kind == "reference" else ()


def in_namespace(name: str) -> str:
    """Return a class as a term: those of the project under kg:, those of others as they are."""
    return name if ":" in name else f"kg:{name}"
