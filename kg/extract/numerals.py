"""Text in, numbers out: Arabic, Chinese, fractions, ranges and numbers the author left out, each with its span."""

import re
from decimal import Decimal
from typing import NamedTuple

_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
# 一 alone is 一个 and 统一: it counts only before another numeral, 倍 or a myriad.
# 第十二条 and （三） are read past at once. The set in front lets the search leap to what may begin one.
_FIRST = re.compile(
    r"[0-9〇零一二两三四五六七八九十百千*×xX第（](?:(?<=第)[一二三四五六七八九十百零〇]+[条章节款项]|(?<=（)[一二三四五六七八九十]+）"
    r"|(?<=第一)(?=[位名])|(?<=一)(?=[两二三四五六七八九十百千万亿〇点·分倍番])|(?<![第（一]))"
)
# The second row is a number a scanner spaced out, digit by digit: 5 1 6 .8.
_ARABIC = re.compile(
    r"[0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\.[0-9]+)?"
    r"|[0-9](?: [0-9](?![0-9]))+(?: ?[.．·] ?[0-9]+(?: [0-9](?![0-9]))*)?"
    r"|[0-9]+(?: ?[.．·] ?[0-9]+)?"
)
_CHINESE = re.compile(
    r"[〇零一二两三四五六七八九十百千]+(?:亿[〇零一二两三四五六七八九十百千]+万[〇零一二两三四五六七八九十百千]*|[万亿](?![〇零一二两三四五六七八九十百千]+万)[〇零一二两三四五六七八九十百千]+)?(?:[点·][〇零一二三四五六七八九]+)?"
)
_FRACTION = re.compile(r"([一二两三四五六七八九十百千]+)分之([〇零一二两三四五六七八九十百千点·]+)")
_LEFT_OUT = "*×xX"
_REDACTED = re.compile(r"[*×xX]{1,4}(?![A-Za-z0-9])")
# 一 between digits is a dash that was scanned.
_RANGE = re.compile(r" ?(?:[—–－\-~～]{1,4}|至|到|一(?=\d)) ?")
_APPROXIMATE = re.compile(r"(?:一两|两三|三两|二三|三四|三五|四五|五六|六七|七八|八九)(?![十百千])")


class Number(NamedTuple):
    """A number at `[start, end)`; `value` is None where the author left it out.

    `written` is 'arabic', 'chinese', 'fraction' (unit % for 百分之, else a bare ratio) or 'redacted'. `high` is the
    upper end of an approximate pair (一两个). `percent` tells that 百分之 is part of the number.
    """

    start: int
    end: int
    value: Decimal | None
    written: str
    high: Decimal | None = None
    percent: bool = False


def parse_chinese(words: str) -> Decimal:
    """Return the value of a number in Chinese signs.

    >>> parse_chinese("一百二十")
    Decimal('120')
    >>> parse_chinese("三点五"), parse_chinese("二〇二五"), parse_chinese("两万三千"), parse_chinese("六·二")
    (Decimal('3.5'), Decimal('2025'), Decimal('23000'), Decimal('6.2'))
    """
    whole, _, decimals = words.replace("·", "点").partition("点")
    fraction = "".join(str(_DIGITS[sign]) for sign in decimals)
    if len(whole) > 1 and all(sign in _DIGITS for sign in whole):
        value = int("".join(str(_DIGITS[sign]) for sign in whole))
    else:
        value = _myriads(whole)
    return Decimal(f"{value}.{fraction}" if fraction else value)


def _myriads(words: str) -> int:
    for sign, size in (("亿", 100_000_000), ("万", 10_000)):
        high, found, low = words.partition(sign)
        if found:
            return (_myriads(high) if high else 1) * size + (_myriads(low) if low else 0)
    total = digit = 0
    for sign in words:
        if sign in _TENS:
            total += (digit or 1) * _TENS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit


def number_at(text: str, at: int) -> Number | None:
    """Return the number that begins at an offset, None if there is none.

    >>> number_at("治理率达百分之九十五", 4).value
    Decimal('95')
    """
    sign = text[at]
    if "0" <= sign <= "9":
        match = _ARABIC.match(text, at)
        if match is None:
            return None
        written = re.sub(r"[,，\s]", "", match.group()).replace("．", ".").replace("·", ".")
        return Number(at, match.end(), Decimal(written), "arabic")
    if sign in _LEFT_OUT:
        match = _REDACTED.match(text, at)
        if match and (at == 0 or not (text[at - 1].isascii() and text[at - 1].isalnum())):
            return Number(at, match.end(), None, "redacted")
        return None
    match = _FRACTION.match(text, at)
    if match:
        whole, part = parse_chinese(match[1]), parse_chinese(match[2])
        if whole == 100:
            return Number(at, match.end(), part, "fraction", percent=True)
        return Number(at, match.end(), round(part / whole, 4), "fraction") if whole else None
    match = _APPROXIMATE.match(text, at)
    if match:
        low, high = (Decimal(_DIGITS[sign]) for sign in match.group())
        return Number(at, match.end(), min(low, high), "chinese", max(low, high))
    match = _CHINESE.match(text, at)
    return Number(at, match.end(), parse_chinese(match.group()), "chinese") if match else None


def find_numbers(text: str) -> list[Number]:
    """Return every number of a text, in order."""
    found: list[Number] = []
    at = 0
    while match := _FIRST.search(text, at):
        if match.end() - match.start() > 1:
            at = match.end()
            continue
        number = number_at(text, match.start())
        at = match.end() if number is None else number.end
        if number is not None:
            found.append(number)
    return found


def range_end(text: str, at: int) -> Number | None:
    """Return the upper end of a range whose lower end stops at an offset (20—30家, 5%至8%), None if there is none."""
    match = _RANGE.match(text, at)
    number = number_at(text, match.end()) if match and match.end() < len(text) else None
    return number if number is not None and number.written in ("arabic", "chinese", "fraction") else None
