"""A scan in, its townships out: full names, and stems in a list that 镇 or 乡镇 closes."""

import re
from collections.abc import Iterator
from functools import cache

from kg.extract.regions_divisions import Place
from kg.extract.scan import Scan
from kg.lexicon.gazetteer import place_words
from kg.lexicon.gazetteer_townships import find_townships

_SUFFIX = re.compile(r"街道|苏木|[镇乡]")
_LONGEST = 8
_LONGEST_MEMBER = 5


def find_list_or_full(scan: Scan) -> list[Place]:
    """Return the townships a text names, in order."""
    found: dict[int, Place] = {}
    for match in _SUFFIX.finditer(scan.text):
        full = _full_name(scan, match.end())
        if full is not None:
            found[full.start] = full
            members = _members(scan, full.start)
        else:
            closing = _closing().match(scan.text, max(0, match.start() - _LONGEST), match.end())
            members = _members(scan, closing.start("words")) if closing else []
        if _mostly_known(members, full):
            found.update((place.start, place) for place in members if place.codes)
    return [found[start] for start in sorted(found)]
