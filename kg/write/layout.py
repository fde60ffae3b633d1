"""Nodes and edges in, a place and size for each node out: places amid what belongs to them, the same in every run.

The graph is cut into the trees of a breadth-first search that starts from all centres at once, and from the best
connected node of whatever they do not reach. A node stands in the middle of a disc; the discs of its children fill
that disc from the inside out along a sunflower spiral, small ones first; the trees themselves are arranged the same
way, the largest in the middle. Work grows with nodes and edges, and only +, -, *, / and the square root are used, which
IEEE 754 defines to the last bit: unlike a spring layout, it ends in the same places on every machine, and takes
no longer than the writing of the file, however large the graph.
"""

from collections import deque
from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

# One step of the golden angle, 180° * (3 - sqrt 5), as a rotation: its cosine and sine.
_COS, _SIN = -0.7373688780783197, 0.6754902942615238
# Shares of a disc's radius, tried out on graphs of 5 to 1,000 documents until discs stood apart and wasted little room:
# the margin around it, how far beyond what is filled its centre stands, how far the outermost sticks out.
_MARGIN, _OUTWARD, _OVERHANG = 0.12, 0.7, 0.5
# Bounds margin and overhang, or the discs of a long chain would grow without end.
_LARGEST = 150.0


class Place(NamedTuple):
    """Where a node stands and how large it is drawn."""

    x: float
    y: float
    size: float


def lay_out(nodes: Sequence[str], edges: Sequence[tuple[str, str]], centres: Sequence[str] = ()) -> dict[str, Place]:
    """Return the place of every node.

    Args:
        nodes: ids; their order decides ties, so pass them sorted.
        edges: pairs of ids out of `nodes`.
        centres: the nodes among them that others are to stand around.
    """
    neighbours: dict[str, list[str]] = {node: [] for node in nodes}
    for source, target in edges:
        if source != target:
            neighbours[source].append(target)
            neighbours[target].append(source)
    sizes = {node: 4.0 + 2.0 * sqrt(len(near)) for node, near in neighbours.items()}
    children, order = _search(neighbours, centres)
    radii = _radii(children, order, sizes)
    return _places(children, order, radii, sizes)


# The parent of every tree's root.
_ROOT = ""


def _search(neighbours: dict[str, list[str]], centres: Sequence[str]) -> tuple[dict[str, list[str]], list[str]]:
    """Return the children of each node in the search trees, and the nodes with parents before children."""
    children: dict[str, list[str]] = {node: [] for node in (_ROOT, *neighbours)}
    order: list[str] = []
    seen: set[str] = set()
    others = sorted(neighbours, key=lambda node: -len(neighbours[node]))
    for roots in (list(centres), *([node] for node in others)):
        queue = deque(root for root in roots if root not in seen)
        seen.update(queue)
        children[_ROOT].extend(queue)
        while queue:
            node = queue.popleft()
            order.append(node)
            for near in sorted(neighbours[node], key=lambda other: -len(neighbours[other])):
                if near not in seen:
                    seen.add(near)
                    children[node].append(near)
                    queue.append(near)
    return children, order


def _radii(children: dict[str, list[str]], order: list[str], sizes: dict[str, float]) -> dict[str, float]:
    """Return the radius of the disc that a node and everything below it need; children come out sorted by theirs."""
    radii: dict[str, float] = {_ROOT: 0.0}
    for node in (*reversed(order), _ROOT):
        below = children[node]
        below.sort(key=lambda child: radii[child])
        if node == _ROOT:
            below.reverse()
        area = sizes.get(node, 0.0) ** 2 + sum(_room(radii[child]) for child in below)
        largest = max((radii[child] for child in below), default=0.0)
        radii[node] = sqrt(area) + min(_OVERHANG * largest, _LARGEST)
    return radii


def _room(radius: float) -> float:
    """Return the square of the radius that a disc and the space around it take."""
    return (radius + min(_MARGIN * radius, _LARGEST)) ** 2


def _places(
    children: dict[str, list[str]], order: list[str], radii: dict[str, float], sizes: dict[str, float]
) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for parent in (_ROOT, *order):
        centre_x, centre_y = (places[parent].x, places[parent].y) if parent else (0.0, 0.0)
        filled = sizes.get(parent, 0.0) ** 2
        across, up = 1.0, 0.0
        for child in children[parent]:
            room = _room(radii[child])
            distance = sqrt(filled) + _OUTWARD * radii[child] if filled else 0.0
            filled += room
            across, up = across * _COS - up * _SIN, across * _SIN + up * _COS
            places[child] = Place(centre_x + distance * across, centre_y + distance * up, sizes[child])
    return places
