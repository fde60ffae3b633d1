"""Places in, the division each means out: by what stands beside it and what else the text names."""

from collections.abc import Sequence

from kg.extract.regions_divisions import Place
from kg.lexicon.gazetteer import containers, level_of, lies_in, parent_of


def settle(places: Sequence[Place]) -> list[Place]:
    """Return the places with their codes narrowed to what the text allows; several are left where it does not tell.

    In order: the division named right before (朝阳市双塔区), the places in one list, divisions named elsewhere in the
    text, and for a stem the highest division that goes by it (吉安 is 吉安市 before 吉安县).
    """
    anchors = _anchors(places)
    settled: list[Place] = []
    for index, place in enumerate(places):
        if len(place.codes) > 1:
            before = settled[-1] if settled and settled[-1].end == place.start else None
            neighbours = [other for other in places[max(0, index - 6) : index + 7] if other.codes]
            place = place._replace(codes=_narrowed(place, before, neighbours, anchors))
        settled.append(place)
    return settled


def _anchors(places: Sequence[Place]) -> dict[str, int]:
    """Return how strongly the text speaks of each division: 3 where it is named, less for those above it."""
    weights: dict[str, int] = {}
    for place in places:
        if len(place.codes) == 1 and place.full:
            weight = 4
            code: str | None = place.codes[0]
            while code is not None and weight > 1:
                weight -= 1
                weights[code] = max(weights.get(code, 0), weight)
                code = parent_of(code)
        elif len(place.codes) == 1:
            weights[place.codes[0]] = max(weights.get(place.codes[0], 0), 3)
    return weights


def _narrowed(
    place: Place, before: Place | None, neighbours: Sequence[Place], anchors: dict[str, int]
) -> tuple[str, ...]:
    codes = place.codes
    if before is not None:
        inside = tuple(code for code in codes if any(lies_in(code, outer) for outer in before.codes))
        codes = inside or codes
    if len(codes) > 1:
        codes = _strongest(codes, anchors)
    if len(codes) > 1 and len(neighbours) > 2:
        outer = [
            code for code in containers([other.codes for other in neighbours]) if level_of(code) in {"city", "county"}
        ]
        codes = tuple(code for code in codes if any(lies_in(code, other) for other in outer)) or codes
    if len(codes) > 1 and not place.full:
        cities = tuple(code for code in codes if level_of(code) == "city")
        codes = cities if len(cities) == 1 else codes
    return codes


def _strongest(codes: tuple[str, ...], anchors: dict[str, int]) -> tuple[str, ...]:
    strength = {code: _strength(code, anchors) for code in codes}
    best = max(strength.values())
    return tuple(code for code in codes if strength[code] == best)


def _strength(code: str, anchors: dict[str, int]) -> int:
    """Return 10 times the nearness of the closest named division above (itself: 3), so that parents beat provinces."""
    chain: list[str] = []
    at: str | None = code
    while at is not None and level_of(at) != "country":
        chain.append(at)
        at = parent_of(at)
    for nearness, above in enumerate(chain):
        if above in anchors:
            return 10 * (4 - nearness) + anchors[above]
    return 0
