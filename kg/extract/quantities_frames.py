"""A value, its role and its sentence in; when it holds or is to be reached, out; and which dates set an aim."""

import re
from typing import NamedTuple

from kg.extract.periods import Time
from kg.extract.quantities_mood import Role
from kg.extract.quantities_role import moods_in
from kg.extract.quantities_sentence import Carried, Sentence, clause_around
from kg.extract.quantities_values import Measured
from kg.extract.quantities_years import Years
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_BARE_YEARS = re.compile(r"(?:连续\d{1,2}|(?:连续)?[一二两三四五六七八九十]{1,3})年")
_SHORT_STRETCHES = ("天", "日", "周", "小时")
_SOURCE_REACH = 16
# Adverbs and verbs: what stands between a time and the 的 of the clause that it is part of.
_WITH_VERBS = frozenset({"d", "v", "vn", "vd"})


class Frame(NamedTuple):
    """When a value holds or is to be reached.

    Attributes:
        role: whether it is observed or aimed at.
        period: its period, in the text's words.
        deadline: its deadline, in the text's words.
        time: the time of this sentence that says so.
        source: whether the value is the level a change began at (由…的).
    """

    role: Role
    period: str | None
    deadline: str | None = None
    time: Time | None = None
    source: bool = False


def frame_of(text: str, value: Measured, role: Role, sentence: Sentence, carried: Carried) -> Frame:
    """Return when a value holds or is to be reached."""
    floor = max(0, value.start - _SOURCE_REACH, carried.last.reach if carried.last is not None else 0)
    source = read_rules("quantities")["change.source"].pattern.search(text, floor, value.start)
    if source and value.around.direction is None and changes_from(text, value):
        for time in sentence.times:
            if source.start() <= time.start and time.end <= value.start:
                carried.source_period = text[time.start : time.end]
        if source["when"]:
            carried.source_period = carried.baseline = source["when"]
        return Frame("observation", carried.source_period, source=True)
    around = value.around
    before = [
        time
        for time in sentence.times_before(value.start)
        if _reaches(text, time, value.start, sentence)
        and not (
            around.baseline
            and (value.joined or time.start >= around.start)
            and text[time.start : time.end] in around.baseline
        )
    ]
    if not before:
        return Frame(role, carried.period if role == (carried.role or "observation") else None)
    time = before[-1]
    words = text[time.start : time.end]
    if role == "target" and time.role in ("deadline", "until", "within"):
        return Frame(role, None, words, time)
    return Frame(role, words, None, time)


def changes_from(text: str, value: Measured) -> bool:
    """Tell whether what stands after a value is what became of it: not in 由省里安排3亿元."""
    return read_rules("quantities")["change.reached"].pattern.match(text, value.reach) is not None


def _reaches(text: str, time: Time, at: int, sentence: Sentence) -> bool:
    """Tell whether a time holds for a value: past a ； only one that opens its clause does, a bare 五年 in its own."""
    start, _ = clause_around(text, time.start, sentence.start, sentence.end)
    if _BARE_YEARS.fullmatch(text, time.start, time.end) and time.start > start and "，" in text[time.end : at]:
        return False
    if "；" not in text[time.end : at]:
        return True
    return time.start - start <= 1


def sets_date(scan: Scan, time: Time, sentence: Sentence, years: Years, statute: bool) -> bool:
    """Tell whether a time without a number is a date something is to be done by."""
    if _tells_which(scan, time, sentence.end):
        return False
    rules, text = read_rules("quantities"), scan.text
    words = text[time.start : time.end]
    start, end = clause_around(text, time.start, sentence.start, sentence.end)
    duty = rules["time.duty"].pattern.search(text, sentence.start if statute else start, end) is not None
    if statute:
        if time.role == "within":
            return duty and _opens_aim(text, time)
        return time.role == "deadline" and (duty or years.of(words) is not None)
    urged = bool(rules["aim.urged"].pattern.search(text, max(sentence.start, time.start - 4), time.start))
    if time.role == "period":
        return urged and not words.endswith(("来", "期间")) and not words.startswith(("全年", "今年", "每"))
    if time.role == "baseline":
        return False
    if time.role == "within" and not _opens_aim(text, time):
        return False
    moods = moods_in(scan, start, end)
    if (
        time.role == "within"
        and words.rstrip("以之内").endswith(_SHORT_STRETCHES)
        and not (duty or moods.strong == "target")
    ):
        return False
    side = years.side(words, time.start)
    if moods.strong == "observation" or side == "past":
        return False
    if side == "coming" or urged or moods.strong or time.role == "deadline" or (duty and time.role == "within"):
        return True
    return (sentence.heading or sentence.role) == "target"


def _tells_which(scan: Scan, time: Time, end: int) -> bool:
    """Tell whether a time says of which things something is said, as in 2005年底前注册营运的黄标车.

    Not so in 二十日内作出批准的决定, where the first verb has what stands behind 的 as its object.
    """
    if time.role == "within":
        return False
    index = first = scan.token_at(time.end)
    while index < len(scan.words) and scan.starts[index] < end and scan.tags[index] in _WITH_VERBS:
        index += 1
    return first < index < len(scan.words) and scan.words[index] == "的" and scan.tags[index - 1] != "d"


def _opens_aim(text: str, time: Time) -> bool:
    """Tell whether a stretch of time is the time given for an aim: 今后五年是… and 两年内首次违法 are none."""
    if (
        text.startswith(("今后", "未来"), time.start)
        and text[time.end - 1] != "内"
        and text[time.end : time.end + 1] != "，"
    ):
        return False
    # 一年内的特定时段 is a part of it.
    if text.startswith("内的", time.end - 1):
        return False
    return not read_rules("quantities")["aim.condition"].pattern.match(text[time.end : time.end + 4])
