"""A phrase and its opening in: does it say nothing by itself, as it opens a list, labels a field or names any duty?"""

from kg.extract.fronting import ends_in
from kg.extract.marks import BAN, DUTY, HEAD_VERB, MAY, MUST, PIVOT, VAGUE_OBJECT
from kg.extract.openings import Opening
from kg.extract.phrases import Phrase
from kg.lexicon.rules import read_rules

_LABEL_LENGTH = 6
_WORK = "工作"


class Hollow:
    """Tells the phrases of one text that only look like actions: 应当具备下列条件：, 检查地点：, 做好本镇的防火工作."""

    def __init__(self, text: str, *, statute: bool) -> None:
        self._text, self._statute = text, statute
        rules = read_rules("clauses")
        self._named = rules["duty.named"].pattern
        self._general = rules["duty.general"].pattern
        self._announced = rules["measure.opener"].pattern
        self._remedy = rules["measure.remedy"].pattern

    def is_hollow(self, phrase: Phrase, opening: Opening) -> bool:
        """Tell whether a phrase states no action though its opening has a verb of action."""
        text, start, end = self._text, opening.start, phrase.end
        if text.startswith("：", end) and not opening.word.marks & BAN:
            return end - phrase.start <= _LABEL_LENGTH or self._announced.search(text, start, end) is not None
        if opening.passed & MAY:
            return ends_in(self._remedy, text, phrase)
        if opening.passed & MUST and self._named.match(text, phrase.start, end):
            return True
        return self._statute and not opening.word.marks & PIVOT and self._is_general(phrase, opening)

    def _is_general(self, phrase: Phrase, opening: Opening) -> bool:
        """Tell whether an article gives what it names to all offices alike, or only says whose business it is."""
        text, start, end, last = self._text, opening.start, phrase.end, phrase.words[-1]
        if last.end == end and last.marks & VAGUE_OBJECT and text.endswith("负责", 0, start):
            return not opening.word.marks & HEAD_VERB
        if not text.startswith(_WORK, end - len(_WORK)) and not opening.word.marks & DUTY:
            return False
        return any(self._general.match(text, at, end) for at in (start, opening.word.start))
