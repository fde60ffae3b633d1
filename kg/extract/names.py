"""A scan and the place where a name's last word begins in; the place where the whole name begins out."""

from functools import cache
from typing import NamedTuple

from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules
from kg.lexicon.table import read_table

_JOINTS = frozenset({"、", "和", "与", "及", "暨", "以及"})
_NUMERALS = frozenset("一二两三四五六七八九十百千大双多")
# Tags of jieba whose words a name never reaches over: prepositions, pronouns, interjections, particles.
_STOP_TAGS = frozenset({"p", "r", "y", "e", "o", "uj", "ul", "uz", "uv", "ud", "ug"})
# Tags under which a single letter is a verb, an adverb or an adjective (打, 已, 好), not a part of a name.
_LOOSE_TAGS = frozenset({"v", "d", "vd", "a", "ad", "c"})


class Walk(NamedTuple):
    """How far back a name may reach.

    Attributes:
        longest: the most characters a name has before its last word.
        piece: a member of a coordination with at most so many characters belongs to the name with what stands across
            the joint (保护和修复工程); 0 ends every name at a joint.
        past_quotation: whether words before a quotation belong to the name too (循环经济“双十”行动).
    """

    longest: int = 24
    piece: int = 2
    past_quotation: bool = False


NAME = Walk()


@cache
def word_class(cls: str) -> frozenset[str]:
    """Return the words of a class of `stops.csv`; no name reaches over a verb, adverb, deictic or place."""
    rows = read_table("triggers/stops.csv", ("name", "class"), key=("name", "class"))
    return frozenset(row.cells["name"] for row in rows if row.cells["class"] == cls)


@cache
def stop_words() -> frozenset[str]:
    """Return the tokens no name reaches back over."""
    return word_class("verb") | word_class("adverb") | word_class("deictic") | word_class("place")


def is_generic(scan: Scan, start: int, end: int, *, fields: bool = True) -> bool:
    """Tell whether a span holds only words that make no name; with `fields`, 环境保护 and its like count as such."""
    generic = word_class("generic") | stop_words() | (word_class("field") if fields else frozenset())
    index = scan.token_at(start)
    while index < len(scan.words) and scan.starts[index] < end:
        if scan.text[max(start, scan.starts[index]) : min(end, scan.ends[index])] not in generic:
            return False
        index += 1
    return True


def name_start(scan: Scan, suffix_start: int, walk: Walk = NAME) -> int:
    """Return where the name that ends in the word at `suffix_start` begins; `suffix_start` itself if it has no more.

    Walks left over tokens. Ends at punctuation, at a verb that governs the name (推进, 实施), at 的 and other function
    words, at 全市 and its like, and at a counted number (10个), but not at a number of the name (三年, 八大, 第二). A
    quotation right before the word is the name, or begins it: “清水入河”行动, “清水入河”三年行动.
    """
    floor = max(0, suffix_start - walk.longest)
    at = suffix_start
    index = scan.token_at(suffix_start - 1) if suffix_start else -1
    while index >= 0 and scan.starts[index] >= floor:
        word = scan.words[index]
        if word == "”":
            opening = opening_quote(scan.text, scan.starts[index])
            if opening < 0 or read_rules("names")["name.plan-period"].pattern.match(
                scan.text[opening : scan.ends[index]]
            ):
                break
            at = opening
            if not walk.past_quotation:
                break
            index = scan.token_at(opening) - 1
        elif word in _JOINTS:
            if word != "暨" and not (walk.piece and _short_member(scan, index, suffix_start, walk.piece)):
                break
            index -= 1
        elif ends_name(scan, index):
            break
        else:
            at = scan.starts[index]
            index -= 1
    return _without_leading(scan, at, suffix_start)


def _without_leading(scan: Scan, at: int, suffix_start: int) -> int:
    """Return where a name begins after words a name does not begin with (发展, 建设)."""
    leading = word_class("leading")
    index = scan.token_at(at)
    while index < len(scan.words) and scan.starts[index] == at < suffix_start and scan.words[index] in leading:
        at = scan.ends[index]
        index += 1
    return min(at, suffix_start)


def ends_name(scan: Scan, index: int) -> bool:
    """Tell whether no name reaches left over a token."""
    word, tag = scan.words[index], scan.tags[index]
    if word == "的" and index and scan.words[index - 1] == "党":
        return False
    if word in stop_words() or tag in _STOP_TAGS or (len(word) == 1 and tag in _LOOSE_TAGS):
        return not read_rules("names")["name.bound"].pattern.match(scan.text, scan.starts[index])
    if len(word) == 4 and word[:2] in stop_words() and word[2:] in word_class("verb"):
        return True
    if tag == "x":
        return word not in ("*", "·", "-", "+")
    if tag in ("m", "q", "t"):
        counted = len(word) == 1 and index > 0 and scan.words[index - 1].startswith("第")
        return not (counted or _numbers_name(word))
    return False


def _numbers_name(word: str) -> bool:
    if word[-1] in "季号":
        return True
    if word[0] == "第" or word[-1] in "年期批大届次":
        return word[0] in "第首" or word[0] in _NUMERALS
    return all(letter in _NUMERALS for letter in word)


def _short_member(scan: Scan, joint: int, suffix_start: int, piece: int) -> bool:
    """Tell whether the member right or left of a joint is too short to be a name by itself."""
    right = 0
    index = joint + 1
    while index < len(scan.words) and scan.starts[index] < suffix_start and scan.words[index] not in _JOINTS:
        right += len(scan.words[index])
        index += 1
    if 0 < right <= piece:
        return True
    left = 0
    index = joint - 1
    while index >= 0 and left <= piece and scan.words[index] not in _JOINTS and not ends_name(scan, index):
        left += len(scan.words[index])
        index -= 1
    return 0 < left <= piece


def opening_quote(text: str, closing: int) -> int:
    """Return where the quotation that `closing` (the offset of ”) ends has begun, -1 if it is no short one."""
    opening = text.rfind("“", max(0, closing - 40), closing)
    return -1 if opening < 0 or "”" in text[opening:closing] or "\n" in text[opening:closing] else opening


def quoted_core(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the one quotation a name begins with: 净湖 in “净湖”专项行动."""
    closing = text.find("”", start, end - 1) if text[start] == "“" else -1
    return (start + 1, closing) if closing > 0 else None


def in_title(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a span lies inside 《》."""
    opening = scan.text.rfind("《", max(0, start - 60), start)
    return opening >= 0 and "》" not in scan.text[opening:start] and "》" in scan.text[end : end + 60]


def triggers(scan: Scan, *classes: str) -> list[Hit]:
    """Return the hits of the trigger group `entity` that are of one of the classes."""
    return [hit for hit in scan.hits.get("entity", ()) if hit.term.cls in classes]


def bare(surface: str) -> str:
    """Return a surface without quotation marks, what equal names share.

    >>> bare("“清水入河”行动")
    '清水入河行动'
    """
    return surface.replace("“", "").replace("”", "")
