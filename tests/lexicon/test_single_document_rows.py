"""Rows of the lexicon that match in just one document of the seeds and the corpus are listed, each with why it stays.

What is closed by nature (divisions, state organs, laws, substances, units, known companies) may be rare; a name of any
other kind that one document uses is suspect: it may be that document's own. `single_document_rows.csv` is the review.
"""

import csv
import gzip
import json
from collections import defaultdict
from pathlib import Path

import pytest
from ahocorasick_rs import AhoCorasick

from kg.lexicon.table import read_table, split_cell
from kg.lexicon.terms import TERM_FILES

REVIEW = Path(__file__).parent / "single_document_rows.csv"
OPEN = ("campaigns.csv", "mechanisms.csv", "doctrines.csv", "events.csv", "sectors.csv", "indicators.csv")


def matches(shared: Path) -> dict[tuple[str, str], set[int]]:
    """Return the documents (the five seeds first) in which each row of the open tables and triggers matches."""
    rows: dict[tuple[str, str], set[int]] = {}
    rows_of: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for table in TERM_FILES:
        if table.file in OPEN or table.file.startswith("triggers/"):
            for row in read_table(table.file, ("name", "aliases", *table.extra)):
                key = (table.file, row.cells["name"])
                rows[key] = set()
                for surface in (row.cells["name"], *split_cell(row.cells["aliases"])):
                    rows_of[surface].append(key)
    surfaces = sorted(rows_of)
    automaton = AhoCorasick(surfaces)
    texts = [path.read_text("utf-8") for path in sorted((shared / "seeds").glob("*.txt"))]
    with gzip.open(shared / "corpus" / "official.jsonl.gz", "rt", encoding="utf-8") as lines:
        texts += [json.loads(line)["text"] for line in lines]
    for number, text in enumerate(texts):
        for surface in {pattern for pattern, _, _ in automaton.find_matches_as_indexes(text, overlapping=True)}:
            for key in rows_of[surfaces[surface]]:
                rows[key].add(number)
    return rows


@pytest.mark.slow
def test_rows_of_one_document_have_been_reviewed(shared: Path) -> None:
    with REVIEW.open(encoding="utf-8", newline="") as lines:
        reviewed = {(row["table"], row["name"]): row["why"] for row in csv.DictReader(lines)}
    found = {key for key, documents in matches(shared).items() if len(documents) == 1}
    assert sorted(found - reviewed.keys()) == [], "review these rows, then enter them in single_document_rows.csv"
    assert sorted(reviewed.keys() - found) == [], "these rows no longer match in one document alone; take them out"
    assert [key for key, why in reviewed.items() if not why] == []
