"""Statements of all documents in, one graph's tables out."""
