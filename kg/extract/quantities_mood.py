"""A scan in; for any place of it, whether it tells what was reached or what is to be reached."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import Literal

from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

Role = Literal["observation", "target"]

_SECTION_WEIGHT = 2
_HEAD_LENGTH = 40
_TITLE_LENGTH = 120


def _rule(name: str) -> re.Pattern[str]:
    return read_rules("quantities")[name].pattern


def _first_line(text: str) -> str:
    """Return the first line if it can be a title: it is short and no sentence."""
    line = text[:_TITLE_LENGTH].partition("\n")[0]
    return "" if "。" in line or len(line) == _TITLE_LENGTH else line


class Moods:
    """The mood of each paragraph of a document, found when asked for.

    Attributes:
        statute: the document is a law or regulation, whose numbers are terms and fines.
        starts: where its paragraphs begin; a paragraph run together with the next ends at that one's number.
    """

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        text = scan.text
        self.statute = scan.is_statute
        self.starts = [0, *[match.end() for match in _rule("mood.paragraph").finditer(text)]]
        self._roles: dict[int, Role] = {}

    @cached_property
    def _default(self) -> Role:
        """What the document tells where nothing nearer shows it."""
        text = self._scan.text
        if _rule("mood.plan-title").search(self._scan.document.title or _first_line(text)):
            return "target"
        past, future, directive = self._count(0, len(text))
        return "target" if 2 * future + directive > 4 * past else "observation"

    def block_at(self, offset: int) -> int:
        """Return the index of the paragraph an offset lies in."""
        return bisect_right(self.starts, offset) - 1

    def block_end(self, block: int) -> int:
        """Return where a paragraph ends."""
        return self.starts[block + 1] if block + 1 < len(self.starts) else len(self._scan.text)

    def body_start(self, block: int) -> int:
        """Return where a paragraph's text begins, past a heading it runs together with."""
        start, end = self.starts[block], self.block_end(block)
        section = self.section_at(end - 1)
        return max(start, self._scan.document.sections[section].start) if section >= 0 else start

    def role(self, block: int) -> Role:
        """Return what a paragraph mostly tells; one that does not show it goes on as the one before."""
        asked: list[int] = []
        while block >= 0 and block not in self._roles and len(asked) < 30:
            asked.append(block)
            role = self._own_role(block)
            if role is not None:
                self._roles[block] = role
                break
            block -= 1
        role = self._roles.get(block, self._default)
        for one in asked:
            self._roles[one] = role
        return role

    def heading(self, offset: int) -> Role | None:
        """Return what the innermost heading that shows a mood says of what stands under it."""
        sections = self._scan.document.sections
        index = self.section_at(offset)
        while index >= 0:
            title = sections[index].title
            report = _rule("mood.report-section").search(title) is not None
            plan = _rule("mood.plan-section").search(title) is not None
            if report or plan:
                return None if report and plan else "observation" if report else "target"
            index = sections[index].parent
        return None

    def _own_role(self, block: int) -> Role | None:
        start, end = self.starts[block], self.block_end(block)
        head = self._scan.text[start : min(end, start + _HEAD_LENGTH)]
        if end - start <= _HEAD_LENGTH and not head.rstrip().endswith("。"):
            if _rule("mood.report-section").search(head.strip()):
                return "observation"
            return "target" if _rule("mood.plan-section").search(head) else None
        past, future, directive = self._count(start, end)
        past += _SECTION_WEIGHT * self._under(start, _rule("mood.report-section"))
        future += _SECTION_WEIGHT * self._under(start, _rule("mood.plan-section"))
        if past == 0 and future == 0:
            return None
        if future == 0 and past == 1 and self._default == "target":
            return None  # one word of report among bare directives: 推广应用取得成效
        if future == 0 or past == 0:
            return "target" if future else "observation"
        return "target" if 2 * future + directive > 2 * past else "observation"

    def section_at(self, offset: int) -> int:
        """Return the index of the section an offset lies in, -1 outside of any."""
        sentence = self._scan.sentence_at(offset)
        return self._scan.document.sentences[sentence].section if sentence >= 0 else -1

    def _under(self, offset: int, title: re.Pattern[str]) -> bool:
        """Tell whether the paragraph stands in a section with such a title."""
        sections = self._scan.document.sections
        index = self.section_at(offset)
        while index >= 0:
            if title.search(sections[index].title):
                return True
            index = sections[index].parent
        return False

    def _count(self, start: int, end: int) -> tuple[int, int, int]:
        """Count the words and clauses of report, the words of intent, and the bare directives of a stretch of text."""
        text = self._scan.text
        # 增加到2032年的5% is a level that was reached as often as an aim.
        hits = [hit for hit in self._scan.between("quantity", start, end) if not text.startswith("年的", hit.end - 1)]
        classes = [hit.term.cls for hit in hits]
        past = classes.count("past") + classes.count("reached")
        past += sum(1 for _ in _rule("mood.result").finditer(text, start, end))
        return past, classes.count("target") + classes.count("until"), classes.count("directive")
