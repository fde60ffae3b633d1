"""A scan in, mentions out: named places, each with the division it means where the text tells."""

from kg.extract.regions_divisions import Place, find_divisions
from kg.extract.regions_meaning import settle
from kg.extract.regions_townships import find_named_townships
from kg.extract.regions_waters import find_listed_zones, find_waters
from kg.extract.scan import Scan
from kg.model import Mention


def recognize_regions(scan: Scan) -> list[Mention]:
    """Return the mentions of named places.

    A mention's key is its division's code, an area's canonical name, or the name itself where several divisions answer
    to it; `candidates` then lists them.
    """
    divisions = find_divisions(scan)
    places = [*divisions, *find_named_townships(scan, divisions)]
    places += find_waters(scan, {place.end: place for place in places}) + find_listed_zones(scan)
    return [_mention(place) for place in settle(_longest(places))]


def _longest(places: list[Place]) -> list[Place]:
    """Return the places in order, of those that overlap the longest."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda place: (place.start, -place.end)):
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
        elif place.end > kept[-1].end and place.end - place.start > kept[-1].end - kept[-1].start:
            kept[-1] = place
    return kept


def _mention(place: Place) -> Mention:
    code = place.codes[0] if len(place.codes) == 1 else None
    key = code or (place.known.name if place.known else place.name)
    listed = place.known.name if place.known is not None and place.rule == "region.area" else None
    return Mention(
        type="Region",
        start=place.start,
        end=place.end,
        key=key,
        rule=place.rule,
        term=code or listed,
        candidates=place.codes if len(place.codes) > 1 else (),
    )
