"""A scan in, mentions out: drives, programmes and initiatives."""

from kg.extract.campaign_carried import carried_start
from kg.extract.names import (
    NAME,
    bare,
    in_title,
    is_generic,
    name_start,
    opening_quote,
    quoted_core,
    triggers,
    word_class,
)
from kg.extract.scan import Hit, Scan
from kg.extract.works import is_particular, site_start
from kg.lexicon.families import family_heads, family_of, media_of
from kg.lexicon.rules import read_rules
from kg.lexicon.table import split_cell
from kg.lexicon.terms import Term
from kg.model import Mention

_DRIVES = ("drive", "week", "survey", "works", "action", "plan", "strategy", "activity", "creation", "work", "pilot")
# Last words that make a name only with a quotation or number before them.
_QUOTED_ONLY = frozenset({"activity", "plan", "strategy", "creation"})
# Last words that make a name without one too, where a verb carries the drive out (实施…行动).
_GOVERNED = frozenset({"action", "work", "works", "survey", "pilot"})
# Members of a coordination with at most so many characters may belong to one name (河道清淤和岸线治理攻坚战).
_COORDINATION = NAME._replace(piece=14)


def recognize_campaigns(scan: Scan) -> list[Mention]:
    """Return the mentions of drives, programmes and initiatives."""
    mentions = _known(scan)
    statute = scan.is_statute
    for hit in triggers(scan, *_DRIVES):
        if in_title(scan, hit.start, hit.end) or _is_other(scan, hit.end, hit.term.cls):
            continue
        if hit.end - hit.start == 2 and not scan.is_boundary(hit.start):
            continue
        mentions += _listed(scan, hit) or _elided(scan, hit) or _named(scan, hit, statute)
    return mentions if statute else [*mentions, *_of_places(scan), *_tasks(scan, mentions)]


def _known(scan: Scan) -> list[Mention]:
    """Read the campaigns of the lexicon, each with what follows and still names it (工程, 建设)."""
    extension = read_rules("names")["campaign.extension"].pattern
    mentions = []
    for hit in scan.hits.get("Campaign", ()):
        start, end = _ordinal_start(scan, hit.start), hit.end
        quoted = scan.text[start - 1 : start] == "“" and scan.text[end : end + 1] == "”"
        if not quoted and not _stands_alone(scan, hit.start, end):
            continue
        if _is_other(scan, end):
            continue
        mentions.append(_mention(scan, start, end, "campaign.lexicon", term=hit.term))
        tail = extension.match(scan.text, end)
        if tail and bool(tail["close"]) == quoted:
            mentions.append(_mention(scan, start - quoted, tail.end(), "campaign.lexicon", term=hit.term))
        if core := quoted_core(scan.text, start, end):
            mentions.append(_mention(scan, *core, "campaign.lexicon", term=hit.term))
    return mentions


def _ordinal_start(scan: Scan, start: int) -> int:
    """Return where a name begins with the number of order before it, `start` if it has none: 第五次全国经济普查."""
    if scan.text[start - 1 : start] not in ("次", "国", "省", "市"):
        return start
    ordinal = read_rules("names")["campaign.ordinal"].pattern.search(scan.text, max(0, start - 8), start)
    return ordinal.start() if ordinal else start


