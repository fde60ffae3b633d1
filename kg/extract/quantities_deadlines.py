"""A time and its sentence in, the aim it sets a date for out, where no number does."""

import re
from typing import NamedTuple

from kg.extract.indicator_phrase import Phrase, trim
from kg.extract.periods import find_times
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_MARKS = "，。；：！？\n"
_NUMBER = re.compile(r"\d[\d.]*[^\d年月日]")


def _rule(name: str) -> re.Pattern[str]:
    return read_rules("quantities")[name].pattern


class Aim(NamedTuple):
    """What is to be reached, in the text's words, and where those words end."""

    words: str
    start: int
    end: int


def aim_after(scan: Scan, at: int, sentence_start: int, sentence_end: int) -> Aim | None:
    """Return the aim a deadline that ends at `at` is set for."""
    text = scan.text
    start = at
    while start < sentence_end and text[start] in "，、 ”）":
        start += 1
    end = _clause_end(text, start, sentence_end)
    if not _opens(text, start, end, sentence_end):
        start = _past_subject(text, start, end)
    while _opens(text, start, end, sentence_end):
        start = end + 1
        end = _clause_end(text, start, sentence_end)
        start = _past_subject(text, start, end)
    if _rule("aim.reference").search(text, start, end):
        before = _clause_before(text, at, sentence_start)
        return Aim(trim(scan, *before).words, at, end) if before else None
    verb, (words, start, _) = text[start:end], trim(scan, start, end)
    if not words and len(verb) > 1:
        # 证照不全的砂场，2031年底前完成: the verb alone is no aim.
        doer = _subject_before(scan, at, sentence_start)
        if doer is not None and not _rule("aim.bidden").search(doer.words):
            return Aim(doer.words + verb, min(doer.start, start), end)
    if len(words) < 2 or _rule("aim.title").match(words):
        return None
    if _is_bare(scan, start, end):
        doer = _subject_before(scan, at, sentence_start)
        if doer is not None and not _rule("time.duty").search(doer.words):
            return Aim(doer.words + words, min(doer.start, start), end)
    return Aim(words, start, end)


def _opens(text: str, start: int, end: int, sentence_end: int) -> bool:
    """Tell whether a clause only says on what ground the aim of the next is set."""
    return end + 1 < sentence_end and _rule("aim.opener").match(text[start:end]) is not None


def _past_subject(text: str, start: int, end: int) -> int:
    subject = _rule("aim.subject").match(text[start:end])
    return start + subject.end() if subject and subject.end() < end - start else start


def _is_bare(scan: Scan, start: int, end: int) -> bool:
    """Tell whether an aim is only a verb, whose object or subject stands before the date (两年内消除)."""
    adverbs = _rule("aim.adverbs").match(scan.text, start, end)
    start = adverbs.end() if adverbs and adverbs.end() < end else start
    tags = scan.tags.between(scan.token_at(start), scan.token_at(end - 1) + 1)
    return not any(tag.startswith(("n", "l", "j", "x", "eng")) for tag in tags)


def _subject_before(scan: Scan, at: int, sentence_start: int) -> Phrase | None:
    """Return what is to reach an aim: the words before the date, else those of the clause before, or the first."""
    text = scan.text
    date = at
    while date > sentence_start and text[date - 1] not in _MARKS:
        date -= 1
    times = [time for time in find_times(text, date, at) if time.end == at]
    ordered = text.startswith("由", date)
    if times and times[0].start > date and not ordered and (phrase := trim(scan, date, times[0].start)).words:
        return phrase
    if text.startswith(("确保", "力争", "争取"), date):
        return None
    while date > sentence_start:
        before = _clause_before(text, date, sentence_start)
        if before is None:
            return None
        date = before[0]
        if not _NUMBER.search(text, *before) and (phrase := trim(scan, *before)).words:
            return phrase._replace(words=_rule("aim.verb").sub("", phrase.words))
    return None


def other_aims(scan: Scan, start: int, end: int, taken: list[tuple[int, int]]) -> Aim | None:
    """Return the aims of a sentence that state no number, beside those that do."""
    text = scan.text
    found: list[tuple[int, int]] = []
    at = start
    while at < end:
        stop = _clause_end(text, at, end)
        free = all(stop <= first or last <= at for first, last in taken)
        if free and stop - at >= 6 and _rule("aim.words").search(text, at, stop):
            found.append((at, stop))
        at = stop + 1
    if not found:
        return None
    words = "，".join(trim(scan, *span).words for span in found)
    return Aim(words, found[0][0], found[-1][1])


def _clause_end(text: str, at: int, limit: int) -> int:
    while at < limit and text[at] not in _MARKS:
        at += 1
    return at


def _clause_before(text: str, at: int, limit: int) -> tuple[int, int] | None:
    """Return the clause before the one an offset lies in, None if that is the first."""
    here = at
    while here > limit and text[here - 1] not in _MARKS:
        here -= 1
    start = end = here - 1
    while start > limit and text[start - 1] not in _MARKS:
        start -= 1
    return (start, end) if end > start else None
