"""Phrases and regimes in, problems out: the smallest clause that states something wrong."""

from kg.extract.phrases import Phrase, Word
from kg.extract.regimes import Regime
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules
from kg.model import Clause


class Problems:
    """Finds the problems of one document, a sentence at a time."""

    def __init__(self, scan: Scan) -> None:
        self._text = scan.text
        rules = read_rules("clauses")
        self._tail = rules["problem.tail"].pattern
        self._lead = rules["problem.lead"].pattern
        self._named = rules["problem.named"].pattern

    def read(self, phrases: list[Phrase], regime: Regime) -> list[Clause]:
        """Return the problems of one sentence."""
        found = []
        for phrase in phrases:
            if phrase.heading:
                continue
            span = self._span(phrase, regime)
            if span is not None:
                found.append(Clause(type="Problem", start=span[0], end=span[1], rule="problem." + span[2]))
        return found

    def _span(self, phrase: Phrase, regime: Regime) -> tuple[int, int, str] | None:
        wrong = self._predicate(phrase, regime)
        if wrong is None or any("verdict" in word.classes for word in phrase.words):
            return None
        lead = self._lead.match(self._text, phrase.start, phrase.end)
        start = lead.end() if lead else phrase.start
        tail = self._tail.match(self._text, wrong.end, phrase.end)
        if tail is None:
            return None
        first = next((word for word in phrase.words if word.start >= start), None)
        if first is not None and first.classes & {"condition", "exhort", "effect", "modal", "ban"} and first.start == start:
            return None
        ruler = next(
            (word for word in phrase.words if start <= word.start < wrong.start and word.classes & {"averting", "shelter", "act", "soft"}),
            None,
        )
        named = self._named.match(self._text, wrong.end, phrase.end)
        if ruler is not None and ruler.start <= start + 4:
            if "shelter" in ruler.classes and named:
                return ruler.end, wrong.end, "embedded"
            if "averting" in ruler.classes or ruler.classes & {"act", "soft"}:
                return None
        return start, phrase.end if not named else wrong.end, "predicate"

    def _predicate(self, phrase: Phrase, regime: Regime) -> Word | None:
        """Return the last predicate of something wrong that closes the phrase."""
        still = regime is Regime.PROBLEM or any("still" in word.classes for word in phrase.words)
        for word in reversed(phrase.words):
            if word.start == phrase.start:
                continue
            if ("wrong" in word.classes or ("wrong-weak" in word.classes and still)) and self._tail.match(
                self._text, word.end, phrase.end
            ):
                return word
        return None