def _stands_alone(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a known name is one here: no part of a word or a title, nor the head of a list (等专项行动)."""
    if scan.text[start - 1 : start] == "等" or in_title(scan, start, end):
        return False
    return end - start > 7 or (scan.is_boundary(start) and (end - start > 3 or scan.is_boundary(end)))


def _is_other(scan: Scan, end: int, cls: str = "") -> bool:
    """Tell whether what follows shows that another thing is named, or nothing: 乡村振兴局, 软件工程师."""
    rules = read_rules("names")
    if cls in ("work", "works") and rules["work.other"].pattern.match(scan.text, end):
        return True
    return rules["campaign.other"].pattern.match(scan.text, end) is not None


def _listed(scan: Scan, hit: Hit) -> list[Mention]:
    """Read quotations in a row before one head: “A”“B”等创建活动."""
    window = scan.text[max(0, hit.start - 90) : hit.start]
    match = read_rules("names")["campaign.quoted-list"].pattern.search(window) if "”" in window[-12:] else None
    if not match or hit.term.cls in ("plan", "strategy", "pilot"):
        return []
    base = hit.start - len(window)
    mentions = []
    at = window.find("“", match.start("list"))
    while 0 <= at < match.end("list"):
        end = window.index("”", at)
        if window[end - 1] != "制":
            mentions.append(_mention(scan, base + at + 1, base + end, "campaign.quoted-list"))
        at = window.find("“", end)
    return mentions


def _elided(scan: Scan, hit: Hit) -> list[Mention]:
    """Read a coordination whose members share the last word: 蓝天、碧水、净土保卫战."""
    heads = family_heads()
    members: list[tuple[int, int]] = []
    end = hit.start
    while end > 0:
        start = next((end - size for size in (4, 3, 2) if scan.text[end - size : end] in heads), -1)
        if start < 0 or not scan.is_boundary(start):
            break
        members.append((start, end))
        if scan.text[start - 1] not in "、和":
            break
        end = start - 1
    if len(members) < 2 or hit.term.cls in _QUOTED_ONLY:
        return []
    last = scan.text[hit.start : hit.end]
    return [
        _mention(scan, start, hit.end if end == hit.start else end, "campaign.elided", scan.text[start:end] + last)
        for start, end in reversed(members)
    ]


def _named(scan: Scan, hit: Hit, statute: bool) -> list[Mention]:
    """Read a name by its last word."""
    text, cls = scan.text, hit.term.cls
    if _is_education(scan, hit):
        return [_mention(scan, hit.start, hit.end, "campaign.education")]
    start = name_start(scan, hit.start, NAME._replace(piece=0) if cls == "activity" else NAME)
    enclosed = text[start - 1 : start] == "“" and text[hit.end : hit.end + 1] == "”"
    if enclosed:
        prefix = read_rules("names")["campaign.quoted-prefix"].pattern.search(text[max(0, start - 20) : start - 1])
        if prefix:
            start -= 1 + len(prefix.group())
            return [_mention(scan, start, hit.end + 1, "campaign.suffix")]
    start = _coordinated(scan, _after_governor(scan, _after_known(scan, start, hit), hit), hit)
    if cls == "survey" and not scan.between("Campaign", start - 2, hit.end):
        start = _ordinal_start(scan, start)
    carried = -1 if statute or enclosed else carried_start(scan, hit)
    if 0 <= carried < start or (carried == start and cls in ("plan", "strategy", "action")):
        start = carried
    elif not _is_name(scan, start, hit, enclosed, statute):
        return []
    mentions = [_mention(scan, start, hit.end, "campaign.suffix")]
    if text[hit.start - 1] == "”":
        opening = opening_quote(text, hit.start - 1)
        mentions.append(_mention(scan, opening + 1, hit.start - 1, "campaign.suffix", bare(text[start : hit.end])))
    return mentions


def _is_education(scan: Scan, hit: Hit) -> bool:
    """Tell whether 主题教育 alone means the one of the day: 结合主题教育, 巩固主题教育成果."""
    rules = read_rules("names")
    return (
        hit.term.cls == "activity"
        and scan.text[hit.start : hit.end] == "主题教育"
        and rules["campaign.education"].pattern.search(scan.text, max(0, hit.start - 4), hit.start) is not None
        and rules["campaign.education-going-on"].pattern.match(scan.text, hit.end) is not None
    )


def _of_places(scan: Scan) -> list[Mention]:
    """Read what a place is to become as its drive: 美丽新疆建设."""
    pattern = read_rules("names")["campaign.of-place"].pattern
    mentions = []
    for hit in triggers(scan, "place-drive"):
        place = next(iter(scan.between("Region", hit.end, hit.end + 1)), None)
        if place and (match := pattern.match(scan.text, place.end)):
            key = scan.text[hit.start : place.end]
            mentions.append(_mention(scan, hit.start, match.end(), "campaign.of-place", key + "建设"))
    return mentions


def _after_known(scan: Scan, start: int, hit: Hit) -> int:
    """Return where a name begins that holds a known one, or the end of another, at a joint: 管护评估、绿盾专项行动."""
    for other in scan.between("entity", start + 1, hit.start):
        if other.term.cls in _DRIVES and scan.text[other.end] in "、和与及":
            start = other.end + 1
    for known in scan.between("Campaign", start + 1, hit.end):
        if known.end >= hit.start and scan.text[known.start - 1] in "、和与及":
            return known.start
    return start


def _coordinated(scan: Scan, start: int, hit: Hit) -> int:
    """Return where a name begins that a verb of battle or work governs as one with what stands across its 和.

    打好河道清淤和岸线治理攻坚战 names one drive, 推进退耕还林和岸线治理行动 two.
    """
    if scan.text[start - 1 : start] not in ("和", "与", "及") or hit.term.cls not in ("drive", "action"):
        return start
    wide = name_start(scan, hit.start, _COORDINATION)
    if wide >= start or "、" in scan.text[wide:start] or scan.between("Campaign", wide, hit.end):
        return start
    return wide if scan.text[max(0, wide - 2) : wide] in word_class("verb") else start


def _after_governor(scan: Scan, start: int, hit: Hit) -> int:
    """Return where a name begins without a verb that governs it: 保障清河行动, but 开展保护母亲河行动."""
    index = scan.token_at(start)
    if scan.starts[index] != start or scan.tags[index] != "v" or scan.ends[index] >= hit.start:
        return start
    before = scan.words[index - 1] if index else ""
    verbs = word_class("verb")  # 打好 is two tokens
    governed = before in verbs or scan.text[max(0, start - 2) : start] in verbs or before in ("“", "了", "、", "和")
    return start if governed else scan.ends[index]


def _is_name(scan: Scan, start: int, hit: Hit, enclosed: bool, statute: bool) -> bool:
    """Tell whether what stands before a last word makes a campaign's name of it."""
    text, cls = scan.text, hit.term.cls
    content = text[start : hit.start]
    if statute and cls != "week" and not enclosed and not content.endswith("”"):
        return False
    if cls == "pilot" and not read_rules("names")["campaign.pilot"].pattern.search(text, start, hit.end + 2):
        return False
    numbered = read_rules("names")["campaign.numbered"].pattern.match(content)
    if numbered and enclosed:
        return True
    generic = is_generic(scan, start, hit.start, fields=cls != "drive")
    if len(content) < 2 or (generic and not content.endswith("”")):
        return False
    if content.endswith("”") and start == opening_quote(text, hit.start - 1):
        return True
    if numbered:
        return cls in ("action", "work")
    if cls in _QUOTED_ONLY:
        return enclosed
    if cls not in _GOVERNED:
        return True
    if len(content) < (2 if enclosed or content in family_heads() else 4) or content.startswith("重点"):
        return False
    if cls not in ("action", "pilot") and (is_particular(scan, start, hit.start) or site_start(scan, start) < start):
        return False
    return enclosed or _is_carried_out(scan, start, len(content)) or _heads(scan, start, hit.end)


def _is_carried_out(scan: Scan, start: int, length: int) -> bool:
    """Tell whether a verb carries out what is named at `start`, or a clause begins with it."""
    if length > 5 and (start == 0 or scan.text[start - 1] in "。；，：\n"):
        return True
    window = scan.text[max(0, start - 40) : start]
    rules = read_rules("names")
    return not rules["campaign.batch"].pattern.search(window) and bool(
        rules["campaign.governor"].pattern.search(window)
    )


def _heads(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a name is all of a numbered heading: （三）湖区监测工程。"""
    if scan.text[end : end + 1] not in ("。", "\n", ""):
        return False
    return read_rules("names")["campaign.heading"].pattern.search(scan.text, max(0, start - 8), start) is not None


def _tasks(scan: Scan, campaigns: list[Mention]) -> list[Mention]:
    """Read tasks that are campaigns by the company they keep: quoted, or joined by 、 to a campaign."""
    tasks = triggers(scan, "task")
    if not tasks:
        return []
    ends = {mention.end for mention in campaigns} | {mention.end + 1 for mention in campaigns}
    starts = {mention.start for mention in campaigns} | {mention.start - 1 for mention in campaigns}
    found: list[Mention] = []
    for ordered, forward in ((tasks, True), (tasks[::-1], False)):
        for hit in ordered:
            joined = hit.start - 1 in ends if forward else hit.end + 1 in starts
            joint = scan.text[hit.start - 1 : hit.start] if forward else scan.text[hit.end : hit.end + 1]
            if joined and joint in ("、", "和") and not _is_other(scan, hit.end):
                ends.add(hit.end)
                starts.add(hit.start)
                found.append(_mention(scan, hit.start, hit.end, "campaign.task"))
    return found


def _mention(scan: Scan, start: int, end: int, rule: str, key: str = "", term: Term | None = None) -> Mention:
    name = key or bare(scan.text[start:end])
    family = (term.cell("family") if term else None) or family_of(name)
    medium = split_cell(term.cell("medium")) if term else ()
    return Mention(
        type="Campaign",
        start=start,
        end=end,
        key=term.name if term else name,
        rule=rule,
        term=term.name if term else None,
        medium=medium or media_of(family),
        family=family,
    )
