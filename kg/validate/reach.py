"""A shape in, what of a graph it can look at out: the paths that lead from a focus node to all that decides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import rdflib
from rdflib import RDF, SH
from rdflib.collection import Collection
from rdflib.term import Node

_LISTS = (SH["or"], SH["and"], SH.xone)
_SINGLES = (SH.property, SH.node, SH["not"], SH.qualifiedValueShape)
_OWN = (SH.closed, SH.lessThan, SH.lessThanOrEquals, SH.equals, SH.disjoint)


class Step(NamedTuple):
    """One edge to follow: along a property, or against it."""

    predicate: str
    inverse: bool


class Reach(NamedTuple):
    """What shapes look at from a focus node.

    Attributes:
        own: whether all its own properties count (closed shapes, and comparisons between its properties).
        paths: what is followed from it; the classes of what a path leads to count too.
    """

    own: bool
    paths: frozenset[tuple[Step, ...]]


def reach(shapes: rdflib.Graph, names: list[Node]) -> Reach:
    """Return what shapes look at together.

    Holds for SHACL Core without conditions on the properties of a value node other than along a path; those of the
    project keep to that.
    """
    every = [shape for name in names for shape in _within(shapes, name, ())]
    own = any((shape, kind, None) in shapes for shape, _ in every for kind in _OWN)
    return Reach(own, frozenset(path for _, path in every if path))


def _within(shapes: rdflib.Graph, shape: Node, before: tuple[Step, ...]) -> Iterator[tuple[Node, tuple[Step, ...]]]:
    """Yield a shape and all inside it, each with the path from the focus node to what it looks at."""
    path = shapes.value(shape, SH.path)
    here = before + _steps(shapes, path) if path is not None else before
    yield shape, here
    for kind in _SINGLES:
        for inner in shapes.objects(shape, kind):
            yield from _within(shapes, inner, here)
    for kind in _LISTS:
        for members in shapes.objects(shape, kind):
            for inner in Collection(shapes, members):
                yield from _within(shapes, inner, here)


def _steps(shapes: rdflib.Graph, path: Node) -> tuple[Step, ...]:
    """Return a path as steps: a property, an inverse of one, or a sequence of such."""
    if isinstance(path, rdflib.URIRef):
        return (Step(str(path), False),)
    inverse = shapes.value(path, SH.inversePath)
    if inverse is not None:
        return (Step(str(inverse), True),)
    assert (path, RDF.first, None) in shapes, f"a kind of path that is not followed: {path}"
    return tuple(step for part in Collection(shapes, path) for step in _steps(shapes, part))
