"""A scan in, mentions out: drives, programmes and initiatives."""

from kg.extract.scan import Scan
from kg.model import Mention


def recognize_campaigns(scan: Scan) -> list[Mention]:
    """Return the mentions of drives, programmes and initiatives."""
    return []
