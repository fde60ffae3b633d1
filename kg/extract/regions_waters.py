"""A scan in, the waters, parks and zones out that no table lists: names by their last word (X河, X自然保护区)."""

import re
from collections.abc import Mapping
from functools import cache

from kg.extract.regions_divisions import Place
from kg.extract.scan import Scan
from kg.lexicon.gazetteer import Area, place_parts, place_suffixes, place_words

_WATERS = frozenset({"river", "lake", "sea", "mountain", "basin", "island"})
_LISTED = frozenset({"river", "lake", "reservoir"})
_JOINTS = "、和及与"
# Tags of words that make no name of a water: those of verbs, adjectives, numbers and function words.
_LOOSE_TAGS = frozenset("abcdfmprtuvx") | {"vn", "an", "ad", "uj", "ul"}
_NAME_TAGS = frozenset({"ns", "nz", "nr", "nrt", "nrfg"})
_PART_TAGS = _NAME_TAGS | {"n", "j", "b", "s", "ng", "vn"}
_LONGEST_SITE = 18
_LONGEST_MEMBER = 4


def find_waters(scan: Scan, places: Mapping[int, Place]) -> list[Place]:
    """Return waters, parks and zones by the grammar of their names, in order.

    Args:
        scan: the scan.
        places: the places already known, by the offset they end at.
    """
    kinds = dict(place_suffixes())
    found: list[Place] = []
    for match in _suffixes().finditer(scan.text):
        start, end, kind = match.start(), match.end(), kinds[match.group()]
        if end in places or not scan.is_boundary(end):
            continue
        first = _water_start(scan, start, end, places) if kind in _WATERS else _site_start(scan, start, places)
        if first == start and kind in _LISTED:
            first = _listed_start(scan, start, end)
        if first < start and scan.text[first:end] not in place_words("no-water"):
            last = _with_part(scan, end)
            name = scan.text[first:last]
            found.append(Place(first, last, name, (), Area(name, kind, ()), True, "region.named"))
    return found


def find_listed_zones(scan: Scan) -> list[Place]:
    """Return the members of lists that 等园区 closes (滨江、高铁等重点园区), in order."""
    found: list[Place] = []
    for match in _zone_list().finditer(scan.text):
        members: list[Place] = []
        end = match.start()
        while True:
            first = scan.token_at(end - 1)
            name = scan.text[scan.starts[first] : end]
            if not 2 <= len(name) <= _LONGEST_MEMBER or scan.tags[first] in {"x", "m", "p", "v"}:
                break
            members.append(Place(end - len(name), end, name, (), Area(name, "zone", ()), False, "region.zone.list"))
            if not scan.text.endswith("、", 0, scan.starts[first]):
                break
            end = scan.starts[first] - 1
        if len(members) > 1:
            found += reversed(members)
    return found


def _with_part(scan: Scan, end: int) -> int:
    for part, _ in place_parts():
        if scan.text.startswith(part, end) and scan.is_boundary(end + len(part)):
            return end + len(part)
    return end


def _water_start(scan: Scan, suffix: int, end: int, places: Mapping[int, Place]) -> int:
    """Return where a water's name starts: in its one token (沂河) or the token before (徐家|河); else `suffix`."""
    index = scan.token_at(suffix)
    start = scan.starts[index]
    tag = scan.tags[index]
    if start == suffix:
        if not index or scan.ends[index - 1] != suffix or len(scan.words[index - 1]) < 2:
            return suffix
        outer = places.get(suffix)
        if scan.words[index - 1] in place_words("no-site") or (outer is not None and outer.full):
            return suffix
        start, tag = scan.starts[index - 1], scan.tags[index - 1]
    elif tag == "ns" and scan.text[start] in place_words("lead") and suffix - start > 1:
        return start + 1
    elif tag == "ns" and (end - start > 2 or scan.text[suffix] not in "山湾"):
        return start
    if tag not in _NAME_TAGS or (end - start < 3 and scan.text[suffix] in "山湾"):
        return suffix
    listed = scan.text[end : end + 1] == "、" or scan.text[start - 1 : start] == "、"
    return start if listed or tag == "ns" or _with_part(scan, end) > end else suffix


def _listed_start(scan: Scan, suffix: int, end: int) -> int:
    """Return where a water's name starts that stands beside another of its kind (清源水库、石门水库); else `suffix`."""
    text, word = scan.text, scan.text[suffix:end]
    if text[suffix - 1 : end] in place_words("no-water"):
        return suffix
    joint = max(text.rfind(mark, max(0, suffix - _LONGEST_MEMBER - 1), suffix) for mark in _JOINTS)
    if joint >= 0:
        start = joint + 1 if text.endswith(word, 0, joint) else suffix
    else:
        following = text.find(word, end + 2, end + _LONGEST_MEMBER + 2) if text[end : end + 1] in tuple(_JOINTS) else -1
        start = (
            scan.starts[scan.token_at(suffix - 1)] if following > 0 and _is_stem(scan, end + 1, following) else suffix
        )
    return start if suffix - start <= _LONGEST_MEMBER and _is_stem(scan, start, suffix) else suffix


def _is_stem(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a span may be what a water is called by: two characters or more of whole nouns."""
    if end - start < 2 or not scan.is_boundary(start) or scan.text[start:end] in place_words("no-site"):
        return False
    tags = scan.tags.between(scan.token_at(start), scan.token_at(end - 1) + 1)
    return not _LOOSE_TAGS.intersection(tags)


def _site_start(scan: Scan, suffix: int, places: Mapping[int, Place]) -> int:
    """Return where a park's, reservoir's or zone's name starts: at the first place among its nouns; else `suffix`.

    A division named in full before it stands for itself (洛阳市|洛浦公园), a stem belongs to the name (杭州西溪湿地).
    """
    if not scan.is_boundary(suffix):
        return suffix
    start = suffix
    index = scan.token_at(suffix) - 1
    while index >= 0 and suffix - scan.starts[index] <= _LONGEST_SITE and scan.tags[index] in _PART_TAGS:
        outer = places.get(scan.ends[index])
        if outer is not None and outer.full and outer.known is None:
            break
        if scan.tags[index] == "ns" and scan.words[index] not in place_words("no-site"):
            start = scan.starts[index]
        index -= 1
    if start < suffix:
        return start
    only = scan.token_at(suffix) - 1
    named = only >= 0 and scan.tags[only] in _NAME_TAGS and scan.words[only] not in place_words("no-site")
    listed = named and scan.text[scan.starts[only] - 1 : scan.starts[only]] in {"、", "和"}
    return scan.starts[only] if listed else suffix


@cache
def _zone_list() -> re.Pattern[str]:
    words = "|".join(sorted(place_words("zone-list"), key=lambda word: (-len(word), word)))
    return re.compile(rf"等(?:\d+个|重点|主要|工业|产业)*(?:{words})")


@cache
def _suffixes() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(suffix) for suffix, _ in place_suffixes()))
