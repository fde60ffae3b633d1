"""A text in, what it says of itself out: title, date, speaker, issuer and number, as far as it shows them."""

import re
from itertools import pairwise
from typing import NamedTuple

from kg.lexicon.rules import read_rules

_HEAD_LINES = 8
_LONGEST_TITLE = 80
_LONGEST_PLAIN_TITLE = 40
_LONGEST_HEADING = 40
_TAGS = re.compile(r"^(?:【[^】]{2,12}】\s?)+")
_NO_TITLE = re.compile(
    r"^（.*）$|^(?:来源|资料来源|作者|附件|附)\d*[：:]|^[一二三四五六七八九十]{1,3}、|^（[一二三]）|^第.{1,4}[编章条]|^\d{1,2}(?:[.、\s]|$)"
)
_SENTENCE_MARKS = ("。", "；", "，", "：", "！", "？", "…", "、")
_TITLE_END = re.compile(
    r"(?:通知|意见|讲话|报告|方案|规划|计划|办法|条例|决定|通报|公告|公报|批复|纲要|要点|总结|发言|函|指南|纲领)$"
)
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_FEWEST_CHINESE = 4
_SHORT_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}$|[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8})+$")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")


class About(NamedTuple):
    """What a document shows of itself; `date` is ISO, cut to what is known (2023, 2023-07, 2023-07-15)."""

    title: str | None
    date: str | None
    speaker: str | None
    issuer: str | None
    number: str | None


def find_about(source: str, text: str) -> About:
    """Return what a document's source and normal text say of it."""
    lines = text.split("\n")
    head = lines[:_HEAD_LINES]
    number = _number(head)
    title = _title(head)
    return About(
        title=title,
        date=_date(source, lines, title, number),
        speaker=_speaker(head, title),
        issuer=_issuer(lines, title),
        number=number,
    )


def _pattern(name: str) -> re.Pattern[str]:
    return read_rules("about")[f"about.{name}"].pattern


def _number(head: list[str]) -> str | None:
    for line in head:
        match = _pattern("numbered").match(line)
        if match:
            return match["number"] or match["alone"]
    return None


def _title(head: list[str]) -> str | None:
    """Return the first line that can be a title: no sentence, number, date or note in brackets stands for one."""
    for index, line in enumerate(head):
        title = _TAGS.sub("", line)
        numbered = _pattern("numbered").match(title)
        if numbered:
            if numbered["title"]:
                return numbered["title"]
            continue
        if _NO_TITLE.match(title) or _iso(title, whole=True) or len(_CHINESE.findall(title)) < _FEWEST_CHINESE:
            if title.startswith("（") or title.isascii() or _iso(title, whole=True):
                continue
            return None
        if len(title) > _LONGEST_TITLE or title.endswith(_SENTENCE_MARKS) or "。" in title:
            return None
        if "，" in title and len(title) > _LONGEST_PLAIN_TITLE and not _TITLE_END.search(title):
            return None
        return _whole_title(title, head[index + 1 : index + 3])
    return None


def _whole_title(title: str, following: list[str]) -> str:
    """Return a title with the lines that complete it (国务院办公厅 / 关于…的 / 通知)."""
    whole = title
    for line in following:
        if _TITLE_END.search(whole) or _NO_TITLE.match(line) or line.endswith(_SENTENCE_MARKS) or "。" in line:
            break
        whole += line
        if len(whole) > _LONGEST_TITLE:
            break
        if _TITLE_END.search(whole):
            return whole
    return title


def _date(source: str, lines: list[str], title: str | None, number: str | None) -> str | None:
    """Return the date that stands first of: signed or under the title, adopted, title's year, published, plan's year.

    A document number shows its year where nothing else does.
    """
    for index, line in enumerate(lines):
        if len(line) <= 16 and (date := _iso(line.strip("（）"), whole=True)):
            above = lines[index - 1] if index else ""
            if index < _HEAD_LINES or _pattern("signature").match(above):
                return date
    adopted = [match for line in lines[:_HEAD_LINES] if (match := _pattern("adopted").match(line))]
    if adopted:
        return _iso(adopted[-1]["date"] or adopted[-1]["alone"])
    published = _pattern("published").search(source)
    day = _iso(re.sub(r"\s", "", published["date"])) if published else None
    years = _pattern("title_year").findall(title or "")
    if years and not (day and day.startswith(years[-1])):
        return str(years[-1])
    if day:
        return day
    for line in lines:
        if len(line) <= _LONGEST_HEADING and (planned := _pattern("plan_year").match(line)):
            return planned["year"]
    numbered = re.search(r"〔(\d{4})〕", number or "")
    return numbered[1] if numbered else None


def _iso(words: str, whole: bool = False) -> str | None:
    """Return a date in ISO form.

    >>> _iso("二〇一一年十二月十五日"), _iso("2021年3月"), _iso("2021.3.5")
    ('2011-12-15', '2021-03', '2021-03-05')
    """
    for name in ("date", "written_date"):
        match = _pattern(name).fullmatch(words) if whole else _pattern(name).search(words)
        if match:
            groups = match.groupdict()
            parts = [groups["year"], groups["month"] or groups.get("month_2"), groups["day"] or groups.get("day_2")]
            numbers = [_number_of(part) for part in parts if part]
            return "-".join(f"{part:02d}" for part in numbers)
    return None


def _number_of(words: str) -> int:
    if "十" in words:
        tens, _, ones = words.translate(_DIGITS).partition("十")
        return int(tens or 1) * 10 + int(ones or 0)
    return int(words.translate(_DIGITS))


def _speaker(head: list[str], title: str | None) -> str | None:
    named = _pattern("speaker_in_title").match(title or "")
    if named:
        return named["name"]
    for line, following in zip(head, [*head[1:], ""], strict=True):
        match = _pattern("speaker").match(line + following if _SHORT_NAME.match(following) else line)
        if match and line != title:
            return match["name"]
    return None


def _issuer(lines: list[str], title: str | None) -> str | None:
    named = _pattern("issuer").match(title or "")
    if named:
        return named["issuer"].strip()
    for above, line in pairwise(lines):
        if len(line) <= 16 and _iso(line.strip("（）"), whole=True) and _pattern("signature").match(above):
            return above
    return None
