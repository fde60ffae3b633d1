"""Source and page noise in, the normal text with its way back to the source out."""

from array import array
from collections.abc import Sequence
from functools import cache

from kg.read.marks import unify_marks
from kg.read.markup import Edit, apart, find_invisible, find_markup, is_markdown
from kg.read.mirror import turn_mirrored
from kg.read.script import simplify
from kg.read.spacing import find_spacing
from kg.text import NormalText

_LONGEST_SETTLED = 500


def normalise(source: str, noise: Sequence[tuple[int, int]] = ()) -> NormalText:
    """Return a text in simplified script without noise, markup and stray white space, with one form for each mark.

    Normalising a normal text changes nothing.

    >>> normalise("　　２０ 23 年,PM_{2.5}\\r\\n").text
    '2023年，PM2.5'
    """
    markdown = is_markdown(source)
    normal = NormalText(source, _identity(len(source)))
    left_out = [Edit(start, end) for start, end in noise]
    normal = _apply(normal, apart([*left_out, *find_invisible(source)]))
    normal = turn_mirrored(NormalText(simplify(normal.text), normal.offsets))
    while True:
        # What one round uncovers the next may change; each only drops characters or unifies them, so this ends.
        markup = find_markup(normal.text, markdown)
        normal = _apply(normal, markup)
        before = normal.text
        normal = NormalText(unify_marks(before), normal.offsets)
        spacing = find_spacing(normal.text)
        bare = not markup and (normal.text == before or not find_markup(normal.text, markdown))
        settled = bare and _is_settled(normal.text, spacing)
        normal = _apply(normal, spacing)
        if settled:
            return normal


def _is_settled(text: str, spacing: Sequence[Edit]) -> bool:
    """Tell whether edits of white space bring nothing together that a further round could change."""
    for start, end, new in spacing:
        gap = text[start:end]
        if new == "\n" and "\n" not in gap:
            return False
        if new == "" and start > 0 and end < len(text):
            neighbours = text[start - 1] + text[end]
            line_end = text.find("\n", end)
            line = text[text.rfind("\n", 0, start) + 1 : line_end if line_end >= 0 else len(text)]
            if "\n" in gap or not neighbours.isalnum() or len(line) > _LONGEST_SETTLED or len(line.split()) > 2:
                return False
    return True


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
