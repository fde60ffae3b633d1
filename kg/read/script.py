"""A text in, the same text in simplified script out: every character stays where it is."""

import re
from functools import cache

from kg.lexicon.table import read_table

_SAMPLE = 2_000
# A simplified text holds a traditional character only in a rare name (乾县); one printed in a mixture of both, as in
# the 1950s, has two or three in a hundred.
_LEAST_SHARE = 0.008


def simplify(text: str) -> str:
    """Return a text of traditional or mixed script in simplified script, equally long; any other text as it is.

    >>> simplify("全縣環境質量穩步改善，淘汰燃煤鍋爐。")
    '全县环境质量稳步改善，淘汰燃煤锅炉。'
    >>> simplify("乾县环境保护局")
    '乾县环境保护局'
    """
    sample = text[:_SAMPLE]
    found = len(_traditional().findall(sample))
    if found < 2 or found < _LEAST_SHARE * len(sample):
        return text
    return text.translate(_simplified())


@cache
def _simplified() -> dict[int, str]:
    rows = read_table("traditional.csv", ("traditional", "simplified"), key=("traditional",))
    return {ord(row.cells["traditional"]): row.cells["simplified"] for row in rows}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(chr, _simplified())) + "]")
