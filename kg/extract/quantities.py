"""A scan and its mentions in, quantities out: observations and targets with every field the text states."""

from collections.abc import Sequence

from kg.extract.scan import Scan
from kg.model import Mention, Quantity


def relate_quantities(scan: Scan, mentions: Sequence[Mention]) -> list[Quantity]:
    """Return the quantities of a text."""
    return []
