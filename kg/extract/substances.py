"""A scan in, mentions out: pollutants and sectors."""

from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules
from kg.model import Mention

_SHORT = 2
# An element of one character (铅) is a pollutant only with words of harm within so many characters.
_NEAR = 25
# 焦化厂 and 噪声污染 are one token with the term in it; 建筑物 is another word.
# What a list of elements begins and goes on with.
_OPENERS, _CLOSERS = frozenset("含、和总的"), frozenset("、和及与等的")
_MAKERS = "业厂企"
# What stands between sectors of one list: 小土焦、土硫磺等乡镇企业, 造纸、小化工.
_GAPS = frozenset({"", "、", "和", "及", "与", "等", "或", "或者", "小", "、小", "和小", "及小", "与小"})


def recognize_substances(scan: Scan) -> list[Mention]:
    """Return the mentions of pollutants and sectors."""
    return [*_pollutants(scan), *_sectors(scan)]


def _pollutants(scan: Scan) -> list[Mention]:
    ignored = read_rules("substances")["pollutant.part-of-another"].pattern
    held = read_rules("substances")["pollutant.held-down"].pattern
    harmful = read_rules("substances")["pollutant.harmful"].pattern
    mentions = []
    for hit in scan.hits.get("Pollutant", ()):
        if not (_is_word(scan, hit) or _is_listed(scan.text, hit)) or ignored.match(scan.text, hit.end):
            continue
        if hit.term.cell("sense") == "harm" and not held.search(scan.text, max(0, hit.start - _NEAR), hit.start):
            continue
        if hit.end - hit.start == 1 and not harmful.search(scan.text, max(0, hit.start - _NEAR), hit.end + _NEAR):
            continue
        medium = hit.term.cell("medium")
        mentions.append(
            Mention(
                type="Pollutant",
                start=hit.start,
                end=hit.end,
                key=hit.term.name,
                rule="pollutant.known",
                medium=(medium,) if medium else (),
            )
        )
    return mentions


def _is_listed(text: str, hit: Hit) -> bool:
    """Tell whether a hit is a member of a list, whatever the tokens make of it (含铅、汞、镉的废水)."""
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    return (before in _OPENERS and after == "、") or (before == "、" and after in _CLOSERS)


def _sectors(scan: Scan) -> list[Mention]:
    """Return the sectors; one of many senses counts with words of regulation, or listed with a sector that counts."""
    ignored = read_rules("substances")["sector.part-of-another"].pattern
    text = scan.text
    mentions: list[Mention] = []
    run: list[Hit] = []
    counts = False
    for hit in scan.hits.get("Sector", ()):
        if not _is_word(scan, hit) or ignored.match(text, hit.end):
            continue
        gap = text[run[-1].end : hit.start] if run else ""
        if run and gap not in _GAPS:
            mentions += _mentions(text, run, counts)
            run, counts = [], False
        run.append(hit)
        counts = counts or _counts(text, run[0], hit)
    return [*mentions, *_mentions(text, run, counts)]


def _counts(text: str, first: Hit, hit: Hit) -> bool:
    """Tell whether a sector makes the list that `first` begins count: by its name alone, or by the words around."""
    sense = hit.term.cell("sense")
    rules = read_rules("substances")
    if sense == "trade":
        return rules["sector.trade"].pattern.match(text, hit.end) is not None
    if sense != "context":
        return True
    promoted = rules["sector.promoted"].pattern
    return _is_regulated(text, hit) and not promoted.search(text, max(0, first.start - 14), first.start)


def _mentions(text: str, run: list[Hit], counts: bool) -> list[Mention]:
    if not counts:
        return []
    return [_mention(text, hit) for hit in run]


def _mention(text: str, hit: Hit) -> Mention:
    """Return a sector; the small works of a trade are one of their own (小造纸、小化工)."""
    small = text[hit.start - 1 : hit.start] == "小" and text[hit.start - 2 : hit.start - 1] not in ("中", "大")
    key = text[hit.start - 1 : hit.end] if small else hit.term.name
    return Mention(type="Sector", start=hit.start - small, end=hit.end, key=key, rule="sector.known")


def _is_regulated(text: str, hit: Hit) -> bool:
    """Tell whether the words around say that an industry or a source of pollution is meant (农业 in 农业污染)."""
    rules = read_rules("substances")
    return bool(
        rules["sector.followed"].pattern.match(text, hit.end)
        or rules["sector.activity"].pattern.match(text, hit.end)
        or rules["sector.governed"].pattern.search(text, max(0, hit.start - 14), hit.start)
    )


def _is_word(scan: Scan, hit: Hit) -> bool:
    """Tell whether a hit is a word of the text, not part of another (CO in COD, 苯 in 苯胺, 化石能源 in 非化石能源)."""
    text = scan.text
    if text[hit.start].isascii() and _alphanumeric(text[hit.start - 1 : hit.start]):
        return False
    if text[hit.start - 1 : hit.start] == "非":
        return False
    if text[hit.end - 1].isascii() and _alphanumeric(text[hit.end : hit.end + 1]):
        return False
    if hit.end - hit.start > _SHORT or text[hit.start].isascii():
        return True
    if not scan.is_boundary(hit.start):
        return False
    beyond = scan.ends[scan.token_at(hit.end - 1)] - hit.end
    return beyond == 0 or (hit.end - hit.start == _SHORT and (beyond > 1 or text[hit.end] in _MAKERS))


def _alphanumeric(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()
