"""Drives, works, meetings and what stands around their names in; partOf, addresses and conductedIn out."""

import re
from collections.abc import Iterator

from kg.extract.relations_ground import Ground
from kg.lexicon.rules import read_rules
from kg.model import Relation

_WORKS = ("Campaign", "Project")
_TARGETS = ("Pollutant", "Sector")
_LEAD = re.compile(r"[“\s]*(?:对|以|在|要|通过)?[“]?")
_SEGMENT = re.compile(r"[。；\n]")
_CLAUSE = re.compile(r"[，；]")
# A first sentence so short that it says what its paragraph is about.
_TOPIC_SENTENCE = 30
_CLOSED = ("。", "”。", "工作。", "”工作。")
_ROUND = re.compile(r"第[一二三四五六七八九十]+(?:轮|批|次)")


def relate_topics(ground: Ground) -> Iterator[Relation]:
    """Yield what drives, works and meetings belong to, deal with and where they take place."""
    for index, mention in enumerate(ground.mentions):
        if mention.type in _WORKS:
            for target in ground.inside(index, *_TARGETS):
                yield ground.relation(index, "addresses", target, "relation.named-after")
            part = ground.match("part", mention.end)
            whole = ground.starting(part.end(), "Campaign") if part else None
            if whole is not None and ground.match("share", ground.mentions[whole].end):
                yield ground.relation(index, "partOf", whole, "relation.part")
        if mention.type in ("Project", "Event"):
            for region in ground.inside(index, "Region"):
                yield ground.relation(index, "conductedIn", region, "relation.named-after")
        if mention.type == "Region":
            yield from _carried_out(ground, index)
            yield from _carried_on(ground, index)
    yield from _longer_names(ground)
    yield from _sections(ground)


def _carried_out(ground: Ground, last: int) -> Iterator[Relation]:
    """Read 在A、B、C等5个镇实施了X: every place, for what is carried out there."""
    match = ground.match("in-places", ground.mentions[last].end)
    if match is None or match.end() == ground.mentions[last].end:
        return
    works = ground.chain_behind(match.end(), *_WORKS) or ground.within(match.end(), match.end() + 3, *_WORKS)
    if not works:
        return
    places = ground.chain_before(ground.mentions[last].end, "Region")
    before = (
        ground.text[max(0, ground.mentions[places[0]].start - 2) : ground.mentions[places[0]].start] if places else ""
    )
    if not before.endswith(("在", "以", "推进", "支持", "推动")):
        return
    for work in works[:1]:
        for place in places:
            yield ground.relation(work, "conductedIn", place, "relation.in-places")


def _carried_on(ground: Ground, region: int) -> Iterator[Relation]:
    """Read 东部地区以…为重点，整体推进X: a drive in the place its clause begins with."""
    mention = ground.mentions[region]
    if ground.starting(mention.end, "Region") is not None or not ground.opens(_first_of(ground, region)):
        return
    end = next((match.start() for match in _SEGMENT.finditer(ground.text, mention.end)), len(ground.text))
    rule = read_rules("offices")["relation.there"].pattern
    for work in ground.within(mention.end, end, *_WORKS):
        if rule.match(ground.text, mention.end, ground.mentions[work].start):
            yield ground.relation(work, "conductedIn", region, "relation.there")


def _first_of(ground: Ground, region: int) -> int:
    """Return where the places begin that a place ends with no joint between them (江南省青水市)."""
    start = ground.mentions[region].start
    for index in reversed(ground.within(max(0, start - 30), start, "Region")):
        if ground.mentions[index].end == start:
            start = ground.mentions[index].start
    return start


def _longer_names(ground: Ground) -> Iterator[Relation]:
    """Read a name inside a longer one: 第二轮X belongs to X, X三大标志性战役 to X."""
    first: dict[tuple[str, str], int] = {}
    for index, mention in enumerate(ground.mentions):
        if mention.type in ("Campaign", "Event"):
            first.setdefault((mention.type, mention.key), index)
    for (kind, key), index in first.items():
        if kind == "Event":
            match = _ROUND.match(key)
            whole = first.get((kind, key[match.end() :])) if match else None
            if whole is not None:
                yield ground.relation(index, "partOf", whole, "relation.round")
            continue
        for (other_kind, other), whole in first.items():
            if (
                other_kind == kind
                and key != other
                and len(other) > 2
                and key.startswith(other)
                and len(key) > len(other) + 3
            ):
                yield ground.relation(index, "partOf", whole, "relation.longer-name")


