"""A build's graph.ttl is found, known by its digest and base, and read in batches that lose nothing."""

import hashlib
from pathlib import Path

import pyoxigraph
import pytest
from worked import build_tables

from kg.errors import KgError
from kg.store.remote_file import Source, find_source, read_batches
from kg.write.turtle import turtle_lines


@pytest.mark.parametrize("base", ["https://lvtu.example/", "urn:lvtu:", "https://example.org/a/"])
def test_a_build_is_known_by_its_base_and_digest(base: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("".join(turtle_lines(build_tables(), base)), "utf-8")
    assert find_source(tmp_path) == Source(path, base, hashlib.sha256(path.read_bytes()).hexdigest())


@pytest.mark.parametrize("size", [1, 7, 100_000])
def test_batches_hold_all_triples_in_order(size: int, build: Path) -> None:
    path = build / "graph.ttl"
    triples = [quad.triple for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)]
    read = []
    for batch in read_batches(path, size):
        found = [quad.triple for quad in pyoxigraph.parse(batch.lines, format=pyoxigraph.RdfFormat.N_TRIPLES)]
        assert len(found) == batch.triples <= size
        read += found
    assert read == triples


def test_a_folder_without_a_build(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"graph\.ttl is missing\); make one with `kg build`"):
        find_source(tmp_path)


@pytest.mark.parametrize(
    ("turtle", "words"),
    [
        ("", "there is nothing in it to load"),
        ("@prefix kg: <https://lvtu.example/ontology#> .", "there is nothing in it to load"),
        ("<urn:a> <urn:b> <urn:c> .", "its prefix kg: is not that of a graph"),
        ("@prefix kg: <https://example.org/> .\nkg:a kg:b kg:c .", "its prefix kg: is not that of a graph"),
        ("@prefix kg: <https://lvtu.example/ontology#> .\n\nkg:a kg:b", "graph.ttl:3: cannot be read as Turtle"),
    ],
)
def test_a_file_that_is_no_build(turtle: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text(turtle, "utf-8")
    with pytest.raises(KgError) as caught:
        find_source(tmp_path)
    assert words in str(caught.value)


@pytest.mark.parametrize("triple", ["_:a <urn:b> 1", "<urn:a> <urn:b> _:c", "<urn:a> <urn:b> [ <urn:c> 3 ]"])
def test_a_blank_node_is_refused(triple: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(f'<urn:a> <urn:b> "_:x <urn:a> <urn:b> _:c" .\n{triple} .\n', "utf-8")
    with pytest.raises(KgError, match="holds a blank node"):
        list(read_batches(path))


def test_words_that_look_like_blank_nodes_are_words(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text('<urn:a> <urn:b> "_:x", "\\n_:y <urn:a> _:z" .\n', "utf-8")
    assert [batch.triples for batch in read_batches(path)] == [2]


def test_a_byte_that_is_no_character_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_bytes(b'<urn:a> <urn:b> "a" .\n<urn:a> <urn:b> "\xff" .\n')
    with pytest.raises(KgError, match=r"graph\.ttl:2: cannot be read as Turtle"):
        list(read_batches(path))
