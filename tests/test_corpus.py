"""Every document of the corpus beside the project: none ends in an error, and every fact shows where it is stated."""

import gzip
import json
from pathlib import Path

import pytest

from kg.engine.local import map_local
from kg.extract import extract
from kg.model.entity import Region
from kg.read import read_document
from kg.resolve import identify, resolve

CUT = 1000


def faults(row: dict[str, str]) -> list[str]:
    """Return what is wrong with the facts read in one document, each with the document's id.

    A piece torn out of its middle is read too: passages and columns out of order begin and end anywhere.
    """
    middle = len(row["text"]) // 2
    try:
        document = read_document(row["id"], row["text"].encode())
        tables = identify(resolve(document, extract(document)))
        piece = read_document(row["id"], row["text"][middle : middle + CUT].encode())
        identify(resolve(piece, extract(piece)))
    except Exception as error:
        return [f"{row['id']}: {error!r}"]
    shown = {evidence.about for evidence in tables.evidence}
    # A division that only lies around a stated place comes from the gazetteer, not from the text.
    stated = [*(entity for entity in tables.entities if not isinstance(entity, Region)), *tables.statements]
    bare = [thing.id for thing in stated if thing.id not in shown]
    misquoted = [
        evidence.id for evidence in tables.evidence if document.source[evidence.start : evidence.end] != evidence.quote
    ]
    return [f"{row['id']}: no evidence for {name}" for name in bare] + [
        f"{row['id']}: {name} misquotes its document" for name in misquoted
    ]


@pytest.mark.slow
def test_no_document_fails_and_every_fact_has_its_evidence(shared: Path) -> None:
    with gzip.open(shared / "corpus" / "official.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = [fault for of_one in map_local(faults, rows, jobs=2) for fault in of_one]
    assert found == []
    assert len(rows) > 4000
