"""A scan and the span of a work's name in; whether it is one particular work (a Project) or a programme out."""

from kg.extract.names import Walk, name_start, word_class
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

# Tags of jieba for proper names: places, organizations, persons, other proper names.
_PROPER_TAGS = frozenset({"ns", "nt", "nz", "nr", "nrt", "nrfg"})


def is_particular(scan: Scan, start: int, end: int, *, staged: bool = False) -> bool:
    """Tell whether a work's name `[start, end)` (without its last word) is marked as one particular work.

    The marks: a place or an owner the gazetteer or lexicon knows at its start, a proper name before a word for a site
    or plant (云台热电), a number of order of a plant, 续建; with `staged`, a stage (二期) too.
    """
    rules = read_rules("names")
    name = scan.text[start:end]
    if rules["work.mark"].pattern.search(name) or (staged and rules["work.stage"].pattern.search(name)):
        return True
    if scan.between("Organization", start, end):
        return True
    if any(hit.term.cls == "named-work" for hit in scan.between("entity", start, start + 1)):
        return True
    first = start + (scan.text[start] == "“")
    if any(_is_place(scan, hit.start, hit.end) for hit in scan.between("Region", first, first + 1)):
        return True
    index = scan.token_at(start)
    while index < len(scan.words) and scan.starts[index] < end:
        word = scan.words[index]
        if scan.tags[index] in _PROPER_TAGS and len(word) > 1 and word not in word_class("generic"):
            # 太湖/ns holds its own site word; 云台/ns 热电/n has it behind.
            site = rules["work.site"].pattern.search(scan.text[scan.starts[index] + 1 : min(end, scan.ends[index] + 3)])
            if site:
                return True
        index += 1
    return False


def _is_place(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a place's name is one here: short ones are words too (合作, 惠民)."""
    return end - start > 2 or scan.tags[scan.token_at(start)] in _PROPER_TAGS


def owners_start(scan: Scan, start: int, *, plant: bool) -> int:
    """Return where a work's name begins with the names before 等 that share it (滨江、城东等园区), `start` if none do.

    The names must be proper ones; unless the work is a plant, one must be an owner's too.
    """
    rules = read_rules("names")
    if not rules["work.listed"].pattern.search(scan.text[max(0, start - 30) : start]):
        return start
    close = scan.text.rfind("等", 0, start)
    first = name_start(scan, close, Walk(longest=30, piece=6))
    members = scan.text[first:close].split("、")
    if not plant and not any(rules["work.company"].pattern.search(member) for member in members):
        return start
    index = scan.token_at(first)
    while index < len(scan.words) and scan.starts[index] < close:
        if scan.tags[index] in _PROPER_TAGS and len(scan.words[index]) > 1:
            return first
        index += 1
    return start


def site_start(scan: Scan, start: int) -> int:
    """Return where a work's name begins with a site before 的 (青木河沿岸的绿化工程), `start` if none stands there."""
    if scan.text[start - 1 : start] != "的":
        return start
    site = name_start(scan, start - 1)
    placed = read_rules("names")["work.site-of"].pattern.search(scan.text[site : start - 1])
    return site if placed and is_particular(scan, site, start - 1) else start
