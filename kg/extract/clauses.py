"""A scan and its mentions in, measures and problems out, as the smallest clauses that state them."""

from collections.abc import Sequence

from kg.extract.scan import Scan
from kg.model import Clause, Mention


def relate_clauses(scan: Scan, mentions: Sequence[Mention]) -> list[Clause]:
    """Return the measures and problems of a text."""
    return []
