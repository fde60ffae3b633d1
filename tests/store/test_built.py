"""A build is found by its Turtle, with the base and the prefixes that its queries need not declare."""

from pathlib import Path

import pytest
from worked import build_tables

from kg.errors import KgError
from kg.store import find_built
from kg.write import write_graph


@pytest.mark.parametrize(
    ("base", "relative_to"),
    [
        ("https://lvtu.example/", "https://lvtu.example/"),
        ("http://data.example.cn/env/", "http://data.example.cn/env/"),
        ("urn:lvtu:", None),
    ],
)
def test_prefixes_follow_the_base_of_the_build(base: str, relative_to: str | None, tmp_path: Path) -> None:
    write_graph(build_tables(), tmp_path, base)
    built = find_built(tmp_path)
    assert (built.turtle, built.base, built.root) == (tmp_path / "graph.ttl", relative_to, base)
    assert built.prefixes["kg"] == f"{base}ontology#"
    assert list(built.prefixes) == ["kg", "rdf", "rdfs", "skos", "dcterms", "oa", "prov", "qudt", "xsd", "sosa", "org"]


def test_a_folder_without_a_build_is_named(tmp_path: Path) -> None:
    with pytest.raises(KgError, match=r"no built graph here \(graph.ttl is missing\); make one with `kg build`"):
        find_built(tmp_path)


@pytest.mark.parametrize("content", [b"<a> <b> <c> .\n", b"\xff\xfe\x00"])
def test_a_file_that_is_no_build_is_named(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_bytes(content)
    with pytest.raises(KgError, match=r"graph\.ttl.*build it again"):
        find_built(tmp_path)
