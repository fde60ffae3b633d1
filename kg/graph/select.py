"""Entities and what is asked of them in, those that answer out: pure tests over fields, dates as ISO words."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TypeVar

from kg.model.entity import Observation, Quantity, Target

Kind = TypeVar("Kind", bound=Quantity)
Day = date | str


def of_things(
    found: Iterable[Kind], regions: Collection[str] | None, indicators: Collection[str] | None
) -> Iterator[Kind]:
    """Yield the quantities of some regions and indicators, given by id; None asks for any."""
    for quantity in found:
        if (regions is None or quantity.region in regions) and (indicators is None or quantity.indicator in indicators):
            yield quantity


def due(found: Iterable[Target], after: Day | None, before: Day | None) -> Iterator[Target]:
    """Yield the targets whose deadline lies in `[after, before]`; one without a known date answers to neither."""
    for target in found:
        if (after is None and before is None) or _lies_between(
            target.deadline_date, target.deadline_date, after, before
        ):
            yield target


def holding(found: Iterable[Observation], since: Day | None, until: Day | None) -> Iterator[Observation]:
    """Yield the observations whose whole period lies in `[since, until]`."""
    for seen in found:
        if (since is None and until is None) or _lies_between(seen.period_start, seen.period_end, since, until):
            yield seen


def _lies_between(start: str | None, end: str | None, first: Day | None, last: Day | None) -> bool:
    """Compare days by the digits both have: a deadline of 2025 is due before 2025, 2025-12 and 2025-12-31."""
    if start is None or end is None:
        return False
    return (first is None or _at_least(start, str(first))) and (last is None or _at_least(str(last), end))


def _at_least(one: str, other: str) -> bool:
    shared = min(len(one), len(other))
    return one[:shared] >= other[:shared]
