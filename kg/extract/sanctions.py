"""The phrases of a sentence that punishes in, measures out: each penalty the organ must or may impose."""

from collections.abc import Sequence

from kg.extract.phrases import Phrase
from kg.lexicon.rules import read_rules
from kg.model import Clause


def find_sanctions(text: str, phrases: Sequence[Phrase]) -> list[Clause]:
    """Return the penalties of one sentence; what it punishes is none, but a short condition stays with its penalty."""
    rules = read_rules("clauses")
    penalty, condition = rules["sanction.penalty"].pattern, rules["sanction.condition"].pattern
    found: list[Clause] = []
    lead: int | None = None
    for phrase in phrases:
        met = condition.match(text, phrase.start, phrase.end)
        if met is not None and (found or met["person"] or phrase is phrases[0]):
            lead = phrase.start
            continue
        imposed = penalty.match(text, phrase.start, phrase.end)
        if imposed is not None:
            start = imposed.start("penalty") if lead is None else lead
            found.append(Clause(type="Measure", start=start, end=phrase.end, status="planned", rule="measure.sanction"))
        lead = None
    return found
