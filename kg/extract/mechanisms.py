"""A scan in, mentions out: named institutional arrangements."""

import re
from bisect import bisect_right

from kg.extract.mechanism_names import (
    JOINTS,
    SEPARATOR,
    any_particular,
    arrangement_start,
    before_noun,
    behind_verb,
    list_behind_verb,
    particular,
)
from kg.extract.names import Walk, name_start, quoted_core, stop_words
from kg.extract.scan import Hit, Scan
from kg.extract.triggers import generic_words, governed_start
from kg.lexicon.rules import read_rules
from kg.lexicon.terms import surfaces
from kg.model import Mention

# Words before a known arrangement are its own, not across a joint: A和流域生态补偿机制.
_OWN = Walk(longest=12, piece=0)
_OTHERS = ("Mechanism", "Pollutant", "Region")
_MARKS = re.compile(r"[“”\s]")
# 第八项规定 is no “八项规定”; a name of two characters must be a word.
_ORDINAL = ("第", "第十")
_SHORT = 2
# The longest word between the two 一 of 一断面一策.
_LONGEST_OBJECT = 3
_MEMBER = re.compile("(?:(?!的)[\u4e00-\u9fff]){4,14}")
_SUFFIXES = ("mechanism-suffix", "mechanism-device")
_TAIL_END = ("制度", "机制", "制", "体系", "体制", "改革")
# The reform of an arrangement goes by its name: 户籍制度, 户籍制度改革.
_REFORM = "改革"
# The last words that make the words before a known arrangement a part of its name; what is set up by a verb right
# behind which its name begins.
_SET_UP_END = ("制度", "机制", "责任制")
_WHOLE_END = ("制度", "机制", "体系", "体制", "改革", "责任制")


def recognize_mechanisms(scan: Scan) -> list[Mention]:
    """Return the mentions of named institutional arrangements: known ones, and X制度 with a particular X."""
    known = sorted(_known(scan), key=lambda mention: (mention.start, -mention.end))
    found = [*_named(scan), *_listed(scan), *_quoted(scan), *_one_each(scan)]
    return [*known, *(mention for mention in found if not _is_known(scan, known, mention))]


def _is_known(scan: Scan, known: list[Mention], mention: Mention) -> bool:
    """Tell whether a mention lies inside a known one, or ends with it and no list comes before."""
    at = bisect_right(known, mention.end, key=lambda other: other.start)
    nearest = known[at - 1] if at else None
    if nearest is None or nearest.end < mention.end:
        return False
    if nearest.start <= mention.start or mention.rule == "mechanism.set-up" or nearest.key == mention.key:
        return True
    alone = not SEPARATOR.search(scan.text, mention.start, nearest.start)
    return nearest.end == mention.end and mention.rule == "mechanism.named" and alone


def _mention(start: int, end: int, key: str, rule: str) -> Mention:
    return Mention(type="Mechanism", start=start, end=end, key=_MARKS.sub("", key), rule=rule)


def _known(scan: Scan) -> list[Mention]:
    """Return the arrangements of the lexicon, with the 制度 or 机制 behind them."""
    text = scan.text
    rules = read_rules("mechanisms")
    mentions = []
    for hit in scan.hits.get("Mechanism", ()):
        if rules["mechanism.part-of-another"].pattern.match(text, hit.end):
            continue
        tail = rules["mechanism.tail"].pattern.match(text, hit.end)
        if not tail and not _may_stand(scan, hit):
            continue
        if text[hit.start - 1 : hit.start] in _ORDINAL or (
            hit.end - hit.start <= _SHORT and not scan.is_boundary(hit.start)
        ):
            continue
        end = _whole_suffix(text, tail.end() if tail else hit.end)
        start = hit.start - 1 if text[hit.end : end].startswith("”") else hit.start
        mentions.append(_mention(start, end, hit.term.name, "mechanism.known"))
        whole = _whole_start(scan, start) if text[start:end].endswith(_WHOLE_END) else start
        whole = min(whole, behind_verb(scan, start)) if text[start:end].endswith(_SET_UP_END) else whole
        if whole < start:
            mentions.append(_mention(whole, end, hit.term.name, "mechanism.known-whole"))
    return mentions


def _whole_start(scan: Scan, start: int) -> int:
    """Return where the whole name begins that a known one ends (立体化 + 社会治安防控体系), behind any other name."""
    begin = governed_start(scan, name_start(scan, start, _OWN), start)
    begin = max([begin, *(hit.end for kind in _OTHERS for hit in scan.between(kind, begin, start))])
    return begin if begin < start and particular(scan, begin, start) else start


def _may_stand(scan: Scan, hit: Hit) -> bool:
    """Tell whether a known name counts without a 制度 or 机制 of its own behind it."""
    text = scan.text
    sense = hit.term.cell("sense")
    rules = read_rules("mechanisms")
    if sense == "tail":
        own = text[hit.start : hit.end].endswith(_TAIL_END)
        return own or rules["mechanism.tail-of-list"].pattern.match(text, hit.end) is not None
    if sense == "object":
        return rules["mechanism.object-of"].pattern.search(text, max(0, hit.start - 12), hit.start) is not None
    if sense == "practice":
        practised = rules["mechanism.practised"].pattern.search(text, max(0, hit.start - 10), hit.start)
        return practised is not None and not rules["mechanism.principle-goes-on"].pattern.match(text, hit.end)
    return True


