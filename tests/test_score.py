"""Scores of small annotations made by hand, and how their errors are shown."""

import json
from pathlib import Path
from typing import Any

import pytest

from kg.score import report, score

TEXT = "省生态环境厅牵头。打好蓝天保卫战，淘汰锅炉20台。秸秆焚烧屡禁不止。"


def annotation(**parts: Any) -> dict[str, Any]:
    empty = {"locus": None, "entities": [], "quantities": [], "measures": [], "problems": [], "relations": []}
    return {"doc": "a.txt", **empty, **parts}


def entity(kind: str, name: str, number: str = "e1") -> dict[str, Any]:
    return {"id": number, "type": kind, "name": name, "surfaces": [name]}


def clause(words: str) -> dict[str, Any]:
    at = TEXT.index(words)
    return {"text": words, "span": [at, at + len(words)]}


@pytest.fixture
def scored(tmp_path: Path) -> list[str]:
    gold = annotation(
        entities=[entity("Agency", "省生态环境厅"), entity("Campaign", "蓝天保卫战", "e2")],
        measures=[clause("打好蓝天保卫战"), clause("淘汰锅炉20台")],
        problems=[clause("秸秆焚烧屡禁不止")],
    )
    system = annotation(
        entities=[entity("Organization", "省生态环境厅"), entity("Sector", "锅炉", "e2")],
        measures=[clause("淘汰锅炉20台")],
    )
    (tmp_path / "gold" / "text").mkdir(parents=True)
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold), "utf-8")
    (tmp_path / "gold" / "text" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "system.jsonl").write_text(json.dumps(system), "utf-8")
    return list(report(score(str(tmp_path / "gold"), str(tmp_path / "system.jsonl")), errors=5))


def test_confused_kin_count_half_and_a_missed_clause_costs_recall(scored: list[str]) -> None:
    rows = {line.split()[0]: line.split()[1:4] for line in scored if line.count(".") >= 3 and not line.startswith(" ")}
    assert rows["entity/CORE"] == ["0.500", "0.250", "0.333"]
    assert rows["measures"] == ["1.000", "0.500", "0.667"]
    assert rows["problems"] == ["0.000", "0.000", "0.000"]


def test_errors_are_shown_by_kind_in_their_context(scored: list[str]) -> None:
    listed = "\n".join(scored)
    assert "missed Campaign (1)\n    a.txt  省生态环境厅牵头。打好[蓝天保卫战]，淘汰锅炉20台。秸秆" in listed
    assert "spurious Sector (1)\n    a.txt  头。打好蓝天保卫战，淘汰[锅炉]20台。秸秆焚烧屡禁不止" in listed
    assert "missed measures (1)\n    a.txt  省生态环境厅牵头。[打好蓝天保卫战]，淘汰锅炉20台。秸秆" in listed
    assert "missed problems (1)\n    a.txt  保卫战，淘汰锅炉20台。[秸秆焚烧屡禁不止]。" in listed
