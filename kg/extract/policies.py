"""A scan in, mentions out: titled documents and laws."""

from kg.extract.scan import Scan
from kg.model import Mention


def recognize_policies(scan: Scan) -> list[Mention]:
    """Return the mentions of titled documents and laws."""
    return []
