"""The rule that found a fact in; how sure the fact is out, as often as that rule was right on annotated documents."""

from functools import cache

from kg.lexicon.table import read_table


@cache
def _measured() -> dict[str, float]:
    rows = read_table("confidence.csv", ("rule", "right", "of", "confidence"), key=("rule",))
    return {row.cells["rule"]: float(row.cells["confidence"]) for row in rows}


@cache
def confidence_of(rule: str) -> float:
    """Return the confidence, 0 to 1, of what a rule finds; a rule not measured yet has that of its family, or of any.

    >>> 0 < confidence_of("agency.state") <= 1
    True
    >>> confidence_of("agency.some-new-rule") == confidence_of("agency")
    True
    """
    measured = _measured()
    return measured.get(rule) or measured.get(rule.partition(".")[0]) or measured["any"]
