"""Terms of a graph in, what to call them in both languages out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import rdflib
from rdflib import RDF
from rdflib.term import Node

from kg.model import Means
from kg.ontology.rows import BORROWED
from kg.ontology.vocabulary import classes, properties
from kg.rdf import Terms
from kg.validate.parts import term

if TYPE_CHECKING:
    import pyoxigraph

_MOST = 40
_EXTRA = {
    "rdf:type": Means("类", "class"),
    "oa:SpecificResource": Means("证据", "Evidence"),
    "oa:TextPositionSelector": Means("引文位置", "Selector"),
    "oa:TextQuoteSelector": Means("引文", "Quote"),
}


class Names:
    """Calls things by their labels: those of the ontology for its terms, those of the graph for what it holds."""

    def __init__(self, store: pyoxigraph.Store, base: str) -> None:
        self._store = store
        self._prefixes = Terms(base).prefixes
        self._labels = {row.name: Means(*row.label) for row in (*BORROWED, *properties())}
        self._labels |= {f"kg:{row.name}": Means(*row.label) for row in classes()} | _EXTRA
        self._domains = {row.name: row.domain for row in (*BORROWED, *properties())}

    def short(self, node: Node) -> str:
        """Return a term by its prefix, or an IRI in angle brackets, or a literal in quotes."""
        if isinstance(node, rdflib.Literal):
            text = f"“{node}”"
            kind = f"@{node.language}" if node.language else self.short(node.datatype) if node.datatype else ""
            return f"{text} ({kind})" if kind and not kind.startswith("@") else f"{text}{kind}"
        for prefix, namespace in self._prefixes.items():
            if str(node).startswith(namespace) and "/" not in str(node)[len(namespace) :]:
                return f"{prefix}:{str(node)[len(namespace) :]}"
        return f"<{node}>"

    def label(self, node: Node) -> Means:
        """Return what the ontology calls a class or property: its label and the term."""
        name = self.short(node)
        known = self._labels.get(name)
        return Means(f"{known.zh} {name}", f"{known.en} {name}") if known else Means(name, name)

    def domain(self, node: Node) -> tuple[str, ...] | None:
        """Return the classes that may have a property; None for a property that the ontology does not know."""
        return self._domains.get(self.short(node))

    def title(self, node: Node) -> str:
        """Return what the graph calls a thing: its label, title, or quote; a statement by its two ends."""
        for name in ("skos:prefLabel", "dcterms:title", "kg:fileName"):
            for found in self.values(node, str(self.iri(name))):
                return _cut(str(found))
        ends = [end for name in ("subject", "object") for end in self.values(node, str(RDF[name]))]
        if len(ends) == 2:
            return f"{self.title(ends[0])} → {self.title(ends[1])}"
        for selector in [*self.values(node, str(self.iri("oa:hasSelector"))), node]:
            for found in self.values(selector, str(self.iri("oa:exact"))):
                return _cut(str(found))
        return ""

    def types(self, node: Node) -> list[Node]:
        """Return the classes of a thing: those of the project, or any where it has none of them."""
        found = self.values(node, str(RDF.type))
        own = [kind for kind in found if str(kind).startswith(self._prefixes["kg"])]
        return own or found

    def called(self, node: Node) -> Means:
        """Return a value as a reader wants it: a thing by title, class and IRI, anything else as it is."""
        if isinstance(node, rdflib.Literal) or not (types := self.types(node)):
            name = self.short(node)
            return Means(name, name)
        kinds = [self.label(kind) for kind in types]
        title = self.title(node)
        return Means(
            f"{'、'.join(kind.zh for kind in kinds)} “{title}” <{node}>",
            f"{', '.join(kind.en for kind in kinds)} “{title}” <{node}>",
        )

    def values(self, node: Node, predicate: str) -> list[Node]:
        """Return what a property of a thing leads to, sorted."""
        import pyoxigraph as ox

        if not isinstance(node, rdflib.URIRef):
            return []
        found = self._store.quads_for_pattern(ox.NamedNode(str(node)), ox.NamedNode(predicate), None)
        return sorted((term(quad.object) for quad in found), key=str)

    def evidence_ending(self, document: Node, end: Node) -> list[Node]:
        """Return the pieces of evidence of a document that end at an offset."""
        import pyoxigraph as ox

        source = ox.NamedNode(str(self.iri("oa:hasSource")))
        pieces = (
            term(quad.subject) for quad in self._store.quads_for_pattern(None, source, ox.NamedNode(str(document)))
        )
        selector, last = str(self.iri("oa:hasSelector")), str(self.iri("oa:end"))
        ending = (
            piece for piece in pieces if any(end in self.values(place, last) for place in self.values(piece, selector))
        )
        return sorted(ending, key=str)

    def things(self, kind: Node) -> list[Node]:
        """Return the things of a class, sorted."""
        import pyoxigraph as ox

        found = self._store.quads_for_pattern(None, ox.NamedNode(str(RDF.type)), ox.NamedNode(str(kind)))
        return sorted((term(quad.subject) for quad in found), key=str)

    def iri(self, name: str) -> rdflib.URIRef:
        """Return the IRI that a prefixed name stands for."""
        prefix, local = name.split(":")
        return rdflib.URIRef(f"{self._prefixes[prefix]}{local}")


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
