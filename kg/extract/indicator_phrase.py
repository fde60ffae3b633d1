"""A measured value in, the words for what is measured out: the phrase before it, or the noun after its unit."""

import re
from typing import NamedTuple

from kg.extract.names import word_class
from kg.extract.quantities_values import Measured
from kg.extract.scan import Scan

_LEADING = re.compile(
    r"(?:\d{1,2}[.．、](?!\d)|（[一二三四五六七八九十\d]{1,2}）|[\s、“”，）]|——|一是|二是|三是|其中|同时|并且|并|且|以及|和|及|预计|力争|争取|力求|确保|努力|保证|使得?|把|将|要|还要|都要|拟|计划|"
    r"已经?|累计|共计?|总共|先后|今后|继续|基本|全面|全国|全省|全市|全县|全区|我国|我省|我市|我县|我区|本市|"
    r"完成了?|实现了?|达到|推动|推进(?!率)|到|至|在|内|的|有|则|也|又|即|当前|目前|逐步|区上)*"
)
_FRONTED = re.compile(r"^(?:在|对|按照?|以|通过|随着|为|围绕|根据)[^，]{2,30}?(?:基础上|上|中|下|内|后|时|方面|里)")
_TRAILING = re.compile(r"(?:的|分别|均|都|要|将|已|各|为|由|从|以|按|（|“|\s|、|比|了|其中|就|以每年|每年|年均)+$")
_MEMBERS = re.compile(r"、|和|及|以及|与")
_TAIL = re.compile(
    r"(?:年?平均浓度值?|年均浓度|浓度|排放总量|排放量|排放强度|处理率|达标率|利用率|普及率|覆盖率|综合指数|比例|比重|率|面积|产量|总量|能力|指数|改造|量)$"
)
_LONGEST = 30
_STOP_TAGS = frozenset({"p", "c", "d", "r", "y", "ul", "uz", "uv", "ud", "t", "m"})


class Phrase(NamedTuple):
    """The words for what is measured, and where they begin."""

    words: str
    start: int


def trim(text: str, start: int, end: int) -> Phrase:
    """Return `[start, end)` without adverbials and mood words before, and without particles after."""
    words = text[start:end]
    fronted = _FRONTED.match(words)
    if fronted and len(words) - fronted.end() >= 2:
        start += fronted.end()
        words = text[start:end]
    leading = _LEADING.match(words)
    if leading:
        start += leading.end()
        words = text[start:end]
    return Phrase(_TRAILING.sub("", words).strip(" 、“”"), start)


def phrase_before(scan: Scan, floor: int, end: int) -> Phrase:
    """Return the phrase that ends at `end` and begins at `floor` at the earliest."""
    text = scan.text
    if end - floor > _LONGEST:
        start = scan.starts[scan.token_at(end - _LONGEST)]
        opening = text.rfind("、", floor, start)
        floor = max(floor, start if opening < 0 else opening + 1, start)
    return trim(text, floor, end)


def noun_after(scan: Scan, at: int) -> str:
    """Return the noun phrase that begins after a unit (1478件案件, 6000元的资金奖励), '' if none does."""
    text = scan.text
    if text.startswith("的", at):
        at += 1
    index = scan.token_at(at) if at < len(text) else len(scan.words)
    end = at
    if index < len(scan.words) and scan.starts[index] < at:
        end = scan.ends[index]
        index += 1
    while index < len(scan.words) and scan.ends[index] - at <= 16:
        word, tag = scan.words[index], scan.tags[index]
        if tag == "x" and word not in "“”":
            break
        if tag in _STOP_TAGS or (word in word_class("verb") and (end > at or not _noun_follows(scan, index))):
            break
        if end > at and word == "的":
            break
        end = scan.ends[index]
        index += 1
    return text[at:end].strip("“”")


def _noun_follows(scan: Scan, index: int) -> bool:
    return index + 1 < len(scan.words) and scan.tags[index + 1].startswith("n")


def members(words: str, count: int) -> list[str] | None:
    """Split a list of subjects into `count` members and give each the tail only the last one carries.

    >>> members("氨氮、总磷排放量", 2)
    ['氨氮排放量', '总磷排放量']
    """
    parts = [part for part in _MEMBERS.split(words) if part]
    if len(parts) < count or count < 2:
        return None
    parts = parts[-count:] if len(parts) > count else parts
    tail = _TAIL.search(parts[-1])
    if tail and tail.start():
        parts = [part if _TAIL.search(part) else part + tail.group() for part in parts]
    return parts


def shared_members(words: str, strict: bool) -> list[str] | None:
    """Split the subjects one value holds for; `strict` asks that all are short and share the tail of the last.

    >>> shared_members("氨氮、总磷排放量", strict=True)
    ['氨氮排放量', '总磷排放量']
    """
    count = 1 + len(_MEMBERS.findall(words))
    parts = members(words, count)
    if parts is None or (strict and not all(len(part) <= 12 and _TAIL.search(part) for part in parts)):
        return None
    return parts


def complete(words: str, first: str) -> str:
    """Give a short member of a coordination the head only the first member carries.

    >>> complete("脱硝改造", "燃煤机组脱硫改造")
    '燃煤机组脱硝改造'
    """
    tail = _TAIL.search(words)
    if tail is None or not first.endswith(tail.group()) or tail.start() < 2 or len(first) <= len(words):
        return words
    return first[: len(first) - len(words)] + words


def counted_noun(scan: Scan, measured: Measured) -> str:
    """Return what a counted noun does (3镇10村实施…), for a noun that is its own unit."""
    text = scan.text
    end = measured.end
    while end < len(text) and text[end] not in "，。；：！？\n" and end - measured.end < 30:
        end += 1
    verb = text[measured.end : end].replace("了", "", 1)
    return f"{verb}的{measured.unit}" if verb and not verb[0].isdigit() else measured.unit
