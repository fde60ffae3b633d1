"""Texts to files: same bytes however it is run, every quote in its place, no fault costs another document."""

import filecmp
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.graph import KnowledgeGraph
from kg.pipeline import build

GRAPH_FILES = ("graph.ttl", "graph.graphml", "graph.gexf", "report.json")
TEXT = "云溪市生态环境局发布消息。2023年，全市PM2.5平均浓度为31微克/立方米，同比下降6.1%。我市持续打好蓝天保卫战。\n"


def _build(output: Path, *arguments: str, seed: str = "0") -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "kg", "build", *arguments, "-o", str(output)]
    subprocess.run(command, check=True, env=environment, capture_output=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, samples: Path) -> Path:
    folder = tmp_path_factory.mktemp("built")
    _build(folder, str(samples))
    return folder


@pytest.mark.parametrize("how", ["again-other-hash-seed", "two-jobs", "reverse-order"])
def test_the_graph_files_are_the_same_bytes(how: str, built: Path, tmp_path: Path, samples: Path) -> None:
    if how == "two-jobs":
        _build(tmp_path, str(samples), "--jobs", "2")
    elif how == "reverse-order":
        _build(tmp_path, *sorted((str(path) for path in samples.glob("*.txt")), reverse=True))
    else:
        _build(tmp_path, str(samples), seed="4711")
    _, different, missing = filecmp.cmpfiles(built, tmp_path, GRAPH_FILES, shallow=False)
    assert (different, missing) == ([], [])
    for table in (built / "tables").iterdir():
        assert table.read_bytes() == (tmp_path / "tables" / table.name).read_bytes(), table.name


def test_the_committed_output_is_what_the_samples_build(built: Path, samples: Path) -> None:
    committed = samples.parent.parent / "output"
    _, different, missing = filecmp.cmpfiles(built, committed, GRAPH_FILES, shallow=False)
    assert (different, missing) == ([], []), "run `make demo` and commit output/"


def test_every_quote_stands_where_its_evidence_says(samples: Path) -> None:
    paths = sorted(samples.glob("*.txt"))
    tables = build(paths).graph.tables
    texts = {path.name: path.read_bytes().decode() for path in paths}
    sources = {document.id: texts[document.names[0]] for document in tables.documents}
    assert tables.evidence
    for piece in tables.evidence:
        assert sources[piece.document][piece.start : piece.end] == piece.quote
        assert piece.quote


def test_every_statement_and_entity_has_evidence_and_both_ends(samples: Path) -> None:
    tables = build([samples]).graph.tables
    cited = {piece.about for piece in tables.evidence}
    entities = {entity.id for entity in tables.entities}
    for statement in tables.statements:
        assert statement.id in cited
        assert {statement.subject, statement.object} <= entities
    assert {e.id for e in tables.entities if e.id not in cited and type(e).__name__ != "Region"} == set()


def test_the_triples_of_all_are_the_union_of_the_triples_of_parts(samples: Path) -> None:
    paths = sorted(samples.glob("*.txt"))
    whole = _triples(build(paths).graph)
    assert whole == _triples(build(paths[:5]).graph) | _triples(build(paths[5:]).graph)


def _triples(graph: KnowledgeGraph) -> set[tuple[str, ...]]:
    return {tuple(term.n3() for term in triple) for triple in graph.to_rdflib()}


def test_a_bad_file_is_named_and_the_others_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "good.txt").write_text(TEXT, "utf-8")
    (texts / "empty.txt").write_bytes(b"")
    (texts / "binary.txt").write_bytes(bytes(range(256)) * 20)
    assert main(["build", str(texts), "-o", str(tmp_path / "out")]) == 1
    complaints = capsys.readouterr().err
    assert "empty.txt" in complaints
    assert "binary.txt" in complaints
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert [row["status"] for row in report["documents"]] == ["failed", "failed", "used"]
    assert "31" in (tmp_path / "out" / "graph.ttl").read_text("utf-8")


def test_two_documents_of_the_same_content_count_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    assert main(["build", str(tmp_path / "b.txt"), str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 0
    assert "same content" in capsys.readouterr().err
    tables = build([tmp_path / "a.txt", tmp_path / "b.txt"]).graph.tables
    (document,) = tables.documents
    assert document.names == ("a.txt", "b.txt")


@pytest.mark.parametrize(
    ("arguments", "status", "complaint"),
    [
        (["build", "{tmp}/nowhere.txt", "-o", "{tmp}/out"], 3, "nowhere.txt"),
        (["build", "{tmp}/hollow", "-o", "{tmp}/out"], 3, "hollow"),
        (["build", "{tmp}/good.txt", "-o", "{tmp}/good.txt"], 3, "good.txt"),
        (["build", "{tmp}/empty.txt", "-o", "{tmp}/out"], 3, "empty.txt"),
        (["extract", "{tmp}/nowhere.txt"], 3, "nowhere.txt"),
        (["explain", "{tmp}/hollow", "蓝天保卫战"], 3, "hollow"),
        (["score", "{tmp}/hollow", "{tmp}/good.txt"], 3, "hollow"),
    ],
    ids=["missing-path", "no-texts", "output-is-a-file", "only-bad", "extract", "explain", "score"],
)
def test_what_cannot_be_done_is_said_with_name_and_status(
    arguments: list[str], status: int, complaint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "hollow").mkdir()
    (tmp_path / "good.txt").write_text(TEXT, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    assert main([argument.format(tmp=tmp_path) for argument in arguments]) == status
    assert complaint in capsys.readouterr().err


def test_wrong_usage_ends_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["build"], ["build", "x.txt", "--jobs", "0"], ["build", "x.txt", "--base", "not an iri"], []):
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        assert ended.value.code == 2
    assert "--jobs" in capsys.readouterr().err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_every_encoding_gives_the_same_facts(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode(encoding))
    graph = build([path]).graph
    (document,) = graph.tables.documents
    source = path.read_bytes().decode("utf-8" if encoding == "utf-8-sig" else encoding)
    assert document.length == len(source)
    quotes = {piece.quote for piece in graph.tables.evidence}
    assert "蓝天保卫战" in quotes
    for piece in graph.tables.evidence:
        assert source[piece.start : piece.end] == piece.quote
