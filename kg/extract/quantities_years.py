"""A scan in; for a time and its place, whether it lies before or after the year the text speaks in, out."""

import re
from typing import Literal

from kg.extract.numerals import parse_chinese
from kg.extract.quantities_sentence import clause_around, year_in
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_YEAR = re.compile(r"(?:19|20)\d\d(?=年)")

# The sixth five-year plan began in 1981.
_BEFORE_PLANS = 1951
_TITLE_LENGTH = 80


def _first_planned(scan: Scan) -> int | None:
    """Return the first year of the plan a text is by its title, None if it is none or does not tell."""
    title = scan.document.title or scan.text[:_TITLE_LENGTH].partition("\n")[0]
    match = read_rules("quantities")["time.planned"].pattern.search(title)
    if match is None:
        return None
    if match["year"]:
        return int(match["year"])
    count = match["count"] or match["plan"]
    number = int(count) if count.isdigit() else int(parse_chinese(count))
    return _BEFORE_PLANS + 5 * number


class Years:
    """The year a text speaks in, at any place of it.

    A section called 2014年报告 speaks in 2014, whatever the document's date; a plan without a date, in the year before
    its first. Without either the text itself gives bounds: the last year it reports on, and the
    first it looks ahead to.

    Attributes:
        known: whether the document's own year is known.
    """

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self._own = int(scan.document.date[:4]) if scan.document.date else None
        self.known = self._own is not None
        pattern = read_rules("quantities")["mood.report-year"].pattern
        self._sections: list[int | None] = []
        for section in scan.document.sections:
            match = pattern.search(section.title)
            above = self._sections[section.parent] if section.parent >= 0 else None
            self._sections.append(int(match["year"]) if match else above)
        self._bounds: tuple[int, int] | None = None
        if self._own is None and (first := _first_planned(scan)) is not None:
            self._bounds = first - 1, first

    def of(self, words: str) -> int | None:
        """Return the last calendar year that words name."""
        return year_in(words)

    def side(self, words: str, at: int) -> Literal["past", "coming"] | None:
        """Return on which side of the text's own year the words at a place lie; None for that year, or none."""
        year = year_in(words)
        if year is None:
            return None
        last, first = self._bounds_at(at)
        if year <= last:
            return "past"
        return "coming" if year >= first else None

    def _bounds_at(self, at: int) -> tuple[int, int]:
        """Return the last year that has passed at a place, and the first that is to come."""
        sentence = self._scan.sentence_at(at)
        section = self._scan.document.sentences[sentence].section if sentence >= 0 else -1
        own = (self._sections[section] if section >= 0 else None) or self._own
        if own is not None:
            return own - 1, own + 1
        if self._bounds is None:
            self._bounds = self._read_bounds()
        return self._bounds

    def _read_bounds(self) -> tuple[int, int]:
        text = self._scan.text
        last, aims = 0, []
        aimed = {match.start("year") for match in read_rules("quantities")["time.aimed-year"].pattern.finditer(text)}
        for match in _YEAR.finditer(text):
            if match.start() in aimed:
                aims.append(int(match.group()))
                continue
            start, end = clause_around(text, match.start(), max(0, match.start() - 60), match.start() + 60)
            classes = {hit.term.cls for hit in self._scan.between("quantity", start, min(end, len(text)))}
            if text[match.start() - 1 : match.start()] in ("比", "较") or (
                "past" in classes and "target" not in classes
            ):
                last = max(last, int(match.group()))
        coming = [year for year in aims if year > last]
        return last, min(coming) if coming else 9999
