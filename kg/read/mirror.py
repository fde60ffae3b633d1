"""A text in, the same text with its mirrored lines turned round out: every character keeps its source.

Some pages hold lines whose characters stand in reverse order, as a column set from right to left gives them.
"""

import re
from array import array
from functools import cache

from kg.lexicon.table import read_table
from kg.text import NormalText


def turn_mirrored(normal: NormalText) -> NormalText:
    """Return a text whose lines all read from left to right.

    A line is mirrored if it holds two common words turned round, and none as it should be.

    >>> turn_mirrored(NormalText("境环态生理治，染污治防", array("I", range(11)))).text
    '防治污染，治理生态环境'
    """
    text = normal.text
    any_turned = _any_turned().search
    if not any_turned(text):
        return normal
    lines: list[str] = []
    offsets = array("I")
    start = 0
    for line in text.splitlines(keepends=True):
        body = line.rstrip("\r\n")
        of_line = normal.offsets[start : start + len(line)]
        if any_turned(body) and _is_mirrored(body):
            line = body[::-1] + line[len(body) :]
            of_line = of_line[: len(body)][::-1] + of_line[len(body) :]
        lines.append(line)
        offsets.extend(of_line)
        start += len(line)
    return NormalText("".join(lines), offsets)


def _is_mirrored(line: str) -> bool:
    turned = sum(word in line for word in _turned())
    return turned > 1 and not any(word[::-1] in line for word in _turned())


@cache
def _turned() -> tuple[str, ...]:
    return tuple(row.cells["name"][::-1] for row in read_table("mirror.csv", ("name",), key=("name",)))


@cache
def _any_turned() -> re.Pattern[str]:
    return re.compile("|".join(_turned()))
