"""Tables in, GraphML out: a node an entity or document, an edge a statement or reference; streamed."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Tables
from kg.write.drawing import Edge, Node, draw
from kg.write.xml import escape

_NODE_KEYS = (("label", "string"), ("type", "string"), ("name", "string"), ("region", "string"), ("evidence", "int"))
_EDGE_KEYS = (
    ("label", "string"),
    ("kind", "string"),
    ("confidence", "double"),
    ("evidence", "int"),
    ("quote", "string"),
)


def write_graphml(tables: Tables, base: str, stream: BinaryIO) -> None:
    """Write the graph as GraphML; ids are without the base and occur once in the file."""
    for line in _lines(tables):
        stream.write(line.encode())


def _lines(tables: Tables) -> Iterator[str]:
    drawing = draw(tables)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    for target, keys in (("node", _NODE_KEYS), ("edge", _EDGE_KEYS)):
        for name, kind in keys:
            yield f'<key id="{target}.{name}" for="{target}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph id="lvtu" edgedefault="directed">\n'
    for node in drawing.nodes:
        yield f'<node id="{node.id}">{_values(node, "node", _NODE_KEYS)}</node>\n'
    for edge in drawing.edges:
        ends = f'source="{edge.source}" target="{edge.target}"'
        yield f'<edge id="{edge.id}" {ends}>{_values(edge, "edge", _EDGE_KEYS)}</edge>\n'
    yield "</graph>\n</graphml>\n"


def _values(row: Node | Edge, target: str, keys: tuple[tuple[str, str], ...]) -> str:
    """Return the <data> of one node or edge; empty strings are left out."""
    values = ((name, getattr(row, name)) for name, _ in keys)
    return "".join(f'<data key="{target}.{name}">{escape(str(value))}</data>' for name, value in values if value != "")
