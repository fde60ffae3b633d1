"""The samples' graph conforms; each planted fault is what is reported, in words, whole or in parts alike."""

import gzip
import itertools
import json
from pathlib import Path

import pyoxigraph
import pyshacl
import pytest
import rdflib
from planted import PLANTED, Planted
from rdflib import SH
from worked import build_tables

from kg.cli import main
from kg.graph import KnowledgeGraph
from kg.ontology import schema_files
from kg.rdf import DEFAULT_BASE, Terms
from kg.validate import validate
from kg.validate.parts import Result, results
from kg.validate.source import open_graph
from kg.write.turtle import turtle_lines

OUTPUT = Path(__file__).resolve().parent.parent.parent / "output"
PREFIXES = Terms(DEFAULT_BASE).prefixes
DECLARED = "".join(f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items())


def plant(faults: list[Planted], folder: Path) -> list[str]:
    """Write the samples' graph with faults into a folder, and return their subjects, of which no two are the same."""
    store = pyoxigraph.Store()
    store.bulk_load(path=str(OUTPUT / "graph.ttl"))
    subjects: list[str] = []
    for planted in faults:
        rows = list(store.query(f"SELECT * WHERE {{ {planted.where} }} ORDER BY ?s ?o", prefixes=PREFIXES))
        row = next(row for row in rows if row["s"].value not in subjects)
        subjects.append(row["s"].value)
        update = planted.update.replace("{s}", row["s"].value)
        if "{o}" in update:
            update = update.replace("{o}", row["o"].value)
        before = set(store)
        store.update(DECLARED + update)
        assert set(store) != before
    triples = (quad.triple for quad in store)
    pyoxigraph.serialize(triples, str(folder / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE, prefixes=PREFIXES)
    return subjects


def whole(folder: Path) -> set[Result]:
    """Return what pySHACL finds in the graph as a whole with the shapes as they are published."""
    shapes = rdflib.Graph().parse(data=schema_files()["shapes.ttl"], format="turtle")
    _, report, _ = pyshacl.validate(rdflib.Graph().parse(folder / "graph.ttl"), shacl_graph=shapes)
    kinds = (SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.sourceShape)
    found = (tuple(report.value(row, kind) for kind in kinds) for row in report.objects(None, SH.result))
    return {_plain(Result(*row)) for row in found}


def in_parts(folder: Path, part: int) -> set[Result]:
    """Return what is found part by part."""
    store, base = open_graph(folder, folder / "store")
    shapes = rdflib.Graph().parse(data=schema_files(base)["shapes.ttl"], format="turtle")
    return {_plain(found) for found in results(store, shapes, part=part)}


def _plain(found: Result) -> Result:
    """Leave out the names of blank nodes, which are new each time."""
    return Result(*(None if isinstance(node, rdflib.BNode) else node for node in found))


def test_the_samples_conform(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(OUTPUT)]) == 0
    assert "conform" in capsys.readouterr().out


