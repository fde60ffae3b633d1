"""Phrases and openings in: does a phrase only name who or what must, and does an action need such a topic?"""

from kg.extract.fronting import ends_in
from kg.extract.marks import (
    ACT,
    AGENT,
    BAN,
    COPULA,
    EFFECT,
    EXHORT,
    FRONTING,
    HEAD_VERB,
    LIGHT,
    LINK,
    MAY,
    MODAL,
    MUST,
    ONLY_THEN,
    PIVOT,
)
from kg.extract.openings import ACTS, Opening
from kg.extract.phrases import Phrase
from kg.lexicon.rules import read_rules

_REACH = 3
_NAME_LENGTH = 10
_THING_LENGTH, _RULE_LENGTH = 4, 45
_RULED = MUST | MODAL | BAN


class Topics:
    """Tells the topics of one text from its actions: 新建、改建的项目，必须…; …的资金，有关部门应当给予保障."""

    def __init__(self, text: str, *, statute: bool = False) -> None:
        self._text, self._statute = text, statute
        rules = read_rules("clauses")
        self._assigned = rules["measure.assigned"].pattern
        self._thing = rules["duty.thing"].pattern
        self._banned = rules["measure.banned"].pattern
        self._whose = rules["measure.whose"].pattern

    def names(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> bool:
        """Tell whether a phrase only names who or what must: 新建、改建的项目，必须…."""
        if self._statute and not index and self._opens_with_a_name(phrases[0], openings[0]):
            return True
        coming: int = 0
        for phrase in phrases[index + 1 : index + _REACH]:
            coming |= phrase.marks
        by = index + 1 < len(phrases) and self._text.startswith("由", phrases[index + 1].start)
        if not by and not coming & (MAY | MUST):
            return False
        if self._bidden(phrases, openings, index):
            return True
        opening = openings[index]
        if opening is not None and not opening.word.marks & ACTS:
            return False
        if opening is not None and opening.passed & MUST and self._modifies(phrases, opening, index):
            return True
        if by:
            return ends_in(self._assigned, self._text, phrases[index])
        for later in range(index, min(index + _REACH, len(phrases))):
            opening = openings[later]
            if opening is not None and opening.passed & MUST:
                return later > index and phrases[later].words[0].start == phrases[later].start
            if not ends_in(self._whose, self._text, phrases[later]):
                return False
        return False

    def _opens_with_a_name(self, phrase: Phrase, opening: Opening | None) -> bool:
        """Tell whether a thing to rule on opens a statute's sentence: 列入名录的地块，…. What is a duty has 应当."""
        if opening is None or opening.start != phrase.start or phrase.marks & (MUST | MODAL | BAN):
            return False
        if phrase.numbered or opening.passed or not opening.word.marks & ACT or opening.word.marks & PIVOT:
            return False
        of = self._text.rfind("的", opening.word.end, phrase.end)
        tail = phrase.end - of - 1
        return (
            of > 0
            and self._text.startswith("，", phrase.end)
            and 1 < tail <= _NAME_LENGTH
            and not any(word.start > of and word.marks & ACTS for word in phrase.words)
        )

    def _modifies(self, phrases: list[Phrase], opening: Opening, index: int) -> bool:
        """Tell whether a duty only modifies who or what the next phrase binds: 应当办理许可的单位，必须…."""
        end = phrases[index].end
        whose = self._text.find("的", opening.word.end, end) > 0 and ends_in(self._whose, self._text, phrases[index])
        return whose and phrases[index + 1].marks & MUST != 0

    def _bidden(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> bool:
        """Tell whether a statute's first phrase only names the deed that the next one rules: 编制规划，应当…."""
        here = openings[index]
        if (
            here is None
            or not phrases[index + 1].words
            or here.passed & MODAL
            or (here.word.marks & BAN)
            or phrases[index].marks & MUST
        ):
            return False
        first = phrases[index + 1].words[0]
        return (
            first.start == phrases[index + 1].start
            and first.marks & (MAY | MUST) != 0
            and not first.marks & HEAD_VERB
            and first.end - first.start > 1
            and not any(opening is not None for opening in openings[:index])
        )

    def lacking(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> bool:
        """Tell whether an action lacks its object, which stands before the comma."""
        opening = openings[index]
        if opening is None or not index or self._text[phrases[index - 1].end] == "；":
            return False
        word = opening.word
        first = phrases[index].words[0]
        if first.start == phrases[index].start and (first.marks & ONLY_THEN or (first == word and word.marks & BAN)):
            return self._rules(phrases, openings, index)
        light = word.marks & LIGHT and not word.marks & HEAD_VERB and not opening.passed & LINK
        # 防渗设施，应当与库房同时设计: what goes with something else is the thing before the comma.
        if self._text.startswith("与", opening.start) and opening.passed & MUST:
            light = ends_in(self._thing, self._text, phrases[index - 1])
        if not light and self._text[opening.start] != "由" and not self.bare(phrases, opening, index):
            return False
        return openings[index - 1] is None or self.names(phrases, openings, index - 1)

    def _rules(self, phrases: list[Phrase], openings: list[Opening | None], index: int) -> bool:
        """Tell whether what is banned or allowed stands before the comma: 未经检疫的，不得运输; 验收合格，方可启用."""
        topic, opening = phrases[index - 1], openings[index]
        first = index == 1 or self._text[phrases[index - 2].end] == "；"
        if not first or openings[index - 1] is not None or opening is None or topic.marks & _RULED:
            return False
        if any(word.start == topic.start and word.marks & (EXHORT | EFFECT | FRONTING) for word in topic.words[:1]):
            return False
        acts = topic.marks & HEAD_VERB or (
            topic.words and topic.words[0].start == topic.start and topic.words[0].marks & AGENT
        )
        if acts and not self._text.startswith("的", topic.end - 1):
            return False
        short = _THING_LENGTH <= topic.end - topic.start <= _RULE_LENGTH
        return short and (opening.passed & ONLY_THEN != 0 or ends_in(self._banned, self._text, topic))

    def bare(self, phrases: list[Phrase], opening: Opening, index: int) -> bool:
        """Tell whether what must be done is a verb alone, and its topic stands before: …的设施，必须正常运行."""
        if opening.word.end != phrases[index].end or not opening.passed & MUST or not index:
            return False
        topic = phrases[index - 1]
        return not topic.marks & COPULA and ends_in(self._whose, self._text, topic)
