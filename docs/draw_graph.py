"""Draw the picture of the READMEs: what the built samples say of one region and of what is conducted there.

usage: draw_graph.py BUILD_FOLDER REGION > docs/graph.svg
"""

import math
import sys
from collections.abc import Iterator
from html import escape

import kg
from kg.graph import KnowledgeGraph
from kg.model import ENTITY_TYPES, Entity

WIDTH, HEIGHT = 1000, 640
RINGS = (0, 215, 300)
LEFT_OUT = {"Measure", "Problem", "Family", "Indicator"}
MOST = 22


def main() -> None:
    """Write the drawing to standard output."""
    graph = kg.read_graph(sys.argv[1])
    print("\n".join(draw(graph, sys.argv[2])))


def draw(graph: KnowledgeGraph, name: str) -> Iterator[str]:
    """Yield the lines of an SVG drawing of a region and its neighbourhood."""
    regions = [entity for entity in graph.find(name) if type(entity).__name__ == "Region"]
    if not regions:
        sys.exit(f"draw_graph.py: no region in this graph is called {name!r}")
    centre = regions[0]
    inner = [(entity, label) for entity, label in _around(graph, centre.id) if _shown(entity)][:MOST]
    places = {centre.id: (WIDTH / 2, HEIGHT / 2)}
    shapes: list[str] = []
    for number, (entity, label) in enumerate(inner):
        angle = 2 * math.pi * number / len(inner)
        ring = RINGS[1 + number % 2]
        x = WIDTH / 2 + 1.2 * ring * math.cos(angle)
        y = HEIGHT / 2 + 0.95 * ring * math.sin(angle)
        places[entity.id] = (x, y)
        shapes.append(_edge(places[centre.id], (x, y), label))
    for entity, _ in inner:
        for statement in graph.statements(subject=entity.id):
            if statement.object in places and statement.object != centre.id:
                shapes.append(_edge(places[entity.id], places[statement.object], statement.predicate))
    shapes += [_node(entity, places[entity.id]) for entity, _ in inner]
    shapes.append(_node(centre, places[centre.id], radius=13))
    yield f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif">'
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    yield from shapes
    yield from _legend({type(entity).__name__ for entity, _ in inner} | {"Region"})
    yield "</svg>"


def _around(graph: KnowledgeGraph, key: str) -> Iterator[tuple[Entity, str]]:
    for statement in graph.statements(target=key):
        entity = graph.get(statement.subject)
        if entity is not None:
            yield entity, statement.predicate
    for entity in graph.entities("Target", "Observation"):
        if getattr(entity, "region", None) == key:
            yield entity, "region"


def _shown(entity: Entity) -> bool:
    return type(entity).__name__ not in LEFT_OUT


def _edge(start: tuple[float, float], end: tuple[float, float], label: str) -> str:
    (x1, y1), (x2, y2) = start, end
    x, y = x1 + 0.55 * (x2 - x1), y1 + 0.55 * (y2 - y1)
    return (
        f'<line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" y2="{y2:.0f}" stroke="#c4c9cf"/>'
        f'<text x="{x:.0f}" y="{y:.0f}" font-size="9" fill="#8a9099" text-anchor="middle">{escape(label)}</text>'
    )


def _node(entity: Entity, place: tuple[float, float], radius: int = 8) -> str:
    x, y = place
    name = entity.name if len(entity.name) <= 20 else entity.name[:19] + "…"
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius}" fill="{_colour(type(entity).__name__)}"/>'
        f'<text x="{x:.0f}" y="{y + radius + 12:.0f}" font-size="12" text-anchor="middle">{escape(name)}</text>'
    )


def _legend(types: set[str]) -> Iterator[str]:
    rows = [row for row in ENTITY_TYPES if row.model.__name__ in types]
    for number, row in enumerate(rows):
        y = 22 + 18 * number
        yield f'<circle cx="18" cy="{y}" r="6" fill="{row.colour}"/>'
        yield f'<text x="30" y="{y + 4}" font-size="11">{row.model.__name__} {row.label.zh}</text>'


def _colour(type_name: str) -> str:
    return next(row.colour for row in ENTITY_TYPES if row.model.__name__ == type_name)


if __name__ == "__main__":
    main()
