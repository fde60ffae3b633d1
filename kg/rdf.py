"""Tables in, RDF descriptions out: the only mapping of the graph to RDF terms.

A term is a string in Turtle's own syntax, ready to be written. The mapping looks at one row at a time and at
nothing that is counted or chosen over the whole graph; so the triples of merged tables are exactly the union of
the triples of their parts. Plain RDF 1.1: no blank nodes, no quoted triples.
"""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import urljoin

from kg.errors import UsageError
from kg.lexicon.units import unit_iri
from kg.model import DocumentRecord, Entity, Evidence, Statement, Tables
from kg.model.field import FieldRow, attributes_of

DEFAULT_BASE = "https://lvtu.example/"

# Vocabularies that do not depend on the base; `kg` is added by `Terms`.
PREFIXES: dict[str, str] = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcam": "http://purl.org/dc/dcam/",
    "dcterms": "http://purl.org/dc/terms/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sosa": "http://www.w3.org/ns/sosa/",
    "ssn": "http://www.w3.org/ns/ssn/",
    "vann": "http://purl.org/vocab/vann/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

# The ontology's namespace adds a fragment to it, so it cannot have one.
_BASE = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:(?:[^\s<>"{}|\\^`#?]*[/:])?""")

# A person's office in words is a field beside the relation `position`; one property cannot be both.
_PROPERTY_OF = {"position": "office"}

_DAY_TYPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "xsd:date"),
    (re.compile(r"\d{4}-\d{2}"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
)
_ESCAPES = str.maketrans(
    {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
    | {code: f"\\u{code:04X}" for code in (*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF)}
)


class Description(NamedTuple):
    """What the graph says of one subject: pairs of a property and its objects, each list without repeats."""

    subject: str
    properties: tuple[tuple[str, tuple[str, ...]], ...]


class Terms:
    """Makes terms under one base.

    Raises:
        UsageError: if the base is no absolute IRI that names can be added to.

    >>> Terms("https://lvtu.example/").iri("region/640100")
    '<id/region/640100>'
    >>> Terms("urn:lvtu:").iri("region/640100")
    '<urn:lvtu:id/region/640100>'
    """

    def __init__(self, base: str = DEFAULT_BASE) -> None:
        if not _BASE.fullmatch(base):
            raise UsageError(f"base {base!r} is not an absolute IRI that ends in / or :, such as {DEFAULT_BASE}")
        self.base = base
        self.prefixes = {"kg": f"{base}ontology#", **PREFIXES}
        # Relative IRIs keep the file small, but they resolve to base + id only under a base that is a folder.
        self.relative = urljoin(base, "id/region/x") == f"{base}id/region/x"
        self._start = "<id/" if self.relative else f"<{base}id/"

    def iri(self, key: str) -> str:
        """Return the IRI of an entity, statement, document or piece of evidence."""
        return f"{self._start}{key}>"


@cache
def property_of(field: FieldRow) -> str:
    """Return the property that a field of an entity becomes.

    >>> from kg.model.entity import Person, Target
    >>> [property_of(field) for field in (*attributes_of(Person), attributes_of(Target)[-1])]
    ['kg:office', 'kg:deadlineDate']
    """
    first, *rest = _PROPERTY_OF.get(field.name, field.name).split("_")
    return "".join(("kg:", first, *(part.capitalize() for part in rest)))


def plain(text: str) -> str:
    """Return a string literal without language.

    >>> plain('说"绿"')
    '"说\\\\"绿\\\\""'
    """
    return f'"{text.translate(_ESCAPES)}"'


def words(text: str) -> str:
    """Return Chinese words as a literal.

    >>> words("蓝天工程")
    '"蓝天工程"@zh'
    """
    return f'"{text.translate(_ESCAPES)}"@zh'


def decimal(number: Decimal) -> str:
    """Return a number as xsd:decimal in canonical form.

    >>> decimal(Decimal("1.50")), decimal(Decimal("2E+3")), decimal(Decimal("-0"))
    ('1.5', '2000.0', '0.0')
    """
    digits = format(number, "f")
    if "." not in digits:
        digits += ".0"
    digits = digits.rstrip("0")
    if digits.endswith("."):
        digits += "0"
    return "0.0" if digits == "-0.0" else digits


@cache
def day(text: str) -> str:
    """Return an ISO date as xsd:date, xsd:gYearMonth or xsd:gYear, by what is known of it.

    >>> day("2023-07"), day("2023-07-15")
    ('"2023-07"^^xsd:gYearMonth', '"2023-07-15"^^xsd:date')
    """
    for pattern, datatype in _DAY_TYPES:
        if pattern.fullmatch(text):
            return f'"{text}"^^{datatype}'
    return plain(text)


def header(terms: Terms, prefixes: Iterable[str]) -> str:
    """Return what a Turtle file begins with: the base, where IRIs are relative to it, and the named prefixes."""
    base = f"@base <{terms.base}> .\n" if terms.relative else ""
    return base + "".join(f"@prefix {prefix}: <{terms.prefixes[prefix]}> .\n" for prefix in prefixes)


def block(description: Description) -> str:
    """Return the Turtle of one subject, a property a line.

    >>> print(block(Description("<id/x>", (("a", ("kg:Region",)), ("kg:code", ('"640100"',))))), end="")
    <BLANKLINE>
    <id/x> a kg:Region ;
        kg:code "640100" .
    """
    lines = [f"{predicate} {', '.join(objects)}" for predicate, objects in description.properties]
    body = " ;\n    ".join(lines)
    return f"\n{description.subject} {body} .\n" if lines else ""


def describe(tables: Tables, terms: Terms) -> Iterator[Description]:
    """Yield the description of every document, entity, statement, piece of evidence and selector, in that order."""
    cited: dict[str, list[str]] = {}
    for evidence in tables.evidence:
        cited.setdefault(evidence.about, []).append(terms.iri(evidence.id))
    edges: dict[str, dict[str, list[str]]] = {}
    for statement in tables.statements:
        objects = edges.setdefault(statement.subject, {}).setdefault(f"kg:{statement.predicate}", [])
        objects.append(terms.iri(statement.object))
    for document in tables.documents:
        yield Description(terms.iri(document.id), tuple(_document(document, terms)))
    for entity in tables.entities:
        yield _described(entity.id, _entity(entity, terms), edges, cited, terms)
    for statement in tables.statements:
        yield _described(statement.id, _statement(statement, terms), edges, cited, terms)
    # Tables may be a part of a graph, and what they say of rows that stand in another part counts all the same.
    for key in sorted({*edges, *cited}):
        yield _described(key, (), edges, cited, terms)
    for evidence in tables.evidence:
        yield from _evidence(evidence, terms)


def _described(
    key: str,
    properties: Iterable[tuple[str, tuple[str, ...]]],
    edges: dict[str, dict[str, list[str]]],
    cited: dict[str, list[str]],
    terms: Terms,
) -> Description:
    """Describe a row together with its edges and evidence, which are taken out of the two collections."""
    found = list(properties)
    found += ((predicate, tuple(objects)) for predicate, objects in sorted(edges.pop(key, {}).items()))
    if key in cited:
        found.append(("kg:evidence", tuple(cited.pop(key))))
    return Description(terms.iri(key), tuple(found))


def _document(document: DocumentRecord, terms: Terms) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Encoding is left out: it is the file's, and one text may come in two."""
    yield "a", ("kg:Document", "prov:Entity")
    if document.title:
        yield "dcterms:title", (words(document.title),)
    if document.date:
        yield "dcterms:date", (day(document.date),)
    if document.issuer:
        yield "dcterms:publisher", (words(document.issuer),)
    if document.speaker:
        yield "kg:speaker", (words(document.speaker),)
    if document.number:
        yield "dcterms:identifier", (words(document.number),)
    yield "kg:fileName", tuple(dict.fromkeys(plain(name) for name in document.names))
    yield "kg:length", (str(document.length),)
    if document.locus:
        yield "kg:locus", (terms.iri(document.locus),)
    if document.within:
        yield "kg:locusWithin", (terms.iri(document.within),)


def _entity(entity: Entity, terms: Terms) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "a", (f"kg:{type(entity).__name__}",)
    yield "skos:prefLabel", (words(entity.name),)
    if entity.names:
        yield "skos:altLabel", tuple(words(name) for name in entity.names)
    yield "kg:scope", (plain(entity.scope),)
    for field in attributes_of(type(entity)):
        value = getattr(entity, field.name)
        members = value if field.many else (value,)
        objects = tuple(dict.fromkeys(_term(field, member, terms) for member in members if member not in (None, "")))
        if objects:
            yield property_of(field), objects
        if field.name == "unit" and (known := unit_iri(value)):
            yield "qudt:hasUnit", (f"<{known}>",)


def _term(field: FieldRow, value: Any, terms: Terms) -> str:
    match field.kind:
        case "words":
            return words(value)
        case "token":
            return plain(value)
        case "reference":
            return terms.iri(value)
        case "day":
            return day(value)
        case "decimal":
            return decimal(value)
        case "integer":
            return str(value)
        case "boolean":
            return "true" if value else "false"


def _statement(statement: Statement, terms: Terms) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "a", ("kg:Statement",)
    yield "rdf:subject", (terms.iri(statement.subject),)
    yield "rdf:predicate", (f"kg:{statement.predicate}",)
    yield "rdf:object", (terms.iri(statement.object),)


def _evidence(evidence: Evidence, terms: Terms) -> Iterator[Description]:
    selector = terms.iri(f"{evidence.id}/selector")
    yield Description(
        terms.iri(evidence.id),
        (
            ("a", ("oa:SpecificResource",)),
            ("oa:hasSource", (terms.iri(evidence.document),)),
            ("oa:hasSelector", (selector,)),
            ("kg:rule", (plain(evidence.rule),)),
            ("kg:confidence", (decimal(Decimal(f"{evidence.confidence:.4f}")),)),
        ),
    )
    yield Description(
        selector,
        (
            ("a", ("oa:TextPositionSelector", "oa:TextQuoteSelector")),
            ("oa:start", (str(evidence.start),)),
            ("oa:end", (str(evidence.end),)),
            ("oa:exact", (plain(evidence.quote),)),
        ),
    )
