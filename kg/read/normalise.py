"""Source and page noise in, the normal text with its way back to the source out."""

from array import array
from collections.abc import Sequence
from functools import cache

from kg.read.markup import Edit, find_markup, is_markdown
from kg.read.marks import unify_marks
from kg.read.spacing import find_spacing
from kg.text import NormalText


def normalise(source: str, noise: Sequence[tuple[int, int]] = ()) -> NormalText:
    """Return a text without noise, markup and stray white space, with one form for each mark.

    Normalising a normal text changes nothing.

    >>> normalise("　　２０ 23 年,PM_{2.5}\\r\\n").text
    '2023年，PM2.5'
    """
    markdown = is_markdown(source)
    normal = NormalText(source, _identity(len(source)))
    normal = _apply(normal, [Edit(start, end) for start, end in noise])
    while True:
        # What one round uncovers the next may change; each only drops characters or unifies them, so this ends.
        markup = find_markup(normal.text, markdown)
        normal = _apply(normal, markup)
        normal = NormalText(unify_marks(normal.text), normal.offsets)
        spacing = find_spacing(normal.text)
        settled = not markup and all(_keeps_lines(normal.text, edit) for edit in spacing)
        normal = _apply(normal, spacing)
        if settled:
            return normal


def _keeps_lines(text: str, edit: Edit) -> bool:
    """Tell whether an edit leaves lines and words as they are, so that nothing new can come of it."""
    gap = text[edit.start : edit.end]
    return edit.text == "\n" and "\n" in gap or edit.text == " " and gap[0] != "\n"


def _apply(normal: NormalText, edits: Sequence[Edit]) -> NormalText:
    if not edits:
        return normal
    texts: list[str] = []
    offsets = array("I")
    reach = 0
    for start, end, text in edits:
        texts.append(normal.text[reach:start])
        texts.append(text)
        offsets.extend(normal.offsets[reach : start + len(text)])
        reach = end
    texts.append(normal.text[reach:])
    offsets.extend(normal.offsets[reach:])
    return NormalText("".join(texts), offsets)


def _identity(size: int) -> "array[int]":
    """Return the offsets 0, 1, …; copying a block of them is far quicker than counting."""
    return _block(1 << max(12, size.bit_length()))[:size]


@cache
def _block(size: int) -> "array[int]":
    return array("I", range(size))
