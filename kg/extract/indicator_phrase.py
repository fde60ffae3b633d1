"""A measured value in, the words for what is measured out: the phrase before it, or the noun after its unit."""

import re
from typing import NamedTuple

from kg.extract.bounds import quantity_words
from kg.extract.names import word_class
from kg.extract.quantities_values import Measured
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.lexicon.terms import surfaces

_LONGEST = 30
_LONGEST_NOUN = 24
_JOINTS = frozenset({"和", "与", "及", "或"})
_NOUNS = frozenset({"n", "vn", "an", "a", "b", "j", "l", "nz"})
_QUOTED = {"“": "”", "《": "》"}
_STOP_TAGS = frozenset({"p", "c", "d", "r", "y", "ul", "uz", "uv", "ud", "t", "m", "f"})


class Phrase(NamedTuple):
    """The words for what is measured, where they begin, and where they end if that is after the number, else 0."""

    words: str
    start: int
    end: int = 0


def _rule(name: str) -> re.Pattern[str]:
    return read_rules("quantities")[name].pattern


def trim(scan: Scan, start: int, end: int) -> Phrase:
    """Return `[start, end)` without adverbials and mood words before, and without particles after."""
    text = scan.text
    words = text[start:end]
    fronted = _rule("phrase.fronted").match(words)
    if fronted and len(words) - fronted.end() >= 2:
        start += fronted.end()
    # 有 in 有5座 is a word of its own, in 有色金属 it is not.
    while (leading := _rule("phrase.leading").match(text, start, end)) and (
        leading.end() - start > 1 or leading.end() >= end or scan.is_boundary(leading.end())
    ):
        start = leading.end()
    words = _rule("phrase.inner").sub("", text[start:end])
    words = _rule("phrase.trailing").sub("", words).strip(" 、")
    if words.count("“") != words.count("”"):
        words = words.replace("“", "").replace("”", "")
    return Phrase(words, start)


def phrase_before(scan: Scan, floor: int, end: int) -> Phrase:
    """Return the phrase that ends at `end` and begins at `floor` at the earliest."""
    text = scan.text
    if end - floor > _LONGEST:
        start = scan.starts[scan.token_at(end - _LONGEST)]
        opening = text.rfind("、", floor, start)
        floor = max(floor, start if opening < 0 else opening + 1, start)
    return trim(scan, floor, end)


def noun_after(scan: Scan, at: int, *, governed: bool = False) -> Phrase:
    """Return the noun phrase that begins after a unit (1478件案件, 6000元的资金奖励), without words if none does.

    Args:
        scan: the document.
        at: where the unit ends.
        governed: a verb stands before the number, so what follows 的 is part of its object too (建成3个连片的林区).
    """
    text = scan.text
    start = at + 1 if text.startswith("的", at) else at
    if any(quantity_words().get(text[start : start + length]) in ("up", "down", "to") for length in (4, 3, 2)):
        return Phrase("", at)
    measured = next((hit.start for hit in scan.between("Indicator", start + 1, start + _LONGEST_NOUN)), len(text))
    index = scan.token_at(start) if start < len(text) else len(scan.words)
    end = start
    if index < len(scan.words) and scan.starts[index] < start:
        end = scan.ends[index]
        index += 1
    while index < len(scan.words) and scan.ends[index] - start <= _LONGEST_NOUN and scan.starts[index] < measured:
        word, tag = scan.words[index], scan.tags[index]
        if word in _QUOTED and (closing := text.find(_QUOTED[word], start, start + 30)) > 0:
            index = scan.token_at(closing)
            end = scan.ends[index]
            index += 1
            continue
        if tag == "x":
            break
        if word == "的" and (end == start or not (governed and _noun_follows(scan, index))):
            break
        if end > start and len(word) == 1 and quantity_words().get(word) == "to":
            break
        joins = end > start and word in _JOINTS and index + 1 < len(scan.words) and scan.tags[index + 1] in _NOUNS
        if (tag in _STOP_TAGS and not joins) or (end > start and text.startswith("了", scan.ends[index])):
            break
        if word in word_class("verb") and ((end > start and not governed) or not _noun_follows(scan, index)):
            break
        end = scan.ends[index]
        index += 1
    words = text[start:end]
    return Phrase(words if words.count("“") == words.count("”") else words.strip("“”"), at, end)


def _noun_follows(scan: Scan, index: int) -> bool:
    return index + 1 < len(scan.words) and scan.tags[index + 1].startswith("n")


def members(words: str, count: int) -> list[str] | None:
    """Split a list of subjects into `count` members and give each the tail only the last one carries.

    >>> members("氨氮、总磷排放量", 2)
    ['氨氮排放量', '总磷排放量']
    """
    parts = [part for part in _rule("phrase.joint").split(words) if part]
    if len(parts) < count or count < 2:
        return None
    parts = parts[-count:] if len(parts) > count else parts
    head = _substance(parts[-1])
    if head and all(_substance(part) == len(part) for part in parts[:-1]):
        return [*(part + parts[-1][head:] for part in parts[:-1]), parts[-1]]
    tail = _rule("phrase.tail").search(parts[-1])
    if tail and tail.start():
        parts = [part if _rule("phrase.tail").search(part) else part + tail.group() for part in parts]
    return parts


def _substance(words: str) -> int:
    """Return how many characters of the beginning name a pollutant, 0 if none do."""
    for length in range(len(words), 1, -1):
        if any(term.kind == "Pollutant" for term in surfaces().get(words[:length], ())):
            return length
    return 0


def shared_members(words: str, strict: bool) -> list[str] | None:
    """Split the subjects one value holds for; `strict` asks that all are short and share the tail of the last.

    >>> shared_members("氨氮、总磷排放量", strict=True)
    ['氨氮排放量', '总磷排放量']
    """
    count = 1 + len(_rule("phrase.joint").findall(words))
    parts = members(words, count)
    if (
        parts is None
        or "等" in parts[-1][:3]
        or (strict and not all(len(part) <= 12 and _rule("phrase.tail").search(part) for part in parts))
    ):
        return None
    return parts


def complete(words: str, first: str) -> str:
    """Give a short member of a coordination the head only the first member carries.

    >>> complete("脱硝改造", "燃煤机组脱硫改造")
    '燃煤机组脱硝改造'
    """
    tail = _rule("phrase.tail").search(words)
    if tail is None or not first.endswith(tail.group()) or tail.start() < 2 or len(first) <= len(words):
        return words
    return first[: len(first) - len(words)] + words


def counted_noun(scan: Scan, measured: Measured) -> Phrase:
    """Return what a counted noun does (3镇10村实施…), for a noun that is its own unit."""
    text = scan.text
    end = measured.end
    while end < len(text) and text[end] not in "，。；：！？\n" and end - measured.end < 30:
        end += 1
    verb = text[measured.end : end].replace("了", "", 1)
    if not verb or verb[0].isdigit():
        return Phrase(measured.unit, measured.start)
    return Phrase(f"{verb}的{measured.unit}", measured.start, end)
