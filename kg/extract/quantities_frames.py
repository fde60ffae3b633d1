"""A value and its sentence in; whether it is observed or aimed at, and its period or deadline, out."""

from typing import NamedTuple

from kg.extract.periods import Time
from kg.extract.quantities_mood import Role
from kg.extract.quantities_sentence import Carried, Sentence, clause_around, year_in
from kg.extract.quantities_values import Measured
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_SHORT_STRETCHES = ("天", "日", "周", "工作日")
_SOURCE_REACH = 16


class Frame(NamedTuple):
    """When a value holds or is to be reached.

    Attributes:
        period: its period, in the text's words.
        deadline: its deadline, in the text's words.
        time: the time of this sentence that says so.
        source: whether the value is the level a change began at (由…的).
    """

    period: str | None
    deadline: str | None = None
    time: Time | None = None
    source: bool = False


def year_of_document(scan: Scan) -> int | None:
    """Return the year a document speaks in: its date's, else the one before the first year it looks ahead to."""
    if scan.document.date:
        return int(scan.document.date[:4])
    aims = [int(year) for year in read_rules("quantities")["time.aimed-year"].pattern.findall(scan.text)]
    return min(aims) - 1 if aims else None


def role_of(scan: Scan, value: Measured, sentence: Sentence, carried: Carried, now: int | None) -> Role:
    """Return whether a value is observed or aimed at; `now` is the year the document speaks in."""
    rules, text = read_rules("quantities"), scan.text
    if value.around.change == "yoy":
        return "observation"
    start, end = clause_around(text, value.start, sentence.start, sentence.end)
    before = sentence.times_before(value.start)
    time = before[-1] if before else None
    words = text[time.start : time.end] if time else ""
    year = year_in(words)
    if time is not None:
        if time.role == "deadline":
            return "target"
        if year is not None and now is not None and year != now:
            return "target" if year > now else "observation"
        if rules["time.past"].pattern.search(words):
            return "observation"
    in_clause = _moods(scan, start, end)
    risen = bool(rules["change.risen"].pattern.search(text, start, value.start))
    if "target" in in_clause or ("until" in in_clause and not risen):
        return "target"
    if "past" in in_clause or risen:
        return "observation"
    for mood in reversed(_moods(scan, sentence.start, start)):
        if mood in ("target", "past", "until"):
            return "observation" if mood == "past" else "target"
    # A year alone, with no word of intent, reports; plans say 到2025年.
    alone = time is not None and time.role == "period" and year is not None and now is None
    return "observation" if carried.period is not None or alone else sentence.role


def frame_of(text: str, value: Measured, role: Role, sentence: Sentence, carried: Carried) -> Frame:
    """Return when a value holds or is to be reached."""
    floor = max(0, value.start - _SOURCE_REACH, carried.last.reach if carried.last is not None else 0)
    source = read_rules("quantities")["change.source"].pattern.search(text, floor, value.start)
    if source:
        for time in sentence.times:
            if source.start() <= time.start and time.end <= value.start:
                carried.source_period = text[time.start : time.end]
        return Frame(carried.source_period, source=True)
    before = sentence.times_before(value.start)
    if not before:
        return Frame(carried.period if role == "observation" else None)
    time = before[-1]
    words = text[time.start : time.end]
    if role == "target" and time.role in ("deadline", "until", "within"):
        return Frame(None, words, time)
    return Frame(words, None, time)


def sets_date(scan: Scan, time: Time, sentence: Sentence, now: int | None, statute: bool) -> bool:
    """Tell whether a time without a number is a date something is to be done by."""
    rules, text = read_rules("quantities"), scan.text
    words = text[time.start : time.end]
    start, end = clause_around(text, time.start, sentence.start, sentence.end)
    if statute:
        return time.role == "deadline" and words.startswith("每") and "应" in text[sentence.start : sentence.end]
    urged = bool(rules["aim.urged"].pattern.search(text, max(sentence.start, time.start - 4), time.start))
    if time.role == "period":
        return urged and not words.endswith(("来", "期间")) and not words.startswith(("全年", "今年", "每"))
    if time.role == "baseline" or (time.role == "within" and words.rstrip("以之内").endswith(_SHORT_STRETCHES)):
        return False
    if time.role == "within" and not _opens_aim(text, time):
        return False
    moods = _moods(scan, start, end)
    if "past" in moods and "target" not in moods:
        return False
    year = year_in(words)
    if year is not None and now is not None and year != now:
        return year > now
    return urged or "target" in moods or time.role == "deadline" or sentence.role == "target"


def _opens_aim(text: str, time: Time) -> bool:
    """Tell whether a stretch of time is the time given for an aim: 今后五年是… and 两年内首次违法 are none."""
    if (
        text.startswith(("今后", "未来"), time.start)
        and text[time.end - 1] != "内"
        and text[time.end : time.end + 1] != "，"
    ):
        return False
    return not read_rules("quantities")["aim.condition"].pattern.match(text[time.end : time.end + 4])


def _moods(scan: Scan, start: int, end: int) -> list[str]:
    return [hit.term.cell("class") for hit in scan.between("quantity", start, end)]
