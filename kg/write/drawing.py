"""Tables in, nodes and edges out: the graph as GraphML, GEXF and networkx show it.

Every entity and every document is a node. Every statement is an edge, and so is every field that refers to an
entity (a target's indicator and region, the region a region lies in). A measure or problem hangs on the document
that states it, because its id belongs to that document alone; so does a number of no known region. An entity that
would still stand alone is tied to the documents that mention it. So nothing floats loose, and what has relations is
not drowned in mentions: an edge from every document to everything it mentions would pull each into one ball.
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from kg.model import ENTITY_TYPES, PREDICATES, Entity, Evidence, Tables
from kg.model.entity import Measure, Problem, Quantity
from kg.model.field import Label, attributes_of

DOCUMENT = "Document"
DOCUMENT_COLOUR = "#2f3e46"
_LABEL_LENGTH = 40
_STATED_IN = Label("见于", "stated in")
_MENTIONED_IN = Label("提及于", "mentioned in")
_SPEAKS_FOR = Label("所属", "speaks for")


class Node(NamedTuple):
    """An entity or document as drawn. `region` is the name of the place it belongs to, '' where unknown."""

    id: str
    label: str
    type: str
    name: str
    region: str
    evidence: int


class Edge(NamedTuple):
    """A statement, or a field that refers to an entity; `quote` is its first evidence by document and place."""

    id: str
    source: str
    target: str
    kind: str
    label: str
    confidence: float
    evidence: int
    quote: str


class Drawing(NamedTuple):
    """Nodes and edges, each sorted by id; every edge joins two of the nodes."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def draw(tables: Tables) -> Drawing:
    """Return the nodes and edges of a graph."""
    evidence_of = group_evidence(tables)
    edges = {edge.id: edge for edge in _edges(tables, evidence_of)}
    joined = {key for edge in edges.values() for key in (edge.source, edge.target)}
    for edge in _loose_ends(tables, joined, evidence_of):
        edges[edge.id] = edge
    nodes = sorted(_nodes(tables, evidence_of))
    known = {node.id for node in nodes}
    kept = sorted(edge for edge in edges.values() if edge.source in known and edge.target in known)
    return Drawing(tuple(nodes), tuple(kept))


def group_evidence(tables: Tables) -> dict[str, list[Evidence]]:
    """Return the evidence of each entity and statement, in order of document and place."""
    grouped: dict[str, list[Evidence]] = {}
    for evidence in tables.evidence:
        grouped.setdefault(evidence.about, []).append(evidence)
    for pieces in grouped.values():
        pieces.sort(key=lambda piece: (piece.document, piece.start, piece.end, piece.rule))
    return grouped


def colour_of(type_name: str) -> str:
    """Return the colour of a type in drawings, as #rrggbb."""
    colours = {row.model.__name__: row.colour for row in ENTITY_TYPES}
    return colours.get(type_name, DOCUMENT_COLOUR)


def _nodes(tables: Tables, evidence_of: dict[str, list[Evidence]]) -> Iterator[Node]:
    names = {entity.id: entity.name for entity in tables.entities}
    for entity in tables.entities:
        region = names.get(f"region/{entity.scope}", "")
        count = len(evidence_of.get(entity.id, ()))
        yield Node(entity.id, _short(entity.name), type(entity).__name__, entity.name, region, count)
    pieces: dict[str, int] = {}
    for evidence in tables.evidence:
        pieces[evidence.document] = pieces.get(evidence.document, 0) + 1
    for document in tables.documents:
        name = document.title or document.names[0]
        region = names.get(document.locus or "", "")
        yield Node(document.id, _short(name), DOCUMENT, name, region, pieces.get(document.id, 0))


def _short(name: str) -> str:
    """Cut what is a whole clause, so that labels stay readable; `name` keeps it all."""
    line = " ".join(name.split())
    return line if len(line) <= _LABEL_LENGTH else line[: _LABEL_LENGTH - 1] + "…"


def _edges(tables: Tables, evidence_of: dict[str, list[Evidence]]) -> Iterator[Edge]:
    labels = {row.name: row.label for row in PREDICATES}
    for statement in tables.statements:
        pieces = evidence_of.get(statement.id, [])
        kind = statement.predicate
        yield _edge(statement.id, statement.subject, statement.object, kind, labels[kind], pieces)
    for entity in tables.entities:
        pieces = evidence_of.get(entity.id, [])
        for kind, label, target in _references(entity):
            yield _edge(f"{entity.id}#{kind}/{target}", entity.id, target, kind, label, pieces)
        if pieces and (isinstance(entity, Measure | Problem) or (isinstance(entity, Quantity) and not entity.region)):
            yield from _mentions(entity.id, "statedIn", _STATED_IN, pieces)
    for document in tables.documents:
        if document.locus:
            key = f"{document.id}#speaksFor"
            yield _edge(key, document.id, document.locus, "speaksFor", _SPEAKS_FOR, [])


def _references(entity: Entity) -> Iterator[tuple[str, Label, str]]:
    for field in attributes_of(type(entity)):
        if field.kind == "reference":
            value = getattr(entity, field.name)
            for target in value if field.many else (value,) if value else ():
                yield field.name, field.label, target


def _loose_ends(tables: Tables, joined: set[str], evidence_of: dict[str, list[Evidence]]) -> Iterator[Edge]:
    for entity in tables.entities:
        if entity.id not in joined:
            yield from _mentions(entity.id, "mentionedIn", _MENTIONED_IN, evidence_of.get(entity.id, []))


def _mentions(source: str, kind: str, label: Label, evidence: list[Evidence]) -> Iterator[Edge]:
    for document, group in groupby(evidence, key=attrgetter("document")):
        yield _edge(f"{source}#{kind}/{document}", source, document, kind, label, list(group))


def _edge(key: str, source: str, target: str, kind: str, label: Label, pieces: list[Evidence]) -> Edge:
    confidence = max((piece.confidence for piece in pieces), default=1.0)
    quote = pieces[0].quote if pieces else ""
    return Edge(key, source, target, kind, label.zh, confidence, len(pieces), quote)
