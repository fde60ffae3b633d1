"""A scan in, mentions out: particular works and investments."""

from kg.extract.scan import Scan
from kg.model import Mention


def recognize_projects(scan: Scan) -> list[Mention]:
    """Return the mentions of particular works and investments."""
    return []
