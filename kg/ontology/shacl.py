"""Model classes in, shapes.ttl out: what a graph must hold to be one of this project's; strict, closed to other terms.

The shapes look at a built graph as it is, with no inference: every class is the one the graph names. All are SHACL Core
but one: that every direct edge has its statement takes a comparison that only SHACL-SPARQL can say.
"""

from collections.abc import Iterator

from kg.model import ENTITY_TYPES, PREDICATES, Entity, Means
from kg.model.entity import Quantity
from kg.model.field import FieldRow, Label, attributes_of
from kg.ontology.owl import both
from kg.ontology.vocabulary import in_namespace, required
from kg.rdf import Description, Terms, block, header, plain, property_of

_PREFIXES = ("kg", "dcterms", "oa", "prov", "qudt", "rdf", "rdfs", "sh", "skos", "xsd")
_IRI = ("sh:nodeKind", ("sh:IRI",))
_WORDS = ("sh:datatype", ("rdf:langString",))
_ONE = (("sh:minCount", ("1",)), ("sh:maxCount", ("1",)))
_SOME = (("sh:minCount", ("1",)),)
_AT_MOST_ONE = (("sh:maxCount", ("1",)),)
_EVIDENCE, _SELECTOR = ("oa:SpecificResource",), ("oa:TextPositionSelector", "oa:TextQuoteSelector")
_DOCUMENT = ("kg:Document", "prov:Entity")
_UNIT = '"^http://qudt\\\\.org/vocab/(unit|currency)/"'
# What a property's value may not be greater than.
_NOT_ABOVE = {"value": "kg:high", "period_start": "kg:periodEnd"}
# Rules over several properties of a quantity: the name of the shape, its words, and the conditions of which one holds.
_QUANTITY_RULES: tuple[tuple[str, Means, tuple[str, ...]], ...] = (
    (
        "unit",
        Means("有数值而没有单位；数值须有单位", "there is a number without a unit; a number needs one"),
        ("sh:path kg:value ; sh:maxCount 0", "sh:path kg:unit ; sh:minCount 1"),
    ),
    (
        "masked",
        Means(
            "注明原文隐去却有数值；隐去的数量不得有数值",
            "it is marked as left out by the author but has a number; one excludes the other",
        ),
        ("sh:not [ sh:path kg:redacted ; sh:hasValue true ]", "sh:path kg:value ; sh:maxCount 0"),
    ),
    (
        "number",
        Means(
            "没有数值，也未注明隐去或期限；三者须有其一",
            "there is no number, no mark that it was left out and no deadline; one of them is needed",
        ),
        (
            "sh:path kg:value ; sh:minCount 1",
            "sh:path kg:redacted ; sh:hasValue true",
            "sh:path kg:deadline ; sh:minCount 1",
        ),
    ),
    (
        "low",
        Means(
            "有上限值而没有数值；区间须有下限", "there is an upper end without a number; a range needs its lower end"
        ),
        ("sh:path kg:high ; sh:maxCount 0", "sh:path kg:value ; sh:minCount 1"),
    ),
)

Properties = tuple[tuple[str, tuple[str, ...]], ...]


def shapes(base: str) -> str:
    """Return the shapes as Turtle."""
    terms = Terms(base)
    return header(terms, _PREFIXES) + "".join(block(description) for description in _descriptions(terms))


def _descriptions(terms: Terms) -> Iterator[Description]:
    for row in ENTITY_TYPES:
        yield from _entity_shapes(row.model, row.label)
    document = ("sh:targetClass kg:Document",)
    yield from _closed("Document", document, _DOCUMENT, Label("文档", "document"), _document_properties())
    yield from _statement_shapes()
    targets = ("sh:targetObjectsOf kg:evidence", "sh:targetClass oa:SpecificResource")
    yield from _closed("Evidence", targets, _EVIDENCE, Label("证据", "evidence"), tuple(_evidence_properties()))
    targets = ("sh:targetObjectsOf oa:hasSelector", "sh:targetClass oa:TextPositionSelector")
    yield from _closed("Selector", targets, _SELECTOR, Label("引文位置", "selector"), tuple(_selector_properties()))
    yield from _known_rules()
    yield _span_rule()
    yield _statement_rule()
    yield from _edge_rule(terms)


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
        rules.append(("qudt:hasUnit", (_IRI, *_AT_MOST_ONE, ("sh:pattern", (_UNIT,)))))
        for name, means, choices in _QUANTITY_RULES:
            yield _one_of(f"{model.__name__}Shape-{name}Rule", f"kg:{model.__name__}", means, choices)
    target = (f"sh:targetClass kg:{model.__name__}",)
    yield from _closed(model.__name__, target, (f"kg:{model.__name__}",), label, tuple(rules))


