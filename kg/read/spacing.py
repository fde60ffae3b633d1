"""A text in, the edits that set its white space right: broken lines rejoined, lost line breaks restored.

In the normal text a line break ends a paragraph, a space separates what stands side by side, a tab the cells of a row.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise

from kg.read.markup import Edit

_GAP = re.compile(r"\s+")
_NUMERAL = "一二三四五六七八九十"
# What begins a paragraph of its own wherever it follows a space: 一、 （二） 3. 第四章 第五条 ——
_MARKER = re.compile(
    rf"[{_NUMERAL}]{{1,3}}[、．](?![{_NUMERAL}][、产])|[（(][{_NUMERAL}]{{1,3}}[）)]|\d{{1,2}}[.、](?!\d)|[（(]\d{{1,2}}[）)]"
    rf"|第[{_NUMERAL}百零\d]{{1,5}}(?:[编章节](?=\s)|条(?=\s))|[①-⑳]|——(?=[\u4e00-\u9fff])|附件\d*[：:]"
)
_NUMBER_AT_END = re.compile(
    rf"(?:第[{_NUMERAL}百零\d]{{1,5}}[编章节条]|(?<![\d.])\d{{1,2}}(?:\.\d{{1,2}})*\.?|附件\d*)$"
)
_HEADED = re.compile(rf"(?:[{_NUMERAL}]{{1,3}}、|[（(][{_NUMERAL}]{{1,3}}[）)]|第[{_NUMERAL}百零\d]{{1,5}}[编章节]\s).")
_TITLE_END = re.compile(r"(?:规划|方案|计划|条例|办法|意见|纲要|通知|决定|细则|规定|报告|公报)$")
_ISSUE_NUMBER_END = re.compile(r"〔\s?\d{4}\s?〕\s?第?\s?\d+\s?号$")
_DATE = re.compile(
    r"(?:\d{4}年\d{1,2}月\d{1,2}日|[一二][一二三四五六七八九〇○零]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_SPLIT_NUMBER = re.compile(r"(?<!\d)(?:(?:19|20)\s+\d\d\s?年|\d(?:\s+\d)+\s?[年月日%])")
_FRAGMENT = re.compile(r"[\d.,+\-]{1,6}$")
_TERMINAL = "。！？；：…!?;:"
_OPENING = "（《“〈【‘(["
_CLOSING = "，、。；：！？）》”’〉】％%,;:!?)]〕"
_GOING_ON = "，、,"
_PUNCTUATION = re.compile(r"[，。；：、]")
_SENTENCE_MARK = re.compile(r"[，。；]")
_INNER_MARK = re.compile(r"[，。；,;]")
# A line of fewer characters than this may be a heading or a signature; a longer one has been wrapped.
_LEAST_WRAPPED = 24
_LONGEST_HEADING = 60
_LONGEST_ROW = 200
_LONGEST_NUMBER = 12


_Span = tuple[int, int]


def find_spacing(text: str) -> list[Edit]:
    """Return the edits of a text's white space, in order and apart from each other."""
    lines, spaced = _lines(text)
    if not lines:
        return [Edit(0, len(text))] if text else []
    edits = []
    starts = [lines[0][0]]
    reach = 0
    for (start, end), joined in zip(lines, [True, *_joins(text, lines)], strict=True):
        new = "\n"
        if joined:
            new = " " if reach and _is_latin(text[reach - 1]) and _is_latin(text[start]) else ""
        else:
            starts.append(start)
        if text[reach:start] != new:
            edits.append(Edit(reach, start, new))
        reach = end
    if reach < len(text):
        edits.append(Edit(reach, len(text)))
    if spaced:
        edits.extend(_spaces(text, spaced, starts))
        edits.sort()
    return edits


def _lines(text: str) -> tuple[list[_Span], list[_Span]]:
    """Return the spans of the lines without the white space at their ends, and those with white space inside."""
    lines = []
    spaced = []
    at = 0
    for raw in text.split("\n"):
        line = raw.strip()
        if line:
            start = at if line is raw else at + raw.index(line)
            span = (start, start + len(line))
            lines.append(span)
            if len(line.split(None, 1)) > 1:
                spaced.append(span)
        at += len(raw) + 1
    return lines, spaced


