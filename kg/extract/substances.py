"""A scan in, mentions out: pollutants and sectors."""

from kg.extract.scan import Scan
from kg.model import Mention


def recognize_substances(scan: Scan) -> list[Mention]:
    """Return the mentions of pollutants and sectors."""
    return []
