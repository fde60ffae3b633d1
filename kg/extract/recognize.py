"""A scan in, its mentions out: every recognizer's, with overlaps settled."""

from collections.abc import Callable

from kg.extract.agencies import recognize_agencies
from kg.extract.campaigns import recognize_campaigns
from kg.extract.doctrines import recognize_doctrines
from kg.extract.events import recognize_events
from kg.extract.mechanisms import recognize_mechanisms
from kg.extract.organizations import recognize_organizations
from kg.extract.people import recognize_people
from kg.extract.policies import recognize_policies
from kg.extract.projects import recognize_projects
from kg.extract.regions import recognize_regions
from kg.extract.scan import Scan
from kg.extract.substances import recognize_substances
from kg.model import Mention

RECOGNIZERS: tuple[Callable[[Scan], list[Mention]], ...] = (
    recognize_policies,
    recognize_events,
    recognize_campaigns,
    recognize_projects,
    recognize_mechanisms,
    recognize_doctrines,
    recognize_agencies,
    recognize_organizations,
    recognize_people,
    recognize_regions,
    recognize_substances,
)

# Where spans of these types lie inside a span of another type, both stand (the annotation spec's nesting rules).
_NESTING: dict[str, frozenset[str]] = {
    "Region": frozenset({"Agency", "Project", "Event"}),
    "Agency": frozenset({"Policy", "Event"}),
    "Organization": frozenset({"Project"}),
    "Pollutant": frozenset({"Sector", "Campaign", "Project"}),
    "Sector": frozenset({"Campaign", "Project", "Pollutant"}),
}

# Types whose short name inside the longer one is a surface too: 无废城市 in “无废城市”建设.
_CORED = frozenset({"Campaign", "Project", "Mechanism"})


def recognize(scan: Scan) -> list[Mention]:
    """Return the mentions of a document, in order; where two overlap the longer stands, or both where types nest."""
    rank = {recognizer: index for index, recognizer in enumerate(RECOGNIZERS)}
    ranked = [(mention, rank[recognizer]) for recognizer in RECOGNIZERS for mention in recognizer(scan)]
    ranked.sort(key=lambda pair: (pair[0].start, -pair[0].end, pair[1], pair[0].key))
    kept: list[Mention] = []
    reach = 0
    for mention, _ in ranked:
        apart = mention.start >= reach
        if apart or all(_may_stand(scan.text, mention, other) for other in _overlapping(kept, mention)):
            kept.append(mention)
            reach = max(reach, mention.end)
    return kept


def _overlapping(kept: list[Mention], mention: Mention) -> list[Mention]:
    overlaps = []
    for other in reversed(kept):
        if mention.start - other.start > 200:
            break
        if other.end > mention.start:
            overlaps.append(other)
    return overlaps


def _may_stand(text: str, mention: Mention, other: Mention) -> bool:
    if (mention.start, mention.end, mention.type) == (other.start, other.end, other.type):
        return False
    inside = other.start <= mention.start and mention.end <= other.end
    if mention.type in _CORED and (mention.type, mention.key) == (other.type, other.key):
        return inside
    # A place stands where the longer name begins, in its quotation marks too: “三湖”片区监测项目; a work may have two.
    if mention.type == "Region" and mention.start != other.start + (text[other.start] == "“"):
        return inside and other.rule == "project.basin"
    return inside and other.type in _NESTING.get(mention.type, frozenset())
