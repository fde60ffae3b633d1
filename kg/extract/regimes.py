"""Phrases in, one regime a sentence out: does the text report the past, set a plan, or name what is wrong?"""

import re
from enum import Enum

from kg.extract.marks import CUE, TASK
from kg.extract.phrases import Phrase
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules


class Regime(Enum):
    """What a stretch of text does: it decides between done and planned, observation and target."""

    REPORT = "report"
    PLAN = "plan"
    PROBLEM = "problem"
    OTHER = "other"


def read_regimes(scan: Scan, sentences: list[list[Phrase]]) -> list[Regime]:
    """Return the regime of each sentence; a heading sets it for what follows, a cue in a sentence for its paragraph."""
    text, rules = scan.text, read_rules("regimes")
    heads = [(Regime[name.rsplit(".", 1)[1].upper()], rule.pattern) for name, rule in rules.items() if ".head." in name]
    cues = [(Regime[name.rsplit(".", 1)[1].upper()], rule.pattern) for name, rule in rules.items() if ".cue." in name]
    tasks: list[tuple[Regime, re.Pattern[str]]] = [
        (regime, pattern) for regime, pattern in cues if regime is Regime.PLAN
    ]
    regimes: list[Regime] = []
    section = regime = Regime.OTHER
    reach = 0
    for span, phrases in zip(scan.document.sentences, sentences, strict=True):
        if "\n" in text[reach : span.start + 1]:
            regime = section
        body, cued = -1, 0
        for phrase in phrases:
            cued |= phrase.marks & (CUE | TASK)
            if phrase.heading:
                found = _first(heads, text, phrase.start, phrase.end)
                inline = phrase.numbered and "\n" not in text[reach : span.start + 1] and regime is Regime.PROBLEM
                if not inline:
                    section = regime = found or (section if phrase.numbered else Regime.OTHER)
            elif body < 0:
                body = phrase.start
        if body >= 0 and (cued or text.startswith("20", body)):
            regime = _first(tasks if cued == TASK else cues, text, body, span.end) or regime
        regimes.append(regime)
        reach = span.end
    return regimes


def _first(rules: list[tuple[Regime, re.Pattern[str]]], text: str, start: int, end: int) -> Regime | None:
    for regime, pattern in rules:
        if pattern.search(text, start, end):
            return regime
    return None
