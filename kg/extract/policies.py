"""A scan in, mentions out: titled documents and laws."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.names import Walk, in_title, name_start
from kg.extract.policy_drafts import drafted
from kg.extract.scan import Scan
from kg.extract.triggers import governed_start
from kg.lexicon.gazetteer import area
from kg.lexicon.rules import read_rules
from kg.lexicon.terms import surfaces
from kg.model import Mention

_OPENING, _CLOSING = "《〈", "》〉"
_LONGEST_TITLE = 130
# The own title of a document stands within so many characters and lines of its beginning.
_HEAD, _HEAD_LINES = 400, 4
_PLANS = ("规划", "国家方案", "工作方案")
_WALK = Walk(longest=40, piece=20)
# How far behind its place the last word of a plan's name ends.
_PLAN_NAME = 16
# The field before a five-year plan's number: 生态环境保护“十五五”规划.
_FIELD = Walk(longest=14, piece=0)
# The first line of a title that goes on in the next.
_ABOUT = re.compile(r"[^\n。！？，；：]*关于[^\n。！？，；：]*\n\s*")
_MARKS = re.compile(r"[《》〈〉<>“”\s]")
# Words behind the short name of a law that show another word: 水法规, 森林法院.
_LONGER_WORD = frozenset("规律院定制典人学官庭医师")


class _Title(NamedTuple):
    start: int
    end: int
    key: str
    rule: str


def recognize_policies(scan: Scan) -> list[Mention]:
    """Return the mentions of titled documents and laws: 《…》, known names, five-year plans, the text's own title."""
    own = _own_title(scan)
    titles = _marked_titles(scan, own)
    introduced = _introduced(scan)
    found = [*titles, *introduced, *_known_names(scan), *_five_year_plans(scan, [own, *titles] if own else titles)]
    found += _short_forms(scan, [*titles, *introduced])
    found += [
        _Title(match.start(), match.end(), _key(match.group()), "policy.national-plan")
        for match in read_rules("titles")["title.national-plan"].pattern.finditer(scan.text)
    ]
    found += _plans_of_places(scan)
    if not scan.is_statute:
        found += _carried_plans(scan)
    found += [_Title(start, end, _key(scan.text[start:end]), "policy.drafted") for start, end in drafted(scan)]
    if own:
        found.append(own)
    return [
        Mention(type="Policy", start=t.start, end=t.end, key=t.key, rule=t.rule, date=_date(scan.text, t.start))
        for t in found
    ]


def _carried_plans(scan: Scan) -> Iterator[_Title]:
    """Return plans that a report says are carried out (实施湖滨保护规划); a statute's are any of their kind."""
    rules, text = read_rules("titles"), scan.text
    for noun in _PLANS:
        at = text.find(noun)
        while at >= 0:
            end = rules["title.carried-plan-end"].pattern.match(text, at + len(noun))
            match = end and rules["title.carried-plan"].pattern.search(text, max(0, at - 24), at)
            if end and match and scan.is_boundary(match.start("name")):
                name = text[match.start("name") : end.end()]
                yield _Title(match.start("name"), end.end(), _key(name), "policy.carried-plan")
            at = text.find(noun, at + 1)


def _plans_of_places(scan: Scan) -> Iterator[_Title]:
    """Return plans that a place begins (东江流域综合规划); a statute of a basin only says that there is to be one."""
    plan = read_rules("titles")["title.place-plan"].pattern
    for hit in scan.hits.get("Region", ()):
        near = scan.text.find("规划", hit.end, hit.end + _PLAN_NAME) >= 0
        match = plan.match(scan.text, hit.end) if near else None
        if match is None:
            continue
        basin = scan.is_statute and (scan.text.startswith("流域", hit.end) or scan.text.endswith("流域", 0, hit.end))
        # 河口 and 港口 are words too: a place of two letters must be no division's bare stem.
        known = hit.end - hit.start > 2 or area(scan.text[hit.start : hit.end]) is not None
        proper = known and scan.is_boundary(hit.start) and scan.tags[scan.token_at(hit.start)] == "ns"
        if proper and not basin and not in_title(scan, hit.start, match.end()):
            name = scan.text[hit.start : match.end()]
            yield _Title(hit.start, match.end(), _key(name), "policy.place-plan")


@cache
def _canonical() -> dict[str, str]:
    return {surface: term.name for surface, terms in surfaces().items() for term in terms if term.kind == "Policy"}


def _key(title: str) -> str:
    """Return the name that all forms of a title share.

    >>> _key("〈环保法〉")
    '中华人民共和国环境保护法'
    """
    bare = _MARKS.sub("", title)
    return _canonical().get(bare, bare)


def _own_title(scan: Scan) -> _Title | None:
    text = scan.text
    pattern = read_rules("titles")["title.own"].pattern
    known = text.find(scan.document.title, 0, _HEAD) if scan.document.title else -1
    starts = [known] if known >= 0 else []
    for line in re.finditer(r"\S.*", text[:_HEAD]):
        if len(starts) == _HEAD_LINES:
            break
        starts.append(line.start())
    for index, at in enumerate(starts):
        if match := pattern.match(text, at):
            start, end = match.span("title")
            before = starts[index - 1] if index else start
            if before < start and "关于" not in match["title"] and _ABOUT.fullmatch(text, before, start):
                start = before
            return _Title(start, end, _key(text[start:end]), "policy.own-title")
    return None


