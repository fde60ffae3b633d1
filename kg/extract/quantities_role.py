"""A value and its sentence in; whether it is observed or aimed at out, from the nearest sign that decides it."""

from typing import NamedTuple

from kg.extract.periods import Time
from kg.extract.quantities_mood import Role
from kg.extract.quantities_sentence import Carried, Sentence, clause_around
from kg.extract.quantities_values import Measured
from kg.extract.quantities_years import Years
from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules

# Signs that decide by themselves, and signs that give way to a date that has passed or is to come.
_STRONG: dict[str, Role] = {"target": "target", "past": "observation"}
_WEAK: dict[str, Role] = {"until": "target", "reached": "observation"}
_UNTIL = ("到", "至")
_NO_DEMAND = "，。；、的”"


class Moods(NamedTuple):
    """What the signs of a stretch of text say, the last one first; None where it has none."""

    strong: Role | None
    weak: Role | None


def role_of(scan: Scan, value: Measured, sentence: Sentence, carried: Carried, years: Years) -> Role:
    """Return whether a value is observed or aimed at.

    A word of intent or report in its own clause decides, then the date against the document's own year, then weaker
    words, then the clauses before, the heading, the sentence before, and last the paragraph.
    """
    rules, text = read_rules("quantities"), scan.text
    start, end = clause_around(text, value.start, sentence.start, sentence.end)
    before, after = moods_in(scan, start, value.start), moods_in(scan, value.end, end)
    risen = rules["change.risen"].pattern.search(text, start, value.start)
    if risen and before.strong == "observation":
        # 由今年预计的3%提高到5%: what is said of the first level is not said of the second.
        before = moods_in(scan, risen.end(), value.start)
    if before.strong or after.strong:
        return before.strong or after.strong or sentence.role
    invested = value.kind == "money" and rules["phrase.invested"].pattern.search(text, start, value.start)
    if value.around.change == "yoy" or invested:
        return "observation"
    times = sentence.times_before(value.start)
    time = times[-1] if times else None
    reports = (sentence.heading or sentence.role) == "observation"
    for stated in reversed(times):
        dated = _role_of_time(text, stated, years, reports)
        # 在这十年里，要建成…，产量达到…: the aim set in between holds on.
        told = dated == "observation" and text.startswith("这", stated.start) and stated.end < start
        if dated and not (told and moods_in(scan, stated.end, start).strong == "target"):
            return dated
    if risen:
        now = rules["change.from-now"].pattern.search(text, start, value.start)
        return "target" if now or sentence.heading == "target" else "observation"
    if before.weak == "observation":
        return "observation"
    if time is not None and time is carried.time and carried.role:
        return carried.role
    until = time is not None and time.role == "until"
    if before.weak or (time is not None and until and text[time.start - 1 : time.start] in _UNTIL):
        return "target"
    earlier = moods_in(scan, max(sentence.start, time.end if time else 0), start)
    if earlier.strong or earlier.weak:
        return earlier.strong or earlier.weak or sentence.role
    if sentence.heading:
        return sentence.heading
    dateless = all(years.of(text[stated.start : stated.end]) is None for stated in times)
    if carried.period and dateless and (carried.role or rules["time.past"].pattern.search(carried.period)):
        return carried.role or "observation"
    if value.around.limit or (until and sentence.role == "target"):
        return "target"
    alone = time is not None and time.role == "period" and years.of(text[time.start : time.end]) is not None
    return "observation" if alone and not years.known else sentence.role


def moods_in(scan: Scan, start: int, end: int) -> Moods:
    """Return what the last strong and the last weak sign of a stretch say."""
    strong: Role | None = None
    weak: Role | None = None
    for hit in reversed(scan.between("quantity", start, end)):
        cls = hit.term.cls
        if strong is None and (cls in _STRONG or (cls == "demand" and _demands(scan, hit, start))):
            strong = _STRONG.get(cls, "target")
        elif weak is None:
            weak = _WEAK.get(cls)
    return Moods(strong, weak)


def _demands(scan: Scan, hit: Hit, start: int) -> bool:
    """Tell whether 要求 is the verb of its clause: not in 按照省里要求, nor in 要求的进度."""
    after = scan.text[hit.end : hit.end + 1]
    grounds = read_rules("quantities")["mood.grounds"].pattern
    return after not in _NO_DEMAND and not grounds.search(scan.text, start, hit.start)


def _role_of_time(text: str, time: Time, years: Years, reports: bool) -> Role | None:
    """Return what a time says of what it holds for; in a text that reports, 五年内 is the stretch that has passed."""
    words = text[time.start : time.end]
    side = years.side(words, time.start)
    if side == "past" or read_rules("quantities")["time.past"].pattern.search(words):
        return "observation"
    if read_rules("quantities")["time.coming"].pattern.match(words):
        return "target"
    return "target" if side == "coming" or time.role == "deadline" or (time.role == "within" and not reports) else None
