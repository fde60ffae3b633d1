"""Persons and bodies in; who holds an office in a body, and who heads it, out."""

from collections.abc import Iterator

from kg.extract.relations_ground import Ground
from kg.lexicon.rules import read_rules
from kg.model import Relation

_REACH = 40
_COUNCIL = "国务院"
_SENTENCE_ENDS = "。；！？\n"


def relate_people(ground: Ground) -> Iterator[Relation]:
    """Yield `position` and `leads` of the persons of a text."""
    for index, mention in enumerate(ground.mentions):
        if mention.type != "Person":
            continue
        yield from _appointed(ground, index)
        if mention.position:
            yield from _office(ground, index)
            yield from _premier(ground, index)
            yield from _taken(ground, index)
        elif mention.rule == "person.byline":
            yield from _contact(ground, index)


def _office(ground: Ground, person: int) -> Iterator[Relation]:
    """Read 河东市水务局局长王强, 水务局张局长."""
    body = body_of(ground, person)
    if body is not None:
        yield from _holds(ground, person, body, ground.mentions[person].position or "", "relation.office")


def _contact(ground: Ground, person: int) -> Iterator[Relation]:
    """Read 联系人：科技司创新处 王强, of whom the text says no more than where he sits."""
    start = ground.mentions[person].start
    if ground.text[start - 1] in " \u3000":
        for body in ground.chain_before(len(ground.text[:start].rstrip()), "Agency")[-1:]:
            yield ground.relation(person, "position", body, "relation.contact")


def body_of(ground: Ground, person: int) -> int | None:
    """Return the body right before a person's office or name, or the place whose head he is; None for neither."""
    mention = ground.mentions[person]
    bodies = ground.within(max(0, mention.start - _REACH), mention.start, "Agency", "Region")
    if not bodies:
        return None
    body = max(bodies, key=lambda index: (ground.mentions[index].end, -ground.mentions[index].start))
    gap = ground.match("office-gap", ground.mentions[body].end)
    if gap is None or gap.end() < mention.start:
        return None
    position = mention.position or ""
    if ground.mentions[body].type == "Region" and not read_rules("offices")["relation.place-head"].pattern.search(
        position
    ):
        return None
    return body


def _premier(ground: Ground, person: int) -> Iterator[Relation]:
    """Read 总理李明 where the text names the State Council; 李明总理 only calls him so."""
    mention = ground.mentions[person]
    position = mention.position or ""
    premier = read_rules("offices")["relation.premier"].pattern.match(position)
    if premier is None or ground.text.endswith(position, mention.start, mention.end):
        return
    council = ground.first("Agency", _COUNCIL)
    if council is not None:
        yield ground.relation(person, "position", council, "relation.premier")
        if not premier["deputy"]:
            yield ground.relation(person, "leads", council, "relation.premier")


def _taken(ground: Ground, person: int) -> Iterator[Relation]:
    """Read 由A任组长、B为副组长的X领导小组, and X领导小组由A任组长."""
    mention = ground.mentions[person]
    taken = ground.match("takes-office", mention.end)
    if taken is None:
        return
    position = (taken["deputy"] or "") + "组长"
    end = next(
        (at for at in range(taken.end(), len(ground.text)) if ground.text[at] in _SENTENCE_ENDS), len(ground.text)
    )
    behind = [
        index
        for index in ground.within(taken.end(), min(end, taken.end() + _REACH), "Agency")
        if ground.text[ground.mentions[index].start - 1] == "的"
    ]
    before = [
        index
        for index in ground.within(max(0, mention.start - _REACH), mention.start, "Agency")
        if ground.text[ground.mentions[index].end : mention.start] == "由"
    ]
    for body in [*behind[:1], *before[-1:]]:
        yield from _holds(ground, person, body, position, "relation.takes-office")


def _appointed(ground: Ground, person: int) -> Iterator[Relation]:
    """Read A任河东市水务局局长."""
    match = ground.match("appointed", ground.mentions[person].end)
    body = ground.starting(match.end(), "Agency") if match else None
    if body is None:
        return
    end = ground.mentions[body].end
    office = ground.match("office-gap", end)
    if office and office.end() > end:
        yield from _holds(ground, person, body, ground.text[end : office.end()], "relation.appointed")


def _holds(ground: Ground, person: int, body: int, position: str, rule: str) -> Iterator[Relation]:
    """Yield what an office says of a body; of offices held together (副书记、市长) a committee's is the first."""
    yield ground.relation(person, "position", body, rule)
    offices = position.split("、")
    if ground.text[ground.mentions[body].end - 1] == "委":
        offices = offices[:1]
    deputy = read_rules("offices")["relation.deputy"].pattern
    if not all(deputy.search(office) for office in offices):
        yield ground.relation(person, "leads", body, rule)
