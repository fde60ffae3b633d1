"""Facts and a locus in, a Reading out: mentions pooled into things, and the relations that hold by convention added."""

from collections.abc import Iterator

from kg.lexicon.gazetteer import NATION, level_of, name_of, scope_chain
from kg.lexicon.rules import read_rules
from kg.model import LOCUS, Document, Facts, Link, Locus, Mention, Reading, Thing

LEVEL_MARKS = {"@province": "province", "@region": "province", "@city": "city", "@county": "county"}


def read_facts(document: Document, facts: Facts, locus: Locus) -> Reading:
    """Pool mentions of one thing and state what the document's locus implies.

    Mentions of one type and key are one thing, named by its longest surface. What the locus carries out is
    `conductedIn` it, unless the text only tells of a place that does (江城县实施X), and a body that is treated as the
    locus' own has its `jurisdiction` there.
    """
    things, thing_of = _pool(document, facts)
    links = _distinct(
        [
            *_stated(facts, thing_of),
            *_jurisdictions(facts, things, thing_of, locus),
            *_conducted(facts, things, thing_of, locus),
        ]
    )
    return Reading(document=document, facts=facts, locus=locus, things=tuple(things), links=tuple(links))


def surface(document: Document, start: int, end: int) -> str:
    """Return the source's own characters for a span of the normalised text."""
    first, last = document.normal.to_source(start, end)
    words = document.source[first:last]
    # PM_{2.5}: the normal text has no marks, and the last of them stands behind the name.
    if "{" in words and words.count("{") > words.count("}") and document.source[last : last + 1] == "}":
        return words + "}"
    return words


def _pool(document: Document, facts: Facts) -> tuple[list[Thing], dict[int, str]]:
    groups: dict[tuple[str, str], list[int]] = {}
    for index, mention in enumerate(facts.mentions):
        groups.setdefault((mention.type, mention.key), []).append(index)
    things: list[Thing] = []
    thing_of: dict[int, str] = {}
    for number, ((type_name, _), members) in enumerate(groups.items(), 1):
        surfaces: dict[str, None] = {}
        for index in members:
            mention = facts.mentions[index]
            surfaces[surface(document, mention.start, mention.end)] = None
            thing_of[index] = f"e{number}"
        name = max(surfaces, key=len)
        things.append(Thing(f"e{number}", type_name, name, tuple(surfaces), tuple(members)))
    return things, thing_of


def _stated(facts: Facts, thing_of: dict[int, str]) -> Iterator[Link]:
    for relation in facts.relations:
        target = LOCUS if isinstance(relation.object, str) else thing_of[relation.object]
        yield Link(
            subject=thing_of[relation.subject],
            predicate=relation.predicate,
            object=target,
            start=relation.start,
            end=relation.end,
            rule=relation.rule,
        )


def _jurisdictions(facts: Facts, things: list[Thing], thing_of: dict[int, str], locus: Locus) -> Iterator[Link]:
    region_of_code: dict[str, str] = {}
    for index, mention in enumerate(facts.mentions):
        if mention.type == "Region" and mention.term:
            region_of_code.setdefault(mention.term, thing_of[index])
    for thing in things:
        if thing.type != "Agency":
            continue
        for index in thing.mentions:
            mention = facts.mentions[index]
            target = _jurisdiction(mention, locus)
            if target is not None and target != LOCUS:
                target = LOCUS if target == locus.code else region_of_code.get(target)
            if target is not None:
                yield _by_convention(thing, "jurisdiction", target, mention)
                break


def _jurisdiction(mention: Mention, locus: Locus) -> str | None:
    """Return '@locus', a division code, or None where the level a body belongs to cannot be told."""
    marked = mention.jurisdiction
    if marked is None or not marked.startswith("@"):
        return marked
    return owner_of(marked, locus)


def owner_of(mark: str, locus: Locus) -> str | None:
    """Return the division a level mark means: '@locus', the code of one above it, None where it can't be told.

    In a text of an unknown city, 市 means the locus and 省 what is known to lie above it.
    """
    if mark == LOCUS:
        return LOCUS
    if mark == "@nation":
        return LOCUS if locus.code == NATION else NATION
    wanted = LEVEL_MARKS[mark]
    for code in scope_chain(locus.code or locus.within or ""):
        if _is_of_level(code, wanted):
            return LOCUS if code == locus.code else code
    known = level_of(locus.within) if locus.within else ""
    return LOCUS if locus.code is None and wanted not in {known, "province"} else None


def _is_of_level(code: str, level: str) -> bool:
    """Tell whether a division is of a level; 市 of 上海市 is the municipality, which ranks with the provinces."""
    return level_of(code) == level or (
        level == "city" and level_of(code) == "province" and name_of(code).endswith("市")
    )


def _conducted(facts: Facts, things: list[Thing], thing_of: dict[int, str], locus: Locus) -> Iterator[Link]:
    placed = {thing_of[r.subject] for r in facts.relations if r.predicate == "conductedIn"}
    theirs = [(r.start, r.end) for r in facts.relations if r.rule == "relation.there"]
    for thing in things:
        mention = facts.mentions[thing.mentions[0]]
        if (
            (thing.type == "Campaign" and not all(_lies_in(facts.mentions[index], theirs) for index in thing.mentions))
            or (thing.type == "Project" and thing.id not in placed)
            or (thing.type == "Event" and thing.id not in placed and _held_by_locus(thing, mention.key, locus))
        ):
            yield _by_convention(thing, "conductedIn", LOCUS, mention)


def _lies_in(mention: Mention, spans: list[tuple[int, int]]) -> bool:
    return any(start <= mention.start and mention.end <= end for start, end in spans)


def _held_by_locus(thing: Thing, key: str, locus: Locus) -> bool:
    """Tell whether a meeting is the locus' own: 全市… in a city's document, any of the centre's in a national one.

    An inspection goes on in the place that speaks of it.
    """
    rules = read_rules("levels")
    if rules["meeting.inspection"].pattern.search(key):
        return True
    if rules["meeting.national"].pattern.match(key) or rules["meeting.national"].pattern.match(thing.name):
        return locus.code == NATION
    level = rules["meeting.level"].pattern.match(key)
    if level is None:
        return True
    if locus.code is None:
        return level["kind"] not in {"省", "自治区"}
    return name_of(locus.code).endswith(level["kind"])


def _by_convention(thing: Thing, predicate: str, target: str, mention: Mention) -> Link:
    return Link(
        subject=thing.id,
        predicate=predicate,
        object=target,
        start=mention.start,
        end=mention.end,
        rule=f"resolve.{predicate}",
    )


def _distinct(links: list[Link]) -> list[Link]:
    first: dict[tuple[str, str, str], Link] = {}
    for link in links:
        if link.subject != link.object:
            first.setdefault((link.subject, link.predicate, link.object), link)
    return list(first.values())
