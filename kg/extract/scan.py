"""One pass over a document: tokens with tags, lexicon hits, sentences and clauses, found once for every recognizer."""

import re
from bisect import bisect_left, bisect_right
from functools import cache, cached_property
from itertools import accumulate
from operator import itemgetter
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.extract.segment import Tags, cut_words
from kg.lexicon.gazetteer import place_surfaces
from kg.lexicon.rules import read_rules
from kg.lexicon.terms import Term, surfaces
from kg.model import Document

# Two hits in three would be clause triggers; an automaton in `kg.extract.phrases` finds only those that stand.
_OWN_AUTOMATON = "clause"
_CLAUSE_MARK = re.compile(r"[，。；：！？\n]")


class Hit(NamedTuple):
    """A lexicon surface found at `[start, end)` of the normalised text, with the term it may stand for."""

    start: int
    end: int
    term: Term


class Clause(NamedTuple):
    """A stretch `[start, end)` between two of ，。；：！？ or line ends; `sentence` is its sentence's index."""

    start: int
    end: int
    sentence: int


class _Index(NamedTuple):
    automaton: AhoCorasick
    terms: tuple[tuple[Term, ...], ...]
    kinds: tuple[str, ...]


@cache
def _index() -> _Index:
    """Build the one automaton over every term, name trigger and place name."""
    merged: dict[str, list[Term]] = {}
    for surface, terms in surfaces().items():
        merged[surface] = [term for term in terms if term.kind != _OWN_AUTOMATON]
    for surface in place_surfaces():
        merged.setdefault(surface, []).append(Term("Region", surface))
    patterns = sorted(surface for surface, terms in merged.items() if terms)
    kinds = {term.kind for terms in merged.values() for term in terms}
    automaton = AhoCorasick(patterns, matchkind=MatchKind.Standard, implementation=Implementation.ContiguousNFA)
    return _Index(automaton, tuple(tuple(merged[pattern]) for pattern in patterns), tuple(sorted(kinds)))


class Scan:
    """A document with what one pass over its normalised text found.

    Attributes:
        document: the document.
        text: its normalised text; all offsets below are into it.
        words, tags, starts, ends: jieba's tokens, their part-of-speech tags, and their offsets, in parallel.
        hits: lexicon hits by kind ('Campaign', 'Region', 'body', …), in order, leftmost-longest within a kind.
        clauses: all clauses in order, without their closing mark.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.text = document.normal.text
        self.words = cut_words(self.text)
        self.tags = Tags(self.words)
        offsets = list(accumulate(map(len, self.words), initial=0))
        self.starts, self.ends = offsets[:-1], offsets[1:]
        self.hits: dict[str, list[Hit]] = _hits(self.text)
        self.clauses: list[Clause] = _clauses(document)
        self._clause_starts = [clause.start for clause in self.clauses]
        self._sentence_starts = [sentence.start for sentence in document.sentences]
        self._hit_starts: dict[str, list[int]] = {}
        self._hit_ends: dict[str, frozenset[int]] = {}

    @cached_property
    def is_statute(self) -> bool:
        """Whether the text is one of articles: there 工程 and 活动 are words of the law, not names."""
        articles = read_rules("names")["name.article"].pattern.finditer(self.text)
        return next(articles, None) is not None and next(articles, None) is not None

    def token_at(self, offset: int) -> int:
        """Return the index of the token that covers a character."""
        return bisect_right(self.starts, offset) - 1

    def is_boundary(self, offset: int) -> bool:
        """Tell whether a token starts at an offset (or the text ends there)."""
        at = bisect_left(self.starts, offset)
        return at == len(self.starts) or self.starts[at] == offset

    def clause_at(self, offset: int) -> int:
        """Return the index of the last clause that starts at or before an offset, -1 before the first."""
        return bisect_right(self._clause_starts, offset) - 1

    def sentence_at(self, offset: int) -> int:
        """Return the index of the last sentence that starts at or before an offset, -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    def between(self, kind: str, start: int, end: int) -> list[Hit]:
        """Return the hits of a kind that start in `[start, end)`."""
        starts = self._hit_starts.get(kind)
        if starts is None:
            starts = self._hit_starts[kind] = [hit.start for hit in self.hits.get(kind, ())]
        if not starts:
            return []
        return self.hits[kind][bisect_left(starts, start) : bisect_left(starts, end)]

    def ends_at(self, kind: str, offset: int) -> bool:
        """Tell whether a hit of a kind ends at an offset."""
        ends = self._hit_ends.get(kind)
        if ends is None:
            ends = self._hit_ends[kind] = frozenset([hit.end for hit in self.hits.get(kind, ())])
        return offset in ends


def _clauses(document: Document) -> list[Clause]:
    text, new = document.normal.text, tuple.__new__
    clauses: list[Clause] = []
    # One search of the whole text takes half the time of one for each sentence.
    marks = [match.start() for match in _CLAUSE_MARK.finditer(text)]
    marks.append(len(text))
    at = 0
    for index, (start, end, _) in enumerate(document.sentences):
        while marks[at] < start:
            at += 1
        while (mark := marks[at]) < end:
            if mark > start:
                clauses.append(new(Clause, (start, mark, index)))
            start = mark + 1
            at += 1
        if start < end:
            clauses.append(new(Clause, (start, end, index)))
    return clauses


def _hits(text: str) -> dict[str, list[Hit]]:
    """Find every term, and keep within each kind the leftmost and of those the longest, with its other readings."""
    automaton, terms, kinds = _index()
    new = tuple.__new__  # a third of the time that Hit(…) takes, and this is the hottest loop of all
    found: dict[str, list[Hit]] = {kind: [] for kind in kinds}
    reach = dict.fromkeys(kinds, 0)
    # Matches come by their end; turned round, those of one start have the longest first, and sorting leaves them so.
    matches = automaton.find_matches_as_indexes(text, overlapping=True)
    matches.reverse()
    matches.sort(key=itemgetter(1))
    for pattern, start, end in matches:
        readings = terms[pattern]
        for term in readings:
            kind = term.kind
            if start >= reach[kind]:
                found[kind].append(new(Hit, (start, end, term)))
                reach[kind] = end
            elif len(readings) > 1 and found[kind][-1][:2] == (start, end):
                found[kind].append(new(Hit, (start, end, term)))
    return found
