"""A scan and its mentions in; look-ups by place and type out, shared by the modules that relate mentions."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Mention, Relation

_FARTHEST = 120
_DEEDS = frozenset({"Policy", "Event", "Campaign", "Project"})
_OPENING = re.compile(r"(?:^|[，。；\n])(?:[（(]?[\d一二三四五六七八九十]{1,3}[）).、．])?\s*$")
_SHORT = 16
_JOINT = re.compile(r"(?:、|和|与|及|以及|[  ]|\n)?")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {rule.id.removeprefix("relation."): rule.pattern for rule in read_rules("offices").values()}


class Ground:
    """The mentions of a text, in order, and how to find the ones at a place.

    Attributes:
        scan: the scanned text.
        text: its normalised text.
        mentions: all mentions; relations name them by index.
    """

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self.scan = scan
        self.text = scan.text
        self.mentions = mentions
        self._patterns = _patterns()
        self._order = range(len(mentions))
        self._starts = [mention.start for mention in mentions]
        self._deeds = [mention.start for mention in mentions if mention.type in _DEEDS]

    def within(self, start: int, end: int, *types: str) -> list[int]:
        """Return the mentions of some types that lie in `[start, end)`, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [
            index
            for index in self._order[first:last]
            if self.mentions[index].type in types and self.mentions[index].end <= end
        ]

    def any_within(self, start: int, end: int) -> bool:
        """Tell whether a document, meeting, drive or work is named in `[start, end)`."""
        at = bisect_left(self._deeds, start)
        return at < len(self._deeds) and self._deeds[at] < end

    def inside(self, outer: int, *types: str) -> list[int]:
        """Return the mentions of some types inside another mention."""
        mention = self.mentions[outer]
        return [index for index in self.within(mention.start, mention.end, *types) if index != outer]

    def starting(self, start: int, *types: str) -> int | None:
        """Return the longest mention of some types that starts at an offset."""
        at = bisect_left(self._starts, start)
        while at < len(self._order) and self._starts[at] == start:
            if self.mentions[self._order[at]].type in types:
                return self._order[at]
            at += 1
        return None

    def first(self, kind: str, key: str) -> int | None:
        """Return the first mention of a thing."""
        return next((i for i in self._order if self.mentions[i].type == kind and self.mentions[i].key == key), None)

    def chain_behind(self, start: int, *types: str) -> list[int]:
        """Return the mentions of some types that follow each other from an offset on, joined by 、 or 和."""
        chain: list[int] = []
        at: int | None = start
        while at is not None:
            index = self.starting(at, *types)
            if index is None:
                break
            if chain and self.mentions[chain[-1]].end == at and self.ends("possessor", at):
                chain.pop()
            chain.append(index)
            joint = _JOINT.match(self.text, self.mentions[index].end)
            at = joint.end() if joint else None
        return chain

    def chain_before(self, end: int, *types: str) -> list[int]:
        """Return the mentions of some types that end one before the other, the last at an offset, in order."""
        chain: list[int] = []
        for index in reversed(self.within(max(0, end - 160), end, *types)):
            mention = self.mentions[index]
            gap = self.text[mention.end : end]
            if chain and mention.end > end:
                continue
            if gap and (not chain or not _JOINT.fullmatch(gap)):
                if not chain:
                    continue
                break
            chain.append(index)
            end = mention.start
        return chain[::-1]

    def match(self, rule: str, at: int) -> re.Match[str] | None:
        """Match a rule of relations at one place."""
        return self._patterns[rule].match(self.text, at)

    def opens(self, at: int) -> bool:
        """Tell whether a clause begins at an offset, behind its number if it has one (3.江城县…)."""
        before = self.text[max(0, at - 6) : at]
        return _OPENING.search(before) is not None

    def ends(self, rule: str, at: int) -> bool:
        """Tell whether what a rule of relations reads ends at a place."""
        return self._patterns[rule].search(self.text, max(0, at - _SHORT), at) is not None

    def relation(self, subject: int, predicate: str, target: int, rule: str) -> Relation:
        """Return a relation whose evidence is the stretch from one mention to the other.

        Where they stand far apart (a heading's drive and what is said paragraphs below it) the evidence is the
        sentence of the later one, which is the place that adds to what the earlier one says.
        """
        one, other = self.mentions[subject], self.mentions[target]
        start, end = min(one.start, other.start), max(one.end, other.end)
        if end - start > _FARTHEST:
            later = max(one, other, key=lambda mention: mention.start)
            clause = self.scan.clauses[max(0, self.scan.clause_at(later.start))]
            start, end = min(clause.start, later.start), max(later.end, min(clause.end, later.end + _FARTHEST))
        return Relation(subject=subject, predicate=predicate, object=target, start=start, end=end, rule=rule)
