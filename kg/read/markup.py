"""A text in, the edits that take out what is not writing: Markdown, HTML, LaTeX and invisible characters."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple


class Edit(NamedTuple):
    """A span `[start, end)` of a text and what stands in its place: nothing or one character."""

    start: int
    end: int
    text: str = ""


_UNSEEN = "[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\xad\ufffc\x00-\x08\x0e-\x1b\x7f]"
# Where a pattern begins with a set of characters, not with a repeated one, the search for it is thrice as fast.
_INVISIBLE = re.compile(f"{_UNSEEN}{_UNSEEN}*")
_ENTITIES = {"nbsp": " ", "ensp": " ", "emsp": " ", "ldquo": "“", "rdquo": "”", "amp": "&", "lt": "<", "gt": ">"}
_ENTITY = re.compile(f"&({'|'.join(_ENTITIES)});")
_TAG = re.compile(r"<!--[^<>]*-->|</?(?:[a-zA-Z]\w{0,9})(?:\s[^<>\n]*)?/?>")
_BREAKING_TAG = re.compile(r"</?(?:br|p|div|tr|li|h\d|table)\b", re.IGNORECASE)
_LINK = re.compile(r"(!?)\[([^\[\]\n]*)\]\([^()\n]*\)")
_FOOTNOTE = re.compile(r"(?<=[\u4e00-\u9fff，。；”）》])\[\d{1,3}\]")
_LATEX = re.compile(r"[_^]\{([^{}\n]{1,12})\}|\\(?:mathrm|text|rm|mathbf)\s*\{([^{}\n]{1,20})\}")
_FORMULA = re.compile(r"\$([^$\n]{1,60})\$")
_ATTRIBUTES = re.compile(r"\{[.#]?[a-z]+(?:=[^{}\n]{1,30})?\}")
_SUBSCRIPT = re.compile(r"(?<=[A-Za-z])_(?=\d)")
_ESCAPE = re.compile(r"\\(?=[-%_#&$*.\[\]()!+~>|])")
_HEADING_MARK = re.compile(r"^[^\S\n]*(?:#{1,6}[ \t]+|#{2,6}(?=[^#\s]))", re.MULTILINE)
_BULLET = re.compile(r"\n[^\S\n]*(?:[-+*·>][ \t]+|[•●■◆▪][ \t]*)(?=\S)")
_BOLD = re.compile(r"(?<![^\s，。；：、（“])\*\*([^*\n]{2,}?)\*\*(?![^\s，。；：、）”])")
_TABLE_ROW = re.compile(r"^[^\S\n]*\|.*\|[^\S\n]*$", re.MULTILINE)
_STRAY_BRACKET = re.compile(r"(?<=[\u4e00-\u9fff])\)(?=[\u4e00-\u9fff])")
_NUMERALS = "一二三四五六七八九十甲乙丙丁"


def is_markdown(text: str) -> bool:
    """Tell whether a text is written in Markdown: it has headings marked with #.

    Only then is a pair of ** emphasis; elsewhere ** stands for words the author left out (**市).
    """
    return "#" in text and _HEADING_MARK.search(text) is not None


def find_invisible(text: str) -> list[Edit]:
    """Return the edits that take out characters nobody sees: zero-width and control characters, marks of direction."""
    return [Edit(*match.span()) for match in _INVISIBLE.finditer(text)]


def find_markup(text: str, markdown: bool) -> list[Edit]:
    """Return the edits that take the markup out of a text, in order and apart from each other."""
    return apart(_edits(text, markdown))


def apart(found: Iterable[Edit]) -> list[Edit]:
    """Return edits in order, without those that overlap an earlier one."""
    edits: list[Edit] = []
    reach = 0
    for edit in sorted(found):
        if edit.start >= reach:
            edits.append(edit)
            reach = edit.end
    return edits


def _edits(text: str, markdown: bool) -> Iterator[Edit]:
    # Looking for a character is a hundred times faster than looking for a pattern, and most texts have no markup.
    if "&" in text:
        for match in _ENTITY.finditer(text):
            yield Edit(*match.span(), _ENTITIES[match[1]])
    if "<" in text:
        for match in _TAG.finditer(text):
            yield Edit(*match.span(), "\n" if _BREAKING_TAG.match(match[0]) else "")
    if "[" in text:
        yield from _links(text)
    if "{" in text or "$" in text or "_" in text or "\\" in text:
        yield from _latex(text)
    if "#" in text:
        for match in _HEADING_MARK.finditer(text):
            yield Edit(*match.span())
    for match in _BULLET.finditer(text):
        yield Edit(match.start() + 1, match.end())
    if markdown and "**" in text:
        for match in _BOLD.finditer(text):
            yield Edit(match.start(), match.start(1))
            yield Edit(match.end(1), match.end())
    if "|" in text:
        for match in _TABLE_ROW.finditer(text):
            for at in range(*match.span()):
                if text[at] == "|":
                    yield Edit(at, at + 1, "\t")
    if ")" in text:
        yield from _stray_brackets(text)


def _links(text: str) -> Iterator[Edit]:
    for match in _LINK.finditer(text):
        if match[1] or match[2].isdigit():
            yield Edit(*match.span())
        else:
            yield Edit(match.start(), match.start(2))
            yield Edit(match.end(2), match.end())
    for match in _FOOTNOTE.finditer(text):
        yield Edit(*match.span())


def _latex(text: str) -> Iterator[Edit]:
    for match in _LATEX.finditer(text):
        group = 1 if match[1] else 2
        # The closing brace stands for the last character, so that a name which ends there keeps it: PM_{2.5}.
        last = match.end(group) - 1
        yield Edit(match.start(), match.start(group))
        yield Edit(last, last + 1)
        yield Edit(last + 1, match.end(), text[last])
    for match in _FORMULA.finditer(text):
        if any(mark in match[1] for mark in "\\_^{"):
            yield Edit(match.start(), match.start(1))
            yield Edit(match.end(1), match.end())
    for pattern in (_SUBSCRIPT, _ESCAPE, _ATTRIBUTES):
        for match in pattern.finditer(text):
            yield Edit(*match.span())


def _stray_brackets(text: str) -> Iterator[Edit]:
    """Yield a closing bracket between two Chinese characters that nothing opens: what OCR makes of a speck."""
    for match in _STRAY_BRACKET.finditer(text):
        before = text[max(0, match.start() - 200) : match.start()]
        opened = before.count("(") + before.count("（")
        closed = before.count(")") + before.count("）")
        if opened <= closed and before[-1] not in _NUMERALS:
            yield Edit(*match.span())
