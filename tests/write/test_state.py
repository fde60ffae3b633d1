"""A build into its own folder reads only what it does not know, and gives the bytes of a build from scratch."""

import filecmp
import json
import shutil
from pathlib import Path

import pytest

from kg import pipeline
from kg.cli import main

FILES = ("graph.ttl", "graph.graphml", "graph.gexf", "report.json", "state/entities.parquet", "state/stamp.json")
CITY = "云溪市生态环境局消息。2023年，全市PM2.5平均浓度为31微克/立方米。我市持续打好蓝天保卫战。\n"
TOWN = "临河县水务局消息。到2025年，全县污水处理率达到95%以上。要实施“清河”行动。\n"
LATER = "云溪市生态环境局消息。2024年，全市PM2.5平均浓度为29微克/立方米。我市持续打好蓝天保卫战。\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "city.txt").write_text(CITY, "utf-8")
    (folder / "town.txt").write_text(TOWN, "utf-8")
    return folder


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that were read, not recalled."""
    names: list[str] = []
    contribute = pipeline.contribute

    def noted(path: str) -> pipeline.Outcome:
        names.append(Path(path).name)
        return contribute(path)

    monkeypatch.setattr(pipeline, "contribute", noted)
    return names


def _same(one: Path, other: Path) -> bool:
    tables = [f"tables/{path.name}" for path in (one / "tables").iterdir()]
    _, different, missing = filecmp.cmpfiles(one, other, [*FILES, *tables], shallow=False)
    return not different and not missing


def _added(folder: Path) -> None:
    (folder / "new.txt").write_text(LATER, "utf-8")


def _changed(folder: Path) -> None:
    (folder / "city.txt").write_text(LATER, "utf-8")


def _removed(folder: Path) -> None:
    (folder / "town.txt").unlink()


def _renamed(folder: Path) -> None:
    (folder / "town.txt").rename(folder / "county.txt")


def _encoded_anew(folder: Path) -> None:
    (folder / "town.txt").write_bytes(TOWN.encode("gb18030"))


def _repeated(folder: Path) -> None:
    shutil.copy(folder / "town.txt", folder / "again.txt")


@pytest.mark.parametrize(
    ("alter", "unknown"),
    [
        (_added, ["new.txt"]),
        (_changed, ["city.txt"]),
        (_removed, []),
        (_renamed, []),
        (_encoded_anew, []),
        (_repeated, []),
    ],
)
def test_a_second_build_is_the_build_from_scratch(
    alter: object, unknown: list[str], texts: Path, tmp_path: Path, read: list[str]
) -> None:
    assert main(["build", str(texts), "-o", str(tmp_path / "kept")]) == 0
    alter(texts)  # type: ignore[operator]
    read.clear()
    assert main(["build", str(texts), "-o", str(tmp_path / "kept")]) == 0
    assert read == unknown
    assert main(["build", str(texts), "-o", str(tmp_path / "fresh")]) == 0
    assert _same(tmp_path / "kept", tmp_path / "fresh")


def test_what_came_and_went_is_told(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["build", str(texts), "-o", str(tmp_path / "kept")])
    _changed(texts)
    capsys.readouterr()
    main(["build", str(texts), "-o", str(tmp_path / "kept")])
    assert "documents that stood here already: 1; new: 1; taken away: 1" in capsys.readouterr().out


@pytest.mark.parametrize("spoil", ["other-program", "other-table", "no-rows", "no-stamp", "broken-stamp"])
def test_a_state_that_does_not_hold_is_left_alone(spoil: str, texts: Path, tmp_path: Path, read: list[str]) -> None:
    kept = tmp_path / "kept"
    main(["build", str(texts), "-o", str(kept)])
    stamp = kept / "state" / "stamp.json"
    if spoil == "other-program":
        stamp.write_text(json.dumps(json.loads(stamp.read_text("utf-8")) | {"program": "another"}), "utf-8")
    elif spoil == "other-table":
        shutil.copy(kept / "tables" / "statements.parquet", kept / "tables" / "evidence.parquet")
    elif spoil == "no-rows":
        (kept / "state" / "entities.parquet").unlink()
    elif spoil == "no-stamp":
        stamp.unlink()
    else:
        stamp.write_text("{", "utf-8")
    read.clear()
    assert main(["build", str(texts), "-o", str(kept)]) == 0
    assert read == ["city.txt", "town.txt"]
