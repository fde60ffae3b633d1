"""A scan in, mentions out: named thoughts, theories and formulas."""

import re

from kg.extract.names import Walk, name_start
from kg.extract.scan import Hit, Scan
from kg.extract.triggers import alternatives, generic_words, governed_start
from kg.lexicon.rules import read_rules
from kg.model import Mention

_WALK = Walk(longest=14, piece=4)
# 更新发展理念 has no 新发展理念: a short formula begins with a word.
_SHORT = 5
_CLAUSE_MARKS = frozenset("，。；")
_NAMED = ("理念", "思想", "战略", "理论", "发展观", "现代化", "原则")
# So many of a chain's principles are known ones where it begins with another;
# 坚持政府主导、预防为主、社会监督 is a list of aims.
_KNOWN = 2
# The most characters between the verb and 方针.
_REACH = 60
_MARKS = re.compile(r"[“”\s]")


def recognize_doctrines(scan: Scan) -> list[Mention]:
    """Return the mentions of named thoughts, theories and formulas."""
    known = _known(scan)
    ends = {mention.end for mention in known}
    return [
        *known,
        *_chains(scan),
        *_guidelines(scan),
        *_quoted(scan),
        *(idea for idea in _ideas(scan) if idea.end not in ends),
    ]


def _mention(start: int, end: int, key: str, rule: str) -> Mention:
    return Mention(type="Doctrine", start=start, end=end, key=_MARKS.sub("", key), rule=rule)


def _known(scan: Scan) -> list[Mention]:
    """Return the formulas of the lexicon; a principle among others in a statute's list (A、B、C的原则) is none."""
    text = scan.text
    mentions = []
    for hit in scan.hits.get("Doctrine", ()):
        if hit.end - hit.start <= _SHORT and not scan.is_boundary(hit.start):
            continue
        if hit.term.cell("sense") == "list" and not _stands_alone(scan, hit):
            continue
        mentions.append(_mention(hit.start, _with_suffix(text, hit), hit.term.name, "doctrine.known"))
    return mentions


def _chains(scan: Scan) -> list[Mention]:
    """Return a statute's principles in one chain as one formula where two of them, or the first, are known."""
    chain = read_rules("formulas")["formula.chain"].pattern
    mentions: list[Mention] = []
    reached = 0
    for hit in scan.hits.get("Doctrine", ()):
        if hit.start < reached or hit.term.cell("sense") != "list":
            continue
        clause = scan.clauses[scan.clause_at(hit.start)]
        reached = clause.end
        match = chain.search(scan.text, clause.start, clause.end)
        if not match:
            continue
        known = [inner for inner in scan.between("Doctrine", *match.span("name")) if inner.end <= match.end("name")]
        if len(known) >= _KNOWN or (known and known[0].start == match.start("name")):
            mentions.append(_mention(*match.span("name"), match["name"], "doctrine.chain"))
    return mentions


def _guidelines(scan: Scan) -> list[Mention]:
    """Return the 方针 of two or more members that a text follows (贯彻百花齐放、百家争鸣的方针)."""
    guideline = read_rules("formulas")["formula.guideline"].pattern
    mentions = []
    for hit in scan.hits.get("name", ()):
        if hit.term.cls == "doctrine-suffix" and scan.text.endswith("方针", hit.start, hit.end):
            at = hit.end - 2
            if match := guideline.search(scan.text, max(0, at - _REACH), at):
                mentions.append(_mention(*match.span("name"), _key(scan, *match.span("name")), "doctrine.guideline"))
    return mentions


def _key(scan: Scan, start: int, end: int) -> str:
    """Return the lexicon's name of the formula that begins at `start`, else the words themselves."""
    hits = scan.between("Doctrine", start, start + 1)
    return hits[0].term.name if hits else scan.text[start:end]


def _stands_alone(scan: Scan, hit: Hit) -> bool:
    """Tell whether a formula is named (quoted, or called a 理念) or the one object of 坚持, not a member of a list."""
    text = scan.text
    before, after = text[hit.start - 1 : hit.start], text[hit.end : hit.end + 1]
    if before == "“" and after == "”":
        return True
    if before == "、" or after == "、":
        return False
    if text[hit.start] == "谁" and before in _CLAUSE_MARKS and after in _CLAUSE_MARKS:
        return True
    rules = read_rules("formulas")
    if text[hit.start : hit.end].endswith(_NAMED):
        return True
    return bool(
        rules["formula.called"].pattern.match(text, hit.end)
        or (
            rules["formula.upheld"].pattern.search(text, max(0, hit.start - 8), hit.start)
            and rules["formula.ends"].pattern.match(text, hit.end)
        )
    )


def _with_suffix(text: str, hit: Hit) -> int:
    """Return where a known formula ends with the word that says what it is (绿色发展 + 理念), not across 的.

    Who does and who bears go on: 谁开发谁保护、谁占用谁补建.
    """
    if text[hit.start] == "谁" and (more := read_rules("formulas")["formula.whoever"].pattern.match(text, hit.end)):
        return more.end()
    closing = text[hit.end : hit.end + 1] == "”" and text[hit.start - 1 : hit.start] == "“"
    if closing:
        return hit.end
    match = alternatives("doctrine-suffix").match(text, hit.end)
    return match.end() if match else hit.end


def _quoted(scan: Scan) -> list[Mention]:
    """Return quoted formulas that are numbered (“五个转变”) or called an idea (“寸土寸绿”理念)."""
    text = scan.text
    rules = read_rules("formulas")
    mentions = []
    at = text.find("“")
    while at >= 0:
        for rule in ("formula.quoted", "formula.quoted-whole", "formula.numbered"):
            if match := rules[rule].pattern.match(text, at):
                start, end = match.span("name")
                mentions.append(_mention(start, end, _key(scan, start, end), f"doctrine.{rule[8:]}"))
                break
        at = text.find("“", at + 1)
    return mentions


def _ideas(scan: Scan) -> list[Mention]:
    """Return X理念 and the like with a particular X (绿色建筑理念), not 发展理念."""
    text = scan.text
    generic = generic_words("doctrine")
    mentions = []
    for hit in scan.hits.get("name", ()):
        if hit.term.cls != "doctrine-suffix" or text[hit.end - 2 : hit.end] != "理念":
            continue
        start = governed_start(scan, name_start(scan, hit.start, _WALK), hit.start)
        words = scan.words[scan.token_at(start) : scan.token_at(hit.start)] if start < hit.start else []
        if any(word not in generic and len(word) > 1 for word in words):
            mentions.append(_mention(start, hit.end, text[start : hit.end], "doctrine.idea"))
    return mentions
