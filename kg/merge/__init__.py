"""Tables of all documents in, one graph's tables out."""

from kg.merge.union import merge

__all__ = ["merge"]
