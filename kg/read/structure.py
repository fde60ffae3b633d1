"""A normal text in, its sections and sentences out."""

import re
from functools import cache
from typing import NamedTuple

from kg.lexicon.rules import read_rules
from kg.model import Section, Sentence
from kg.text import NormalText

_SENTENCE = re.compile(r"[^。！？\n]+(?:[。！？]+[”’）》〉】]*)?")
_TERMINAL = ("。", "！", "？", "；", "：", "，", "、", "”", "）", "…")
_DATE_LINE = re.compile(r"[\d一二三四五六七八九十〇零年月日 .\-/]+$")
_TITLE_END = re.compile(r"(?:规划|方案|计划|条例|办法|纲要|细则|规定|要点)$")
_LONGEST_LINE_TITLE = 60
_LONGEST_RUN_IN_TITLE = 40
_LONGEST_LABEL = 16
_SHORTEST_TITLE = 4

# Validating a whole list at once takes half the time of making its values one by one.


class _Heading(NamedTuple):
    """A heading `[start, end)` with its rank; a lower rank encloses a higher one."""

    rank: int
    number: str
    title: str
    start: int
    end: int


class _Markers(NamedTuple):
    pattern: re.Pattern[str]
    ranks: dict[str, int]


@cache
def _markers() -> _Markers:
    names = [name.partition(".")[2] for name in read_rules("headings")]
    patterns = [rule.pattern.pattern for rule in read_rules("headings").values()]
    alternatives = [f"(?P<{name}>{pattern})" for name, pattern in zip(names, patterns, strict=True)]
    return _Markers(re.compile("|".join(alternatives)), {name: rank for rank, name in enumerate(names)})


def find_structure(source: str, normal: NormalText) -> tuple[tuple[Section, ...], tuple[Sentence, ...]]:
    """Return the sections and sentences of a normal text, in order.

    A sentence ends at 。！？ (its closing quotation mark or bracket included) or a line's end, and lies in a heading
    or outside it. A heading is a line of its own, or the short sentence or label that opens its text (run-in); a
    number that opens a long sentence (第五条, 一是) is a heading without title, and its sentence starts with it.
    """
    text = normal.text
    pieces = [match.span() for match in _SENTENCE.finditer(text)]
    headings = _headings(source, normal, pieces)
    sections = _nest(text, headings)
    return sections, _sentences(text, pieces, sections)


def _headings(source: str, normal: NormalText, pieces: list[tuple[int, int]]) -> list[_Heading]:
    text = normal.text
    markers = _markers()
    marks = [markers.pattern.match(text, start) for start, _ in pieces]
    depths = _markdown_depths(source, normal, pieces) if "#" in source else {}
    numbered = any(mark and markers.ranks[mark.lastgroup or ""] <= markers.ranks["number"] for mark in marks)
    unnumbered_rank = len(markers.ranks) if numbered else markers.ranks["chinese"]
    plain = _ends_its_paragraphs(text, pieces)
    headings: list[_Heading] = []
    for index, ((start, end), mark) in enumerate(zip(pieces, marks, strict=True)):
        if mark:
            rank = markers.ranks[mark.lastgroup or ""]
            if mark.lastgroup == "article":
                headings.append(_Heading(rank, mark[0].rstrip(), "", mark.start(), mark.end()))
                continue
            following = _rank_after(markers, text, pieces, marks, index)
            headings.append(_numbered(text, end, mark, rank, following))
        elif start in depths:
            if index:
                headings.append(_Heading(depths[start] - 7, "", text[start:end].strip(), start, end))
        elif plain and index and _is_unnumbered_heading(text, pieces, index, headings):
            rank = -1 if _TITLE_END.search(text, start, end) else unnumbered_rank
            headings.append(_Heading(rank, "", text[start:end], start, end))
    return headings


def _markdown_depths(source: str, normal: NormalText, pieces: list[tuple[int, int]]) -> dict[int, int]:
    """Return how many # stood before the lines marked so, by the offsets of the lines."""
    depths = {}
    for start, _ in pieces:
        if start == 0 or normal.text[start - 1] == "\n":
            before = source[normal.offsets[start - 1] + 1 if start else 0 : normal.offsets[start]]
            if before.strip().startswith("#"):
                depths[start] = before.count("#")
    return depths