def _one_of(name: str, target: str, means: Means, choices: tuple[str, ...]) -> Description:
    return Description(
        f"kg:{name}",
        (
            ("a", ("sh:NodeShape",)),
            ("sh:targetClass", (target,)),
            ("sh:or", (f"({' '.join(f'[ {choice} ]' for choice in choices)})",)),
            ("sh:message", both(means)),
        ),
    )


def _field(field: FieldRow, model: type[Entity]) -> Iterator[tuple[str, tuple[str, ...]]]:
    if not field.many:
        yield from _AT_MOST_ONE
    if required(field):
        yield from _SOME
    if field.name in _NOT_ABOVE:
        yield "sh:lessThanOrEquals", (_NOT_ABOVE[field.name],)
    if field.name == "code":
        yield "sh:pattern", ('"^[0-9]{6}([0-9]{3}){0,2}$"',)
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
    target = ("sh:targetClass kg:Statement",)
    yield from _closed("Statement", target, ("kg:Statement",), Label("陈述", "statement"), rules)


def _evidence_properties() -> Iterator[tuple[str, Properties]]:
    yield "^kg:evidence", _ONE
    yield "oa:hasSource", (*_ONE, ("sh:class", ("kg:Document",)))
    yield "oa:hasSelector", (*_ONE, ("sh:class", ("oa:TextPositionSelector",)))
    yield "kg:rule", (*_ONE, ("sh:datatype", ("xsd:string",)), ("sh:minLength", ("1",)))
    bounds = (("sh:minInclusive", ("0.0",)), ("sh:maxInclusive", ("1.0",)))
    yield "kg:confidence", (*_ONE, ("sh:datatype", ("xsd:decimal",)), *bounds)


def _selector_properties() -> Iterator[tuple[str, Properties]]:
    yield "^oa:hasSelector", _ONE
    whole = ("sh:datatype", ("xsd:integer",))
    yield "oa:start", (*_ONE, whole, ("sh:minInclusive", ("0",)), ("sh:lessThan", ("oa:end",)))
    yield "oa:end", (*_ONE, whole)
    yield "oa:exact", (*_ONE, ("sh:datatype", ("xsd:string",)), ("sh:minLength", ("1",)))


def _closed(
    name: str,
    targets: tuple[str, ...],
    types: tuple[str, ...],
    label: Label,
    rules: tuple[tuple[str, Properties], ...],
) -> Iterator[Description]:
    """Yield a node shape that allows these classes and properties only, and the shape of each of the properties."""
    shape = f"kg:{name}Shape"
    every: Properties = (("sh:maxCount", (str(len(types)),)), ("sh:hasValue", types))
    paths = [(f"{shape}-{path.split(':')[1]}", path, rule) for path, rule in (("rdf:type", every), *rules)]
    yield Description(
        shape,
        (
            ("a", ("sh:NodeShape",)),
            *((kind, (value,)) for kind, value in (target.split() for target in targets)),
            ("rdfs:label", both(label)),
            ("sh:closed", ("true",)),
            ("sh:property", tuple(path_shape for path_shape, _, _ in paths)),
        ),
    )
    for path_shape, path, constraints in paths:
        way = f"[ sh:inversePath {path[1:]} ]" if path.startswith("^") else path
        yield Description(path_shape, (("a", ("sh:PropertyShape",)), ("sh:path", (way,)), *constraints))


