"""A measure's phrase in, its parallel actions out: 制定…、建立… is two, and what trails an action is cut off."""

from kg.extract.marks import ACT, BAN, HEAD_VERB, KEEP, SOFT, ZEAL
from kg.extract.openings import FRONTS, Opening
from kg.extract.phrases import Phrase
from kg.lexicon.rules import read_rules


class Parts:
    """Cuts the phrases of one text into actions."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._trail = read_rules("clauses")["measure.trail"].pattern

    def cut(self, opening: Opening, phrase: Phrase) -> list[tuple[int, int]]:
        """Cut a phrase into parallel actions (制定…、建立…, 淘汰…并实现…), each verb with its object."""
        starts = [opening.start]
        objects = opening.word.end
        text = self._text
        joined = text.find("并", objects, phrase.end) >= 0 or text.find("、", objects, phrase.end) >= 0
        if joined and not opening.word.marks & (FRONTS | BAN):
            for word in phrase.words:
                if word.start <= objects + 2 or not word.marks & (ACT | SOFT):
                    continue
                bare = self._bare(phrase, word.start) if phrase.marks & (KEEP | ZEAL) else word.start
                if bare == objects + 1:
                    continue
                parallel = text[bare - 1] == "并" or (text[word.start - 1] == "、" and word.marks & HEAD_VERB)
                if (
                    parallel
                    and (phrase.end - word.end > 2 or (bare < word.start and not word.marks & HEAD_VERB))
                    and text.find("的", word.end, phrase.end) < 0
                ):
                    starts.append(word.start)
                    objects = word.end
        if len(starts) == 1:
            return [(opening.start, self._trim(opening.start, phrase.end))]
        bounds = [*starts[1:], phrase.end]
        return [(start, self._trim(start, end)) for start, end in zip(starts, bounds, strict=True)]

    def _bare(self, phrase: Phrase, start: int) -> int:
        """Return where the adverbs before a verb start: 并立即报告."""
        for word in reversed(phrase.words):
            if word.end == start and word.marks & (KEEP | ZEAL):
                start = word.start
        return start

    def _trim(self, start: int, end: int) -> int:
        while end > start and self._text[end - 1] in "、并和，；。后 ":
            end -= 1
        if self._text[end - 1] != "等" and self._text.find("（", start, end) < 0:
            return end
        found = self._trail.search(self._text, start, end)
        return found.start() if found else end
