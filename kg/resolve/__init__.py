"""Facts in, a Reading and its identified statements out; pure, per document."""

from kg.model import Document, Facts, Reading
from kg.resolve.annotation import annotate
from kg.resolve.identity import identify
from kg.resolve.locus import find_locus
from kg.resolve.reading import read_facts

__all__ = ["annotate", "identify", "resolve"]


def resolve(document: Document, facts: Facts) -> Reading:
    """Return the document with its locus found and its mentions pooled into things."""
    return read_facts(document, facts, find_locus(document, facts.mentions))
