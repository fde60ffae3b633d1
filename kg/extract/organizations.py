"""A scan in, mentions out: companies, plants, institutes and other bodies."""

from collections.abc import Iterator

from kg.extract.names import ends_name, in_title
from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules
from kg.model import Mention

# Tags of tokens that name something.
_PROPER = frozenset({"ns", "nr", "nz", "nt", "nrt", "nrfg", "eng"})
_EVIDENCE = {"company": _PROPER, "brand": frozenset({"nr", "nz", "nrt", "nt"}), "school": frozenset({"ns", "nt"})}
_LONGEST = 18
_LONGEST_PIECE = 14
# A division by its full name in such a list is itself meant: 江南省、西河森工集团各2个.
_DIVISIONS = "省市区县"


def recognize_organizations(scan: Scan) -> list[Mention]:
    """Return the mentions of companies, plants, institutes and other bodies."""
    found: dict[tuple[int, int], Mention] = {}
    for hit in scan.hits.get("Organization", ()):
        if _stands_alone(scan, hit):
            _add(found, scan, hit.start, hit.end, "organization.lexicon", hit.term.name)
    for hit in scan.hits.get("body", ()):
        kind = hit.term.cls
        if kind in ("company", "brand", "school"):
            start = _name_start(scan, hit, kind)
            if start >= 0:
                _add(found, scan, start, hit.end, "organization.suffix")
                for place in _sharing(scan, start, hit.end):
                    _add(found, scan, *place, "organization.shared", scan.text[slice(*place)] + "…")
        elif kind == "members":
            for start, end in _members(scan, hit):
                _add(found, scan, start, end, "organization.listed")
    _repeat(found, scan)
    return [found[span] for span in sorted(found)]


def _add(
    found: dict[tuple[int, int], Mention], scan: Scan, start: int, end: int, rule: str, key: str | None = None
) -> None:
    name = key or scan.text[start:end]
    found.setdefault((start, end), Mention(type="Organization", start=start, end=end, key=name, rule=rule))


def _stands_alone(scan: Scan, hit: Hit) -> bool:
    return scan.is_boundary(hit.start) and scan.is_boundary(hit.end)


def _name_start(scan: Scan, hit: Hit, kind: str) -> int:
    """Return where the name that ends in a company's or school's last word begins, -1 if no proper name is in it."""
    text = scan.text
    if not scan.is_boundary(hit.end) or read_rules("offices")["organization.tail"].pattern.match(text, hit.end):
        return -1
    if not scan.is_boundary(hit.start) and scan.tags[scan.token_at(hit.start)] not in _PROPER:
        return -1
    at = hit.start
    if text[at - 1 : at] == "）" and (opening := text.rfind("（", max(0, at - 8), at)) > 0:
        at = opening
    known = [other for other in scan.between("Organization", at - _LONGEST, at) if other.end == at]
    if known:
        return known[0].start
    proper = -1
    index = scan.token_at(at - 1)
    first = True
    while index >= 0 and hit.start - scan.starts[index] <= _LONGEST:
        word, tag = scan.words[index], scan.tags[index]
        if word == "*":
            proper = scan.starts[index]
        elif ends_name(scan, index) or word in "、和与及" or (tag == "v" and len(word) > 1):
            break
        elif tag in _EVIDENCE[kind] and (len(word) > 1 or proper < 0):
            proper = scan.starts[index]
        elif kind == "brand" and first:
            break
        first = False
        index -= 1
    if proper < 0 or in_title(scan, proper, hit.end):
        return -1
    content = text[proper : hit.start]
    for other in scan.between("Organization", max(0, hit.start - 2 * _LONGEST), hit.start):
        if other.start < proper <= other.end < hit.start:
            return other.start
    if len(content) < 2 or read_rules("offices")["organization.generic"].pattern.search(content):
        return -1
    if kind == "brand" and any(other.end == hit.start for other in scan.between("Region", proper, hit.start)):
        return -1
    return proper


def _sharing(scan: Scan, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the places that share the last words of the company behind them: 东山、西河森工集团."""
    if not read_rules("offices")["organization.shared"].pattern.search(scan.text, start, end):
        return
    while start > 1 and scan.text[start - 1] in "、和":
        ends = start - 1
        places = [hit.start for hit in scan.between("Region", ends - _LONGEST_PIECE, ends) if hit.end == ends]
        if not places or scan.text[ends - 1] in _DIVISIONS:
            return
        start = places[0]
        yield start, ends


def _members(scan: Scan, hit: Hit) -> Iterator[tuple[int, int]]:
    """Yield the members of a list of companies: A药业、B味精等企业."""
    rules, text = read_rules("offices"), scan.text
    listed = rules["organization.listed"].pattern.search(text, max(0, hit.start - 14), hit.start)
    if not listed or (
        hit.term.name == "项目"
        and not rules["organization.work"].pattern.search(text[max(0, hit.start - 8) : hit.start])
    ):
        return
    pieces: list[tuple[int, int]] = []
    end = listed.start()
    while True:
        start = _piece_start(scan, end)
        if start < 0 or not rules["organization.piece"].pattern.fullmatch(text, start, end):
            break
        pieces.append((start, end))
        if text[start - 1 : start] != "、":
            break
        end = start - 1
    if any(_is_kind(scan, start, end) for start, end in pieces):
        return
    proper = [piece for piece in pieces if _holds_name(scan, *piece)]
    if len(proper) * 2 >= len(pieces) > 0:
        yield from pieces


def _piece_start(scan: Scan, end: int) -> int:
    """Return where a piece of a list begins: behind 、, or where the words of the sentence before it end."""
    joint = scan.text.rfind("、", max(0, end - _LONGEST_PIECE), end)
    start = -1
    index = scan.token_at(end - 1)
    while index >= 0 and scan.starts[index] > joint and end - scan.starts[index] <= _LONGEST_PIECE:
        if ends_name(scan, index) and scan.ends[index] <= end and scan.words[index] != "*":
            return start
        start = scan.starts[index]
        index -= 1
    return start


def _is_kind(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a piece is a trade or a substance, so that the list is one of kinds (钢铁、水泥等企业)."""
    return any(
        hit.end == end and hit.start <= start + 1
        for kind in ("Sector", "Pollutant", "Region")
        for hit in scan.between(kind, start, end)
    )


def _holds_name(scan: Scan, start: int, end: int) -> bool:
    if any(hit.end <= end for hit in scan.between("Organization", start, end)):
        return True
    index = scan.token_at(start)
    while index < len(scan.starts) and scan.starts[index] < end:
        if scan.tags[index] in _PROPER or scan.words[index] == "*":
            return True
        index += 1
    return any(hit.end == end and hit.term.cls == "company" for hit in scan.between("body", start, end))


def _repeat(found: dict[tuple[int, int], Mention], scan: Scan) -> None:
    """Find every further place of the names a list or a last word gave."""
    names = {
        mention.key for mention in found.values() if mention.rule != "organization.lexicon" and mention.key[0] != "*"
    }
    for name in sorted(names):
        at = scan.text.find(name)
        while at >= 0:
            _add(found, scan, at, at + len(name), "organization.repeated")
            at = scan.text.find(name, at + 1)