def _named(scan: Scan) -> list[Mention]:
    """Return X制度, X责任制 with a particular X, and X机制 that something sets up."""
    text = scan.text
    rules = read_rules("mechanisms")
    mentions = []
    for hit in scan.hits.get("name", ()):
        cls = hit.term.cls
        if cls not in _SUFFIXES or rules["mechanism.no-suffix"].pattern.match(text, hit.end):
            continue
        if text[hit.start - 1 : hit.start] == "等":
            continue
        start = _device_start(scan, hit) if cls == "mechanism-device" else _suffix_start(scan, hit)
        if start == hit.start:
            continue
        end = _whole_suffix(text, hit.end)
        key = _canonical(text[start : hit.start], text[hit.start : end]) or text[start:end]
        end += len(_REFORM) if text.startswith("制度" + _REFORM, end - 2) else 0
        rule = "mechanism.set-up" if cls == "mechanism-device" else "mechanism.named"
        mentions.append(_mention(start, end, key, rule))
        if core := quoted_core(text, start, end):
            mentions.append(_mention(*core, key, rule))
    return mentions


def _suffix_start(scan: Scan, hit: Hit) -> int:
    """Return where X制度 begins, right behind the verb that sets it up or at the last word no name reaches over."""
    whole = behind_verb(scan, hit.start)
    if whole < hit.start and particular(scan, whole, hit.start):
        return whole
    listed = list_behind_verb(scan, hit.start)
    if listed is not None and any_particular(scan, listed, hit.start):
        return listed
    begin = arrangement_start(scan, hit.start)
    start = _behind_others(scan, before_noun(scan, hit.start) if begin == hit.start else begin, hit)
    return start if particular(scan, start, hit.start) else hit.start


def _device_start(scan: Scan, hit: Hit) -> int:
    """Return where X机制 begins that something sets up, the suffix's own place if X is general or nothing does."""
    start = _behind_others(scan, arrangement_start(scan, hit.start), hit)
    if not particular(scan, start, hit.start, ("mechanism", "device")):
        return hit.start
    start = min(start, behind_verb(scan, hit.start))
    set_up = read_rules("mechanisms")["mechanism.set-up"].pattern
    return start if set_up.search(scan.text, max(0, start - 40), start) else hit.start


def _behind_others(scan: Scan, begin: int, hit: Hit) -> int:
    """Return where a name begins behind the word that governs it and behind members with a last word of their own."""
    start = governed_start(scan, begin, hit.start)
    if earlier := read_rules("mechanisms")["mechanism.earlier-member"].pattern.match(scan.text, start, hit.start):
        start = earlier.end()
    return start + scan.text[start : hit.start].startswith(JOINTS)


def _quoted(scan: Scan) -> list[Mention]:
    """Return arrangements in quotation marks: numbered ones (“三本台账”), and ways of working (“一窗通办”改革)."""
    text = scan.text
    rules = read_rules("mechanisms")
    patterns = [
        (name, rules[name].pattern) for name in ("mechanism.quoted", "mechanism.quoted-way", "mechanism.quoted-object")
    ]
    mentions = []
    at = text.find("“")
    while at >= 0:
        for name, pattern in patterns:
            if match := pattern.match(text, at):
                mentions.append(_mention(*match.span("name"), match["name"], name))
                break
        at = text.find("“", at + 1)
    return mentions


def _one_each(scan: Scan) -> list[Mention]:
    """Return rules of one for each: 一企一策, 一断面一策."""
    text = scan.text
    mentions = []
    for hit in scan.hits.get("name", ()):
        if hit.term.cls == "one-each":
            start = text.rfind("一", max(0, hit.start - _LONGEST_OBJECT - 1), hit.start - 1)
            if start >= 0 and text[start : hit.start].isalnum():
                mentions.append(_mention(start, hit.end, text[start : hit.end], "mechanism.one-each"))
    return mentions


def _listed(scan: Scan) -> list[Mention]:
    """Return each member of A、B和C等制度 that could stand alone; the list begins behind the verb that governs it."""
    text = scan.text
    mentions = []
    for hit in scan.hits.get("name", ()):
        if hit.term.cls != "mechanism-suffix" or text[hit.start - 1 : hit.start] != "等":
            continue
        end = hit.start - 1
        start = _list_start(scan, scan.clauses[scan.clause_at(end)].start, end)
        for member in reversed(SEPARATOR.split(text[start:end]) if start < end else []):
            begin = end - len(member)
            if _MEMBER.fullmatch(member) and particular(scan, begin, end):
                key = _canonical(member, hit.term.name) or member
                mentions.append(_mention(begin, end, key, "mechanism.listed"))
            end = begin - 1
    return mentions


def _list_start(scan: Scan, start: int, end: int) -> int:
    """Return the end of the last verb in `[start, end)` that governs what follows (建立), `end` if there is none."""
    governors = generic_words("governor") | stop_words()
    for index in range(scan.token_at(end - 1), scan.token_at(start) - 1, -1):
        if scan.words[index] in governors:
            return scan.ends[index]
    return end


def _whole_suffix(text: str, end: int) -> int:
    """Return the end of a name whose 制 is the first half of 制度 (问责制 in 问责制度)."""
    return end + 1 if text[end - 1] == "制" and text[end : end + 1] == "度" else end


def _canonical(stem: str, suffix: str) -> str | None:
    """Return the lexicon's name of X制度: listed under itself, as X, or as the quotation X begins with."""
    quoted = stem[1:].partition("”")[0] if stem.startswith("“") else ""
    for surface in (stem + suffix, stem, quoted):
        for term in surfaces().get(_MARKS.sub("", surface), ()):
            if term.kind == "Mechanism":
                return term.name
    return None
