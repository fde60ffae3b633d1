"""A scan in, its phrases out: clauses freed of numbering, headings told apart, each with its trigger words."""

from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from kg.extract.marks import BAN, MUST, word_marks
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_HEADING_LENGTH = 32
_TITLE_LENGTH = 25
# What the rule phrase.number may begin with; most clauses begin otherwise and need no match.
_NUMBER_SIGNS = frozenset("（(第一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳【—●◆■•· \t\u3000")


class Word(NamedTuple):
    """A trigger word at `[start, end)` with the classes its row names, a bit each (see `kg.extract.marks`)."""

    start: int
    end: int
    marks: int


class Phrase(NamedTuple):
    """A clause `[start, end)` without its number; `marks` joins its words', `heading` if it only names what follows."""

    start: int
    end: int
    words: list[Word]
    marks: int = 0
    numbered: bool = False
    heading: bool = False


def read_phrases(scan: Scan) -> list[list[Phrase]]:
    """Return the phrases of each sentence of the document, in order."""
    text = scan.text
    number = read_rules("clauses")["phrase.number"].pattern
    words = _words(text)
    starts, _, marks = zip(*words, strict=True)
    new = tuple.__new__
    last = 0
    sentences: list[list[Phrase]] = [[] for _ in scan.document.sentences]
    for start, end, sentence in _whole_clauses(scan):
        for left, right in _pieces(text, start, end) if text.find(" ", start, end) >= 0 else ((start, end),):
            begin, numbered = left, False
            if text[left] in _NUMBER_SIGNS and (text[left - 1 : left] != "，" or text.startswith("是", left + 1)):
                found = number.match(text, left, right)
                if found:
                    begin, numbered = found.end(), not found["article"]
            while begin < right and text[begin].isspace():
                begin += 1
            if begin >= right:
                continue
            while starts[last] < begin:
                last += 1
            first, joined = last, 0
            while starts[last] < right:
                joined |= marks[last]
                last += 1
            sentences[sentence].append(new(Phrase, (begin, right, words[first:last], joined, numbered, False)))
    _mark_headings(scan, sentences)
    return sentences


class _Index(NamedTuple):
    automaton: AhoCorasick
    marks: tuple[int, ...]


@cache
def _index() -> _Index:
    marks = word_marks()
    patterns = sorted(marks)
    automaton = AhoCorasick(patterns, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA)
    return _Index(automaton, tuple(marks[pattern] for pattern in patterns))


def _words(text: str) -> list[Word]:
    """Find the trigger words, leftmost-longest; behind them stands one that no phrase reaches."""
    automaton, marks = _index()
    new = tuple.__new__  # as in `kg.extract.scan`
    found = automaton.find_matches_as_indexes(text)
    return [*[new(Word, (start, end, marks[pattern])) for pattern, start, end in found], Word(len(text), len(text), 0)]


def _whole_clauses(scan: Scan) -> list[tuple[int, int, int]]:
    """Rejoin clauses that were cut inside quotation marks, titles or brackets."""
    enclosed = [match.span() for match in read_rules("clauses")["phrase.enclosed"].pattern.finditer(scan.text)]
    whole: list[tuple[int, int, int]] = []
    at = 0
    for clause in scan.clauses:
        start, end, sentence = clause
        while at < len(enclosed) and enclosed[at][1] <= start:
            at += 1
        if whole and at < len(enclosed) and enclosed[at][0] < start and whole[-1][2] == sentence:
            whole[-1] = (whole[-1][0], end, sentence)
        else:
            whole.append(clause)
    return whole


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at inner spaces: flattened texts set headings and paragraphs apart by nothing else."""
    pieces = []
    at = text.find(" ", start, end)
    while at >= 0:
        if not (text[at - 1].isascii() and text[at + 1 : at + 2].isascii()):
            if at > start:
                pieces.append((start, at))
            start = at + 1
        at = text.find(" ", at + 1, end)
    if start < end:
        pieces.append((start, end))
    return pieces


def _mark_headings(scan: Scan, sentences: list[list[Phrase]]) -> None:
    text, spans = scan.text, scan.document.sentences
    named = [(section.heading_start, section.heading_end) for section in scan.document.sections]
    named.sort(key=lambda heading: heading[0])
    upcoming = 0
    reach = -1
    for index, phrases in enumerate(sentences):
        if not phrases:
            continue
        start = phrases[0].start
        if upcoming < len(named) and named[upcoming][0] <= start:
            begin = spans[index].start
            while upcoming < len(named) and named[upcoming][0] <= start:
                if named[upcoming][0] >= begin:
                    reach = max(reach, named[upcoming][1])
                upcoming += 1
        rest = 0
        for place, phrase in enumerate(phrases):
            if phrase.end <= reach or (phrase.numbered and _cut_by_space(text, phrase, place, phrases)):
                phrases[place] = phrase._replace(heading=True)
                rest = place + 1
        if (
            rest < len(phrases)
            and phrases[-1].end - phrases[rest].start <= _HEADING_LENGTH
            and _heads(scan, sentences, index, rest)
        ):
            phrases[rest:] = [phrase._replace(heading=True) for phrase in phrases[rest:]]


def _heads(scan: Scan, sentences: list[list[Phrase]], index: int, rest: int) -> bool:
    """Tell whether what a short sentence holds from a phrase on is a heading: on its own line, or before what it names.

    Args:
        scan: the document.
        sentences: the phrases of its sentences.
        index: the sentence.
        rest: how many of its phrases are headings already.
    """
    later = sentences[index + 1] if index + 1 < len(sentences) else []
    if not later:
        return False
    text, spans, phrases = scan.text, scan.document.sentences, sentences[index]
    end = spans[index].end
    closed = text[end - 1] in "。！？；"
    # 第四条 县水利局应当设立标志。 is short, and a sentence all the same.
    if closed and phrases[rest].marks & (MUST | BAN):
        return False
    follows = text.find("\n", end, spans[index + 1].start + 1) < 0
    if phrases[rest].numbered:
        return (follows or not closed) and not later[0].numbered
    if rest or (index and text.find("\n", spans[index - 1].end, spans[index].start + 1) < 0):
        return False
    if follows:
        headed = index > 0 and bool(sentences[index - 1]) and sentences[index - 1][-1].heading
        short = phrases[0].end - phrases[0].start <= _TITLE_LENGTH
        return closed and not headed and len(phrases) == 1 and short
    after = later[-1].end
    return not closed and after < len(text) and text[after] in "。；："


def _cut_by_space(text: str, phrase: Phrase, place: int, phrases: list[Phrase]) -> bool:
    """Tell whether a numbered phrase ends at a space before the text it names: 第一节 推行循环生产 加快…."""
    return place + 1 < len(phrases) and phrase.end - phrase.start <= _HEADING_LENGTH and text[phrase.end] == " "
