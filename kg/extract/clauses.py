"""A scan and its mentions in, measures and problems out, as the smallest clauses that state them."""

from collections.abc import Sequence

from kg.extract.measures import Measures
from kg.extract.phrases import read_phrases
from kg.extract.problems import Problems
from kg.extract.regimes import read_regimes
from kg.extract.scan import Scan
from kg.model import Clause, Mention


def relate_clauses(scan: Scan, mentions: Sequence[Mention]) -> list[Clause]:
    """Return the measures and problems of a text, in order."""
    sentences = read_phrases(scan)
    regimes = read_regimes(scan, sentences)
    measures, problems = Measures(scan, mentions), Problems(scan)
    found: list[Clause] = []
    for phrases, regime in zip(sentences, regimes, strict=True):
        if phrases:
            wrong = problems.read(phrases, regime)
            ends = {clause.end for clause in wrong if clause.rule != "problem.embedded"}
            found += wrong
            found += measures.read([phrase for phrase in phrases if phrase.end not in ends], regime)
    return sorted(found, key=lambda clause: (clause.start, -clause.end, clause.type))
