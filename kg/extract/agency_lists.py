"""A scan and the word that closes a list in; the bodies out that share it, or that a coordination leaves out."""

from collections.abc import Iterator

from kg.extract.agency_owners import Body, Owner, owner_before
from kg.extract.scan import Hit, Scan
from kg.lexicon.bodies import field_before, field_of
from kg.lexicon.rules import read_rules

_JOINTS = "、和与及"
_LONGEST_FIELD = 12


def elided_bodies(scan: Scan, bodies: list[Body], own: str) -> Iterator[Body]:
    """Read what a coordination leaves out: 自治区党委、政府; 省、市政府; 市、县（市、区）人民政府."""
    rules, text = read_rules("offices"), scan.text
    ends = {body.end: body for body in bodies if body.name in ("党委", "政府", "人大")}
    starts = {body.start for body in bodies}
    for hit in scan.hits.get("Agency", ()):
        if hit.term.cls not in ("organ", "alone"):
            continue
        before = ends.get(hit.start - 1) if text[hit.start - 1] in _JOINTS else None
        if before and hit.start not in starts:
            yield Body(hit.start, hit.end, before.owner._replace(start=hit.start), hit.term.name, "agency.elided")
        levels = rules["agency.elided-level"].pattern.search(text, max(0, hit.start - 16), hit.start)
        if levels:
            at = levels.start()
            first = owner_before(scan, at + len(levels["first"]), own)
            if first.start == at and first.named:
                yield Body(at, at + len(levels["first"]), first, hit.term.name, "agency.elided")


def carried_owners(scan: Scan, bodies: list[Body]) -> list[Body]:
    """Give a bureau joined to another the other's owner, which it leaves out: 江州市财政局、水利局."""
    carried: dict[int, Owner] = {}
    owned: list[Body] = []
    for body in sorted(bodies, key=lambda body: (body.start, body.end)):
        owner = carried.get(body.start - 1) if scan.text[body.start - 1] in _JOINTS else None
        bare = body.owner == (body.start, "", "", "", False)
        if owner and body.field and bare:
            body = body._replace(owner=owner._replace(start=body.start), organ=body.organ or owner.level == "nation")
            bare = False
        if body.field and not bare:
            carried[body.end] = body.owner
        owned.append(body)
    return owned


def listed_bodies(scan: Scan, hit: Hit, own: str, apart: set[str]) -> list[Body]:
    """Read a list of fields before the department they share: 发改、财政等部门; 教育、民政主管部门."""
    text = scan.text
    listed = read_rules("offices")["agency.listed"].pattern.search(text, max(0, hit.start - 12), hit.start)
    at = listed.start() if listed else _known_field(scan, hit.start)
    if at < 0 or (not listed and text[at - 1] not in _JOINTS):
        return []
    members: list[tuple[int, int, str]] = []
    end = at if listed else at - 1
    while end > 0:
        start = _member_start(scan, end, bool(listed))
        if start < 0:
            break
        members += _split(text, start, end)
        if text[start - 1] not in _JOINTS:
            break
        end = start - 1
    fields = [field for _, _, field in members if field]
    if not fields or len(fields) * 2 < len(members):
        return []
    owner = owner_before(scan, members[-1][0], own)
    if owner.collective and text.endswith("直辖市", 0, members[-1][0]):
        return []
    bodies = []
    for start, end, field in members:
        surface = text[start:end]
        if field and fields.count(field) > 1:
            apart.add(surface)
        if read_rules("offices")["agency.no-member"].pattern.search(surface):
            continue
        name = f"{field or surface}部门"
        bodies.append(Body(start, end, owner._replace(start=start), name, "agency.listed", field or surface))
    return bodies


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield a member with its field, or the two fields of 环保以及海事."""
    joint = read_rules("offices")["agency.joint"].pattern.search(text, start, end)
    if joint and not field_of(text[start:end]) and field_of(text[start : joint.start()]):
        yield joint.end(), end, field_of(text[joint.end() : end])
        end = joint.start()
    yield start, end, field_of(text[start:end])


def _known_field(scan: Scan, end: int) -> int:
    start = field_before(scan.text, end)
    return start if start >= 0 and scan.is_boundary(start) else -1


def _member_start(scan: Scan, end: int, listed: bool) -> int:
    """Return where a list's member begins: a known field, or in a list closed by 等 a whole piece after 、."""
    text = scan.text
    start = _known_field(scan, end)
    joint = text.rfind("、", max(0, end - _LONGEST_FIELD), end)
    longer = listed and 0 <= joint < end - 2 and (start < 0 or joint + 1 < start)
    if longer and read_rules("offices")["agency.member-name"].pattern.fullmatch(text, joint + 1, end):
        return joint + 1
    return start