def _ends_its_paragraphs(text: str, pieces: list[tuple[int, int]]) -> bool:
    """Tell whether long lines end with a mark, so that a short one without may be a heading."""
    long = [end for start, end in pieces if end - start >= 24 and text[end : end + 1] in ("", "\n")]
    return sum(text[end - 1] in "。！？；：”）" for end in long) >= 0.6 * len(long)


def _rank_after(
    markers: _Markers,
    text: str,
    pieces: list[tuple[int, int]],
    marks: "list[re.Match[str] | None]",
    index: int,
) -> int | None:
    """Return the rank of the marker after a sentence, a high one if plain text follows, None if nothing follows.

    Plain text in the same line is what a run-in heading opens, so it counts whatever marker it starts with.
    """
    if index + 1 == len(pieces):
        return None
    if text[pieces[index][1]] != "\n":
        return len(markers.ranks)
    mark = marks[index + 1]
    return markers.ranks[mark.lastgroup or ""] if mark else len(markers.ranks)


def _numbered(text: str, end: int, mark: re.Match[str], rank: int, following: int | None) -> _Heading:
    number = mark[0].rstrip()
    body = text[mark.end() : end]
    title_end = 0
    label = body.find("：", 0, _LONGEST_LABEL)
    if 0 < label < len(body) - 1:
        title_end = label + 1
    elif not body.endswith(_TERMINAL):
        title_end = len(body) if len(body) <= _LONGEST_LINE_TITLE else 0
    elif body[-1] in "。！？" and len(body) <= _LONGEST_RUN_IN_TITLE and following is not None and following > rank:
        title_end = len(body)
    title = body[:title_end].strip().rstrip("。！？：")
    return _Heading(rank, number, title, mark.start(), mark.end() + title_end)


def _is_unnumbered_heading(text: str, pieces: list[tuple[int, int]], index: int, headings: list[_Heading]) -> bool:
    start, end = pieces[index]
    if text[start - 1] != "\n" or not _SHORTEST_TITLE <= end - start <= _LONGEST_RUN_IN_TITLE or end == len(text):
        return False
    if text[start:end].endswith(_TERMINAL) or text[end] != "\n" or _DATE_LINE.match(text, start, end):
        return False
    before = pieces[index - 1][1]
    if text[before - 1] not in "。！？；：”）" and not (headings and headings[-1].end == before):
        return False
    after = text.find("\n", end + 1)
    paragraph = text[end + 1 : after if after >= 0 else len(text)]
    return len(paragraph) > _LONGEST_RUN_IN_TITLE and "。" in paragraph


def _nest(text: str, headings: list[_Heading]) -> tuple[Section, ...]:
    ends = [len(text)] * len(headings)
    parents = [-1] * len(headings)
    levels = [1] * len(headings)
    stack: list[int] = []
    for index, heading in enumerate(headings):
        while stack and headings[stack[-1]].rank >= heading.rank:
            ends[stack.pop()] = heading.start
        if stack:
            parents[index] = stack[-1]
            levels[index] = levels[stack[-1]] + 1
        stack.append(index)
    rows = []
    for heading, end, parent, level in zip(headings, ends, parents, levels, strict=True):
        start = heading.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start >= end:
            start = end = heading.end
        rows.append(
            Section(
                level=level,
                number=heading.number,
                title=heading.title,
                heading_start=heading.start,
                heading_end=heading.end,
                start=start,
                end=end,
                parent=parent,
            )
        )
    return tuple(rows)


def _sentences(text: str, pieces: list[tuple[int, int]], sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    new = tuple.__new__  # a third of the time that Sentence(…) takes, and a text has thousands
    rows: list[Sentence] = []
    innermost = -1
    upcoming = 0
    for start, end in pieces:
        while upcoming < len(sections) and sections[upcoming].heading_start <= start:
            innermost = upcoming
            upcoming += 1
        cut = 0
        if innermost >= 0:
            while innermost >= 0 and start >= sections[innermost].end > sections[innermost].heading_start:
                innermost = sections[innermost].parent
            cut = sections[innermost].heading_end if innermost >= 0 and sections[innermost].title else 0
        if start < cut < end:
            rows.append(new(Sentence, (start, cut, innermost)))
            start = cut
        if text[start] == " ":
            start = end if text[start:end].isspace() else start + 1
        if start < end:
            rows.append(new(Sentence, (start, end, innermost)))
    return tuple(rows)
