"""Documents and meetings in; the bodies that issue, adopt, sign and convene them out."""

from collections.abc import Iterator, Sequence

from kg.extract.relations_ground import Ground
from kg.lexicon.rules import read_rules
from kg.model import Relation

_HEAD = 120


def relate_issuers(ground: Ground) -> Iterator[Relation]:
    """Yield `issuedBy` of documents by their titles, heads and signatures, and of meetings by who holds them."""
    for index, mention in enumerate(ground.mentions):
        if mention.type == "Policy":
            yield from _titled(ground, index)
        elif mention.type == "Event":
            yield from _convened(ground, index)
        elif mention.type == "Agency":
            yield from _grounded(ground, index)
    yield from _adopted(ground)
    yield from _signed(ground)


def _titled(ground: Ground, policy: int) -> Iterator[Relation]:
    """Read who issues a title (《A》由B印发), the issuers it begins with, and what they issue by it (印发X的通知)."""
    mention = ground.mentions[policy]
    if by := ground.match("by", mention.end):
        issuers = ground.chain_behind(by.end(), "Agency")
        if issuers and ground.match("is-issued", ground.mentions[issuers[-1]].end):
            yield from _issued(ground, policy, issuers, "relation.by")
    start = mention.start + (ground.text[mention.start] in "《〈")
    chain = ground.chain_behind(start, "Agency")
    if not chain or ground.mentions[chain[-1]].end >= mention.end:
        return
    yield from _issued(ground, policy, chain, "relation.title")
    yield from _printed(ground, policy, ground.mentions[chain[-1]].end, chain, "relation.title")


def _issued(ground: Ground, policy: int, bodies: Sequence[int], rule: str) -> Iterator[Relation]:
    for body in bodies:
        yield ground.relation(policy, "issuedBy", body, rule)


def _printed(ground: Ground, policy: int, start: int, bodies: Sequence[int], rule: str) -> Iterator[Relation]:
    """Read the document that a notice prints (关于印发《X》的通知), whose title's own words begin at an offset."""
    mention = ground.mentions[policy]
    words = ground.text[start : mention.end]
    if not words.lstrip("关于").startswith("印发"):
        return
    for other, printed in enumerate(ground.mentions):
        if printed.type == "Policy" and other != policy and printed.key != mention.key:
            name = ground.text[printed.start : printed.end]
            if len(name) > 4 and name in words:
                yield from _issued(ground, other, bodies, rule)
                return


def _grounded(ground: Ground, body: int) -> Iterator[Relation]:
    """Read A依据《B》，组织编制了《C》."""
    end = ground.mentions[body].end
    if not ground.match("ground", end):
        return
    sentence = ground.scan.document.sentences[ground.scan.sentence_at(end)]
    then = read_rules("offices")["relation.then-issues"].pattern.search(ground.text, end, sentence.end)
    if then is None:
        return
    for policy in (ground.starting(then.end(), "Policy"), ground.starting(then.end() + 1, "Policy")):
        if policy is not None:
            yield from _issued(ground, policy, ground.chain_before(end, "Agency"), "relation.then-issues")


def _adopted(ground: Ground) -> Iterator[Relation]:
    """Read the congress that adopted the regulation at the head of a text, or the body whose decree announced it."""
    titles = ground.within(0, _HEAD, "Policy")
    ways = ("adopts", "decree") if titles and _heads(ground, titles[0]) else ("adopts",)
    for body in ground.within(0, _HEAD * 2, "Agency") if titles else ():
        for way in ways:
            if ground.match(way, ground.mentions[body].end):
                yield ground.relation(titles[0], "issuedBy", body, f"relation.{way}")
                return


def _signed(ground: Ground) -> Iterator[Relation]:
    """Read the bodies on lines of their own above a date, who sign the document whose title heads the text."""
    titles = ground.within(0, _HEAD, "Policy")
    if not titles or not _heads(ground, titles[0]):
        return
    for date in read_rules("offices")["relation.signed"].pattern.finditer(ground.text):
        bodies = ground.chain_before(date.start(), "Agency")
        if bodies and ground.text[ground.mentions[bodies[0]].start - 1] == "\n":
            yield from _issued(ground, titles[0], bodies, "relation.signed")
            yield from _printed(ground, titles[0], ground.mentions[titles[0]].start, bodies, "relation.signed")
            return


def _heads(ground: Ground, policy: int) -> bool:
    """Tell whether a title stands on a line of its own, or behind a mark in 【】."""
    start, end = ground.mentions[policy].start, ground.mentions[policy].end
    before = ground.text[ground.text.rfind("\n", 0, start) + 1 : start].rstrip()
    return ground.text[end : end + 1] in ("\n", "") and (not before or before[-1] == "】")


def _convened(ground: Ground, meeting: int) -> Iterator[Relation]:
    """Read X大会是A召开的会议, and A…，召开X大会 of the body that begins the sentence."""
    mention = ground.mentions[meeting]
    told = ground.match("is-held", mention.end)
    body = ground.starting(told.end(), "Agency") if told else None
    if body is not None and ground.match("held-by", ground.mentions[body].end):
        yield ground.relation(meeting, "issuedBy", body, "relation.held-by")
    if ground.ends("holds", mention.start):
        sentence = ground.scan.document.sentences[ground.scan.sentence_at(mention.start)]
        first = ground.starting(sentence.start, "Agency")
        if first is not None:
            for held in ground.chain_behind(mention.start, "Event"):
                yield ground.relation(held, "issuedBy", first, "relation.holds")