def _known_rules() -> Iterator[Description]:
    """Look at every class and node, so that none escapes the other shapes by having no class, or one they do not know.

    The class is the focus, not the node, because a list is slow to search: there are few classes and many nodes.
    """
    own = (*(row.model.__name__ for row in ENTITY_TYPES), "Document", "Statement")
    every = (*(f"kg:{name}" for name in own), "prov:Entity", *_EVIDENCE, *_SELECTOR)
    yield Description(
        "kg:ClassShape",
        (
            ("a", ("sh:NodeShape",)),
            ("sh:targetObjectsOf", ("rdf:type",)),
            ("sh:in", (f"({' '.join(every)})",)),
            ("sh:message", both(Means("类不在本体之中", "its class is none of the contract"))),
        ),
    )
    yield Description(
        "kg:NodeShape-type",
        (
            ("a", ("sh:PropertyShape",)),
            (
                "sh:targetSubjectsOf",
                ("skos:prefLabel", "kg:evidence", "kg:length", "rdf:subject", "oa:hasSource", "oa:start"),
            ),
            ("sh:path", ("rdf:type",)),
            ("sh:minCount", ("1",)),
        ),
    )


def _span_rule() -> Description:
    """Seen from the document, because SHACL compares the end of a path with a property of the node it starts from."""
    means = Means("证据的终点超出文档的字数", "a piece of evidence ends beyond the length of the document")
    return Description(
        "kg:DocumentShape-spans",
        (
            ("a", ("sh:PropertyShape",)),
            ("sh:targetClass", ("kg:Document",)),
            ("sh:path", ("([ sh:inversePath oa:hasSource ] oa:hasSelector oa:end)",)),
            ("sh:lessThanOrEquals", ("kg:length",)),
            ("sh:message", both(means)),
        ),
    )


def _statement_rule() -> Description:
    """The object is among what the edge leads to, which SHACL can say as: the two are not disjoint."""
    branches = tuple(
        f"sh:property [ sh:path rdf:predicate ; sh:hasValue kg:{row.name} ] ; "
        f"sh:not [ sh:path (rdf:subject kg:{row.name}) ; sh:disjoint rdf:object ]"
        for row in PREDICATES
    )
    unknown = f"sh:not [ sh:path rdf:predicate ; sh:in ({' '.join(f'kg:{row.name}' for row in PREDICATES)}) ]"
    means = Means(
        "主体与客体之间没有它所说的直接的边",
        "there is no direct edge from its subject to its object, for which it stands",
    )
    return _one_of("StatementShape-edge", "kg:Statement", means, (*branches, unknown))


def _edge_rule(terms: Terms) -> Iterator[Description]:
    """No path of SHACL Core can single out the statements of one predicate, so this is a query."""
    edges = tuple(f"kg:{row.name}" for row in PREDICATES)
    means = Means(
        "这条边没有对应的陈述，因而没有证据", "the edge has no statement that stands for it, and so no evidence"
    )
    query = (
        f"SELECT $this ?path ?value WHERE {{ $this ?path ?value . FILTER (?path IN ({', '.join(edges)})) "
        "FILTER NOT EXISTS { ?statement rdf:subject $this ; rdf:predicate ?path ; rdf:object ?value } }"
    )
    yield Description(
        "kg:EdgeShape",
        (
            ("a", ("sh:NodeShape",)),
            ("sh:targetSubjectsOf", edges),
            ("sh:sparql", ("kg:EdgeShape-statement",)),
        ),
    )
    yield Description(
        "kg:EdgeShape-statement",
        (
            ("a", ("sh:SPARQLConstraint",)),
            ("sh:message", both(means)),
            ("sh:prefixes", ("kg:prefixes",)),
            ("sh:select", (plain(query),)),
        ),
    )
    declared = (
        f'[ sh:prefix {plain(prefix)} ; sh:namespace "{terms.prefixes[prefix]}"^^xsd:anyURI ]'
        for prefix in ("kg", "rdf")
    )
    yield Description("kg:prefixes", (("sh:declare", tuple(declared)),))
