"""Passages of the corpus annotated by readers who had not seen the extractor's output; their text stays in the corpus.

docs/quality.md has the figures of the first looks. What has been reached since must be kept, on the passages
of the first two rounds, on those of all rounds the rules have learned from and the passages for learning (T), and on
S, the two seeds that have no gold beside the project.
"""

import gzip
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from kg.pipeline import extract_annotation
from kg.score import score

GOLD = Path(__file__).parent / "gold"
FLOORS = {
    "R[12]-*.json": {
        "entity/CORE": 0.94,
        "entity/ALL": 0.93,
        "quantity/value": 0.96,
        "quantity/full": 0.83,
        "measures": 0.81,
        "problems": 0.83,
        "relations": 0.91,
    },
    "S-*.json": {
        "entity/CORE": 0.97,
        "entity/ALL": 0.97,
        "quantity/value": 0.99,
        "quantity/full": 0.91,
        "measures": 0.92,
        "problems": 0.97,
        "relations": 0.95,
    },
    "[RT][1-9]-*.json": {
        "entity/CORE": 0.91,
        "entity/ALL": 0.90,
        "quantity/value": 0.91,
        "quantity/full": 0.74,
        "measures": 0.83,
        "problems": 0.66,
        "relations": 0.89,
    },
}


@pytest.fixture(scope="module")
def passages(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The annotated passages, cut out of the corpus."""
    golds = [json.loads(path.read_text("utf-8")) for path in sorted(GOLD.glob("*.json"))]
    wanted = {gold["corpus_id"] for gold in golds}
    texts: dict[str, str] = {}
    with gzip.open(shared / "corpus" / "official.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            if row["id"] in wanted:
                texts[row["id"]] = row["text"]
    texts |= {name: (shared / name).read_bytes().decode() for name in wanted if name.startswith("seeds/")}
    folder = tmp_path_factory.mktemp("passages")
    found = {}
    for gold in golds:
        path = folder / gold["doc"]
        path.write_text(texts[gold["corpus_id"]][gold["start"] : gold["end"]], "utf-8", newline="")
        found[gold["doc"]] = path
    return found


@pytest.fixture(scope="module")
def golds(passages: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The gold files with the names filled in that they hold only as spans, because they are whole sentences."""
    folder = tmp_path_factory.mktemp("golds")
    for path in GOLD.glob("*.json"):
        gold = json.loads(path.read_text("utf-8"))
        text = passages[gold["doc"]].read_text("utf-8")
        for entity in gold["entities"]:
            entity["surfaces"] += [text[start:end] for start, end in entity.pop("at", [])]
            entity["name"] = entity["name"] or entity["surfaces"][-1]
        (folder / path.name).write_text(json.dumps(gold, ensure_ascii=False), "utf-8")
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("group", FLOORS)
def test_what_has_been_reached_on_unseen_passages_is_kept(
    group: str, passages: dict[str, Path], golds: Path, tmp_path: Path
) -> None:
    chosen = tmp_path / "golds"
    chosen.mkdir()
    for path in golds.glob(group):
        shutil.copy(path, chosen)
    system = tmp_path / "system.jsonl"
    rows = [json.dumps(extract_annotation(str(path)), ensure_ascii=False) for path in passages.values()]
    system.write_text("\n".join(rows), "utf-8")
    result = score(str(chosen), str(system))
    figures = {key: tally.precision_recall_f1()[2] for key, tally in result.tallies.items()}
    assert {key: round(figures[key], 3) for key, floor in FLOORS[group].items() if figures[key] < floor} == {}
