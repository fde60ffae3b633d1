"""A scan and the last word of an inner office in; the office inside a ministry out: 水利部节水司, 科技司创新处."""

from collections.abc import Iterator

from kg.extract.agency_owners import Body, Owner
from kg.extract.names import NAME, in_title, name_start
from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules

_REACH = 26
_WALK = NAME._replace(longest=12)


def inner_bodies(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read a department of a ministry, named behind it or alone, with the division of it that stands behind."""
    rules, text = read_rules("offices"), scan.text
    if not scan.is_boundary(hit.end) or in_title(scan, hit.start, hit.end):
        return
    start = at = _ministry_start(scan, hit)
    if start < 0:
        if own not in ("nation", ""):
            return
        start = name_start(scan, hit.start, _WALK)
        start = at = start + 1 if text[start] in "局部委署" and scan.is_boundary(start + 1) else start
    else:
        at = max(other.end for other in scan.between("Agency", start, start + 1) if other.end < hit.start)
    if not rules["agency.inner"].pattern.fullmatch(text, at, hit.start):
        return
    division = rules["agency.inner-division"].pattern.match(text, hit.end)
    end = division.end() if division else hit.end
    yield Body(start, end, Owner(start, "nation"), text[at:end], "agency.inner", organ=True)


def _ministry_start(scan: Scan, hit: Hit) -> int:
    """Return where the ministry begins that stands right before an office's name, -1 for none."""
    inner = read_rules("offices")["agency.inner"].pattern
    for other in reversed(scan.between("Agency", hit.start - _REACH, hit.start)):
        if other.term.cls == "state":
            return other.start if inner.fullmatch(scan.text, other.end, hit.start) else -1
    return -1
