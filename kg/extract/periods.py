"""A stretch of text in, its expressions of time out: periods, deadlines, and years something is compared with."""

import re
from typing import Literal, NamedTuple

from kg.lexicon.rules import read_rules

TimeRole = Literal["period", "deadline", "until", "within", "baseline"]

_COMPARED = frozenset("较比与同由从")
_SPENT = frozenset({"用", "再用", "在", "力争", "争取", "经过"})
_BEFORE = re.compile(r"前$")
_STRETCH = re.compile(r"(?:内|以内|之内|时间内?)$")
# A stretch of years that what follows is summed up over: 五年累计…, 三年安排…, 十年2亿….
_SUMMED = re.compile(r"累计|共(?!同)|总计|支出|投入|安排|新增|\d")
# 从2031年至2035年 is a stretch of years, though 从 alone begins a comparison.
_SEVERAL = re.compile(r"(?<=\d年|[一二三四五六七八九零〇○]年)[—–－\-~～至到]{1,2}[12一二]")
_QUARTER_OF_EACH = re.compile(r"每年度?(?:第|\d)")


class Time(NamedTuple):
    """An expression of time at `[start, end)`.

    `role` is what it can be: a period; a deadline (2024年底前); until, a deadline in a plan and a period in a report
    (到2025年, “十四五”末); within, likewise (五年内); baseline, the time something is compared with (比2020年).
    """

    start: int
    end: int
    role: TimeRole


def find_times(text: str, start: int, end: int) -> list[Time]:
    """Return the times in `[start, end)`, in order, the longest where they overlap."""
    rules = read_rules("quantities")
    found: list[Time] = []
    for name, role_of in (
        ("time.point", _point_role),
        ("time.relative", _relative_role),
        ("time.plan", _plan_role),
        ("time.duration", _duration_role),
    ):
        for match in rules[name].pattern.finditer(text, start, end):
            role = role_of(text, match)
            if role is not None:
                used = name == "time.duration" and (match["prefix"] or "") in _SPENT
                found.append(Time(match.start("count") if used else match.start(), match.end(), role))
    found.sort(key=_leftmost_longest)
    kept: list[Time] = []
    for time in found:
        if not kept or time.start >= kept[-1].end:
            kept.append(time)
    return kept


def _leftmost_longest(time: Time) -> tuple[int, int]:
    return time.start, -time.end


def _point_role(text: str, match: re.Match[str]) -> TimeRole | None:
    suffix = match["suffix"] or ""
    before = text[max(0, match.start() - 2) : match.start()]
    if _BEFORE.search(suffix):
        return "deadline"
    if before[-1:] in ("是", "为", "于") and text.startswith("的", match.end()):
        return "baseline"
    several = _SEVERAL.search(text, match.start(), match.end()) is not None
    if several and before[-1:] in ("从", "由"):
        return "period"
    if suffix == "同期" or (before[-1:] in _COMPARED and not _goes_on(text, match)):
        return "baseline"
    if before[-1:] in ("到", "至") and before != "截至":
        return "until"
    if suffix in ("底", "年底", "末", "年末") and not before.startswith("截"):
        return "until"
    return "period"


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether a year after 从 begins a period (从2020年起), rather than being compared with."""
    return (match["suffix"] or "") in ("起", "以来") or text.startswith(("起", "开始", "以来", "到", "至"), match.end())


def _relative_role(text: str, match: re.Match[str]) -> TimeRole | None:
    words = match.group()
    before = text[max(0, match.start() - 1) : match.start()]
    if words in ("目前", "截至目前", "截止目前"):
        return "period" if words != "目前" else None
    if _BEFORE.search(words) or words.endswith("年内") or words == "年底" or _QUARTER_OF_EACH.match(words):
        return "deadline"
    if before in _COMPARED or words.endswith("同期"):
        return "baseline"
    if words.endswith(("底", "末")):
        return "until"
    return "period"


def _plan_role(text: str, match: re.Match[str]) -> TimeRole | None:
    if text[max(0, match.start() - 1) : match.start()] in _COMPARED:
        return "baseline"
    return "until" if (match["suffix"] or "").endswith("末") else "period"


def _duration_role(text: str, match: re.Match[str]) -> TimeRole | None:
    prefix, suffix, count = match["prefix"] or "", match["suffix"] or "", match["count"]
    if count is None:
        return None
    if count == "百" and match["unit"] in ("日", "天"):
        return "deadline"
    if prefix == "每":
        return "within" if match["unit"].endswith("月") else None
    if prefix.startswith(("近", "过去", "最近", "这", "连续")) or suffix.endswith("来"):
        return "period"
    summed = suffix in ("间", "中") or (not suffix and _SUMMED.match(text, match.end()))
    if summed and not prefix and not count[0].isdigit() and match["unit"].endswith("年"):
        return "period"
    if prefix.startswith(("未来", "今后")):
        return "within"
    if _STRETCH.search(suffix) and (suffix not in ("时间", "的时间") or prefix in ("用", "再用", "力争", "争取")):
        return "within"
    return None
