"""Folders are searched for texts; what is missing is named."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import find_inputs, passed_over, read_path


def test_a_folder_stands_for_its_texts_in_order(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "below/c.TXT", "table.csv", ".hidden.txt", ".git/d.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("天蓝水清。", "utf-8")
    single = tmp_path / "table.csv"
    names = [path.relative_to(tmp_path).as_posix() for path in find_inputs([single, tmp_path])]
    assert names == ["table.csv", "a.md", "b.txt", "below/c.TXT"]


def test_a_missing_path_and_a_folder_without_texts_are_errors(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file or folder"):
        find_inputs([tmp_path / "gone.txt"])
    with pytest.raises(InputError, match=r"no text in this folder; expected files ending in \.txt or \.md"):
        find_inputs([tmp_path])


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: cannot be read: No such file"):
        read_path(tmp_path / "gone.txt")


def test_documents_in_other_formats_are_named(tmp_path: Path) -> None:
    for name in ("a.docx", "b.txt", "deep/c.PDF", ".hidden/d.pdf", "index.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", "utf-8")
    assert [path.name for path in passed_over([tmp_path, tmp_path / "b.txt"])] == ["a.docx", "c.PDF"]
