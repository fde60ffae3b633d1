"""A scan and its mentions in, stated relations out: the closed list of predicates, nothing from mere co-occurrence."""

from collections.abc import Sequence

from kg.extract.scan import Scan
from kg.model import Mention, Relation


def relate_mentions(scan: Scan, mentions: Sequence[Mention]) -> list[Relation]:
    """Return the relations a text states between its mentions."""
    return []
