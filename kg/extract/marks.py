"""The classes of triggers/clauses.csv as bits: a word's classes are one number, so that a mask tests many at once."""

from functools import cache

from kg.errors import LexiconError
from kg.lexicon.table import split_cell
from kg.lexicon.terms import surfaces

CLASSES = (
    "act",
    "agent",
    "announcing",
    "aspect",
    "attitude-object",
    "averting",
    "ban",
    "binding",
    "building",
    "condition",
    "continuing",
    "copula",
    "cue",
    "duty",
    "effect",
    "effect-object",
    "effective",
    "exhort",
    "featuring",
    "fronting",
    "grand-aim",
    "ground",
    "harm",
    "head-verb",
    "joint",
    "keep",
    "light",
    "link",
    "may",
    "means",
    "modal",
    "must",
    "noun",
    "only-then",
    "pivot",
    "prior",
    "regard",
    "requesting",
    "routine",
    "sanction",
    "shelter",
    "soft",
    "still",
    "strict-aim",
    "task",
    "topic-verb",
    "vague-object",
    "verdict",
    "whole",
    "wrong",
    "wrong-change",
    "wrong-of",
    "wrong-weak",
    "zeal",
)
(
    ACT,
    AGENT,
    ANNOUNCING,
    ASPECT,
    ATTITUDE_OBJECT,
    AVERTING,
    BAN,
    BINDING,
    BUILDING,
    CONDITION,
    CONTINUING,
    COPULA,
    CUE,
    DUTY,
    EFFECT,
    EFFECT_OBJECT,
    EFFECTIVE,
    EXHORT,
    FEATURING,
    FRONTING,
    GRAND_AIM,
    GROUND,
    HARM,
    HEAD_VERB,
    JOINT,
    KEEP,
    LIGHT,
    LINK,
    MAY,
    MEANS,
    MODAL,
    MUST,
    NOUN,
    ONLY_THEN,
    PIVOT,
    PRIOR,
    REGARD,
    REQUESTING,
    ROUTINE,
    SANCTION,
    SHELTER,
    SOFT,
    STILL,
    STRICT_AIM,
    TASK,
    TOPIC_VERB,
    VAGUE_OBJECT,
    VERDICT,
    WHOLE,
    WRONG,
    WRONG_CHANGE,
    WRONG_OF,
    WRONG_WEAK,
    ZEAL,
) = (1 << place for place in range(len(CLASSES)))


@cache
def word_marks() -> dict[str, int]:
    """Return the mask of classes of every surface of every trigger word.

    Raises:
        LexiconError: for a class that stands in no row of `CLASSES`.
    """
    bits = {name: 1 << place for place, name in enumerate(CLASSES)}
    marks: dict[str, int] = {}
    for surface, terms in surfaces().items():
        for term in terms:
            if term.kind != "clause":
                continue
            for name in split_cell(term.cls):
                if name not in bits:
                    known = ", ".join(CLASSES)
                    raise LexiconError(f"triggers/clauses.csv: {term.name}: unknown class {name!r}; known: {known}")
                marks[surface] = marks.get(surface, 0) | bits[name]
    return marks
