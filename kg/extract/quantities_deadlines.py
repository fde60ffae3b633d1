"""A time and its sentence in, the aim it sets a date for out, where no number does."""

import re
from typing import NamedTuple

from kg.extract.indicator_phrase import trim
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_MARKS = "，。；：！？\n"


def _rule(name: str) -> re.Pattern[str]:
    return read_rules("quantities")[name].pattern


class Aim(NamedTuple):
    """What is to be reached, in the text's words, and where those words end."""

    words: str
    start: int
    end: int


def aim_after(scan: Scan, at: int, sentence_start: int, sentence_end: int) -> Aim | None:
    """Return the aim a deadline that ends at `at` is set for."""
    text = scan.text
    start = at
    while start < sentence_end and text[start] in "，、 ”）":
        start += 1
    end = _clause_end(text, start, sentence_end)
    if end + 1 < sentence_end and _rule("aim.opener").match(text[start:end]):
        start = end + 1
        end = _clause_end(text, start, sentence_end)
    subject = _rule("aim.subject").match(text[start:end])
    if subject and subject.end() < end - start:
        start += subject.end()
    words, start = trim(scan, start, end)
    if len(words) < 2:
        return None
    if _rule("aim.reference").search(words):
        before = _clause_before(text, at, sentence_start)
        return Aim(trim(scan, *before).words, at, end) if before else None
    return Aim(words, start, end)


def other_aims(scan: Scan, start: int, end: int, taken: list[tuple[int, int]]) -> Aim | None:
    """Return the aims of a sentence that state no number, beside those that do."""
    text = scan.text
    found: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = _clause_end(text, at, end)
        free = all(stop <= first or last <= at for first, last in taken)
        if free and stop - at >= 6 and _rule("aim.words").search(text, at, stop):
            found.append((at, stop))
        at = stop + 1
    if not found:
        return None
    words = "，".join(trim(scan, *span).words for span in found)
    return Aim(words, found[0][0], found[-1][1])


def _clause_end(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] not in _MARKS:
        at += 1
    return at


def _clause_before(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """Return the clause before the one an offset lies in, None if that is the first."""
    here = at
    while here > limit and text[here - 1] not in _MARKS:
        here -= 1
    start = end = here - 1
    while start > limit and text[start - 1] not in _MARKS:
        start -= 1
    return (start, end) if end > start else None
