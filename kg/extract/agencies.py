"""A scan in, mentions out: organs of party, government, congress and court."""

from collections.abc import Iterator

from kg.extract.agency_inner import inner_bodies
from kg.extract.agency_lists import carried_owners, elided_bodies, listed_bodies
from kg.extract.agency_owners import Body, Owner, own_level, owner_before, starts_word
from kg.extract.agency_short import short_bodies
from kg.extract.names import NAME, in_title, name_start
from kg.extract.scan import Hit, Scan
from kg.lexicon.bodies import field_of, ministry_of
from kg.lexicon.gazetteer import find, name_of
from kg.lexicon.rules import read_rules
from kg.model import LOCUS, Mention

_LEVEL_WORDS = {"nation": "国家", "province": "省", "region": "自治区", "city": "市", "county": "县", "": ""}
_CENTRE = "党中央"
_REPUBLIC = "中华人民共和国"


def recognize_agencies(scan: Scan) -> list[Mention]:
    """Return the mentions of organs of party, government, congress and court."""
    own = own_level(scan)
    bodies: list[Body] = []
    form, text = read_rules("offices")["agency.form"].pattern, scan.text
    for hit in scan.hits.get("Agency", ()):
        # A field is mostly no body's: 教育 alone is named far more often than 教育部门.
        if hit.term.cls != "field" or form.match(text, hit.end):
            bodies += _READERS[hit.term.cls](scan, hit, own)
    bodies += elided_bodies(scan, bodies, own)
    bodies = carried_owners(scan, bodies)
    apart: set[str] = set()
    for hit in scan.hits.get("body", ()):
        if hit.term.cls == "department":
            bodies += listed_bodies(scan, hit, own, apart)
        elif hit.term.cls in ("unit", "station"):
            bodies += _unit(scan, hit, own)
        elif hit.term.cls == "inner":
            bodies += inner_bodies(scan, hit, own)
    bodies += list(short_bodies(scan, bodies))
    spans = [match.span() for match in read_rules("offices")["agency.addressees"].pattern.finditer(scan.text)]
    bodies = [body for body in bodies if body.rule == "agency.state" or not _inside(body, spans)]
    return _mentions(scan, _outside_titles(scan, bodies), own, apart)


def _outside_titles(scan: Scan, bodies: list[Body]) -> list[Body]:
    """Leave out what lies in a longer name, begins a meeting's or stands inside 《》 and is no issuer of the title."""
    issuing, meeting = read_rules("offices")["agency.issuing"].pattern, read_rules("offices")["agency.meeting"].pattern
    kept: list[Body] = []
    heads: set[int] = set()
    reach = -1
    for body in sorted(bodies, key=lambda body: (body.start, -body.end, body.rule == "agency.unit")):
        if body.end <= reach or meeting.match(scan.text, body.end):
            continue
        if in_title(scan, body.start, body.end):
            first = scan.text[body.start - 1] in "《〈" or body.start - 1 in heads
            if not first or not issuing.match(scan.text, body.end):
                continue
            heads.add(body.end)
        kept.append(body)
        reach = body.end
    return kept