def _sections(ground: Ground) -> Iterator[Relation]:
    """Read structure: what stands under a heading belongs to its drive, what stands behind a sub-work to that."""
    if not any(mention.type == "Campaign" for mention in ground.mentions):
        return
    document = ground.scan.document
    topics: dict[int, int] = {}
    for number, section in enumerate(document.sections):
        topic = _topic(ground, section.heading_start, section.heading_end)
        if topic is not None:
            topics[number] = topic
    line_topic: int | None = None
    announced = False  # 加强环境治理。打好净湖攻坚战。…: what a head says the second sentence names.
    for sentence in document.sentences:
        inside = sentence.section >= 0 and sentence.start >= document.sections[sentence.section].start
        topic = topics.get(sentence.section) if inside else None
        first = ground.text[sentence.start - 1 : sentence.start] in ("", "\n")
        if first or announced:
            line_topic = _line_topic(ground, sentence.start, sentence.end, first)
            if line_topic is not None and topic is not None:
                yield ground.relation(line_topic, "partOf", topic, "relation.section")
        announced = first and line_topic is None and sentence.end - sentence.start <= _TOPIC_SENTENCE
        yield from _sentence(ground, sentence.start, sentence.end, topic if line_topic is None else line_topic)


def _line_topic(ground: Ground, start: int, end: int, first: bool) -> int | None:
    """Return the drive a paragraph is about: 在X方面，… at its head, or a short sentence that ends in its name."""
    own = _leading(ground, start) if first else None
    if own is not None and ground.match("aspect", ground.mentions[own].end):
        return own
    topic = _topic(ground, start, end) if end - start <= _TOPIC_SENTENCE else None
    if topic is None or not ground.text.startswith(_CLOSED, ground.mentions[topic].end):
        return None
    return topic


def _leading(ground: Ground, at: int) -> int | None:
    """Return the drive a sentence or clause begins with, quoted or behind 在 and its like."""
    lead = _LEAD.match(ground.text, at)
    return ground.starting(lead.end() if lead else at, "Campaign")


def _topic(ground: Ground, start: int, end: int) -> int | None:
    """Return the only drive a heading names; 关于X问题 announces no work of X."""
    named = ground.within(start, end, "Campaign")
    if len({ground.mentions[index].key for index in named}) != 1 or "关于" in ground.text[start:end]:
        return None
    return named[0]


def _sentence(ground: Ground, start: int, end: int, topic: int | None) -> Iterator[Relation]:
    """Read clause by clause; a clause that begins with a sub-work's name speaks of it from there on."""
    if topic is None and not ground.within(start, end, "Campaign"):
        return
    holder = topic
    at = start
    for cut in [*(match.end() for match in _CLAUSE.finditer(ground.text, start, end)), end]:
        own = _leading(ground, at)
        if own is not None and ground.match("subject", ground.mentions[own].end):
            holder = own
            if topic is not None:
                yield ground.relation(own, "partOf", topic, "relation.section")
        if holder is not None:
            yield from _clause(ground, at, cut, holder, topic is not None)
        if topic is None:
            holder = None
        at = cut


def _clause(ground: Ground, start: int, end: int, holder: int, headed: bool) -> Iterator[Relation]:
    mentions = ground.mentions
    others = [
        index
        for index in ground.within(start, end, *_WORKS)
        if mentions[index].key != mentions[holder].key and mentions[index].start != mentions[holder].start
    ]
    for index in others:
        apart = read_rules("offices")["relation.apart"].pattern.search(ground.text, start, mentions[index].start)
        if headed and not apart and ground.text[mentions[index].end : mentions[index].end + 1] not in ("中", "大"):
            yield ground.relation(index, "partOf", holder, "relation.section")
    reach = max((mentions[index].end for index in others), default=start)
    for target in ground.within(start, end, *_TARGETS):
        if mentions[target].start >= reach:
            yield ground.relation(holder, "addresses", target, "relation.section")
            reach = mentions[target].end
