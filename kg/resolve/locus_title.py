"""The title of a document and its region mentions in, the division the title names out."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from kg.lexicon.gazetteer import area, find, level_of, lies_in, name_heads, name_of, place_words
from kg.model import Document, Mention

FIRST_LINES = 600
LONGEST_NAME = 15
_LONGEST_HEAD = 160
_JOINTS = frozenset("、和与及")
_KINDS = frozenset("市县区州旗")
# What may stand before the stem a title begins with: 中国（山东）自由贸易试验区条例.
_OPENINGS = frozenset({"", "中国（"})


class Headed(NamedTuple):
    """A document with the span of its title, or of its first line, and its region mentions."""

    document: Document
    head_start: int
    head_end: int
    regions: tuple[Mention, ...]


class Named(NamedTuple):
    """A division a title names, where it does, and whether it is only implied."""

    start: int
    end: int
    code: str
    inferred: bool


def named_in_head(text: Headed) -> Named | None:
    """Return the division a title names: the last of a chain (甘肃省天水市秦州区), not one inside a later part.

    A first line that is a sentence names it only in full and at its start, one that ends in a colon names whom the text
    addresses, and a list names none. 海南自由贸易港 in a title stands for its province.
    """
    whole = text.document.normal.text
    head = whole[text.head_start : text.head_end]
    if head.endswith("："):
        return None
    found: Named | None = None
    for named in sorted({*_mentioned(text), *_spelled_out(text)}, key=lambda named: (named.start, -named.end)):
        if found is not None and named.start < found.end:
            continue
        in_full = whole[named.start : named.end] == name_of(named.code)
        if found is not None and not (in_full and named.start == found.end and lies_in(named.code, found.code)):
            break
        if "。" in head and (named.start > text.head_start or not in_full):
            break
        if whole[named.end : named.end + 1] in _JOINTS:
            break
        found = named
        if named.inferred:
            break
    return found


def _mentioned(text: Headed) -> Iterator[Named]:
    """Yield the divisions that mentions in the title stand for."""
    for mention in text.regions:
        if mention.start < text.head_start or mention.end > text.head_end:
            continue
        known = area(mention.key)
        if mention.term and level_of(mention.term) not in {"", "township"}:
            yield Named(mention.start, mention.end, mention.term, False)
        elif known is not None and known.kind == "newarea" and len(known.codes) == 1:
            yield Named(mention.start, mention.end, known.codes[0], True)


def _spelled_out(text: Headed) -> Iterator[Named]:
    """Yield the divisions a title spells out, for it may itself be one mention, a policy's name.

    Stems and former names count only at its start, stems only of cities and provinces (深圳经济特区…条例).
    """
    whole = text.document.normal.text
    start = text.head_start
    while start < text.head_end:
        if whole[start] == "《":
            start = max(start, whole.find("》", start, text.head_end))
        if whole[start : start + 2] not in name_heads():
            start += 1
            continue
        for length in range(min(LONGEST_NAME, text.head_end - start), 1, -1):
            name = whole[start : start + length]
            codes = find(name)
            if len(codes) == 1 and _is_spelled_out(name, codes[0], whole[text.head_start : start]):
                yield Named(start, start + length, codes[0], False)
                start += length - 1
                break
        start += 1


def _is_spelled_out(name: str, code: str, before: str) -> bool:
    if name in place_words("generic"):
        return False
    if len(name) > 2 and name_of(code) == name:
        return True
    if before not in _OPENINGS:
        return False
    return level_of(code) in {"province", "city"} or (len(name) > 2 and name[-1] in _KINDS)


def find_head(document: Document) -> tuple[int, int]:
    """Return where the title stands in the text, or its first line that has words."""
    text = document.normal.text
    if document.title:
        start = text.find(document.title, 0, FIRST_LINES)
        if start >= 0:
            return start, start + len(document.title)
    first = re.search(r"[^\s#*]", text)
    start = first.start() if first else 0
    end = text.find("\n", start, start + _LONGEST_HEAD)
    return start, end if end >= 0 else min(len(text), start + _LONGEST_HEAD)
