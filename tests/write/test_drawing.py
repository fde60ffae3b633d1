"""What becomes a node and an edge, and that every format of drawings is read back by networkx."""

import io
import xml.etree.ElementTree as ElementTree
from collections import Counter

import networkx
import pytest
from worked import AGENCY, CAMPAIGN, CITY, DOCUMENT, HELD, INDICATOR, LEADS, OTHER, PROVINCE, TARGET, build_tables, cite

from kg.model.entity import Observation
from kg.rdf import DEFAULT_BASE
from kg.write.drawing import Edge, Node, draw
from kg.write.gexf import write_gexf
from kg.write.graphml import write_graphml
from kg.write.xml import escape

_MEASURE = "measure/640100/00000000000000000010"
_POLLUTANT = "pollutant/cn/00000000000000000012"


@pytest.mark.parametrize(
    ("source", "kind", "target"),
    [
        (AGENCY, "leads", CAMPAIGN),
        (TARGET, "indicator", INDICATOR),
        (TARGET, "region", CITY),
        (CITY, "within", PROVINCE),
        (_MEASURE, "statedIn", DOCUMENT),
        (_POLLUTANT, "mentionedIn", DOCUMENT),
        (DOCUMENT, "speaksFor", CITY),
    ],
    ids=["statement", "indicator", "region", "region-in-region", "measure", "loose-end", "locus"],
)
def test_what_belongs_together_is_joined(source: str, kind: str, target: str) -> None:
    assert (source, kind, target) in {(edge.source, edge.kind, edge.target) for edge in draw(build_tables()).edges}


def test_a_number_of_no_known_region_hangs_on_its_documents() -> None:
    area = Observation(id="observation/cn/1", name="绿地面积", indicator=INDICATOR)
    evidence = (cite(area.id, 5, "绿地面积"), cite(area.id, 9, "绿地面积"), cite(area.id, 2, "绿地面积", OTHER))
    part = build_tables().model_copy(update={"entities": (area,), "statements": (), "evidence": evidence})
    stated = {(edge.kind, edge.target, edge.evidence) for edge in draw(part).edges if edge.source == area.id}
    assert stated == {("statedIn", DOCUMENT, 2), ("statedIn", OTHER, 1)}


def test_nothing_stands_alone() -> None:
    drawing = draw(build_tables())
    joined = {key for edge in drawing.edges for key in (edge.source, edge.target)}
    assert {node.id for node in drawing.nodes} == joined


def test_a_node_and_an_edge_say_what_they_are() -> None:
    drawing = draw(build_tables())
    nodes = {node.id: node for node in drawing.nodes}
    edges = {edge.id: edge for edge in drawing.edges}
    assert nodes[CAMPAIGN] == Node(CAMPAIGN, "“净河”行动", "Campaign", "“净河”行动", "银川市", 1)
    assert edges[HELD] == Edge(HELD, CAMPAIGN, CITY, "conductedIn", "开展于", 0.85, 1, "水务局牵头“净河”行动\t😀")
    assert edges[LEADS].evidence == 2


def test_an_edge_without_its_end_is_left_out() -> None:
    tables = build_tables()
    part = tables.model_copy(update={"entities": tuple(row for row in tables.entities if row.id != CITY)})
    assert CITY not in {edge.target for edge in draw(part).edges}


def _written(name: str) -> bytes:
    stream = io.BytesIO()
    {"graphml": write_graphml, "gexf": write_gexf}[name](build_tables(), DEFAULT_BASE, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["graphml", "gexf"])
def test_ids_are_unique_in_the_file(name: str) -> None:
    elements = ElementTree.fromstring(_written(name)).iter()
    ids = Counter(e.get("id") for e in elements if e.tag.rsplit("}", 1)[-1] in {"node", "edge"})
    assert set(ids.values()) == {1}


def test_networkx_reads_graphml_with_all_attributes() -> None:
    read = networkx.read_graphml(io.BytesIO(_written("graphml")), force_multigraph=True)
    drawing = draw(build_tables())
    assert set(read.nodes) == {node.id for node in drawing.nodes}
    assert {key for _, _, key in read.edges(keys=True)} == {edge.id for edge in drawing.edges}
    assert read.nodes[CAMPAIGN] == {
        "label": "“净河”行动",
        "type": "Campaign",
        "name": "“净河”行动",
        "region": "银川市",
        "evidence": 1,
    }
    assert read.edges[CAMPAIGN, CITY, HELD] == {
        "label": "开展于",
        "kind": "conductedIn",
        "confidence": 0.85,
        "evidence": 1,
        "quote": "水务局牵头“净河”行动\t😀",
    }


def test_networkx_reads_gexf_with_place_size_and_colour() -> None:
    read = networkx.read_gexf(io.BytesIO(_written("gexf")), version="1.3")
    drawing = draw(build_tables())
    assert set(read.nodes) == {node.id for node in drawing.nodes}
    assert read.number_of_edges() == len(drawing.edges)
    shown = read.nodes[CITY]["viz"]
    assert shown["color"] == {"r": 78, "g": 121, "b": 167, "a": 1.0}
    assert shown["size"] > read.nodes[_POLLUTANT]["viz"]["size"]
    assert {"x", "y", "z"} == set(shown["position"])


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a<b>&c", "a&lt;b&gt;&amp;c"),
        ('说"绿"', "说&quot;绿&quot;"),
        ("一\n二\t三", "一&#10;二&#9;三"),
        ("一\x0b二\x00", "一\ufffd二\ufffd"),
        ("一\ud800二\uffff", "一\ufffd二\ufffd"),
        ("😀", "😀"),
    ],
    ids=["marks", "quotes", "white-space", "control", "not-a-character", "beyond-the-first-plane"],
)
def test_text_is_safe_in_xml(text: str, escaped: str) -> None:
    assert escape(text) == escaped
