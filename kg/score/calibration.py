"""Facts judged right or wrong in, how far their confidence can be trusted out."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

_BANDS = (0.9, 0.8, 0.7, 0.6, 0.0)


class Judged(NamedTuple):
    """A system fact held against the gold: its kind, the rule that found it, its confidence, whether it is right."""

    kind: str
    rule: str
    confidence: float
    right: bool


def bands(judged: Iterable[Judged]) -> Iterator[str]:
    """Yield a line for each band of confidence, best first: how many facts it holds, and how many of them are right.

    >>> list(bands([Judged("measures", "measure.verb", 0.82, True), Judged("measures", "measure.verb", 0.82, False)]))
    ['confidence 0.8 to 0.9: 2 facts, 50.0% right']
    """
    facts = list(judged)
    upper = 1.0
    for lower in _BANDS:
        inside = [fact.right for fact in facts if lower <= fact.confidence < upper or fact.confidence == upper == 1.0]
        if inside:
            yield f"confidence {lower} to {upper}: {len(inside)} facts, {100 * sum(inside) / len(inside):.1f}% right"
        upper = lower
