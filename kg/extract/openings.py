"""A phrase in, its opening out: the word it turns on, past subject, time, modal and adverbs of zeal."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from kg.extract.marks import (
    ACT,
    AGENT,
    ASPECT,
    BAN,
    BINDING,
    CONDITION,
    CONTINUING,
    COPULA,
    DUTY,
    EFFECT,
    EXHORT,
    FEATURING,
    FRONTING,
    GROUND,
    HEAD_VERB,
    JOINT,
    KEEP,
    LINK,
    MAY,
    MEANS,
    MODAL,
    MUST,
    NOUN,
    ONLY_THEN,
    PIVOT,
    SOFT,
    TOPIC_VERB,
    VERDICT,
    ZEAL,
)
from kg.extract.phrases import Phrase, Word
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Mention

ACTS = ACT | SOFT | BAN
FRONTS = FRONTING | MEANS
PASSED = ZEAL | LINK | MODAL | KEEP | CONTINUING
_KEPT = KEEP | CONTINUING
_PREDICATING = MODAL | BAN | FRONTING | HEAD_VERB | ASPECT
_BARRED = NOUN | CONDITION | EXHORT | EFFECT | COPULA | VERDICT
_QUALIFIED = PASSED | NOUN | CONDITION
TURNS = ACTS | FRONTS | DUTY | FEATURING | BINDING
_STANDS = ACTS | FRONTS | DUTY | FEATURING | _BARRED
_AIMS = EFFECT | EXHORT
_LATER_HEADS = MODAL | BAN | TOPIC_VERB | ASPECT
_SUBJECT_LENGTH = 80
_SUBJECTS = ("Agency", "Organization", "Region")
_WORKS = ("Campaign", "Project")
_FEATURED_LENGTH = 4
_new = tuple.__new__  # as in `kg.extract.scan`
# What the rule phrase.time may begin with; at most other places stands no time.
_TIME_SIGNS = frozenset("到至截自从于在力争每今明去近目当年“十一二三四五六七八九两下第0123456789*X")
_IDIOM = 4  # 循序渐进, 久久为功: adverbs of four characters no table can hold


class Opening(NamedTuple):
    """Where a phrase's action starts, the word it turns on, the classes of the words passed, its actor's index."""

    start: int
    word: Word
    passed: int
    actor: int | None = None


def acts(opening: Opening) -> bool:
    """Tell whether the word of an opening is one of action: 制定, or 载明 where somebody must."""
    marks = opening.word.marks
    # 应当保证水质 is a duty; 要保证水质 is an aim.
    bound = opening.passed & (BINDING if marks & _AIMS else MUST)
    return bool(marks & ACTS) or (marks & DUTY and bound) != 0


class Openings:
    """Finds the openings of one document's phrases."""

    def __init__(self, scan: Scan, mentions: Sequence[Mention]) -> None:
        self._scan, self._text = scan, scan.text
        self._time = read_rules("clauses")["phrase.time"].pattern
        self._acting = read_rules("clauses")["subject.end"].pattern
        self._noun = read_rules("clauses")["measure.noun"].pattern
        self._state = read_rules("clauses")["duty.state"].pattern
        # A place acts too (某市推行…), though the actor of a measure is a body.
        self._bodies = [
            (mention.start, mention.end, index if mention.type != "Region" else None)
            for index, mention in enumerate(mentions)
            if mention.type in _SUBJECTS
        ]
        self._works = {mention.end for mention in mentions if mention.type in _WORKS}

    def read(self, phrase: Phrase) -> Opening | None:
        """Return the opening of a phrase with a word of `TURNS`, None where it states no action of anybody."""
        first = phrase.words[0]
        # Most phrases open with their verb, and need no look at the rest.
        plain = first.start == phrase.start and first.marks & ACTS and not first.marks & _QUALIFIED
        if plain and not (first.marks & ACT and self._is_subject(phrase, first)):
            return _new(Opening, (first.start, first, 0, None))
        words = {word.start: word for word in phrase.words}
        if phrase.marks & FEATURING and (featured := self._featured(phrase)) is not None:
            return featured
        opening = self._lead(phrase, phrase.start, words)
        names = opening is not None and opening.word.marks & ACT and not opening.passed & MUST
        if opening is not None and names and self._is_subject(phrase, opening.word):
            return self._past_subject(phrase, words)
        if opening is not None and not opening.word.marks & NOUN:
            return None if opening.word.marks & _BARRED and not acts(opening) else opening
        idiom = words.get(phrase.start + _IDIOM)
        if idiom is not None and idiom.marks & HEAD_VERB and phrase.end - idiom.end > 1:
            # 终身不得聘用 forbids: a ban in the four characters is no adverb.
            banned = any(word.marks & BAN and word.start < idiom.start for word in phrase.words)
            if not banned:
                return Opening(idiom.start, idiom, 0)
        return self._past_subject(phrase, words)

    def _featured(self, phrase: Phrase) -> Opening | None:
        """Read what a drive or work puts first as its action: 清水工程突出污水治理."""
        for word in phrase.words:
            if word.marks & FEATURING and word.start in self._works and phrase.end - word.end >= _FEATURED_LENGTH:
                return Opening(word.start, word._replace(marks=ACT | HEAD_VERB), 0)
        return None

    def _lead(self, phrase: Phrase, at: int, words: dict[int, Word]) -> Opening | None:
        """Pass adverbs, modals and times from `at` to the word that governs, None where another word stands."""
        kept = -1
        passed: int = 0
        last: Word | None = None
        while at < phrase.end:
            word = words.get(at)
            if word is not None and (not (marks := word.marks) & CONDITION or self._is_word(word)):
                if marks & (FRONTING | NOUN) and (found := self._time.match(self._text, at, phrase.end)):
                    at = found.end()
                    continue
                if passed & (BINDING | MAY) and self._text.startswith("就", at):
                    return Opening(kept if kept >= 0 else at, word._replace(marks=ACT), passed, None)
                if not marks & PASSED:
                    if marks & GROUND and passed & MUST:
                        word = word._replace(marks=FRONTING)
                    if last is not None and last.marks & FRONTING and marks & CONDITION:
                        break  # 将有关材料移送…: what follows is what 将 puts first
                    if word.marks & _STANDS:
                        return _new(Opening, (kept if kept >= 0 else at, word, passed, None))
                    last = last or self._duty(phrase, at, passed)
                    break
                passed |= marks
                if kept < 0 and marks & (_KEPT | JOINT):
                    kept = at
                if marks & JOINT:
                    at = _past_partner(phrase, word)
                    continue
                if marks & (ACTS | FRONTS):
                    last = word
                at = word.end
                continue
            timed = self._text[at] in _TIME_SIGNS
            found = self._time.match(self._text, at, phrase.end) if timed else None
            if not found or found.end() == at:
                if passed & (ZEAL | KEEP) and self._text[at] == "地":
                    at += 1
                    continue
                last = last or self._duty(phrase, at, passed)
                break
            at = found.end()
        if last is not None:
            return Opening(kept if kept >= 0 else last.start, last, passed, None)
        return None

    def _duty(self, phrase: Phrase, at: int, passed: int) -> Word | None:
        """Read as a duty what stands behind 应当 or 必须, a verb no table holds or its adverb: 应当自行拆除."""
        if passed & (BINDING | JOINT) != BINDING or self._state.match(self._text, at, phrase.end):
            return None
        token = self._scan.token_at(at)
        end = self._scan.ends[token]
        return Word(at, end, DUTY) if self._scan.starts[token] == at and end <= phrase.end else None

    def _is_subject(self, phrase: Phrase, verb: Word) -> bool:
        """Tell whether a verb only opens the name of somebody who must act: 使用人应当…, 承担…职责的部门应当…."""
        if self._noun.match(self._text, verb.end, phrase.end):
            return True
        for word in phrase.words if phrase.marks & (AGENT | MUST) else ():
            if (
                word.start == verb.end <= verb.start + 2
                and not verb.marks & PIVOT
                and word.marks & AGENT
                and not word.marks & NOUN
                and not verb.marks & HEAD_VERB
            ):
                return any(other.marks & _PREDICATING for other in phrase.words if other.start >= word.end)
            if word.start > verb.end and word.marks & MUST and word.end - word.start > 1:
                return self._acts(phrase, word.start)
        return False

    def _acts(self, phrase: Phrase, at: int) -> bool:
        """Tell whether somebody who acts is named right before an offset, 等 behind the name included."""
        if self._acting.match(self._text, at - 1):
            return True
        at -= self._text[at - 1] == "等"
        return any(word.end == at and word.marks & AGENT for word in phrase.words)

    def _past_subject(self, phrase: Phrase, words: dict[int, Word]) -> Opening | None:
        actor: int | None = None
        heads: list[tuple[int, bool]] = []
        reach = phrase.start
        place = bisect_left(self._bodies, (phrase.start, 0, 0))
        while place < len(self._bodies) and self._bodies[place][0] < phrase.end:
            start, end, index = self._bodies[place]
            place += 1
            if index is None and start != reach:
                continue
            reach = end
            actor = index if actor is None else actor
            heads.append((end, True))
        for start, end, marks in phrase.words if phrase.marks & (AGENT | _LATER_HEADS) else ():
            if marks & AGENT:
                heads.append((end, True))
            elif marks & _LATER_HEADS and start > phrase.start:
                heads.append((start, marks & TOPIC_VERB != 0))
        by = self._text.find("由", phrase.start + 1, phrase.end) if phrase.marks & FRONTING else -1
        if (
            (front := words.get(by)) is not None
            and front.marks & FRONTING
            and self._scan.is_boundary(by)
            and not any(word.marks & (HEAD_VERB | FRONTING) for word in phrase.words if word.start < by)
        ):
            return Opening(phrase.start, front, 0, actor)
        heads.sort()
        ends = {head for head, acting in heads if acting}
        for at, acting in heads:
            if at - phrase.start > _SUBJECT_LENGTH:
                break
            opening = self._lead(phrase, at, words)
            if opening is None:
                continue
            if not opening.passed & MUST and self._rules_on(phrase, opening):
                continue
            if not acts(opening) and not opening.word.marks & FRONTS:
                if opening.passed & MUST:
                    return None
                continue
            if opening.passed & ONLY_THEN and at not in ends:
                return opening._replace(start=phrase.start)
            if (acting or at in ends) and not opening.word.marks & BAN:
                if (
                    opening.passed
                    or opening.word.marks & (FRONTS | HEAD_VERB)
                    or phrase.marks & JOINT
                    or self._text.startswith("了", opening.word.end)
                ):
                    return opening._replace(actor=actor)
                continue
            if (
                not opening.word.marks & BAN
                and opening.passed & (MUST | MODAL)
                and (self._acts(phrase, at) or self._does(phrase, ends, at, words))
            ):
                return opening._replace(actor=actor)
            if (word := words.get(at)) is not None and word.marks & ASPECT and opening.word.marks & ACT:
                return opening._replace(start=opening.start if word.marks & CONTINUING else phrase.start)
            head = words.get(phrase.start)
            if head is not None and head.marks & CONDITION:
                return None
            if opening.word.marks & BAN or opening.passed & MUST:
                return opening._replace(start=phrase.start)
        return None

    def _does(self, phrase: Phrase, ends: set[int], at: int, words: dict[int, Word]) -> bool:
        """Tell whether somebody and his deed stand before a modal: 林业局编制规划应当…."""
        return any(
            end < at
            and (deed := words.get(end)) is not None
            and deed.marks & ACT
            and self._text.find("的", end, at) < 0
            for end in ends
        )

    def _rules_on(self, phrase: Phrase, opening: Opening) -> bool:
        """Tell whether a verb belongs to the name of somebody who must: 负责管理…的机构应当…."""
        return phrase.marks & MUST != 0 and any(
            word.marks & MUST and word.start > opening.word.end and self._text[word.start - 1] not in "，、"
            for word in phrase.words
        )

    def _is_word(self, word: Word) -> bool:
        """Tell whether a word of one character is a token of its own (要, not 主要)."""
        if word.end - word.start > 1:
            return True
        at = bisect_left(self._scan.starts, word.start)
        return at < len(self._scan.starts) and self._scan.starts[at] == word.start and self._scan.ends[at] == word.end


def _past_partner(phrase: Phrase, joint: Word) -> int:
    """Return where the partners of somebody who acts end: 会同有关部门和单位编制…."""
    end = joint.end
    for word in phrase.words:
        if word.start >= joint.end and word.marks & AGENT:
            end = word.end
        elif word.start >= end > joint.end and word.marks & ACTS:
            break
    return end
