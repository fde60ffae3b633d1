"""A source in, the spans a web page or a scan put around the document out: they are left out of the normal text."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kg.lexicon.rules import read_rules

_BARE_NUMBER = re.compile(r"\d{4,12}")
_LONGEST = 120
_SHORTEST_REPEAT = 6
_SHORTEST_PREVIEW = 15
# A line that ends so is a sentence of the document.
_SENTENCE_END = tuple("。；，、！;,")
_ELLIPSES = ("...", "…")
_CLAUSE_MARKS = re.compile(r".*[，。；,;]", re.DOTALL)


class _Line(NamedTuple):
    """A line `[start, end)` without the white space at its ends, its number, and where the next line starts."""

    text: str
    number: int
    start: int
    end: int
    next: int


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(rule.pattern for rule in read_rules("noise").values() if rule.id.startswith(f"noise.{kind}."))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    return re.compile("|".join(pattern.pattern for pattern in _patterns(kind)))


def find_noise(source: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of a source that are no part of the document, in order and apart from each other.

    Noise is navigation, sharing lines, advertisements, page numbers, a line that repeats the one before it, and
    the repetition of a paragraph's beginning that a page shows as its preview (…).
    """
    lines = list(_open_lines(source))
    spans = [*_noise_lines(source, lines), *_previews(source, lines), *_page_numbers(lines)]
    for pattern in _patterns("part"):
        spans.extend(match.span() for match in pattern.finditer(source))
    if source.startswith("\ufeff"):
        spans.append((0, 1))
    return _apart(spans)


def _open_lines(source: str) -> Iterator[_Line]:
    """Yield the lines that do not end like a sentence; only these can be noise."""
    at = 0
    for number, raw in enumerate(source.split("\n")):
        text = raw.strip()
        if text and not text.endswith(_SENTENCE_END):
            start = at + raw.find(text)
            yield _Line(text, number, start, start + len(text), at + len(raw) + 1)
        at += len(raw) + 1


def _noise_lines(source: str, lines: list[_Line]) -> Iterator[tuple[int, int]]:
    line_pattern, word_pattern = _pattern("line"), _pattern("word")
    before: _Line | None = None
    for line in lines:
        text = line.text
        if len(text) <= _LONGEST and (
            _repeats(source, before, line) or line_pattern.match(text) or word_pattern.search(text)
        ):
            yield line.start, line.next
            if before and line.number == before.number + 1 and _BARE_NUMBER.fullmatch(before.text):
                yield before.start, before.next
        before = line


def _repeats(source: str, before: _Line | None, line: _Line) -> bool:
    return (
        before is not None
        and line.text == before.text
        and len(line.text) >= _SHORTEST_REPEAT
        and source[before.end : line.start].isspace()
    )


def _page_numbers(lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Yield bare numbers that count up by one through the text; others may be cells of a table."""
    numbered = [line for line in lines if len(line.text) <= 4 and line.text.isascii() and line.text.isdigit()]
    if len(numbered) >= 3 and all(int(b.text) == int(a.text) + 1 for a, b in pairwise(numbered)):
        for line in numbered:
            yield line.start, line.next


def _previews(source: str, lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Yield what a truncated preview repeats: the paragraph's beginning if it follows at once, else the preview."""
    for line in lines:
        if not line.text.endswith(_ELLIPSES):
            continue
        shown = line.text.rstrip(".…")
        repeat = source.find(shown, line.end) if len(shown) >= _SHORTEST_PREVIEW else -1
        if repeat < 0:
            continue
        clauses = _CLAUSE_MARKS.match(shown)
        if clauses and not source[line.end : repeat].strip():
            yield line.start + clauses.end(), repeat + clauses.end()
        else:
            yield line.start, line.next


def _apart(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Join spans that touch or overlap."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
