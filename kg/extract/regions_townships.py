"""A scan in, its townships out: full names, and stems in a list that 镇 or 等N个乡镇 closes."""

import re
from collections.abc import Iterator, Sequence

from kg.extract.regions_divisions import Place
from kg.extract.scan import Scan
from kg.lexicon.gazetteer import containers, level_of, lies_in, place_words, scope_chain
from kg.lexicon.gazetteer_townships import find_townships

_SUFFIX = re.compile(r"[街苏镇乡](?:(?<=街)道|(?<=苏)木|(?<=[镇乡]))")
_CLOSING = re.compile(r"(?:等|等?[\d一二三四五六七八九十两]+个?)$")
_JOINTS = "、和及与"
_LONGEST = 9
_LONGEST_MEMBER = 5
_CLOSING_ROOM = 6


def find_named_townships(scan: Scan, divisions: Sequence[Place]) -> list[Place]:
    """Return the townships a text names, in order; `divisions` are the counties and cities it names."""
    named = {code for place in divisions for code in place.codes}
    found: dict[int, Place] = {}
    for match in _SUFFIX.finditer(scan.text):
        full = _full_name(scan, match.end(), match.group())
        if full is not None and not _is_likely(scan, full, named):
            continue
        if full is not None:
            found[full.start] = full
            members = [*_members(scan, full.start, bare=False), full]
        else:
            room = max(0, match.start() - _CLOSING_ROOM)
            closing = _CLOSING.search(scan.text[room : match.start()])
            members = list(_members(scan, room + closing.start(), bare=True)) if closing else []
        found.update(
            (place.start, place) for place in _of_one_county(members) if place.start not in found or place.codes
        )
    return [found[start] for start in sorted(found)]


def _full_name(scan: Scan, end: int, suffix: str) -> Place | None:
    """Return the township whose name ends at an offset: the longest known one, or one token tagged as a place."""
    last = scan.token_at(end - 1)
    if scan.ends[last] != end and not scan.words[last].startswith(suffix):
        return None
    if scan.words[last] in place_words("no-township"):
        return None
    best: Place | None = None
    for index in range(last, max(-1, last - 5), -1):
        start = scan.starts[index]
        if end - start > _LONGEST or scan.tags[index] == "x":
            break
        name = scan.text[start:end]
        if len(name) > len(suffix) + 1 and (codes := find_townships(name)):
            best = Place(start, end, name, codes, None, True, "region.township")
    if (
        best is None
        and scan.tags[last] == "ns"
        and scan.ends[last] == end
        and end - scan.starts[last] > len(suffix) + 1
    ):
        start = scan.starts[last]
        best = Place(start, end, scan.text[start:end], (), None, True, "region.township.unlisted")
    return best


def _is_likely(scan: Scan, place: Place, named: set[str]) -> bool:
    """Tell whether a full name is one: tagged as a place, or in a county or city the text names (建设镇, 中心镇)."""
    if scan.tags[scan.token_at(place.start)] == "ns":
        return True
    return any(above in named for code in place.codes for above in scope_chain(code)[1:3])


def _members(scan: Scan, end: int, bare: bool) -> Iterator[Place]:
    """Yield the stems of a list, from its end backwards: 太京、藉口、关子|3镇.

    Args:
        end: where the list ends.
        bare: whether a member ends right there; if not, a joint stands before `end`.
    """
    if not bare:
        if not end or scan.text[end - 1] not in _JOINTS:
            return
        end -= 1
    while True:
        start = max(scan.text.rfind(joint, max(0, end - _LONGEST_MEMBER - 1), end) for joint in _JOINTS) + 1
        if start == 0:
            start = _first_member_start(scan, end)
            if start < end:
                yield _stem(scan, start, end)
            return
        if end - start < 2:
            return
        yield _stem(scan, start, end)
        end = start - 1


def _first_member_start(scan: Scan, end: int) -> int:
    for start in range(max(0, end - _LONGEST_MEMBER), end - 1):
        if scan.is_boundary(start) and find_townships(scan.text[start:end]):
            return start
    return end


def _stem(scan: Scan, start: int, end: int) -> Place:
    name = scan.text[start:end]
    return Place(start, end, name, find_townships(name), None, False, "region.township.list")


def _of_one_county(members: list[Place]) -> list[Place]:
    """Return the members of a list with the codes that lie in one county or city, or none if most do not."""
    known = [place.codes for place in members if place.codes]
    outer = [code for code in containers(known) if level_of(code) in {"city", "county", "township"}]
    if len(known) < 2 or len(known) * 2 < len(members) or not outer:
        return []
    narrowed = []
    for place in members:
        codes = tuple(code for code in place.codes if any(lies_in(code, county) for county in outer))
        narrowed.append(place._replace(codes=codes or place.codes))
    return narrowed
