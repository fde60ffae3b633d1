"""The build of the five seeds beside the project: independent parsers agree on it, and parts add up to the whole."""

import filecmp
import shutil
import subprocess
from pathlib import Path

import networkx
import pyarrow.parquet as parquet
import pyoxigraph
import pytest
import rdflib

from kg.cli import main

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    assert main(["build", str(shared / "seeds"), "-o", str(folder)]) == 0
    return folder


def _by_rdflib(path: Path) -> set[str]:
    graph = rdflib.Graph().parse(path)
    return set(rdflib.Graph().parse(data=graph.serialize(format="nt"), format="nt").serialize(format="nt").splitlines())


def _canonical(triples: set[str]) -> set[str]:
    """Spell every triple as pyoxigraph does, so that parsers' ways of escaping do not count."""
    return {
        str(triple) for triple in pyoxigraph.parse("\n".join(triples).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    }


@pytest.mark.parametrize("name", ["seeds", "samples"])
def test_four_parsers_read_the_same_triples(name: str, built: Path) -> None:
    path = (built if name == "seeds" else Path(__file__).parent.parent / "output") / "graph.ttl"
    by_oxigraph = {str(quad) for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)}
    assert by_oxigraph
    assert _canonical(_by_rdflib(path) - {""}) == by_oxigraph
    for command in (["rapper", "-q", "-i", "turtle", "-o", "ntriples"], ["serdi", "-i", "turtle", "-o", "ntriples"]):
        program = shutil.which(command[0])
        assert program, "apt-get install raptor2-utils serdi"
        done = subprocess.run([program, *command[1:], str(path)], check=True, capture_output=True, text=True)
        assert done.stderr == ""
        assert _canonical(set(done.stdout.splitlines())) == by_oxigraph


def test_networkx_reads_the_graphml_with_the_tables_counts(built: Path) -> None:
    graph = networkx.read_graphml(built / "graph.graphml", force_multigraph=True)
    tables = {path.stem: parquet.read_table(path).num_rows for path in (built / "tables").glob("*.parquet")}
    keys = [key for _, _, key in graph.edges(keys=True)]
    assert len(keys) == len(set(keys))
    kinds = networkx.get_node_attributes(graph, "type")
    assert sum(kind != "Document" for kind in kinds.values()) == tables["entities"]
    statements = [key for _, _, key in graph.edges(keys=True) if str(key).startswith("statement/")]
    assert len(statements) == tables["statements"]


@pytest.mark.parametrize("how", ["two-jobs", "reverse-order"])
def test_the_files_are_the_same_bytes_however_they_are_built(
    how: str, built: Path, shared: Path, tmp_path: Path
) -> None:
    seeds = sorted(str(path) for path in (shared / "seeds").glob("*.txt"))
    inputs = [*reversed(seeds)] if how == "reverse-order" else [*seeds, "--jobs", "2"]
    assert main(["build", *inputs, "-o", str(tmp_path)]) == 0
    names = ["graph.ttl", "graph.graphml", "graph.gexf", "report.json"]
    assert filecmp.cmpfiles(built, tmp_path, names, shallow=False)[0] == names


def test_two_and_three_are_five(built: Path, shared: Path, tmp_path: Path) -> None:
    seeds = sorted(str(path) for path in (shared / "seeds").glob("*.txt"))
    triples: set[str] = set()
    for name, part in (("two", seeds[:2]), ("three", seeds[2:])):
        assert main(["build", *part, "-o", str(tmp_path / name)]) == 0
        path = str(tmp_path / name / "graph.ttl")
        triples |= {str(quad) for quad in pyoxigraph.parse(path=path, format=pyoxigraph.RdfFormat.TURTLE)}
    whole = pyoxigraph.parse(path=str(built / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    assert triples == {str(quad) for quad in whole}
