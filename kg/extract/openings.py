"""A phrase in, its opening out: the word it turns on, past subject, time, modal and adverbs of zeal."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.phrases import Phrase, Word
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Mention

ACTS = frozenset({"act", "soft", "ban"})
FRONTS = frozenset({"fronting", "means"})
PASSED = frozenset({"zeal", "link", "modal", "keep", "continuing"})
_KEPT = frozenset({"keep", "continuing"})
_BARRED = frozenset({"noun", "condition", "exhort", "effect", "copula", "verdict"})
_SUBJECT_LENGTH = 80
_IDIOM = 4  # 循序渐进, 久久为功: adverbs of four characters no table can hold


class Opening(NamedTuple):
    """Where a phrase's action starts, the word it turns on, the classes of the words passed, its actor's index."""

    start: int
    word: Word
    passed: frozenset[str]
    actor: int | None = None


class Openings:
    """Finds the openings of one document's phrases."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._scan, self._text = scan, scan.text
        self._time = read_rules("clauses")["phrase.time"].pattern
        self._acting = read_rules("clauses")["subject.end"].pattern
        self._noun = read_rules("clauses")["measure.noun"].pattern
        self._bodies = [
            (mention.start, mention.end, index)
            for index, mention in enumerate(mentions)
            if mention.type in ("Agency", "Organization")
        ]

    def read(self, phrase: Phrase) -> Opening | None:
        """Return the opening of a phrase, None where it states no action of anybody."""
        words = {word.start: word for word in phrase.words}
        opening = self._lead(phrase, phrase.start, words)
        if opening is not None and "act" in opening.word.classes and self._is_subject(phrase, opening.word):
            return self._past_subject(phrase, words)
        if opening is not None and "noun" not in opening.word.classes:
            return None if opening.word.classes & _BARRED and not opening.word.classes & ACTS else opening
        idiom = words.get(phrase.start + _IDIOM)
        if idiom is not None and "head-verb" in idiom.classes and phrase.end - idiom.end > 1:
            return Opening(idiom.start, idiom, frozenset())
        return self._past_subject(phrase, words)

    def _lead(self, phrase: Phrase, at: int, words: dict[int, Word]) -> Opening | None:
        """Pass adverbs, modals and times from `at` to the word that governs, None where another word stands."""
        kept = -1
        passed: frozenset[str] = frozenset()
        last: Word | None = None
        while at < phrase.end:
            word = words.get(at)
            if word is not None and ("condition" not in word.classes or self._is_word(word)):
                if not word.classes & PASSED:
                    if word.classes & (ACTS | FRONTS | _BARRED):
                        return Opening(kept if kept >= 0 else at, word, passed, None)
                    break
                passed |= word.classes
                if kept < 0 and word.classes & _KEPT:
                    kept = at
                if word.classes & (ACTS | FRONTS):
                    last = word
                at = word.end
                continue
            found = self._time.match(self._text, at, phrase.end)
            if not found or found.end() == at:
                break
            at = found.end()
        if last is not None:
            return Opening(kept if kept >= 0 else last.start, last, passed, None)
        return None

    def _is_subject(self, phrase: Phrase, verb: Word) -> bool:
        """Tell whether a verb only opens the name of somebody who must act: 使用人应当…, 承担…职责的部门应当…."""
        if self._noun.match(self._text, verb.end, phrase.end):
            return True
        for word in phrase.words:
            if word.start == verb.end and "agent" in word.classes and "head-verb" not in verb.classes:
                return True
            if word.start > verb.end and "must" in word.classes and word.end - word.start > 1:
                return self._acting.match(self._text, word.start - 1) is not None
        return False

    def _past_subject(self, phrase: Phrase, words: dict[int, Word]) -> Opening | None:
        actor: int | None = None
        heads: list[tuple[int, int, bool]] = []
        for start, end, index in self._bodies[bisect_left(self._bodies, (phrase.start, 0, 0)) :]:
            if start >= phrase.end:
                break
            actor = index if actor is None else actor
            heads.append((end, index, True))
        heads += [
            (word.end if "agent" in word.classes else word.start, -1, bool(word.classes & {"agent", "topic-verb"}))
            for word in phrase.words
            if (
                "agent" in word.classes or (word.classes & {"modal", "ban", "topic-verb"} and word.start > phrase.start)
            )
        ]
        heads.sort()
        ends = {head for head, _, acting in heads if acting}
        for at, index, acting in heads:
            if at - phrase.start > _SUBJECT_LENGTH:
                break
            opening = self._lead(phrase, at, words)
            if opening is None:
                continue
            if not opening.word.classes & (ACTS | FRONTS):
                if "must" in opening.passed:
                    return None
                continue
            if (acting or at in ends) and "ban" not in opening.word.classes:
                if opening.passed or opening.word.classes & (FRONTS | {"head-verb"}):
                    return opening._replace(actor=actor)
                continue
            if (
                "ban" not in opening.word.classes
                and "must" in opening.passed
                and self._acting.match(self._text, at - 1)
            ):
                return opening._replace(actor=actor)
            if "ban" in opening.word.classes or "must" in opening.passed:
                return opening._replace(start=phrase.start)
        return None

    def _is_word(self, word: Word) -> bool:
        """Tell whether a word of one character is a token of its own (要, not 主要)."""
        if word.end - word.start > 1:
            return True
        at = bisect_left(self._scan.starts, word.start)
        return at < len(self._scan.starts) and self._scan.starts[at] == word.start and self._scan.ends[at] == word.end