def _marked_titles(scan: Scan, own: _Title | None) -> list[_Title]:
    """Return the titles in 《》; a bare 《规划》 has the key of the last longer title that ends so, if there is one."""
    rules = read_rules("titles")
    text = scan.text
    titles: list[_Title] = []
    defined: dict[str, str] = {}
    known = [own] if own else []
    at = text.find("《")
    while at >= 0:
        end = _closing(text, at)
        if end < 0:
            at = text.find("《", at + 1)
            continue
        name = text[at + 1 : end]
        key = defined.get(name) or _key(_inner(name))
        if name not in defined and rules["title.generic"].pattern.fullmatch(name):
            key = next((t.key for t in reversed(known) if t.key.endswith(name)), name)
        if key and not rules["title.no-policy"].pattern.search(name):
            title = _Title(at + 1, end, key, "policy.marked-title")
            titles.append(title)
            known.append(title)
            if match := rules["title.short-form"].pattern.match(text, end):
                defined[match["short"]] = key
        at = text.find("《", end)
    return titles


def _closing(text: str, opening: int) -> int:
    """Return where the 》 stands that closes the 《 at `opening`, -1 if none does; titles may hold titles."""
    depth = 0
    for at in range(opening, min(len(text), opening + _LONGEST_TITLE)):
        letter = text[at]
        if letter == "\n":
            return -1
        if letter in _OPENING:
            depth += 1
        elif letter in _CLOSING:
            depth -= 1
            if depth == 0 or (letter == "》" and "《" not in text[opening + 1 : at]):
                return at
    return -1


def _inner(title: str) -> str:
    """Return the title a notice passes on (印发〈方案〉的通知), else the title itself."""
    match = re.search(r"印发[〈《](.+)[〉》]的通知$", title)
    return match[1] if match else title


def _known_names(scan: Scan) -> list[_Title]:
    text = scan.text
    implementing = read_rules("titles")["title.implementing"].pattern
    names = []
    for hit in scan.hits.get("Policy", ()):
        after = text[hit.end : hit.end + 1]
        if text[hit.start - 1 : hit.start] in ("《", "〈") or (after in _LONGER_WORD and text[hit.end - 1] == "法"):
            continue
        if hit.end - hit.start <= 3 and not scan.is_boundary(hit.start):
            continue
        start, end, key = hit.start, hit.end, hit.term.name
        if key.endswith("法") and (below := implementing.match(text, end)):
            end, key = below.end(), _key(key + below.group())
        places = [place for place in scan.between("Region", start - 8, start) if place.end == start]
        if places and not key.endswith("法"):
            start, key = places[0].start, text[places[0].start : end]
        names.append(_Title(start, end, key, "policy.known-name"))
    return names


def _five_year_plans(scan: Scan, titles: list[_Title]) -> list[_Title]:
    """Return five-year plans named without 《》; a bare “十五五”规划 is the longer one named before it."""
    text = scan.text
    plans = []
    for match in read_rules("titles")["title.five-year-plan"].pattern.finditer(text):
        start = governed_start(scan, name_start(scan, match.start(), _FIELD), match.start())
        key = _key(text[start : match.end()])
        longer = [title.key for title in titles if title.start < start and title.key.endswith(key)]
        plans.append(_Title(start, match.end(), (longer or [key])[-1], "policy.five-year-plan"))
    return plans


def _short_forms(scan: Scan, titles: list[_Title]) -> list[_Title]:
    """Return the later places of a short form that the text defines without 《》 and that is long enough to search."""
    text = scan.text
    pattern = read_rules("titles")["title.short-form"].pattern
    found = []
    for title in titles:
        match = pattern.match(text, title.end)
        if not match or len(match["short"]) < 4:
            continue
        at = text.find(match["short"], title.end)
        while at >= 0:
            end = at + len(match["short"])
            if text[at - 1] != "《":
                found.append(_Title(at, end, title.key, "policy.short-form"))
            at = text.find(match["short"], end)
    return found


def _introduced(scan: Scan) -> list[_Title]:
    """Return the names without 《》 that the text gives a short form: 流域综合规划（以下简称综合规划）."""
    text = scan.text
    rules = read_rules("titles")
    found = []
    at = text.find("（以下")
    while at >= 0:
        noun = rules["title.noun"].pattern.search(text, max(0, at - 4), at)
        short = rules["title.short-form"].pattern.match(text, at)
        if noun and short and rules["title.noun"].pattern.search(short["short"]):
            start = governed_start(scan, name_start(scan, noun.start(), _WALK), noun.start())
            if noun.start() - start >= 4:
                found.append(_Title(start, at, _key(text[start:at]), "policy.introduced"))
        at = text.find("（以下", at + 3)
    return found


def _date(text: str, start: int) -> str | None:
    match = read_rules("titles")["title.issued"].pattern.search(text, max(0, start - 70), start)
    return match["date"] if match else None
