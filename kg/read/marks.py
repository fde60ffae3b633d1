"""A text in, the same text with one form for each mark out: every character stays where it is."""

import re

_FULL_WIDTH = "".join(map(chr, [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B)]))
_HALF_WIDTH = "".join(chr(ord(character) - 0xFEE0) for character in _FULL_WIDTH)
_LINE_BREAKS = "\r\x0b\x0c\x85\u2028\u2029"
_PLAIN = str.maketrans(
    _LINE_BREAKS + _FULL_WIDTH + "％＋－．＝／＃＆＠＊｜＿＂＇｡﹪‑‐–―─━「」『』〝〞〟⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉µ﹤﹥",
    "\n" * len(_LINE_BREAKS) + _HALF_WIDTH + "%+-.=/#&@*|_\"'。%--————“”‘’“””01234567890123456789μ<>",
)
_ODD = re.compile("[" + re.escape("".join(map(chr, _PLAIN))) + "]")
# A search goes many times faster where its pattern begins with a mark or a set of marks, not a repeated one.
_POINTS = re.compile(r"[,;:!?()][,;:!?()]*")
_WIDE = str.maketrans(",;:!?()<>", "，；：！？（）〈〉")
_BRACKETS = re.compile(r"\([^()（）\n]*\)")
_QUOTED = re.compile(r'"([^"\n]*)"')
_SINGLE_QUOTED = re.compile(r"(?<!')'([^'\n]{1,40})'(?!')")
_TITLE_IN_TITLE = re.compile(r"<(?=[\u4e00-\u9fff“])[^<>\n]{2,60}>|＜(?=[\u4e00-\u9fff“])[^＜＞\n]{2,60}＞")
_STOP = re.compile(r"\.(?<=[\u4e00-\u9fff”）]\.)(?=\s|$|[\u4e00-\u9fff“])", re.MULTILINE)
_STOP_AFTER_NUMERAL = re.compile(r"(?:^|[\s。；])[一二三四五六七八九十]{1,3}$")
_YEAR_ZERO = re.compile(r"[一二三四五六七八九]○+|○+(?=[一二三四五六七八九])")
_NUMBER_YEAR = re.compile(r"[\[［](\d{4})[\]］](?=\s*第?\s*\d+\s*号)")


def unify_marks(text: str) -> str:
    """Return the text with half-width letters and digits and full-width Chinese punctuation, equally long.

    A half-width mark becomes full-width beside a Chinese character, never between digits or Latin letters.

    >>> unify_marks('细颗粒物(ＰＭ２.5)浓度降至３,000,达到"十四五"要求;10:30开会')
    '细颗粒物（PM2.5）浓度降至3,000，达到“十四五”要求；10:30开会'
    """
    if _ODD.search(text):
        text = text.translate(_PLAIN)
    if '"' in text:
        text = _QUOTED.sub(r"“\1”", text).replace('"', "”")
    if "'" in text:
        text = _SINGLE_QUOTED.sub(_single_quotes, text)
    if "<" in text or "＜" in text:
        text = _TITLE_IN_TITLE.sub(_angles, text)
    if "○" in text:
        text = _YEAR_ZERO.sub(_zeros, text)
    if "[" in text or "［" in text:
        text = _NUMBER_YEAR.sub(r"〔\1〕", text)
    if "(" in text:
        text = _BRACKETS.sub(_brackets, text)
    text = _POINTS.sub(_points, text)
    if "." in text:
        text = _STOP.sub(_stop, text)
    return text


def _is_wide(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at] > "\x7f"


def _points(match: re.Match[str]) -> str:
    text = match.string
    if _is_wide(text, match.start() - 1) or _is_wide(text, match.end()):
        return match[0].translate(_WIDE)
    return match[0]


def _brackets(match: re.Match[str]) -> str:
    text = match.string
    inside = match[0][1:-1]
    if not inside.isascii() or _is_wide(text, match.start() - 1) or _is_wide(text, match.end()):
        return f"（{inside}）"
    return match[0]


def _single_quotes(match: re.Match[str]) -> str:
    return match[0] if match[1].isascii() else f"‘{match[1]}’"


def _angles(match: re.Match[str]) -> str:
    return f"〈{match[0][1:-1]}〉"


def _zeros(match: re.Match[str]) -> str:
    return match[0].replace("○", "〇")


def _stop(match: re.Match[str]) -> str:
    # 一. is a number, not the end of a sentence.
    return "." if _STOP_AFTER_NUMERAL.search(match.string, max(0, match.start() - 5), match.start()) else "。"
