"""A graph and shapes in, the results of validation out, found part by part.

pySHACL holds a graph as Python objects and is slow, so it never gets the whole. What is shared by shapes of one target
is validated together: their focus nodes are taken a few at a time, each with exactly the triples that those shapes can
look at (`reach`), until a part has `PART` triples. SHACL judges each focus node by itself, so the results of the
parts are those of the whole; a test compares them on planted faults. The one constraint that is a query (SHACL-SPARQL)
is asked once of the whole graph, with $this left open instead of bound to one node after the other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import rdflib
from rdflib import RDF, SH
from rdflib.term import Node

from kg.validate.reach import Reach, reach

if TYPE_CHECKING:
    import pyoxigraph

PART = 20_000
_TARGETS = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
Targets = tuple[tuple[Node, Node], ...]
# Called now and then with how many nodes have been looked at.
Progress = Callable[[int], None]


class Result(NamedTuple):
    """One result of validation, as SHACL has it."""

    focus: Node
    path: Node | None
    value: Node | None
    component: Node
    shape: Node


def results(
    store: pyoxigraph.Store, shapes: rdflib.Graph, progress: Progress | None = None, part: int = PART
) -> Iterator[Result]:
    """Yield every result of validating a graph.

    Args:
        store: the graph.
        shapes: the shapes.
        progress: told how many focus nodes are done.
        part: how many triples are validated at once.
    """
    done = 0
    for targets, names in _by_target(shapes):
        alone = _alone(shapes, names)
        for nodes, data in _cut(store, _focus(store, targets), reach(shapes, names), part):
            yield from _validated(data, alone, names, nodes)
            done += len(nodes)
            if progress:
                progress(done)
    yield from _asked(store, shapes)


def _by_target(shapes: rdflib.Graph) -> list[tuple[Targets, list[Node]]]:
    """Return the shapes that have targets, those of the same target together, sorted; queries are left out."""
    found: dict[Targets, list[Node]] = defaultdict(list)
    for shape in sorted({shape for kind in _TARGETS for shape in shapes.subjects(kind)}, key=str):
        if (shape, SH.sparql, None) not in shapes:
            targets = tuple(
                (kind, value) for kind in _TARGETS for value in sorted(shapes.objects(shape, kind), key=str)
            )
            found[targets].append(shape)
    return list(found.items())


def _focus(store: pyoxigraph.Store, targets: Targets) -> list[pyoxigraph.NamedNode]:
    import pyoxigraph as ox

    found: set[object] = set()
    for kind, value in targets:
        term = ox.NamedNode(str(value))
        if kind == SH.targetClass:
            found.update(quad.subject for quad in store.quads_for_pattern(None, ox.NamedNode(str(RDF.type)), term))
        elif kind == SH.targetSubjectsOf:
            found.update(quad.subject for quad in store.quads_for_pattern(None, term, None))
        else:
            found.update(quad.object for quad in store.quads_for_pattern(None, term, None))
    return sorted((node for node in found if isinstance(node, ox.NamedNode)), key=lambda node: node.value)


def _cut(
    store: pyoxigraph.Store, focus: Iterable[pyoxigraph.NamedNode], seen: Reach, part: int
) -> Iterator[tuple[list[rdflib.URIRef], rdflib.Graph]]:
    nodes: list[rdflib.URIRef] = []
    data = rdflib.Graph()
    for node in focus:
        nodes.append(rdflib.URIRef(node.value))
        for quad in _seen_from(store, node, seen):
            data.add((term(quad.subject), term(quad.predicate), term(quad.object)))
        if len(data) >= part:
            yield nodes, data
            nodes, data = [], rdflib.Graph()
    if nodes:
        yield nodes, data


def _seen_from(store: pyoxigraph.Store, node: pyoxigraph.NamedNode, seen: Reach) -> Iterator[pyoxigraph.Quad]:
    import pyoxigraph as ox

    kind = ox.NamedNode(str(RDF.type))
    yield from store.quads_for_pattern(node, None if seen.own else kind, None)
    for path in seen.paths:
        ends: set[Any] = {node}
        for step in path:
            predicate = ox.NamedNode(step.predicate)
            beyond: set[Any] = set()
            for end in ends:
                if isinstance(end, ox.Literal):
                    continue
                pattern = (None, predicate, end) if step.inverse else (end, predicate, None)
                for quad in store.quads_for_pattern(*pattern):
                    yield quad
                    beyond.add(quad.subject if step.inverse else quad.object)
            ends = beyond
        for end in ends:
            if not isinstance(end, ox.Literal):
                yield from store.quads_for_pattern(end, kind, None)


def term(found: object) -> Node:
    """Return a term of the store as one of rdflib."""
    import pyoxigraph as ox

    if isinstance(found, ox.NamedNode):
        return rdflib.URIRef(found.value)
    if isinstance(found, ox.Literal):
        if found.language:
            return rdflib.Literal(found.value, lang=found.language)
        plain = found.datatype.value == str(rdflib.XSD.string)
        return rdflib.Literal(found.value, datatype=None if plain else rdflib.URIRef(found.datatype.value))
    return rdflib.BNode(str(getattr(found, "value", found)))


def _alone(shapes: rdflib.Graph, names: list[Node]) -> rdflib.Graph:
    """Return what is said of these shapes and of all inside them, without their targets."""
    found = rdflib.Graph()
    waiting: list[Node] = [*names]
    while waiting:
        subject = waiting.pop()
        for _, predicate, value in shapes.triples((subject, None, None)):
            if predicate not in _TARGETS and (subject, predicate, value) not in found:
                found.add((subject, predicate, value))
                waiting.append(value)
    return found


def _validated(
    data: rdflib.Graph, shapes: rdflib.Graph, names: list[Node], nodes: list[rdflib.URIRef]
) -> Iterator[Result]:
    """Validate with these nodes as the only targets: what they refer to stands in the part with its class alone."""
    import pyshacl

    aimed = rdflib.Graph()
    for triple in shapes:
        aimed.add(triple)
    for name in names:
        for node in nodes:
            aimed.add((name, SH.targetNode, node))
    conforms, report, _ = pyshacl.validate(data, shacl_graph=aimed, inplace=True)
    if conforms:
        return
    for found in report.objects(None, SH.result):
        yield Result(
            *(report.value(found, kind) for kind in (SH.focusNode, SH.resultPath, SH.value)),
            *(report.value(found, kind) for kind in (SH.sourceConstraintComponent, SH.sourceShape)),
        )


def _asked(store: pyoxigraph.Store, shapes: rdflib.Graph) -> Iterator[Result]:
    for shape, constraint in sorted(shapes.subject_objects(SH.sparql), key=str):
        declared = shapes.objects(shapes.value(constraint, SH.prefixes), SH.declare)
        prefixes = {str(shapes.value(row, SH.prefix)): str(shapes.value(row, SH.namespace)) for row in declared}
        rows: Any = store.query(str(shapes.value(constraint, SH.select)), prefixes=prefixes)
        for row in rows:
            focus, path, value = (term(row[name]) for name in ("this", "path", "value"))
            yield Result(focus, path, value, SH.SPARQLConstraintComponent, shape)