def _department(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read a field with its last word: 省生态环境厅, 环保部门."""
    end = hit.end
    field = hit.term.name
    form = read_rules("offices")["agency.form"].pattern.match(scan.text, end)
    if not form or not (scan.is_boundary(form.end()) or scan.text.startswith("会同", form.end())):
        return
    owner = owner_before(scan, hit.start, own)
    if not owner.named and not starts_word(scan, hit.start):
        return
    organ = form["organ"] is not None
    graded = read_rules("offices")["agency.graded"].pattern.search(scan.text, hit.start - 2, hit.start)
    if owner.collective and graded and own in ("nation", ""):
        owner = Owner(graded.start(), "province")
    if owner.collective and organ:
        return
    start = hit.start if owner.collective else owner.start
    yield Body(start, form.end(), owner, f"{field}部门", "agency.department", field, organ or owner.level == "nation")


def _state(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read an organ of the centre; 水利部 in 水利部门 is none."""
    if scan.text[hit.end - 1] == "部" and scan.text[hit.end : hit.end + 1] in ("门", "署", "分"):
        surface = scan.text[hit.start : hit.end - 1]
        if field_of(surface):
            term = hit.term._replace(name=field_of(surface))
            yield from _department(scan, Hit(hit.start, hit.end - 1, term), own)
        return
    if read_rules("offices")["agency.document-number"].pattern.match(scan.text, hit.end):
        return
    start = hit.start - len(_REPUBLIC) if scan.text.endswith(_REPUBLIC, 0, hit.start) else hit.start
    owner = Owner(start, hit.term.cell("level"))
    if not owner.level:
        owner = _namesake(scan, hit)
    yield Body(start, hit.end, owner, hit.term.name, "agency.state", organ=True)


def _namesake(scan: Scan, hit: Hit) -> Owner:
    """Return the place that a body of the table begins with: 新疆 of 新疆生产建设兵团."""
    for region in scan.between("Region", hit.start, hit.start + 1):
        name = scan.text[region.start : region.end]
        codes = find(name)
        if len(codes) == 1:
            return Owner(hit.start, place=name, code=codes[0])
    return Owner(hit.start)


def _organ(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read an organ every level has: 省政府, 临河市人大常委会."""
    owner = owner_before(scan, hit.start, own)
    if owner.named and (hit.end - hit.start > 2 or scan.is_boundary(hit.end)):
        yield Body(owner.start, hit.end, owner, hit.term.name, "agency.organ")


def _party(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read a committee of the Party, whose level is in its name: 市委; in 河东省委 the place stands before."""
    if not scan.is_boundary(hit.end) and scan.text[hit.end : hit.end + 1] in ("员", "会", "托", "任", "派"):
        return
    place = owner_before(scan, hit.start, own)
    level = hit.term.cell("level")
    if place.place:
        yield Body(place.start, hit.end, place, "党委", "agency.party")
    elif scan.is_boundary(hit.start):
        owner = owner_before(scan, hit.start + (3 if level == "region" else 1), own)
        if not owner.collective:
            yield Body(
                hit.start, hit.end, Owner(hit.start, level), "党委" + hit.term.name.partition("委")[2], "agency.party"
            )


def _alone(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read an organ that needs no level: 公安机关, 人大."""
    owner = owner_before(scan, hit.start, own)
    if read_rules("offices")["agency.member"].pattern.match(scan.text, hit.end) and not owner.named:
        return
    if starts_word(scan, hit.start) and scan.is_boundary(hit.end):
        start = hit.start if owner.collective else owner.start
        yield Body(start, hit.end, owner, hit.term.name, "agency.organ")


def _standing(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read a field whose name alone is a body too: 海关 beside 海关部门."""
    departments = list(_department(scan, hit, own))
    if departments or read_rules("offices")["agency.standing-other"].pattern.match(scan.text, hit.end):
        yield from departments
        return
    for body in _alone(scan, hit, own):
        yield body._replace(name=f"{hit.term.name}部门", field=hit.term.name)


def _centre(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read 中央 where it means the Party's centre (中央决定), not a budget or a level."""
    if read_rules("offices")["agency.centre"].pattern.match(scan.text, hit.end):
        yield Body(hit.start, hit.end, Owner(hit.start, "nation"), _CENTRE, "agency.state", organ=True)


def _known_unit(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    owner = owner_before(scan, hit.start, own)
    if owner.named:
        yield Body(owner.start, hit.end, owner, hit.term.name, "agency.unit")


_READERS = {
    "field": _department,
    "state": _state,
    "organ": _organ,
    "party": _party,
    "alone": _alone,
    "standing": _standing,
    "unit": _known_unit,
    "centre": _centre,
}


def _unit(scan: Scan, hit: Hit, own: str) -> Iterator[Body]:
    """Read a body named by its task: 大气污染防治领导小组, 市环境监测站."""
    rules, text = read_rules("offices"), scan.text
    if rules["agency.unit-tail"].pattern.match(text, hit.end) or in_title(scan, hit.start, hit.end):
        return
    station = hit.term.cls == "station"
    start = name_start(scan, hit.start, NAME._replace(longest=20, piece=0 if station else 2))
    founding = rules["agency.founding"].pattern.match(text, start, hit.start)
    if founding:
        start = founding.end()
    owner, at = _leading_owner(scan, start, hit.start, own)
    content = text[at : hit.start]
    if owner.collective or rules["agency.generic-unit"].pattern.match(content):
        return
    if not owner.named and (station or len(content) < 2):
        return
    yield Body(
        start,
        hit.end,
        owner._replace(start=start),
        content.removesuffix("工作") + text[hit.start : hit.end].removeprefix("工作"),
        "agency.unit",
    )


def _leading_owner(scan: Scan, start: int, end: int, own: str) -> tuple[Owner, int]:
    """Return the owner that a name begins with, and where the rest of the name begins."""
    at, owner = start, Owner(start)
    index = scan.token_at(start)
    while index < len(scan.ends) and scan.ends[index] <= end and scan.ends[index] - start <= 14:
        found = owner_before(scan, scan.ends[index], own)
        if found.collective:
            return found, at
        if found.named and found.start == start:
            at, owner = scan.ends[index], found
        index += 1
    return owner, at


def _inside(body: Body, spans: list[tuple[int, int]]) -> bool:
    return any(start <= body.start < end for start, end in spans)


def _mentions(scan: Scan, bodies: list[Body], own: str, apart: set[str]) -> list[Mention]:
    places = _places(bodies, own)
    central = {body.field for body in bodies if body.organ and body.owner.level == own == "nation"}
    graded = {body.field for body in bodies if body.owner.level == "province" and own in ("nation", "")} - {""}
    mentions = []
    for body in bodies:
        owner, name = body.owner, body.name
        surface = scan.text[body.start : body.end]
        level = owner.level or own
        its_kind = owner.collective and body.field in central
        if body.field and (body.organ or its_kind) and level == "nation" and not owner.place:
            name = ministry_of(body.field) or name
        if surface in apart:
            name = f"{surface}部门"
        mark = "" if owner.level in (own, "nation") else _LEVEL_WORDS[owner.level]
        if name == f"{body.field}部门" and body.field in graded and not owner.level:
            mark = _LEVEL_WORDS["province"]
        place = (name_of(owner.code) or owner.place) if owner.place else places.get((body.name, level), "")
        if owner.place and name.startswith(owner.place):
            place = ""
        # The army is a body of the state, but administers no place.
        placeless = owner.place or body.rule == "agency.state"
        jurisdiction = owner.code or (f"@{owner.level}" if owner.level else None if placeless else LOCUS)
        mentions.append(
            Mention("Agency", body.start, body.end, (place or mark) + name, body.rule, body.field or None, jurisdiction)
        )
    return mentions


def _places(bodies: list[Body], own: str) -> dict[tuple[str, str], str]:
    """Return the place a body of a level belongs to where the text names just one (河东省财政厅 beside 省财政厅)."""
    found: dict[tuple[str, str], set[str]] = {}
    for body in bodies:
        if body.owner.code:
            found.setdefault((body.name, body.owner.level or own), set()).add(name_of(body.owner.code))
    return {slot: min(names) for slot, names in found.items() if len(names) == 1}