def _is_latin(character: str) -> bool:
    return character.isascii() and character.isalpha()


# Line breaks


def _joins(text: str, lines: list[_Span]) -> list[bool]:
    """Tell for each line but the last whether the next one continues it."""
    wrapped = _wrap_width(text, lines)
    # Most lines end a sentence, and no line goes on behind them.
    joins = [
        (text[end - 1] not in _TERMINAL or text[after] in _CLOSING) and _continues(text, lines, index, wrapped)
        for index, ((_, end), (after, _)) in enumerate(pairwise(lines))
    ]
    for index in range(1, len(joins)):
        start, end = lines[index]
        # The text of a link on a line of its own: 根据 / 会计法 / ，…
        if joins[index] and text[lines[index + 1][0]] in _CLOSING and end - start <= 30 and not joins[index - 1]:
            before = text[slice(*lines[index - 1])]
            joins[index - 1] = before[-1] not in _TERMINAL and len(before) >= 12 and bool(_INNER_MARK.search(before))
    return joins


def _wrap_width(text: str, lines: list[_Span]) -> int | None:
    """Return the least length of a line that has been broken, 0 if any long one may have been, None if none has.

    Lines broken at a fixed width are nearly all equally long. Where paragraphs end in a full stop, a long line without
    one was cut by a page's end. A text that leaves its full stops out (lists, some plans) is left as it is.
    """
    lengths = [end - start for start, end in lines if end - start >= _LEAST_WRAPPED]
    unended = sorted(
        2 * (end - start) - len(text[start:end].encode("ascii", "ignore"))
        for start, end in lines
        if end - start >= _LEAST_WRAPPED and text[end - 1] not in _TERMINAL
    )
    if len(unended) >= 8:
        widest = unended[len(unended) * 9 // 10]
        if widest <= 160 and len(unended) - bisect_right(unended, widest - 7) >= 0.6 * len(unended):
            return widest - 6
    return 0 if len(unended) <= 0.4 * len(lengths) else None


def _continues(text: str, lines: list[_Span], index: int, wrapped: int | None) -> bool:
    (start, end), (after, after_end) = lines[index], lines[index + 1]
    last, first = text[end - 1], text[after]
    if first in _CLOSING or last in _OPENING:
        return True
    if last in _TERMINAL or _MARKER.match(text, after):
        return False
    if last in _GOING_ON:
        return True
    if _FRAGMENT.match(text, after, after_end):
        return _is_latin(last)
    if index and _FRAGMENT.match(text, start, end) and _is_latin(text[lines[index - 1][1] - 1]):
        return first > "\x7f"
    if wrapped is None or end - start < _LEAST_WRAPPED:
        return False
    line = text[start:end]
    if wrapped:
        return 2 * len(line) - len(line.encode("ascii", "ignore")) >= wrapped
    if not "\u4e00" <= first <= "\u9fff" or not _INNER_MARK.search(line) or last in "”》）)":
        return False
    if _MARKER.match(line) and "。" not in line and len(line) <= _LONGEST_HEADING:
        return False
    # A heading or signature is no continuation: it is short and has no mark inside.
    return after_end - after >= 2 * _LEAST_WRAPPED or bool(_INNER_MARK.search(text, after, after_end))


# Spaces


def _spaces(text: str, spaced: list[_Span], starts: list[int]) -> Iterator[Edit]:
    """Yield the edits of the spaces inside lines; `starts` tells where the rejoined lines start."""
    flattened = len(text) > 400 * len(starts)
    restored = -1
    for line_start, line_end in spaced:
        for match in _GAP.finditer(text, line_start, line_end):
            gap = match.span()
            start = max(restored, starts[bisect_right(starts, gap[0]) - 1])
            if start == restored and _DATE.fullmatch(text, start, gap[0]):
                new = "\n"
            else:
                new = _space(text, gap, start, flattened)
            if new == "\n":
                restored = gap[1]
            if match[0] != new:
                yield Edit(*gap, new)


def _space(text: str, gap: _Span, line_start: int, flattened: bool) -> str:
    """Return what a space between two words of a line stands for: nothing, a space, or a lost line break."""
    last, first = text[gap[0] - 1], text[gap[1]]
    if last == "条" and first not in _CLOSING and _NUMBER_AT_END.fullmatch(text, line_start, gap[0]):
        return " "  # 第五条 …, the commonest of all
    line = text[max(line_start, gap[0] - _LONGEST_ROW) : gap[0]]
    if last in "。！？" or (last in "”）" and line[-2:-1] in "。！？"):
        return "\n" if flattened or _MARKER.match(text, gap[1]) else ""
    if first in _CLOSING or last in _OPENING:
        return ""
    if last.isdigit() and first.isdigit() and _is_number(text, gap, line_start):
        return ""
    if "\t" in text[gap[0] : gap[1]] and not _SENTENCE_MARK.search(_line_at(text, gap, line_start)):
        return "\t"
    if _NUMBER_AT_END.fullmatch(line):
        return " "
    if _MARKER.fullmatch(line):
        return ""
    if _MARKER.match(text, gap[1]) and last not in _GOING_ON:
        return "\n"
    if last in _CLOSING and last not in "”》）)%":
        return "\n" if flattened and last in "：:" else ""
    if _ends_line(text, gap, line, line_start):
        return "\n"
    if first in _OPENING or first == "〔":
        return "" if last > "\x7f" or first > "\x7f" else " "
    if last > "\x7f" and first > "\x7f":
        return "" if _is_lone(text, gap) else " "
    if last.isdigit() and first in "年月日号":
        return ""
    if (last > "\x7f") != (first > "\x7f"):
        return " " if _is_row(text, gap, line_start) else ""
    return " "


def _is_number(text: str, gap: _Span, line_start: int) -> bool:
    """Tell whether the space splits a number, as in 20 23 年 or 2 0 2 3 年."""
    start = gap[0]
    first = max(line_start, start - _LONGEST_NUMBER)
    while start > first and (text[start - 1].isdigit() or text[start - 1].isspace()):
        start -= 1
    match = _SPLIT_NUMBER.search(text, start, gap[1] + _LONGEST_NUMBER)
    return match is not None and match.start() < gap[0] < match.end()


def _ends_line(text: str, gap: _Span, line: str, line_start: int) -> bool:
    """Tell whether a heading, title, document number or signature ends before the space."""
    if _ISSUE_NUMBER_END.search(line[-16:]):
        return True
    dated = _DATE.match(text, gap[1])
    if dated and len(line) <= 40 and "，" not in line and (dated.end() == len(text) or text[dated.end()].isspace()):
        return True
    if len(line) > 60 or "。" in line:
        return False
    rest, _, _ = text[gap[1] : gap[1] + 200].partition("\n")
    if len(rest) < _LEAST_WRAPPED or not _INNER_MARK.search(rest):
        return False
    return bool(_HEADED.match(line) or _TITLE_END.search(line))


def _is_lone(text: str, gap: _Span) -> bool:
    """Tell whether a single character stands on one side, as in 国 务 院: a space that scanning put in."""
    before = gap[0] < 2 or not "\u4e00" <= text[gap[0] - 2] <= "\u9fff"
    after = gap[1] + 1 >= len(text) or not "\u4e00" <= text[gap[1] + 1] <= "\u9fff"
    return before or after


def _is_row(text: str, gap: _Span, line_start: int) -> bool:
    """Tell whether the line is a row of cells (PM2.5 35 30): several gaps and no punctuation."""
    line = _line_at(text, gap, line_start)
    return len(line) <= _LONGEST_ROW and not _PUNCTUATION.search(line) and len(line.split()) >= 3


def _line_at(text: str, gap: _Span, line_start: int) -> str:
    end = text.find("\n", gap[1], line_start + _LONGEST_ROW + 1)
    return text[line_start : end if end >= 0 else line_start + _LONGEST_ROW + 1]
