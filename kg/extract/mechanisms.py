"""A scan in, mentions out: named institutional arrangements."""

from kg.extract.scan import Scan
from kg.model import Mention


def recognize_mechanisms(scan: Scan) -> list[Mention]:
    """Return the mentions of named institutional arrangements."""
    return []
