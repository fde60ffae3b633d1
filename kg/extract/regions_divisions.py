"""A scan in, its divisions and named areas out: gazetteer hits that are names where they stand.

Full names count wherever they cover whole tokens. A stem is often an ordinary word (合作, 万年, 和平), so that of a
county counts only in company: in a list of places, after its parent, after 美丽, or where the text names it or its
parent in full.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.extract.scan import Hit, Scan
from kg.lexicon.gazetteer import Area, area, find, level_of, lies_in, name_of, parent_of, place_parts, place_words

_JOINTS = frozenset({"、", "和", "及", "与", "以及", "，"})
_KINDS = frozenset("省市县区州盟旗")
# Tags of tokens that are names of places or may be one: ns place, nt body, nz other name.
_NAME_TAGS = frozenset({"ns", "nt", "nz"})


class Place(NamedTuple):
    """A span that names a place.

    Attributes:
        start, end: where it stands.
        name: the name to look up, which the span may exceed (长三角地区 under 长三角).
        codes: the divisions that may be meant; empty for an area.
        known: the area that is meant.
        full: whether the name is complete with its kind (永宁县), not a stem (永宁).
        rule: which rule found it.
    """

    start: int
    end: int
    name: str
    codes: tuple[str, ...]
    known: Area | None
    full: bool
    rule: str


def find_divisions(scan: Scan) -> list[Place]:
    """Return the divisions, areas and countries a text names, in order."""
    sure: dict[int, Place] = {}
    weak: dict[int, Place] = {}
    reach = -1
    for hit in scan.hits.get("Region", ()):
        place = _place(scan, hit, reach)
        if place is None:
            continue
        if _stands_alone(scan, place):
            sure[place.start] = place
            reach = place.end
        else:
            weak[place.start] = place
    for place in _in_company(scan, sure, weak):
        sure[place.start] = place
    return [sure[start] for start in sorted(sure)]


def _place(scan: Scan, hit: Hit, reach: int) -> Place | None:
    """Return the place a hit may be, None where it is part of another word."""
    name = hit.term.name
    known = area(name)
    codes = () if known else find(name)
    full = known is not None or (name[-1] in _KINDS and len(name) > 2) or name in map(name_of, codes)
    first = scan.token_at(hit.start)
    if scan.starts[first] != hit.start and hit.start != reach:
        return None
    last = scan.token_at(hit.end - 1)
    if scan.ends[last] != hit.end and not _opens_token(scan, hit, first, last, full, codes):
        return None
    end = hit.end
    if known is not None:
        end = _extended(scan, hit.end)
        name = scan.text[hit.start : end]
        known = area(name) or (known if end == hit.end else Area(name, _part_kind(name), known.codes))
    return Place(hit.start, end, name, codes, known, full, "region.area" if known else "region.division")


def _opens_token(scan: Scan, hit: Hit, first: int, last: int, full: bool, codes: tuple[str, ...]) -> bool:
    """Tell whether a name that ends inside a token stands whole before the rest: 秦州|区委, 白银|市以."""
    if scan.words[last] in place_words("organ"):
        return full and hit.end == scan.starts[last] + 1
    if first != last:
        return full and hit.end == scan.starts[last] + 1 and scan.tags[last] == "p"
    level = level_of(codes[0]) if codes else ""
    if scan.tags[last] in _NAME_TAGS:
        return full or level in {"province", "city"}
    return level == "province" and scan.tags[last] == "n"


def _extended(scan: Scan, end: int) -> int:
    """Return where a water's or an area's name ends with the part of it that is meant: 黄河|流域, 长江|中下游|地区."""
    for words in ([part for part, _ in place_parts()], ["地区"]):
        for word in words:
            if scan.text.startswith(word, end) and scan.is_boundary(end + len(word)):
                end += len(word)
                break
    return end


def _part_kind(name: str) -> str:
    for part, kind in place_parts():
        if name.removesuffix("地区").endswith(part):
            return kind
    return "area"


def _stands_alone(scan: Scan, place: Place) -> bool:
    """Tell whether a name needs no company."""
    if place.known is not None:
        macro = place.name not in place_words("direction") or _is_macro_area(scan, place)
        return macro and not _names_more(scan, place.end)
    if place.name in place_words("generic") or (not place.full and _names_more(scan, place.end)):
        return False
    one_token = scan.token_at(place.start) == scan.token_at(place.end - 1)
    tag = scan.tags[scan.token_at(place.start)]
    if place.full:
        return len(place.name) > 2 or (one_token and tag == "ns")
    level = level_of(place.codes[0])
    return level == "province" or (level == "city" and one_token)


def _names_more(scan: Scan, end: int) -> bool:
    """Tell whether the word behind makes a name part of a smaller place's or a species': 南阳|村, 美国|白蛾."""
    return scan.text.startswith(_smaller_places(), end)


@cache
def _smaller_places() -> tuple[str, ...]:
    return tuple(sorted(place_words("no-stem")))


def _is_macro_area(scan: Scan, place: Place) -> bool:
    before = scan.token_at(place.start - 1) if place.start else -1
    after = scan.token_at(place.end)
    if before >= 0 and (scan.tags[before][0] in "nr" or scan.words[before] == "的"):
        return False
    return after >= len(scan.words) or scan.words[after] not in place_words("no-direction")


def _in_company(scan: Scan, sure: dict[int, Place], weak: dict[int, Place]) -> Iterator[Place]:
    """Yield the places that count because of what stands beside them, or because the text names them in full."""
    accepted: dict[int, Place] = dict(sure)
    named = {place.codes[0] for place in sure.values() if len(place.codes) == 1}
    for run in _runs(scan, sorted([*sure.values(), *weak.values()])):
        open_members = [place for place in run if place.start in weak]
        if open_members and len(run) > 1 and _is_list_of_places(scan, run, weak):
            accepted.update((place.start, place) for place in open_members)
            yield from open_members
    ends = {place.end: place for place in accepted.values()}
    for place in sorted(weak.values()):
        if place.start not in accepted and _is_placed(scan, place, ends.get(place.start), named):
            ends[place.end] = place
            yield place


def _runs(scan: Scan, places: Sequence[Place]) -> Iterator[list[Place]]:
    run: list[Place] = []
    for place in places:
        if run and scan.text[run[-1].end : place.start] not in _JOINTS:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


def _is_list_of_places(scan: Scan, run: list[Place], weak: dict[int, Place]) -> bool:
    """Tell whether a list names places: what it ends in says so (等县（市）区), or its members lie side by side."""
    if any(place.known is not None for place in run):
        return False
    if _tail().match(scan.text, run[-1].end):
        return True
    firm = [place for place in run if place.start not in weak]
    tagged = all(scan.tags[scan.token_at(place.start)] == "ns" for place in run)
    for place in firm:
        near = {parent_of(code) for code in place.codes}
        others = [other for other in run if other is not place]
        if all(tagged or near & {parent_of(code) for code in other.codes} for other in others):
            return True
    return len(run) > 2 and _share_parent(run)


def _share_parent(run: list[Place]) -> bool:
    shared = {parent_of(code) for code in run[0].codes}
    for place in run[1:]:
        shared &= {parent_of(code) for code in place.codes}
    return bool(shared)


def _is_placed(scan: Scan, place: Place, parent: Place | None, named: set[str]) -> bool:
    """Tell whether one stem counts: after its parent, after 美丽, or where it or its parent is named in full."""
    if parent is not None and any(lies_in(code, outer) for code in place.codes for outer in parent.codes):
        return True
    if place.name in place_words("generic") or _names_more(scan, place.end):
        return False
    first = scan.token_at(place.start)
    if first != scan.token_at(place.end - 1) or scan.tags[first] != "ns":
        return bool(named & {*place.codes}) and scan.tags[first] in {"nr", "nz", "j"}
    if first and scan.words[first - 1] in place_words("praise"):
        return True
    return any(code in named or parent_of(code) in named for code in place.codes)


@cache
def _tail() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, place_words("tail")), key=lambda word: (-len(word), word)))
    return re.compile(rf"等?(?:[\d一二三四五六七八九十两]+个?)?(?:{words})(?![场民长委])")
