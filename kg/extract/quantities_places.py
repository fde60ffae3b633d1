"""A scan and its mentions in; the place a quantity is about, and the spans whose numbers count nothing, out."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from kg.extract.scan import Scan
from kg.model import LOCUS, Mention

# Numbers inside names of these types are part of the name; a Project's name may state its investment (63亿元…工程).
_NAMES = frozenset(
    {"Campaign", "Mechanism", "Policy", "Doctrine", "Event", "Agency", "Organization", "Person", "Region"}
)
_HOLDERS = frozenset({"Agency", "Organization", "Project", "Event", "Policy", "Campaign"})
_TITLE = re.compile(r"[《“](?:(?<=《)[^《》\n]{1,80}》|(?<=“)[一二三四五六七八九十两]{1,3}[^”\d五]{1,6}”)")
_DEICTIC = re.compile(r"我[省市县区州]|全[省市县区州](?!会)|本[省市县区州]")
_ADDRESSED = re.compile(r"你([省市县区])")
_OF_THE_STATE = re.compile(r"(?:根据|据|按)?国家(?:去年|今年|上年)?(?:公布|发布|统计)")
_NATIONAL = re.compile(r"[全我]国(?!人大|人民|政协|两会)|国务院|中央")
_NATIONAL_SHARE = 3
_FRONT = 8
_FEWEST_ADDRESSES = 2


def name_spans(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return, in order and without overlaps, the spans whose numbers belong to a name or title."""
    spans = [(mention.start, mention.end) for mention in mentions if mention.type in _NAMES]
    spans += [match.span() for match in _TITLE.finditer(text)]
    return merged(spans)


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return spans in order, those that overlap as one.

    >>> merged([(5, 9), (0, 3), (2, 4)])
    [(0, 4), (5, 9)]
    """
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return found


class Places:
    """The places quantities may be about.

    Attributes:
        default: the place meant where none is named: '@locus', or in a letter to 你省 that province.
    """

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._text = scan.text
        holders = merged([(mention.start, mention.end) for mention in mentions if mention.type in _HOLDERS])
        starts = [start for start, _ in holders]
        self._regions: list[Mention] = []
        for mention in mentions:
            if mention.type != "Region":
                continue
            at = bisect_left(starts, mention.start + 1) - 1
            if at < 0 or holders[at][1] < mention.end:
                self._regions.append(mention)
        self._starts = [mention.start for mention in self._regions]
        self.default = self._addressed(scan) or LOCUS

    @cached_property
    def whole_country(self) -> str:
        """What 全国 means: '@locus' in a national text, else 全国."""
        local, national = len(_DEICTIC.findall(self._text)), len(_NATIONAL.findall(self._text))
        return "全国" if local and national < _NATIONAL_SHARE * local else LOCUS

    def _addressed(self, scan: Scan) -> str | None:
        levels = _ADDRESSED.findall(self._text)
        if len(levels) < _FEWEST_ADDRESSES:
            return None
        names = [self._text[hit.start : hit.end] for hit in scan.hits.get("Region", ())]
        counts = Counter(name for name in names if name.endswith(levels[0]))
        return min(counts, key=lambda name: (-counts[name], name)) if counts else None

    def _is_listed(self, index: int, end: int) -> bool:
        """Tell whether a region opens a list of places (城关印染、河西造纸等5家)."""
        if index + 1 >= len(self._regions) or self._regions[index + 1].start >= end:
            return False
        return "、" in self._text[self._regions[index].end : self._regions[index + 1].start]

    def governing(self, start: int, end: int) -> str | None:
        """Return the place at the front of a phrase, '@locus' for 全市 and its like, None if it names none."""
        first = bisect_left(self._starts, start)
        if first < len(self._regions):
            region, opening = self._regions[first], self._regions[first].start
            # 江西省赣州市: the last of a chain is meant.
            while first + 1 < len(self._regions) and self._regions[first + 1].start == region.end:
                first, region = first + 1, self._regions[first + 1]
            if (
                opening <= min(end, start + _FRONT)
                and region.end <= end
                and self._text[region.end : region.end + 1] not in "、"
                and not self._is_listed(first, end)
            ):
                return self._text[region.start : region.end]
        front = self._text[start : min(end, start + _FRONT)]
        if "全国" in front or _OF_THE_STATE.match(front):
            return self.whole_country
        return self.default if _DEICTIC.search(front) else None
