"""A scan in, mentions out: named persons and their offices."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules
from kg.lexicon.table import read_table
from kg.model import Mention

_NAME_TAGS = frozenset({"nr", "nrfg", "nrt"})
_DOT = "·"
_LONGEST_PART = 12


class Office(NamedTuple):
    """An office at `[start, end)`, with 副 and its like before it."""

    start: int
    end: int


class Found(NamedTuple):
    """A person at `[start, end)`, the bare name at `[name_start, name_end)`, and the office beside it."""

    start: int
    end: int
    name_start: int
    name_end: int
    office: Office | None
    rule: str


@cache
def surnames(*classes: str) -> frozenset[str]:
    """Return the family names of some classes: plain, doubtful (a common word too), compound."""
    rows = read_table("surnames.csv", ("name", "class"), key=("name",))
    return frozenset(row.cells["name"] for row in rows if row.cells["class"] in classes)


def recognize_people(scan: Scan) -> list[Mention]:
    """Return the mentions of named persons and their offices."""
    found: list[Found] = []
    for hit in scan.hits.get("body", ()):
        kind = hit.term.cls
        if kind == "office" and not read_rules("offices")["person.tail"].pattern.match(scan.text, hit.end):
            office = _office(scan, hit)
            found += _before(scan, office)
            found += _behind(scan, office.end, office)
        elif kind == "byline":
            desk = read_rules("offices")["person.desk"].pattern.match(scan.text, hit.end)
            found += _behind(scan, desk.end() if desk else hit.end, None)
        elif kind == "comrade":
            found += [
                person._replace(end=person.name_end, office=None)
                for person in _before(scan, Office(hit.start, hit.end))
            ]
    return _mentions(scan, found)


def _office(scan: Scan, hit: Hit) -> Office:
    """Take the words before an office that belong to it: 副局长; 党组书记、局长."""
    rules, start = read_rules("offices"), hit.start
    for rule in ("person.deputy", "person.chain"):
        before = rules[rule].pattern.search(scan.text, max(0, start - 16), start)
        start = before.start() if before else start
    return Office(start, hit.end)


def _before(scan: Scan, office: Office) -> Iterator[Found]:
    """Read the name before an office: 王强局长, 张局长, 志强书记."""
    end = office.start
    start = _dotted_before(scan, end)
    if start < 0:
        start = _full_name_before(scan, end)
    if start >= 0:
        yield Found(start, office.end, start, end, office, "person.office")
    elif end and scan.text[end - 1] in surnames("plain") and scan.is_boundary(end - 1):
        yield Found(end - 1, office.end, end - 1, office.end, office, "person.surname")


def _full_name_before(scan: Scan, end: int) -> int:
    """Return where the name that ends at an offset begins, -1 for none."""
    text = scan.text
    index = scan.token_at(end - 1) if end else -1
    if index < 0 or scan.ends[index] > end + 1:
        return -1
    start = scan.starts[index]
    word = text[start:end]
    before = scan.words[index - 1] if index else ""
    if len(word) <= 2 and before in surnames("plain", "compound") and scan.tags[index - 1] != "v":
        return -1 if _is_none(before + word) else start - len(before)
    named = scan.tags[index] in _NAME_TAGS or (scan.tags[index] == "nz" and len(word) == 2)
    return start if named and 2 <= len(word) <= 4 and not _is_none(word) else -1


def _dotted_before(scan: Scan, end: int) -> int:
    """Return where a name with dots that ends at an offset begins, -1 for none."""
    dot = scan.text.rfind(_DOT, max(0, end - 10), end)
    if dot < 0:
        return -1
    start = dot
    index = scan.token_at(dot) - 1
    while index >= 0 and dot - scan.starts[index] <= _LONGEST_PART:
        word, tag = scan.words[index], scan.tags[index]
        if (word != _DOT and not "一" <= word[0] <= "鿿") or (len(word) > 1 and tag in ("v", "p", "c", "n", "vn", "d")):
            break
        start = scan.starts[index]
        index -= 1
    match = read_rules("offices")["person.foreign-style"].pattern.fullmatch(scan.text, start, end)
    return start if match else -1


def _behind(scan: Scan, at: int, office: Office | None) -> Iterator[Found]:
    """Read the names behind an office or a byline: 厅长王强, 组长：韩东, 副组长：李明、赵亮."""
    rules, text = read_rules("offices"), scan.text
    joint = rules["person.joint"].pattern.match(text, at)
    start = joint.end() if joint else at
    while True:
        end = _name_end(scan, start)
        if end < 0:
            return
        yield Found(start, end, start, end, office, "person.office" if office else "person.byline")
        if text[end : end + 1] not in ("、", " ", "\u3000"):
            return
        start = end + 1


def _name_end(scan: Scan, start: int) -> int:
    """Return where the name that begins at an offset ends, -1 for none."""
    rules, text = read_rules("offices"), scan.text
    if not scan.is_boundary(start):
        return -1
    dotted = rules["person.foreign-style"].pattern.match(text, start)
    if dotted:
        return _dotted_end(scan, dotted.end())
    index = scan.token_at(start)
    if index >= len(scan.words):
        return -1
    word = scan.words[index]
    if scan.tags[index] in _NAME_TAGS and 2 <= len(word) <= 4 and word[0] in surnames("plain", "doubtful"):
        return -1 if _is_none(word) else _third(scan, index, len(word))
    size = 2 if text[start : start + 2] in surnames("compound") else 1
    family = text[start : start + size]
    if family not in surnames("plain", "doubtful", "compound"):
        return -1
    redacted = rules["person.redacted"].pattern.match(text, start + size)
    if redacted:
        return redacted.end()
    given = rules["person.given"].pattern.match(text, start + size)
    if given and (size == 2 or family in surnames("plain")) and not _is_none(text[start : given.end()]):
        whole = word == text[start : given.end()] and scan.tags[index] == "n"
        return given.end() if len(word) == size or whole else -1
    if family in surnames("plain") and len(word) == 1 and index + 1 < len(scan.words):
        following = scan.words[index + 1]
        closed = index + 2 >= len(scan.words) or scan.tags[index + 2] in ("v", "x", "vn", "d")
        if len(following) == 2 and closed and "一" <= following[0] <= "鿿":
            return scan.ends[index + 1] if not _is_none(word + following) else -1
    return -1


def _third(scan: Scan, index: int, size: int) -> int:
    """Return where a name of two characters ends, or that of three the tokens cut (马梅 若; 张平 拓 表示)."""
    end = scan.ends[index]
    following = scan.words[index + 1] if index + 1 < len(scan.words) else ""
    closed = index + 2 >= len(scan.words) or scan.tags[index + 2] == "x"
    if size != 2 or len(following) != 1:
        return end
    tag = scan.tags[index + 1]
    if closed and tag not in ("x", "uj", "p", "c", "v", "ul", "f"):
        return end + 1
    speaks = read_rules("offices")["person.speaks"].pattern.match(scan.text, end + 1)
    return end + 1 if speaks and tag not in ("x", "uj", "p", "c", "ul", "f", "d", "r", "m") else end


def _dotted_end(scan: Scan, end: int) -> int:
    """Return where a name with a dot ends: before an office or a verb of two characters."""
    dot = scan.text.rfind(_DOT, 0, end)
    index = scan.token_at(dot + 1) + 1
    while index < len(scan.words) and scan.starts[index] < end:
        if scan.tags[index] in ("v", "d", "p") and len(scan.words[index]) > 1:
            return scan.starts[index]
        index += 1
    offices = [hit.start for hit in scan.between("body", dot, end) if hit.term.cls == "office"]
    return min([end, *offices])


def _is_none(word: str) -> bool:
    return read_rules("offices")["person.none"].pattern.match(word) is not None


def _mentions(scan: Scan, found: list[Found]) -> list[Mention]:
    """Give each person one key: the bare name; 王局长 is 王强 where the text calls him 王强局长."""
    text = scan.text
    full = {text[one.name_start : one.name_end]: one for one in found if one.rule != "person.surname"}
    mentions: dict[tuple[int, int], Mention] = {}
    for one in found:
        key = text[one.name_start : one.name_end]
        position = text[one.office.start : one.office.end] if one.office else None
        if one.rule == "person.surname":
            same = [
                name
                for name, other in full.items()
                if name[0] == key[0] and other.office and text[other.office.start : other.office.end] == position
            ]
            key = same[0] if len(same) == 1 else key
        mentions.setdefault((one.start, one.end), _mention(one.start, one.end, key, one.rule, position))
    for name in sorted(full):
        at = text.find(name)
        while at >= 0:
            if not any(start <= at < end for start, end in mentions):
                mentions[at, at + len(name)] = _mention(at, at + len(name), name, "person.repeated", None)
            at = text.find(name, at + 1)
    return [mentions[span] for span in sorted(mentions)]


def _mention(start: int, end: int, key: str, rule: str, position: str | None) -> Mention:
    return Mention(type="Person", start=start, end=end, key=key, rule=rule, position=position)