def test_faults_planted_together_are_all_reported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    subjects = plant(list(PLANTED.values()), tmp_path)
    assert main(["validate", str(tmp_path), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    found = [fault for kind in report["kinds"] for fault in kind["faults"]]
    assert report["count"] == sum(kind["count"] for kind in report["kinds"])
    for planted, subject in zip(PLANTED.values(), subjects, strict=True):
        assert any(_reported(planted, subject, fault) for fault in found), (planted, subject)


@pytest.mark.slow
@pytest.mark.parametrize("planted", PLANTED.values(), ids=PLANTED.keys())
def test_a_planted_fault_is_the_only_one_reported(planted: Planted, tmp_path: Path) -> None:
    (subject,) = plant([planted], tmp_path)
    found = validate(tmp_path).faults
    assert len(found) == 1, "\n".join(str(fault) for fault in found)
    assert _reported(planted, subject, found[0]._asdict()), found[0]
    assert found[0].name


def _reported(planted: Planted, subject: str, fault: dict[str, str | None]) -> bool:
    return (
        fault["subject"] == subject
        and str(fault["shape"]).endswith(planted.shape)
        and fault["property"] == planted.property
        and planted.zh in str(fault["zh"])
        and planted.en in str(fault["en"])
    )


@pytest.mark.slow
def test_the_parts_find_what_the_whole_shows(tmp_path: Path) -> None:
    plant(list(PLANTED.values()), tmp_path)
    found = whole(tmp_path)
    assert len(found) >= len(PLANTED)
    assert in_parts(tmp_path, 1000) == found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kg:redacted false", 'kg:redacted "no"'),
        ("oa:start 20", "oa:start 2000"),
        ("kg:length 500", 'kg:length "500"'),
        ("a kg:Campaign", "a kg:Project, kg:Campaign"),
        ("kg:leads", "kg:participates"),
        ('"净河 <一期> & \\\\二期\\\\"@zh', '"Clean river"@en'),
        ("a oa:SpecificResource", "a oa:Annotation"),
        ("a oa:SpecificResource ;", ""),
        ("oa:hasSelector", "oa:hasScope"),
    ],
)
def test_the_parts_of_a_spoilt_graph_find_what_the_whole_shows(old: str, new: str, tmp_path: Path) -> None:
    turtle = "".join(turtle_lines(build_tables()))
    assert old in turtle
    (tmp_path / "graph.ttl").write_text(turtle.replace(old, new), "utf-8")
    found = whole(tmp_path)
    assert found
    assert in_parts(tmp_path, 1) == found


@pytest.mark.parametrize("base", ["urn:lvtu:", "https://example.org/a/"])
def test_a_graph_is_held_against_the_shapes_of_its_own_base(base: str, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("".join(turtle_lines(build_tables(), base)), "utf-8")
    assert validate(tmp_path).faults == ()
    spoilt = "".join(turtle_lines(build_tables(), base)).replace("kg:scope", "kg:range")
    (tmp_path / "graph.ttl").write_text(spoilt, "utf-8")
    assert {fault.property for fault in validate(tmp_path).faults} == {"kg:scope", "kg:range"}


def test_the_report_groups_counts_and_cuts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    turtle = "".join(turtle_lines(build_tables())).replace("kg:scope", "kg:range")
    (tmp_path / "graph.ttl").write_text(turtle, "utf-8")
    assert main(["validate", str(tmp_path), "--limit", "1"]) == 1
    lines = capsys.readouterr().out.splitlines()
    count = len(KnowledgeGraph(build_tables()).tables.entities)
    assert f"{2 * count} faults in" in lines[0]
    assert f"共 {2 * count} 处错误" in lines[0]
    regions = lines.index("RegionShape kg:range: 2")
    assert "不是本体中的属性" in lines[regions + 1]
    assert lines[regions + 2] == "  … 1 more / 另有 1 处"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "graph.ttl: cannot be read"),
        ("", "graph.ttl: holds no triple"),
        ("<urn:a> <urn:b> <urn:c> .", "declares no prefix kg:"),
        ("@prefix kg: <urn:x:ontology#> .\nkg:a kg:b kg:c .\nkg:a kg:b .", "graph.ttl:3:11: "),
    ],
    ids=["absent", "empty", "another graph", "no Turtle"],
)
def test_a_graph_that_cannot_be_read_is_named_with_the_place(
    text: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if text is not None:
        (tmp_path / "graph.ttl").write_text(text, "utf-8")
    assert main(["validate", str(tmp_path)]) == 3
    assert said in capsys.readouterr().err


@pytest.mark.slow
def test_what_is_built_of_seeds_and_corpus_conforms(shared: Path, tmp_path: Path) -> None:
    """Every hundredth document of the corpus, and the seeds."""
    texts = tmp_path / "texts"
    texts.mkdir()
    with gzip.open(shared / "corpus" / "official.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in itertools.islice(lines, 0, None, 100):
            row = json.loads(line)
            (texts / f"{row['id']}.txt").write_text(row["text"], "utf-8")
    assert main(["build", str(texts), str(shared / "seeds"), "-o", str(tmp_path / "built"), "--jobs", "2"]) in (0, 1)
    assert validate(tmp_path / "built").faults == ()
