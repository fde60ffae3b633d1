"""Model classes in, shapes.ttl out: what a graph must hold to be one of this project's; strict, closed to other terms.

The shapes look at a built graph as it is, with no inference: every class is the one the graph names.
"""

from collections.abc import Iterator

from kg.model import ENTITY_TYPES, PREDICATES, Entity
from kg.model.entity import Quantity
from kg.model.field import FieldRow, Label, attributes_of
from kg.ontology.vocabulary import in_namespace, required
from kg.rdf import Description, Terms, block, header, plain, property_of, words

_PREFIXES = ("kg", "dcterms", "oa", "prov", "qudt", "rdf", "rdfs", "sh", "skos", "xsd")
_IRI = ("sh:nodeKind", ("sh:IRI",))
_WORDS = ("sh:datatype", ("rdf:langString",))
_ONE = (("sh:minCount", ("1",)), ("sh:maxCount", ("1",)))
_SOME = (("sh:minCount", ("1",)),)
_AT_MOST_ONE = (("sh:maxCount", ("1",)),)

Properties = tuple[tuple[str, tuple[str, ...]], ...]


def shapes(base: str) -> str:
    """Return the shapes as Turtle."""
    terms = Terms(base)
    return header(terms, _PREFIXES) + "".join(block(description) for description in _descriptions())


def _descriptions() -> Iterator[Description]:
    for row in ENTITY_TYPES:
        yield from _entity_shapes(row.model, row.label)
    yield from _closed("Document", "sh:targetClass kg:Document", Label("文档", "document"), _document_properties())
    yield from _statement_shapes()
    evidence = tuple(_evidence_properties())
    yield from _closed("Evidence", "sh:targetObjectsOf kg:evidence", Label("证据", "evidence"), evidence)
    selector = tuple(_selector_properties())
    yield from _closed("Selector", "sh:targetObjectsOf oa:hasSelector", Label("引文位置", "selector"), selector)
    yield _span_rule()
    yield _edge_rule()


def _entity_shapes(model: type[Entity], label: Label) -> Iterator[Description]:
    rules: list[tuple[str, Properties]] = [
        ("skos:prefLabel", (*_ONE, _WORDS, ("sh:languageIn", ('("zh")',)))),
        ("skos:altLabel", (_WORDS, ("sh:languageIn", ('("zh")',)))),
        ("kg:scope", (*_ONE, ("sh:pattern", ('"^(cn|[0-9]+|x-[0-9a-f]{20})$"',)))),
        # A region may be known by its code alone, as the one above a region that the text names.
        ("kg:evidence", (_IRI, ("sh:class", ("oa:SpecificResource",)), *(() if model.__name__ == "Region" else _SOME))),
    ]
    rules += [(property_of(field), tuple(_field(field, model))) for field in attributes_of(model)]
    for predicate in PREDICATES:
        if model.__name__ in predicate.domain:
            rules.append((f"kg:{predicate.name}", (_IRI, _either(predicate.range))))
    if issubclass(model, Quantity):
        rules.append(("qudt:hasUnit", (_IRI, *_AT_MOST_ONE)))
        yield _quantity_rule(model)
    yield from _closed(model.__name__, f"sh:targetClass kg:{model.__name__}", label, tuple(rules))


def _quantity_rule(model: type[Entity]) -> Description:
    text = Label(
        "数值须有单位；没有数值的须注明隐去或期限",
        "a number needs a unit; without a number it is redacted or has a deadline",
    )
    return Description(
        f"kg:{model.__name__}Shape-number",
        (
            ("a", ("sh:NodeShape",)),
            ("sh:targetClass", (f"kg:{model.__name__}",)),
            (
                "sh:or",
                (
                    "([ sh:property [ sh:path kg:value ; sh:minCount 1 ] , [ sh:path kg:unit ; sh:minCount 1 ] ] "
                    "[ sh:property [ sh:path kg:value ; sh:maxCount 0 ] , [ sh:path kg:redacted ; sh:hasValue true ] ] "
                    "[ sh:property [ sh:path kg:value ; sh:maxCount 0 ] , [ sh:path kg:deadline ; sh:minCount 1 ] ])",
                ),
            ),
            ("sh:message", _both(text)),
        ),
    )


