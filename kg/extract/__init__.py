"""A Document in, Facts out; pure, one module per phenomenon."""

from kg.extract.clauses import relate_clauses
from kg.extract.contexts import place_clauses
from kg.extract.quantities import relate_quantities
from kg.extract.recognize import recognize
from kg.extract.relations import relate_mentions
from kg.extract.scan import Scan
from kg.model import Document, Facts


def extract(document: Document) -> Facts:
    """Return everything the document states, in offsets of its normalised text."""
    scan = Scan(document)
    mentions = recognize(scan)
    return Facts(
        mentions=tuple(mentions),
        quantities=tuple(relate_quantities(scan, mentions)),
        clauses=tuple(place_clauses(scan, mentions, relate_clauses(scan, mentions))),
        relations=tuple(relate_mentions(scan, mentions)),
    )
