"""A document and its mentions in, the division it speaks for out: named, inferred, or honestly unknown."""

from collections.abc import Sequence

from kg.model import Document, Locus, Mention


def find_locus(document: Document, mentions: Sequence[Mention]) -> Locus:
    """Return the locus of a document."""
    return Locus()
