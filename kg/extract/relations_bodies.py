"""Bodies and what they do in; who leads, takes part, works together, and what each says it issues and convenes, out."""

from collections.abc import Iterator

from kg.extract.relations_ground import Ground
from kg.extract.relations_people import body_of
from kg.lexicon.rules import read_rules
from kg.model import Relation

_HEAD = 400
# How far behind a body what it issues, convenes or leads may be named.
_REACH = 100
_WORKS = ("Campaign", "Project")
# Right behind a body these show that it does nothing here, as most do: it is a member of a list, or an object.
_SILENT = ("、", "。", "；", "）", "的")


def relate_bodies(ground: Ground) -> Iterator[Relation]:
    """Yield what the bodies of a text do, as its words state it."""
    speaker = _speaker(ground)
    for index, mention in enumerate(ground.mentions):
        if speaker is not None and mention.type in ("Agency", "Organization"):
            yield from _works_with(ground, speaker, index)
        if mention.type == "Agency":
            if not ground.text.startswith(_SILENT, mention.end):
                yield from _cooperates(ground, index)
                yield from _does(ground, index)
        elif mention.type == "Organization":
            yield from _builds(ground, index)
        elif mention.type == "Project":
            for company in ground.inside(index, "Organization"):
                yield ground.relation(company, "participates", index, "relation.owner")
    yield from _resumed(ground)
    yield from _brackets(ground)


def _cooperates(ground: Ground, first: int) -> Iterator[Relation]:
    """Read A会同B、C and A与B建立联动机制."""
    end = ground.mentions[first].end
    joined = ground.match("cooperates", end)
    if joined:
        for partner in _named(ground, ground.chain_behind(joined.end(), "Agency", "Organization")):
            yield ground.relation(first, "cooperatesWith", partner, "relation.cooperates")
    elif ground.text[end : end + 1] in ("与", "和", "同"):
        second = ground.starting(end + 1, "Agency", "Organization")
        if second is not None and ground.match("joined", ground.mentions[second].end):
            yield ground.relation(first, "cooperatesWith", second, "relation.joined")


def _named(ground: Ground, partners: list[int]) -> list[int]:
    """Return the partners that are named: 会同国务院有关部门 makes none of 国务院."""
    if not partners:
        return []
    end = ground.mentions[partners[-1]].end
    unnamed = ground.ends("possessor", end) and ground.match("others", end)
    return partners[:-1] if unnamed else partners


def _speaker(ground: Ground) -> int | None:
    """Return the body whose office the byline at the head of a text names: 河东市水务局局长王强."""
    for person in ground.within(0, _HEAD, "Person"):
        if ground.mentions[person].position:
            body = body_of(ground, person)
            if body is not None and ground.mentions[body].type == "Agency":
                return body
    return None


def _works_with(ground: Ground, speaker: int, partner: int) -> Iterator[Relation]:
    """Read 深化与A交流合作, which names one partner; the other is the speaker's body."""
    mention = ground.mentions[partner]
    if ground.ends("alone-with", mention.start) and ground.match("joined", mention.end):
        yield ground.relation(speaker, "cooperatesWith", partner, "relation.speaker")


def _resumed(ground: Ground) -> Iterator[Relation]:
    """Read A…，同时会同B、C: the body that begins the sentence acts on in a later clause."""
    sentences = ground.scan.document.sentences
    for match in read_rules("offices")["relation.resumes"].pattern.finditer(ground.text):
        sentence = sentences[ground.scan.sentence_at(match.start())]
        first = ground.starting(sentence.start, "Agency")
        if first is None:
            continue
        for partner in _named(ground, ground.chain_behind(match.end(), "Agency")):
            yield ground.relation(first, "cooperatesWith", partner, "relation.resumes")


def _subjects(ground: Ground, last: int) -> list[int]:
    """Return a body with those joined before it, and whoever it acts with (A会同B制定)."""
    chain = ground.chain_before(ground.mentions[last].end, "Agency") or [last]
    start = ground.mentions[chain[0]].start
    for word in ("会同", "联合", "商"):
        if ground.text.endswith(word, 0, start):
            return [*ground.chain_before(start - len(word), "Agency"), *chain]
    return chain


def _does(ground: Ground, last: int) -> Iterator[Relation]:
    """Read what a body issues, convenes, leads or carries out right behind its name."""
    end = ground.mentions[last].end
    if not ground.any_within(end, end + _REACH):
        return
    steps = (
        ("issues", ("Policy",), "issuedBy"),
        ("session", ("Policy",), "issuedBy"),
        ("convenes", ("Event",), "issuedBy"),
        ("leads", _WORKS, "leads"),
        ("carries-out", ("Campaign",), "participates"),
    )
    for rule, types, predicate in steps:
        match = ground.match(rule, end)
        if match is None:
            continue
        target = ground.starting(match.end(), *types)
        if target is None or ground.text.startswith("时", ground.mentions[target].end):
            continue
        for body in _subjects(ground, last):
            if predicate == "issuedBy":
                for issued in ground.chain_behind(match.end(), *types) if rule == "convenes" else [target]:
                    yield ground.relation(issued, predicate, body, f"relation.{rule}")
            else:
                yield ground.relation(body, predicate, target, f"relation.{rule}")
        return


def _builds(ground: Ground, company: int) -> Iterator[Relation]:
    match = ground.match("invests", ground.mentions[company].end)
    target = ground.starting(match.end(), "Project") if match else None
    if target is not None:
        yield ground.relation(company, "participates", target, "relation.invests")


def _brackets(ground: Ground) -> Iterator[Relation]:
    """Read responsibilities in brackets at the end of a task that begins with the name of a drive or a work."""
    for match in read_rules("offices")["relation.bracket"].pattern.finditer(ground.text):
        start = ground.text.rfind("\n", 0, match.start()) + 1
        works = ground.within(start, min(match.start(), start + 40), *_WORKS)
        if len({ground.mentions[index].key for index in works}) != 1:
            continue
        if "对" in ground.text[start : ground.mentions[works[0]].start]:
            continue
        bodies = ground.within(match.start(), match.end(), "Agency", "Organization")
        in_charge = [index for index in bodies if ground.match("responsible", ground.mentions[index].end)]
        heads = [head for index in in_charge for head in ground.chain_before(ground.mentions[index].end, "Agency")]
        for body in bodies:
            predicate = "leads" if body in heads else "participates"
            yield ground.relation(body, predicate, works[0], "relation.bracket")
