"""The tables of name triggers in; a pattern over the words of a class, and sets of words too general to name, out."""

import re
from functools import cache

from kg.extract.scan import Scan
from kg.lexicon.table import read_table, split_cell


@cache
def alternatives(cls: str) -> re.Pattern[str]:
    """Return a pattern that matches any word of a class of triggers/names.csv, the longest first."""
    words = [
        word
        for _, cells in read_table("triggers/names.csv", ("name", "aliases", "class"), key=("name",))
        if cells["class"] == cls
        for word in (cells["name"], *split_cell(cells["aliases"]))
    ]
    return re.compile("|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))))


@cache
def generic_words(cls: str) -> frozenset[str]:
    """Return the words of triggers/generic.csv that make no name of a class (mechanism, doctrine)."""
    rows = read_table("triggers/generic.csv", ("name", "class"), key=("name", "class"))
    return frozenset(row.cells["name"] for row in rows if row.cells["class"] == cls)


def governed_start(scan: Scan, start: int, end: int) -> int:
    """Return where a name in `[start, end)` begins behind the last word governing it (实行, 遵守), or `start`."""
    governors = generic_words("governor")
    for index in range(scan.token_at(end - 1), scan.token_at(start) - 1, -1):
        if scan.words[index] in governors:
            return scan.ends[index]
    return start
