"""A scan in, mentions out: named thoughts, theories and formulas."""

from kg.extract.scan import Scan
from kg.model import Mention


def recognize_doctrines(scan: Scan) -> list[Mention]:
    """Return the mentions of named thoughts, theories and formulas."""
    return []
