"""A scan in, mentions out: drives, programmes and initiatives."""

from kg.extract.names import NAME, bare, in_title, is_generic, is_statute, name_start, opening_quote, triggers
from kg.extract.scan import Hit, Scan
from kg.lexicon.families import family_heads, family_of, media_of
from kg.lexicon.rules import read_rules
from kg.lexicon.table import split_cell
from kg.model import Mention

_DRIVES = ("drive", "survey", "works", "action", "plan", "strategy", "activity", "creation", "work")
# Last words of a drive that are names only with a mark of their own, and none in the articles of a statute.
_MARKED = frozenset({"action", "plan", "strategy", "activity", "creation", "work", "works"})


def recognize_campaigns(scan: Scan) -> list[Mention]:
    """Return the mentions of drives, programmes and initiatives."""
    mentions = _known(scan)
    statute = is_statute(scan)
    for hit in triggers(scan, *_DRIVES):
        if not in_title(scan, hit.start, hit.end):
            mentions += _listed(scan, hit) or _elided(scan, hit) or _named(scan, hit, statute)
    return mentions


def _known(scan: Scan) -> list[Mention]:
    """Read the campaigns of the lexicon, each with what follows and still names it (工程, 建设)."""
    extension = read_rules("names")["campaign.extension"].pattern
    mentions = []
    for hit in scan.hits.get("Campaign", ()):
        start, end = hit.start, hit.end
        quoted = scan.text[start - 1 : start] == "“" and scan.text[end : end + 1] == "”"
        if not quoted and not (_whole(scan, start, end) and not in_title(scan, start, end)):
            continue
        mentions.append(_mention(scan, start, end, "campaign.lexicon", hit))
        tail = extension.match(scan.text, end)
        if tail and bool(tail["close"]) == quoted:
            mentions.append(_mention(scan, start - quoted, tail.end(), "campaign.lexicon", hit))
    return mentions


def _whole(scan: Scan, start: int, end: int) -> bool:
    return end - start > 3 or (scan.is_boundary(start) and scan.is_boundary(end))


def _listed(scan: Scan, hit: Hit) -> list[Mention]:
    """Read quotations in a row before one head: “A”“B”等创建活动."""
    window = scan.text[max(0, hit.start - 90) : hit.start]
    if "”" not in window[-12:]:
        return []
    match = read_rules("names")["campaign.quoted-list"].pattern.search(window)
    if not match:
        return []
    base = hit.start - len(window)
    mentions = []
    at = match.start("list")
    while (at := window.find("“", at, match.end("list"))) >= 0:
        end = window.index("”", at)
        mentions.append(_mention(scan, base + at + 1, base + end, "campaign.quoted-list"))
        at = end
    return mentions


def _elided(scan: Scan, hit: Hit) -> list[Mention]:
    """Read a coordination whose members share the last word: 蓝天、碧水、净土保卫战."""
    members = []
    end = hit.start
    while True:
        start = next((end - size for size in (4, 3, 2) if scan.text[end - size : end] in family_heads()), -1)
        if start < 0:
            break
        members.append((start, end))
        if scan.text[start - 1 : start] not in ("、", "和"):
            break
        end = start - 1
    if len(members) < 2:
        return []
    last = scan.text[hit.start : hit.end]
    return [
        _mention(
            scan, start, hit.end if end == hit.start else end, "campaign.elided", key=scan.text[start:end] + last
        )
        for start, end in reversed(members)
    ]


def _named(scan: Scan, hit: Hit, statute: bool) -> list[Mention]:
    """Read a name by its last word."""
    text = scan.text
    start = name_start(scan, hit.start, NAME._replace(piece=0 if hit.term.cell("class") == "activity" else 2))
    content = text[start : hit.start]
    end = hit.end
    if not content:
        if text[start - 1 : start] == "“" and text[end : end + 1] == "”":
            return []
        return []
    rules = read_rules("names")
    quotation = content.endswith("”") or content.startswith("“") or text[start - 1 : end + 1 : end + 1 - start] == "“”"
    numbered = rules["campaign.numbered"].pattern.match(content) is not None
    if quotation or numbered:
        if numbered and not quotation and hit.term.cell("class") in ("activity", "creation", "plan"):
            return []
    else:
        if len(content) < 2 or is_generic(scan, start, hit.start):
            return []
        if hit.term.cell("class") in _MARKED:
            if statute or hit.term.cell("class") in ("activity", "plan", "strategy", "creation"):
                return []
            if len(content) < 4 and not scan.text[hit.start - len(content) : hit.start] in family_heads():
                return []
            if rules["work.site"].pattern.search(content):
                return []
            if not rules["campaign.governor"].pattern.search(text[max(0, start - 40) : start]):
                return []
    mentions = [_mention(scan, start, end, "campaign.suffix")]
    if text[start] == "“" and content.endswith("”") and opening_quote(text, hit.start - 1) == start:
        mentions.append(
            _mention(scan, start + 1, hit.start - 1, "campaign.suffix", key=bare(text[start:end]))
        )
    return mentions


def _mention(scan: Scan, start: int, end: int, rule: str, hit: Hit | None = None, key: str = "") -> Mention:
    name = bare(scan.text[start:end])
    if hit:
        family: str | None = hit.term.cell("family")
        medium = split_cell(hit.term.cell("medium")) or media_of(family)
        key = hit.term.name
    else:
        family = family_of(key or name)
        medium = media_of(family)
    return Mention(
        type="Campaign",
        start=start,
        end=end,
        key=key or name,
        rule=rule,
        confidence=0.95 if hit else 0.8,
        term=hit.term.name if hit else None,
        medium=medium,
        family=family,
    )
