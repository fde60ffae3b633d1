"""A scan in, mentions out: particular works and investments."""

from kg.extract.names import Walk, bare, in_title, is_generic, name_start, triggers
from kg.extract.scan import Hit, Scan
from kg.extract.works import is_particular, owners_start, site_start
from kg.lexicon.rules import read_rules
from kg.model import Mention

_WORKS = ("work", "works", "project", "plant", "treatment", "upgrade")
# A name that stands before one of these goes on: 第二热源厂 in 第二热源厂工程.
_GOES_ON = ("建设工程", "建设项目", "工程", "项目")
_SUMS = ("亿元", "万元")
_BASINS = ("游", "流域", "库区")


def recognize_projects(scan: Scan) -> list[Mention]:
    """Return the mentions of particular works and investments."""
    mentions = [
        _mention(scan, hit.start, hit.end, "project.lexicon", hit.term.name)
        for hit in triggers(scan, "named-work")
        if not in_title(scan, hit.start, hit.end)
    ]
    if scan.is_statute:
        return mentions
    for hit in triggers(scan, *_WORKS):
        if not in_title(scan, hit.start, hit.end):
            mentions += _work(scan, hit)
    return mentions + _owned(scan) + _in_basins(scan)


def _in_basins(scan: Scan) -> list[Mention]:
    """Read a programme of works with the basins it is for: 青江上游、白水河中游退耕还湿工程."""
    mentions = []
    for hit in scan.hits.get("Campaign", ()):
        if not scan.text.endswith(_BASINS, 0, hit.start):
            continue
        end = hit.end if scan.text.endswith("工程", 0, hit.end) else hit.end + 2
        basins = read_rules("names")["work.basin"].pattern.search(scan.text, max(0, hit.start - 32), hit.start)
        if basins is None or not scan.text.endswith("工程", 0, end):
            continue
        places = scan.between("Region", basins.start(), hit.start)
        if places and not in_title(scan, places[0].start, end):
            mentions.append(_mention(scan, places[0].start, end, "project.basin"))
    return mentions


def _work(scan: Scan, hit: Hit) -> list[Mention]:
    """Read a work by its last word: 工程, 项目, 污水处理厂, 综合治理."""
    cls = hit.term.cls
    own = name_start(scan, hit.start, Walk(past_quotation=True))
    start = site_start(scan, own)
    if start == own:
        start = owners_start(scan, own, plant=cls == "plant")
    end = hit.end
    if cls in ("plant", "treatment", "upgrade"):
        end += next((len(last) for last in _GOES_ON if scan.text.startswith(last, end)), 0)
    content = scan.text[start : hit.start]
    if len(content) < 2 or is_generic(scan, start, hit.start) or "”" in (content[0], content[-1]):
        return []
    if _is_programme(scan, start, hit):
        return []
    national = hit.term.name == "项目" and read_rules("names")["work.national"].pattern.search(content)
    if start == own and not national and not is_particular(scan, start, hit.start, staged=cls == "upgrade"):
        return []
    return [_mention(scan, start, end, f"project.{cls}", location=scan.text[start:own].removesuffix("的"))]


def _is_programme(scan: Scan, start: int, hit: Hit) -> bool:
    """Tell whether 工程 belongs to a known campaign's name, or to another word (工程师)."""
    if hit.term.cls not in ("work", "works"):
        return False
    if read_rules("names")["work.other"].pattern.match(scan.text, hit.end):
        return True
    return any(known.end >= hit.start for known in scan.between("Campaign", start, hit.end))


def _owned(scan: Scan) -> list[Mention]:
    """Read an owner, a sum and what it is spent on: 长风集团12亿元餐厨垃圾资源化利用."""
    rules = read_rules("names")
    mentions = []
    for unit in _SUMS:
        at = scan.text.find(unit)
        while at >= 0:
            digits = at
            while digits and scan.text[digits - 1] in "0123456789.多余":
                digits -= 1
            owner = name_start(scan, digits, Walk(longest=12, piece=0)) if digits < at else digits
            match = rules["work.owner"].pattern.match(scan.text, digits)
            if match and rules["work.payer"].pattern.search(scan.text[owner:digits]):
                key = match["object"]
                mentions.append(_mention(scan, owner, match.end("object"), "project.owner", key))
                mentions.append(_mention(scan, match.start("object"), match.end("object"), "project.owner", key))
            at = scan.text.find(unit, at + 1)
    return mentions


def _mention(scan: Scan, start: int, end: int, rule: str, key: str = "", location: str = "") -> Mention:
    place = next((hit for hit in scan.between("Region", start, end) if hit.start == start), None)
    if place and not location:
        location = scan.text[start : place.end]
    return Mention(
        type="Project",
        start=start,
        end=end,
        key=key or bare(scan.text[start:end]),
        rule=rule,
        status=_status(scan, start, end),
        location=location or None,
    )


def _status(scan: Scan, start: int, end: int) -> str | None:
    """Read whether a work is done, under way or planned from the words that govern it in its clause."""
    clause = scan.clauses[scan.clause_at(start)]
    before = scan.text[clause.start : start]
    after = scan.text[end : max(end, clause.end)]
    rules = read_rules("names")
    for status in ("done", "underway", "planned"):
        pattern = rules[f"work.{status}"].pattern
        if pattern.search(before) or (status != "planned" and pattern.search(after)):
            return status
    return None
