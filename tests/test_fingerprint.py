"""The fingerprint is that of the program that reads documents, and of nothing else."""

import shutil
from pathlib import Path

import pytest

from kg import fingerprint


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the package that may be changed."""
    copy = tmp_path / "kg"
    shutil.copytree(Path(fingerprint.__file__).parent, copy, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(fingerprint, "_PACKAGE", copy)
    return copy


@pytest.mark.parametrize(
    ("file", "counts"),
    [
        ("extract/scan.py", True),
        ("lexicon/data/campaigns.csv", True),
        ("text.py", True),
        ("write/gexf.py", False),
        ("cli.py", False),
    ],
)
def test_a_change_counts_where_documents_are_read(file: str, counts: bool, package: Path) -> None:
    before = fingerprint.fingerprint()
    with (package / file).open("a", encoding="utf-8") as stream:
        stream.write("\n")
    assert (fingerprint.fingerprint() != before) is counts
