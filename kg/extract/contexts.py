"""Clauses and mentions in, the clauses with what they are about out: drive, work, places and environmental media.

What a clause names itself counts first; where it names no drive or work it belongs to the one its section's heading
names, and where it shows no medium it has that of its heading.
"""

from collections.abc import Iterator, Sequence

from kg.extract.relations_ground import Ground
from kg.extract.scan import Scan
from kg.model import Clause, Mention

_WORKS = ("Campaign", "Project")
_ABOUT = (*_WORKS, "Region")
_MEDIAL = ("Pollutant", "Campaign")


def place_clauses(scan: Scan, mentions: Sequence[Mention], clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses with the mentions they are about and their media filled in.

    Args:
        scan: the document.
        mentions: every mention found in it, in order.
        clauses: its measures and problems.
    """
    contexts = _Contexts(scan, mentions)
    return [contexts.place(clause) for clause in clauses]


class _Contexts:
    """What the clauses of one document are about; a section's heading is read once."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._scan, self._mentions = scan, mentions
        self._ground = Ground(scan, mentions)
        self._media: dict[int, tuple[str, ...]] = {}
        self._works: dict[int, int | None] = {}

    def place(self, clause: Clause) -> Clause:
        """Return a clause with what it is about."""
        inside = self._ground.within(clause.start, clause.end, *_ABOUT, *_MEDIAL)
        about = [index for index in inside if self._mentions[index].type in _ABOUT] if inside else inside
        section = self._section(clause.start)
        if not any(self._mentions[index].type in _WORKS for index in about):
            work = self._work(section)
            about += [work] if work is not None else []
        media = self._media_in(clause.start, clause.end, inside) or self._media_of(section)
        return clause._replace(about=tuple(about), medium=media)

    def _section(self, offset: int) -> int:
        sentence = self._scan.sentence_at(offset)
        return self._scan.document.sentences[sentence].section if sentence >= 0 else -1

    def _headings(self, section: int) -> Iterator[tuple[int, int]]:
        """Yield the headings a section stands under, its own first."""
        sections = self._scan.document.sections
        while section >= 0:
            yield sections[section].heading_start, sections[section].heading_end
            section = sections[section].parent

    def _work(self, section: int) -> int | None:
        """Return the one drive or work that the nearest heading with any names."""
        if section not in self._works:
            self._works[section] = None
            for start, end in self._headings(section):
                named = self._ground.within(start, end, *_WORKS)
                if named:
                    alone = len({self._mentions[index].key for index in named}) == 1
                    self._works[section] = named[0] if alone else None
                    break
        return self._works[section]

    def _media_of(self, section: int) -> tuple[str, ...]:
        if section not in self._media:
            found = (
                self._media_in(start, end, self._ground.within(start, end, *_MEDIAL))
                for start, end in self._headings(section)
            )
            self._media[section] = next(filter(None, found), ())
        return self._media[section]

    def _media_in(self, start: int, end: int, inside: Sequence[int]) -> tuple[str, ...]:
        """Return the media that the words of a stretch and the pollutants and drives inside it show."""
        shown = {hit.term.cell("medium") for hit in self._scan.between("medium", start, end) if hit.end <= end}
        for index in inside:
            mention = self._mentions[index]
            if mention.type in _MEDIAL:
                shown.update(medium for medium in mention.medium if medium != "general")
        return tuple(sorted(shown))
