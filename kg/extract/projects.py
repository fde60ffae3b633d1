"""A scan in, mentions out: particular works and investments."""

from kg.extract.names import NAME, bare, in_title, is_generic, is_statute, name_start, triggers
from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules
from kg.model import Mention

# A name that stands before one of these goes on: 第二热源厂 in 第二热源厂工程.
_GOES_ON = ("工程", "项目", "建设工程", "建设项目")


def recognize_projects(scan: Scan) -> list[Mention]:
    """Return the mentions of particular works and investments."""
    statute = is_statute(scan)
    mentions = [
        _mention(scan, hit.start, hit.end, "project.lexicon", hit.term.name)
        for hit in triggers(scan, "named-work")
        if not in_title(scan, hit.start, hit.end)
    ]
    for hit in triggers(scan, "work", "works", "plant", "treatment", "upgrade"):
        if not in_title(scan, hit.start, hit.end):
            mentions += _work(scan, hit, statute)
    if not statute:
        mentions += _owned(scan)
    return mentions


def _work(scan: Scan, hit: Hit, statute: bool) -> list[Mention]:
    """Read a work by its last word: 工程, 项目, 污水处理厂, 综合治理."""
    text, cls = scan.text, hit.term.cell("class")
    start = name_start(scan, hit.start, NAME)
    end = hit.end
    content = text[start : hit.start]
    if not content or is_generic(scan, start, hit.start) or content.startswith("“"):
        return []
    if cls in ("plant", "treatment", "upgrade"):
        end += next((len(last) for last in reversed(_GOES_ON) if text.startswith(last, end)), 0)
    if not _particular(scan, start, hit, statute):
        return []
    return [_mention(scan, start, end, f"project.{cls}")]


def _particular(scan: Scan, start: int, hit: Hit, statute: bool) -> bool:
    """Tell whether a name is marked as one particular work: by a site, an owner, a stage, a number."""
    content = scan.text[start : hit.start]
    cls = hit.term.cell("class")
    rules = read_rules("names")
    placed = any(other.start == start for other in scan.between("Region", start, hit.start))
    owned = bool(scan.between("Organization", start, hit.start))
    if statute:
        return placed and cls == "work" and len(content) > 4
    if cls == "treatment":
        return (placed or owned) and rules["work.site"].pattern.search(content) is not None
    if cls == "upgrade":
        return rules["work.site"].pattern.search(content) is not None
    site = rules["work.site"].pattern.search(content) is not None
    national = hit.term.name == "项目" and rules["work.national"].pattern.search(content) is not None
    return placed or owned or site or national


def _owned(scan: Scan) -> list[Mention]:
    """Read an owner, a sum and what it is spent on: 某集团12亿元餐厨垃圾资源化利用."""
    rule = read_rules("names")["work.owner"].pattern
    mentions = []
    for owner in scan.hits.get("Organization", ()):
        match = rule.match(scan.text, owner.end)
        if match:
            key = match["object"]
            mentions.append(_mention(scan, owner.start, match.end("object"), "project.owner", key))
    return mentions


def _mention(scan: Scan, start: int, end: int, rule: str, key: str = "") -> Mention:
    places = [hit for hit in scan.between("Region", start, end) if hit.start == start]
    return Mention(
        type="Project",
        start=start,
        end=end,
        key=key or bare(scan.text[start:end]),
        rule=rule,
        confidence=0.75,
        status=_status(scan, start, end),
        location=scan.text[start : places[0].end] if places else None,
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
