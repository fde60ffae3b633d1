"""A scan in, mentions out: named persons and their offices."""

from kg.extract.scan import Scan
from kg.model import Mention


def recognize_people(scan: Scan) -> list[Mention]:
    """Return the mentions of named persons and their offices."""
    return []
