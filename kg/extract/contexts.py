"""Clauses and mentions in, the clauses with what they are about out: drive, work, places and environmental media.

What a clause names itself counts first; where it names no drive or work it belongs to the one its section's heading
names, and where it shows no medium it has that of its heading.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.extract.scan import Scan
from kg.model import Clause, Mention

_WORKS = frozenset({"Campaign", "Project"})
_ABOUT = _WORKS | {"Region"}
_SHOWING = frozenset({"Pollutant", "Campaign"})


class _Sign(NamedTuple):
    """What shows at `[start, end)`: a mention a clause may be about (its index), or media; the other is empty."""

    start: int
    end: int
    mention: int = -1
    media: tuple[str, ...] = ()


class _Context(NamedTuple):
    """What a section's headings give its clauses."""

    work: tuple[int, ...] = ()
    media: tuple[str, ...] = ()


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
    """What the clauses of one document are about; a section's headings are read once."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._scan, self._mentions = scan, mentions
        self._signs = sorted(_signs(scan, mentions))
        self._starts = [sign.start for sign in self._signs]
        self._known: dict[int, _Context] = {-1: _Context()}

    def place(self, clause: Clause) -> Clause:
        """Return a clause with what it is about."""
        about, media = self._read(clause.start, clause.end)
        section = self._scan.document.sentences[self._scan.sentence_at(clause.start)].section
        context = self._known.get(section) or self._of_section(section)
        if context.work and not any(self._mentions[index].type in _WORKS for index in about):
            about += context.work
        media = media or context.media
        if not about and not media:
            return clause
        return Clause(clause.type, clause.start, clause.end, clause.status, clause.actor, about, media, clause.rule)

    def _of_section(self, section: int) -> _Context:
        """Read the headings a section stands under: of its work and its media the nearest count."""
        if section not in self._known:
            row = self._scan.document.sections[section]
            outer = self._of_section(row.parent)
            about, media = self._read(row.heading_start, row.heading_end)
            works = tuple(index for index in about if self._mentions[index].type in _WORKS)
            if len({self._mentions[index].key for index in works}) > 1:
                own: tuple[int, ...] = ()
            else:
                own = works[:1] or outer.work
            self._known[section] = _Context(own, media or outer.media)
        return self._known[section]

    def _read(self, start: int, end: int) -> tuple[tuple[int, ...], tuple[str, ...]]:
        """Return what a stretch names and the media its words, pollutants and drives show."""
        at = bisect_left(self._starts, start)
        if at == len(self._starts) or self._starts[at] >= end:
            return (), ()
        about: list[int] = []
        media: set[str] = set()
        while at < len(self._starts) and self._starts[at] < end:
            sign = self._signs[at]
            at += 1
            if sign.end <= end:
                media.update(sign.media)
                if sign.mention >= 0:
                    about.append(sign.mention)
        return tuple(about), tuple(sorted(media)) if len(media) > 1 else tuple(media)


def _signs(scan: Scan, mentions: Sequence[Mention]) -> Iterator[_Sign]:
    for hit in scan.hits.get("medium", ()):
        yield _Sign(hit.start, hit.end, -1, (hit.term.cell("medium"),))
    for index, mention in enumerate(mentions):
        media = tuple(one for one in mention.medium if one != "general") if mention.type in _SHOWING else ()
        about = index if mention.type in _ABOUT else -1
        if media or about >= 0:
            yield _Sign(mention.start, mention.end, about, media)
