"""A large graph has its store on disk, made once for its content and left alone otherwise."""

import json
import os
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import KgError
from kg.store import disk
from kg.store.disk import is_due, store_of

TURTLE = "<http://a/s> <http://a/p> 1 .\n"


@pytest.fixture
def turtle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A graph that counts as large."""
    monkeypatch.setattr(disk, "SMALL", 10)
    path = tmp_path / "graph.ttl"
    path.write_text(TURTLE, "utf-8")
    return path


def kept(turtle: Path) -> tuple[Path | None, list[str]]:
    said: list[str] = []
    return store_of(turtle, said.append), said


def values(store: Path | None) -> list[str]:
    return [str(quad.object.value) for quad in pyoxigraph.Store.read_only(str(store))]


def test_a_small_graph_needs_none(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(TURTLE, "utf-8")
    assert not is_due(path)
    assert kept(path) == (None, [])
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_large_one_is_made_once(turtle: Path) -> None:
    assert is_due(turtle)
    store, said = kept(turtle)
    assert store == turtle.with_name("store") / "db"
    assert said == [f"making {turtle.with_name('store')}, once for this graph; queries are quick from then on"]
    assert values(store) == ["1"]
    assert not is_due(turtle)
    assert kept(turtle) == (store, [])
    assert sorted(entry.name for entry in turtle.parent.iterdir()) == ["graph.ttl", "store"]


def test_it_is_made_anew_when_the_graph_changes(turtle: Path) -> None:
    kept(turtle)
    turtle.write_text(TURTLE.replace("1", "2"), "utf-8")
    os.utime(turtle, ns=(0, 0))
    assert is_due(turtle)
    store, said = kept(turtle)
    assert values(store) == ["2"]
    assert len(said) == 1


def test_the_same_content_with_another_time_is_the_same_graph(turtle: Path) -> None:
    kept(turtle)
    os.utime(turtle, ns=(0, 0))
    assert not is_due(turtle)
    stamp = json.loads((turtle.parent / "store" / "stamp.json").read_text("utf-8"))
    assert stamp["time"] == 0


@pytest.mark.parametrize("stamp", ["", "{}", '{"pyoxigraph": "0.0.1"}'])
def test_a_store_of_another_version_or_without_a_stamp_is_made_anew(turtle: Path, stamp: str) -> None:
    kept(turtle)
    (turtle.parent / "store" / "stamp.json").write_text(stamp, "utf-8")
    assert is_due(turtle)
    assert len(kept(turtle)[1]) == 1


def test_where_the_folder_cannot_be_written_there_is_none(turtle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    store, said = kept(turtle)
    assert store is None
    assert said == [
        f"{turtle.parent} cannot be written (Permission denied), so the graph is read into memory for this query alone"
    ]


def test_turtle_that_cannot_be_loaded_leaves_nothing_behind(turtle: Path) -> None:
    turtle.write_text("<http://a/s> <http://a/p>", "utf-8")
    with pytest.raises(KgError, match="build it again"):
        kept(turtle)
    assert [entry.name for entry in turtle.parent.iterdir()] == ["graph.ttl"]
