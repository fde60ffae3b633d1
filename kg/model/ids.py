"""Ids as content hashes of natural keys: the same key gives the same id in every build."""

import hashlib

HASH_DIGITS = 20


def digest(*parts: str) -> str:
    """Return 20 hex digits of the SHA-256 of the parts, each delimited by its length.

    >>> digest("ab", "c") == digest("a", "bc")
    False
    """
    hasher = hashlib.sha256()
    for part in parts:
        raw = part.encode()
        hasher.update(b"%d:" % len(raw))
        hasher.update(raw)
    return hasher.hexdigest()[:HASH_DIGITS]


def entity_id(type_name: str, scope: str, *key: str) -> str:
    """Return the id of an entity: its type, the scope it belongs to, and the hash of its natural key."""
    return f"{type_name.lower()}/{scope}/{digest(type_name, scope, *key)}"


def region_id(code: str) -> str:
    """Return the id of a division, which is its code."""
    return f"region/{code}"


def document_id(content: str) -> str:
    """Return the id of a document from the hash of its text."""
    return f"document/{content}"


def statement_id(subject: str, predicate: str, target: str) -> str:
    """Return the id of a statement."""
    return f"statement/{digest(subject, predicate, target)}"


def evidence_id(about: str, document: str, start: int, end: int, rule: str) -> str:
    """Return the id of a piece of evidence."""
    return f"evidence/{digest(about, document, str(start), str(end), rule)}"
