"""One pass finds tokens, hits and clauses with offsets that fit the text."""

from array import array
from itertools import pairwise

from kg.extract.scan import Scan
from kg.model import Document, Sentence
from kg.text import NormalText

TEXT = "我市打好蓝天保卫战，整治扬尘。银川市PM2.5浓度下降；各方受益\n"


def _scan(text: str) -> Scan:
    cut = text.index("。") + 1
    return Scan(
        Document(
            id="0" * 20,
            name="text.txt",
            sha256="",
            encoding="utf-8",
            source=text,
            normal=NormalText(text, array("I", range(len(text)))),
            sentences=(Sentence(start=0, end=cut), Sentence(start=cut, end=len(text) - 1)),
        )
    )


def test_tokens_tile_the_text() -> None:
    scan = _scan(TEXT)
    assert "".join(scan.words) == TEXT
    assert scan.ends[:-1] == scan.starts[1:]
    assert scan.token_at(TEXT.index("保卫战")) == scan.token_at(TEXT.index("卫战"))
    assert scan.is_boundary(TEXT.index("银川市"))
    assert not scan.is_boundary(TEXT.index("川市"))


def test_hits_are_the_longest_of_their_kind_and_do_not_overlap() -> None:
    scan = _scan(TEXT)
    assert [TEXT[hit.start : hit.end] for hit in scan.hits["Campaign"]] == ["蓝天保卫战"]
    assert "银川市" in [TEXT[hit.start : hit.end] for hit in scan.hits["Region"]]
    for hits in scan.hits.values():
        for one, other in pairwise(hits):
            assert one.end <= other.start or (one.start, one.end) == (other.start, other.end)
    start = TEXT.index("银川")
    assert [hit.start for hit in scan.between("Region", start, start + 1)] == [start]
    assert scan.between("no such kind", 0, 99) == []


def test_clauses_end_at_marks_and_know_their_sentence() -> None:
    scan = _scan(TEXT)
    clauses = [(TEXT[clause.start : clause.end], clause.sentence) for clause in scan.clauses]
    assert clauses == [("我市打好蓝天保卫战", 0), ("整治扬尘", 0), ("银川市PM2.5浓度下降", 1), ("各方受益", 1)]
    assert scan.clause_at(TEXT.index("扬尘")) == 1
    assert scan.sentence_at(TEXT.index("PM2.5")) == 1
