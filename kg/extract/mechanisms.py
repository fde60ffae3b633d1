"""A scan in, mentions out: named institutional arrangements."""

import re

from kg.extract.names import Walk, name_start
from kg.extract.scan import Hit, Scan
from kg.extract.triggers import generic_words, governed_start
from kg.lexicon.rules import read_rules
from kg.lexicon.terms import surfaces
from kg.model import Mention

_WALK = Walk(longest=18, piece=4)
_MARKS = re.compile(r"[“”\s]")
# 第八项规定 is no “八项规定”; a name of two characters must be a word.
_ORDINAL = ("第", "第十")
_SHORT = 2
_JOINTS = ("和", "与", "及", "、")
_TAIL_END = ("制度", "机制", "制", "体系", "体制")


def recognize_mechanisms(scan: Scan) -> list[Mention]:
    """Return the mentions of named institutional arrangements: known ones, and X制度 with a particular X."""
    known = _known(scan)
    keys = {(mention.end, mention.key) for mention in known}
    return [*known, *(named for named in _named(scan) if (named.end, named.key) not in keys)]


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
    return mentions


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
    return True


def _named(scan: Scan) -> list[Mention]:
    """Return X制度, X责任制 with a particular X; of A、B、C等制度 each member."""
    text = scan.text
    mentions = []
    for hit in scan.hits.get("name", ()):
        if hit.term.cell("class") != "mechanism-suffix":
            continue
        if read_rules("mechanisms")["mechanism.no-suffix"].pattern.match(text, hit.end):
            continue
        if text[hit.start - 1 : hit.start] == "等":
            continue
        start = governed_start(scan, name_start(scan, hit.start, _WALK), hit.start)
        if earlier := read_rules("mechanisms")["mechanism.earlier-member"].pattern.match(text, start, hit.start):
            start = earlier.end()
        start += text[start : hit.start].startswith(_JOINTS)
        if start < hit.start and _particular(scan, start, hit.start):
            end = _whole_suffix(text, hit.end)
            key = _canonical(text[start : hit.start], text[hit.start : end]) or text[start:end]
            mentions.append(_mention(start, end, key, "mechanism.named"))
    return mentions


def _whole_suffix(text: str, end: int) -> int:
    """Return the end of a name whose 制 is the first half of 制度 (问责制 in 问责制度)."""
    return end + 1 if text[end - 1] == "制" and text[end : end + 1] == "度" else end


def _canonical(stem: str, suffix: str) -> str | None:
    """Return the lexicon's name of X制度, listed under itself or as X."""
    for surface in (stem + suffix, stem):
        for term in surfaces().get(_MARKS.sub("", surface), ()):
            if term.kind == "Mechanism":
                return term.name
    return None


def _particular(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a word of `[start, end)` says more than 管理, 工作, 安全生产."""
    if scan.text[start:end] in generic_words("mechanism"):
        return False
    generic = generic_words("mechanism")
    tokens = range(scan.token_at(start), scan.token_at(end - 1) + 1)
    words = [scan.text[scan.starts[index] : min(scan.ends[index], end)] for index in tokens]
    return any(word not in generic and len(word) > 1 for word in words)
