"""Bytes in, a Document out: decoding, formats, page noise, structure."""

import hashlib
import re

from kg.model import Document, Sentence
from kg.text import join_pieces


def read_document(name: str, raw: bytes) -> Document:
    """PROVISIONAL, to be replaced by the read room."""
    source = raw.decode("utf-8")
    table = str.maketrans(dict(zip(",;:()", "，；：（）", strict=True)) | {chr(0xFF10 + i): str(i) for i in range(10)} | {"％": "%"})
    text = source.translate(table)
    sentences = tuple(
        Sentence(start=m.start(), end=m.end()) for m in re.finditer(r"[^。！？\n]+[。！？]?", text) if m.group().strip()
    )
    sha = hashlib.sha256(source.encode()).hexdigest()
    return Document(
        id=sha[:20], name=name, sha256=sha, encoding="utf-8", source=source, normal=join_pieces([(text, 0)]), sentences=sentences
    )