def _field(field: FieldRow, model: type[Entity]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not field.many:
        yield from _AT_MOST_ONE
    if required(field):
        yield from _SOME
    match field.kind:
        case "words":
            yield _WORDS
        case "token":
            yield "sh:datatype", ("xsd:string",)
            if field.allowed:
                yield "sh:in", (f"({' '.join(plain(code) for code in field.allowed)})",)
        case "reference":
            yield _IRI
            yield _either(field.allowed)
        case "day":
            yield "sh:or", ("([ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ])",)
        case "decimal" | "integer" | "boolean":
            yield "sh:datatype", (f"xsd:{field.kind}",)


def _either(classes: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    if len(classes) == 1:
        return "sh:class", (in_namespace(classes[0]),)
    return "sh:or", (f"({' '.join(f'[ sh:class {in_namespace(name)} ]' for name in classes)})",)


def _document_properties() -> tuple[tuple[str, Properties], ...]:
    day = ("sh:or", ("([ sh:datatype xsd:date ] [ sh:datatype xsd:gYearMonth ] [ sh:datatype xsd:gYear ])",))
    return (
        ("dcterms:title", (*_AT_MOST_ONE, _WORDS)),
        ("dcterms:date", (*_AT_MOST_ONE, day)),
        ("dcterms:publisher", (*_AT_MOST_ONE, _WORDS)),
        ("dcterms:identifier", (*_AT_MOST_ONE, _WORDS)),
        ("kg:speaker", (*_AT_MOST_ONE, _WORDS)),
        ("kg:fileName", (*_SOME, ("sh:datatype", ("xsd:string",)))),
        ("kg:length", (*_ONE, ("sh:datatype", ("xsd:integer",)), ("sh:minInclusive", ("1",)))),
        ("kg:locus", (*_AT_MOST_ONE, ("sh:class", ("kg:Region",)))),
        ("kg:locusWithin", (*_AT_MOST_ONE, ("sh:class", ("kg:Region",)))),
    )


def _statement_shapes() -> Iterator[Description]:
    predicates = " ".join(f"kg:{row.name}" for row in PREDICATES)
    rules: tuple[tuple[str, Properties], ...] = (
        ("rdf:subject", (*_ONE, _IRI)),
        ("rdf:predicate", (*_ONE, ("sh:in", (f"({predicates})",)))),
        ("rdf:object", (*_ONE, _IRI)),
        ("kg:evidence", (*_SOME, _IRI, ("sh:class", ("oa:SpecificResource",)))),
    )
    yield from _closed("Statement", "sh:targetClass kg:Statement", Label("陈述", "statement"), rules)


def _evidence_properties() -> Iterator[tuple[str, Properties]]:
    yield "oa:hasSource", (*_ONE, ("sh:class", ("kg:Document",)))
    yield "oa:hasSelector", (*_ONE, ("sh:class", ("oa:TextPositionSelector",)))
    yield "kg:rule", (*_ONE, ("sh:datatype", ("xsd:string",)), ("sh:minLength", ("1",)))
    bounds = (("sh:minInclusive", ("0.0",)), ("sh:maxInclusive", ("1.0",)))
    yield "kg:confidence", (*_ONE, ("sh:datatype", ("xsd:decimal",)), *bounds)


def _selector_properties() -> Iterator[tuple[str, Properties]]:
    whole = ("sh:datatype", ("xsd:integer",))
    yield "oa:start", (*_ONE, whole, ("sh:minInclusive", ("0",)), ("sh:lessThan", ("oa:end",)))
    yield "oa:end", (*_ONE, whole)
    yield "oa:exact", (*_ONE, ("sh:datatype", ("xsd:string",)), ("sh:minLength", ("1",)))


def _closed(name: str, target: str, label: Label, rules: tuple[tuple[str, Properties], ...]) -> Iterator[Description]:
    """Yield a node shape that allows these properties only, and the shape of each of them."""
    kind, value = target.split()
    shape = f"kg:{name}Shape"
    paths = [(f"{shape}-{path.split(':')[1]}", path, constraints) for path, constraints in rules]
    yield Description(
        shape,
        (
            ("a", ("sh:NodeShape",)),
            (kind, (value,)),
            ("rdfs:label", _both(label)),
            ("sh:closed", ("true",)),
            ("sh:ignoredProperties", ("(rdf:type)",)),
            ("sh:property", tuple(path_shape for path_shape, _, _ in paths)),
        ),
    )
    for path_shape, path, constraints in paths:
        yield Description(path_shape, (("a", ("sh:PropertyShape",)), ("sh:path", (path,)), *constraints))


def _span_rule() -> Description:
    """Seen from the document, because SHACL compares the end of a path with a property of the node it starts from."""
    text = Label("证据超出文档范围", "a piece of evidence ends beyond the document")
    return Description(
        "kg:DocumentShape-spans",
        (
            ("a", ("sh:PropertyShape",)),
            ("sh:targetClass", ("kg:Document",)),
            ("sh:path", ("([ sh:inversePath oa:hasSource ] oa:hasSelector oa:end)",)),
            ("sh:lessThanOrEquals", ("kg:length",)),
            ("sh:message", _both(text)),
        ),
    )


def _edge_rule() -> Description:
    """The object is among what the edge leads to, which SHACL can say as: the two are not disjoint."""
    text = Label("陈述缺少对应的直接关系", "the direct edge that the statement stands for is missing")
    branches = (
        f"[ sh:property [ sh:path rdf:predicate ; sh:hasValue kg:{row.name} ] ; "
        f"sh:not [ sh:path (rdf:subject kg:{row.name}) ; sh:disjoint rdf:object ] ]"
        for row in PREDICATES
    )
    return Description(
        "kg:StatementShape-edge",
        (
            ("a", ("sh:NodeShape",)),
            ("sh:targetClass", ("kg:Statement",)),
            ("sh:or", (f"({' '.join(branches)})",)),
            ("sh:message", _both(text)),
        ),
    )


def _both(label: Label) -> tuple[str, str]:
    return words(label.zh), f"{plain(label.en)}@en"
