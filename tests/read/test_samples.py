"""The bundled samples are listed, readable, of the size of a passage, and say in their first line what they are."""

import csv
from pathlib import Path

from kg.read import find_inputs, read_path


def test_the_index_lists_every_sample_once(samples: Path) -> None:
    with (samples / "index.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["file"] for row in rows] == [path.name for path in find_inputs([samples])]
    for row in rows:
        first, _, rest = (samples / row["file"]).read_text("utf-8").partition("\n")
        assert first.startswith("（本文为虚构示例" if row["invented"] == "yes" else "（资料来源：")
        assert bool(row["source"]) == (row["invented"] == "no")
        assert 400 <= len(rest) <= 1200


def test_every_sample_has_a_title_and_sections(samples: Path) -> None:
    for path in find_inputs([samples]):
        document = read_path(path)
        assert document.title, path.name
        assert len(document.sections) >= 3, path.name
