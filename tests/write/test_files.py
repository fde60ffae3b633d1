"""A build is written whole or not at all, and a place that cannot be written is named with what to do."""

from pathlib import Path
from typing import BinaryIO

import pytest
from worked import build_tables

from kg.errors import OutputError
from kg.write import WRITERS, prepare_folder, write_graph, write_texts
from kg.write.files import Part, write_parts


def _filled(stream: BinaryIO) -> None:
    stream.write(b"new")


def _full_disk(stream: BinaryIO) -> None:
    stream.write(b"half")
    raise OSError(28, "No space left on device")


def test_a_graph_is_a_file_a_row_and_a_report(tmp_path: Path) -> None:
    written = write_graph(build_tables(), tmp_path)
    assert {path.relative_to(tmp_path).as_posix() for path in written} == {row.file for row in WRITERS} | {
        "report.json"
    }
    assert all(path.stat().st_size for path in written)


def test_writing_again_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = (write_graph(build_tables(), tmp_path / name) for name in ("a", "b"))
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_nothing_is_replaced_unless_all_is_written(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    with pytest.raises(OutputError, match="No space left"):
        write_parts(tmp_path, [Part("a.txt", _filled), Part("b/c.txt", _full_disk)])
    assert [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()] == [b"old"]


@pytest.mark.parametrize("name", ["file", "file/below"])
def test_a_file_in_the_way_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="choose another folder"):
        prepare_folder(tmp_path / name)


def test_texts_are_written_by_name(tmp_path: Path) -> None:
    assert write_texts(tmp_path / "new", {"a.ttl": "绿\n"}) == ["a.ttl"]
    assert (tmp_path / "new" / "a.ttl").read_bytes() == "绿\n".encode()
