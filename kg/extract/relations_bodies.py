"""Bodies and what they do in; who leads, takes part, works together, issues and convenes out."""

from collections.abc import Iterator

from kg.extract.relations_ground import Ground
from kg.lexicon.rules import read_rules
from kg.model import Relation

_HEAD = 120
_WORKS = ("Campaign", "Project")


def relate_bodies(ground: Ground) -> Iterator[Relation]:
    """Yield what the bodies of a text do, as its words state it."""
    for index, mention in enumerate(ground.mentions):
        if mention.type == "Agency":
            yield from _cooperates(ground, index)
            yield from _does(ground, index)
        elif mention.type == "Organization":
            yield from _builds(ground, index)
        elif mention.type == "Policy":
            yield from _titled(ground, index)
        elif mention.type == "Project":
            for company in ground.inside(index, "Organization"):
                yield ground.relation(company, "participates", index, "relation.owner")
    yield from _resumed(ground)
    yield from _adopted(ground)
    yield from _brackets(ground)


def _cooperates(ground: Ground, first: int) -> Iterator[Relation]:
    """Read A会同B、C and A与B建立联动机制."""
    end = ground.mentions[first].end
    joined = ground.match("cooperates", end)
    if joined:
        partners = ground.chain_behind(joined.end(), "Agency", "Organization")
        for partner in partners:
            yield ground.relation(first, "cooperatesWith", partner, "relation.cooperates")
    elif ground.text[end : end + 1] in ("与", "和", "同"):
        second = ground.starting(end + 1, "Agency", "Organization")
        if second is not None and ground.match("joined", ground.mentions[second].end):
            yield ground.relation(first, "cooperatesWith", second, "relation.joined")


def _resumed(ground: Ground) -> Iterator[Relation]:
    """Read A…，同时会同B、C: the body that begins the sentence acts on in a later clause."""
    sentences = ground.scan.document.sentences
    for match in read_rules("offices")["relation.resumes"].pattern.finditer(ground.text):
        sentence = sentences[ground.scan.sentence_at(match.start())]
        first = ground.starting(sentence.start, "Agency")
        if first is None:
            continue
        for partner in ground.chain_behind(match.end(), "Agency"):
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
    steps = (
        ("issues", ("Policy",), "issuedBy"),
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
                yield ground.relation(target, predicate, body, f"relation.{rule}")
            else:
                yield ground.relation(body, predicate, target, f"relation.{rule}")
        return


def _builds(ground: Ground, company: int) -> Iterator[Relation]:
    match = ground.match("invests", ground.mentions[company].end)
    target = ground.starting(match.end(), "Project") if match else None
    if target is not None:
        yield ground.relation(company, "participates", target, "relation.invests")


def _titled(ground: Ground, policy: int) -> Iterator[Relation]:
    """Read the issuers a title begins with or that stand right before it, and what they issue by it (印发X的通知)."""
    mention = ground.mentions[policy]
    start = mention.start + (ground.text[mention.start] in "《〈")
    chain = ground.chain_behind(start, "Agency")
    if not chain or ground.mentions[chain[-1]].end >= mention.end:
        return
    for body in chain:
        yield ground.relation(policy, "issuedBy", body, "relation.title")
    words = ground.text[ground.mentions[chain[-1]].end : mention.end]
    if not words.lstrip("关于").startswith("印发"):
        return
    for other, printed in enumerate(ground.mentions):
        if printed.type == "Policy" and other != policy and printed.key != mention.key:
            name = ground.text[printed.start : printed.end]
            if len(name) > 4 and name in words:
                for body in chain:
                    yield ground.relation(other, "issuedBy", body, "relation.title")
                return


def _adopted(ground: Ground) -> Iterator[Relation]:
    """Read the congress that adopted the regulation at the head of a text."""
    titles = ground.within(0, _HEAD, "Policy")
    for body in ground.within(0, _HEAD * 2, "Agency"):
        if titles and ground.match("adopts", ground.mentions[body].end):
            yield ground.relation(titles[0], "issuedBy", body, "relation.adopts")
            return


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
