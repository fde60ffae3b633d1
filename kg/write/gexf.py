"""Tables in, GEXF 1.3 out: nodes with position, size and colour, so that Gephi opens the graph laid out; streamed."""

from collections.abc import Iterator
from typing import BinaryIO

from kg.model import Tables
from kg.write.drawing import colour_of, draw
from kg.write.layout import lay_out
from kg.write.xml import escape

_HEADER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n'
    "<meta><creator>lvtu</creator></meta>\n"
    '<graph defaultedgetype="directed" mode="static">\n'
)
_NODE_ATTRIBUTES = (("type", "string"), ("name", "string"), ("region", "string"), ("evidence", "integer"))
_EDGE_ATTRIBUTES = (("confidence", "double"), ("evidence", "integer"), ("quote", "string"))


def write_gexf(tables: Tables, base: str, stream: BinaryIO) -> None:
    """Write the graph as GEXF; ids are without the base and occur once in the file."""
    for line in _lines(tables):
        stream.write(line.encode())


def _lines(tables: Tables) -> Iterator[str]:
    drawing = draw(tables)
    places = lay_out(
        [node.id for node in drawing.nodes],
        [(edge.source, edge.target) for edge in drawing.edges],
        sorted({edge.target for edge in drawing.edges if edge.kind == "speaksFor"}),
    )
    yield _HEADER
    for target, attributes in (("node", _NODE_ATTRIBUTES), ("edge", _EDGE_ATTRIBUTES)):
        yield f'<attributes class="{target}">'
        for name, kind in attributes:
            yield f'<attribute id="{name}" title="{name}" type="{kind}"/>'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in drawing.nodes:
        place = places[node.id]
        colour = colour_of(node.type)
        red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
        yield (
            f'<node id="{node.id}" label="{escape(node.label)}">{_values(node, _NODE_ATTRIBUTES)}'
            f'<viz:color r="{red}" g="{green}" b="{blue}"/><viz:position x="{place.x:.1f}" y="{place.y:.1f}" z="0.0"/>'
            f'<viz:size value="{place.size:.1f}"/></node>\n'
        )
    yield "</nodes>\n<edges>\n"
    for edge in drawing.edges:
        yield (
            f'<edge id="{edge.id}" source="{edge.source}" target="{edge.target}" kind="{edge.kind}" '
            f'label="{escape(edge.label)}">{_values(edge, _EDGE_ATTRIBUTES)}</edge>\n'
        )
    yield "</edges>\n</graph>\n</gexf>\n"


def _values(row: object, attributes: tuple[tuple[str, str], ...]) -> str:
    """Return the <attvalues> of one node or edge; empty strings are left out."""
    values = ((name, getattr(row, name)) for name, _ in attributes)
    inner = "".join(f'<attvalue for="{name}" value="{escape(str(value))}"/>' for name, value in values if value != "")
    return f"<attvalues>{inner}</attvalues>"
