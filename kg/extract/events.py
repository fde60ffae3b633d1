"""A scan in, mentions out: named meetings, congresses, plenums and inspection rounds."""

import re

from kg.extract.names import NAME, bare, in_title, name_start, triggers, word_class
from kg.extract.scan import Hit, Scan
from kg.lexicon.gazetteer import find, name_of
from kg.lexicon.rules import read_rules
from kg.model import Mention

_MEETINGS = ("meeting", "rally", "study", "body-meeting")
_NAME = NAME._replace(longest=40, piece=4)
_LONGEST_PLACE = 12
_JOINTS = frozenset("、和与及")


def recognize_events(scan: Scan) -> list[Mention]:
    """Return the mentions of named meetings, congresses, plenums and inspection rounds."""
    mentions = _known(scan)
    for hit in triggers(scan, "plenum"):
        mentions += _plenums(scan, hit)
    for hit in triggers(scan, "two-sessions"):
        start = _with_level(scan, hit.start)
        mentions.append(_mention(scan, start, hit.end, "event.two-sessions"))
    for hit in triggers(scan, *_MEETINGS):
        if not in_title(scan, hit.start, hit.end):
            mentions += _meeting(scan, hit)
    pattern = read_rules("names")["event.congress"].pattern
    mentions += [_mention(scan, m.start(), m.end(), "event.congress") for m in pattern.finditer(scan.text)]
    return _unified(mentions)


def _unified(mentions: list[Mention]) -> list[Mention]:
    """Give a meeting the full name of its place, and that too where its name says only 全市 or 自治区."""
    full = {mention.key: _with_official_place(mention.key) for mention in mentions}
    named: dict[str, set[str]] = {}
    for place, key in full.values():
        if place:
            rest = key.removeprefix(place)
            for level in {place[-1], place[-3:]}:
                named.setdefault(level + rest, set()).add(key)
    unified = []
    for mention in mentions:
        _, key = full[mention.key]
        keys = named.get(key, {key})
        unified.append(mention._replace(key=min(keys)) if len(keys) == 1 else mention)
    return unified


def _with_official_place(key: str) -> tuple[str, str]:
    """Return the official name of the division that a key begins with, '' for none, and the key with that name.

    >>> _with_official_place("宁夏治水大会")
    ('宁夏回族自治区', '宁夏回族自治区治水大会')
    """
    for length in range(min(_LONGEST_PLACE, len(key) - 2), 1, -1):
        codes = find(key[:length])
        if codes:
            return (name_of(codes[0]), name_of(codes[0]) + key[length:]) if len(codes) == 1 else ("", key)
    return "", key


def _known(scan: Scan) -> list[Mention]:
    """Read the events of the lexicon, an inspection with its round; not where its team or its rules are meant.

    A round after it in its sentence is one of it too: 第一轮中央环保督察反馈问题，第二轮56项问题.
    """
    rules = read_rules("names")
    mentions = []
    for hit in scan.hits.get("Event", ()):
        if in_title(scan, hit.start, hit.end) or rules["event.body"].pattern.match(scan.text, hit.end):
            continue
        if rules["event.games"].pattern.search(hit.term.name):
            mentions.append(_mention(scan, _games_start(scan, hit.start), hit.end, "event.games", hit.term.name))
            continue
        window = scan.text[max(0, hit.start - 12) : hit.start]
        match = rules["event.round"].pattern.search(window)
        start = hit.start - len(window) + match.start() if match else hit.start
        key = (match["round"] if match else "") + hit.term.name
        mentions.append(_mention(scan, start, hit.end, "event.lexicon", key))
        sentence = scan.document.sentences[scan.sentence_at(hit.end - 1)]
        for alone in rules["event.round-alone"].pattern.finditer(scan.text, hit.end, sentence.end):
            mentions.append(_mention(scan, *alone.span(), "event.elided", alone[0] + hit.term.name))
    return mentions


def _games_start(scan: Scan, start: int) -> int:
    """Return where the name of games begins, with the place and the year before it: 2022年北京冬奥会."""
    place = next(
        (hit.start for hit in scan.between("Region", start - _LONGEST_PLACE, start) if hit.end == start), start
    )
    opening = read_rules("names")["event.games-opening"].pattern.search(scan.text, max(0, place - 10), place)
    return opening.start() if opening else place


def _plenums(scan: Scan, hit: Hit) -> list[Mention]:
    """Read the plenums of a term, each member of a list for itself: 十九届三中、四中、五中全会."""
    base = max(0, hit.start - 60)
    match = read_rules("names")["event.plenum"].pattern.search(scan.text[base : hit.start])
    if not match:
        return []
    term = match["term"]
    start = base + match.start()
    mentions = []
    at = base + match.start("list")
    first = start
    for member in match["list"].replace("和", "、").split("、")[:-1]:
        mentions.append(_mention(scan, first, at + len(member), "event.plenum", f"{term}{member[0]}中全会"))
        at += len(member) + 1
        first = at
    last = scan.text[hit.start - 1]
    mentions.append(_mention(scan, first, hit.end, "event.plenum", f"{term}{last}中全会"))
    return mentions


def _meeting(scan: Scan, hit: Hit) -> list[Mention]:
    """Read a meeting by its last word; it needs the level or body that meets, or a number of order."""
    text, rules = scan.text, read_rules("names")
    ordinal = rules["event.ordinal"].pattern.search(text, max(0, hit.start - 12), hit.start)
    start = _across_joints(scan, _with_level(scan, name_start(scan, ordinal.start() if ordinal else hit.start, _NAME)))
    for joined in rules["event.joined"].pattern.finditer(text, start, hit.start):
        start = joined.end()
    themed = _theme_start(scan, hit, start)
    if themed >= 0:
        return [_mention(scan, themed, hit.end, "event.themed")]
    start = _with_level(scan, start)
    if not rules["event.level"].pattern.match(text, start):
        start = _place_in(scan, start, hit.start)
    levels = rules["event.levels"].pattern.match(text, start)
    shared = _levels(scan, levels, hit) if levels else []
    start = levels.end() if levels else start
    if rules["event.body"].pattern.match(text, hit.end):
        return []
    content = text[start : hit.start]
    if rules["event.verb"].pattern.search(content) or rules["event.organ"].pattern.search(text[start : hit.end]):
        return []
    level = rules["event.level"].pattern.match(content)
    number = rules["event.number"].pattern.search(content)
    cls = hit.term.cls
    if cls == "study":
        named = number is not None
    elif level is None and cls == "body-meeting":
        named = False
    elif level and (number or rules["event.held"].pattern.search(text, max(0, start - 60), start)):
        named = True
    elif cls == "body-meeting":
        named = text.endswith("会议", 0, hit.end)
    elif level:
        named = hit.term.name != "会议" or level.end() < len(content) - 1
    else:
        named = len(content) > (3 if cls == "rally" else 6) and hit.term.name != "会议"
    if not named or len(content) < 2 or content[-1] in _JOINTS:
        return []
    return [*shared, _mention(scan, start, hit.end, f"event.{cls}")]


def _across_joints(scan: Scan, start: int) -> int:
    """Return where a name begins whose level or whose holding stands before a joint; not before a new level.

    全市防汛和河湖治理大会; 召开供水和河湖治理大会.
    """
    level, held = read_rules("names")["event.level"].pattern, read_rules("names")["event.held"].pattern
    while start and scan.text[start - 1] in _JOINTS and not level.match(scan.text, start):
        before = _with_level(scan, name_start(scan, start - 1, _NAME))
        known = level.match(scan.text, before) or held.search(scan.text, max(0, before - 4), before)
        if before >= start - 1 or not known:
            break
        start = before
    return start


def _place_in(scan: Scan, start: int, end: int) -> int:
    """Return where the place stands that a meeting is named after, if it begins a line of the source."""
    offsets = scan.document.normal.offsets
    for region in scan.between("Region", start + 1, end):
        if offsets[region.start] - offsets[region.start - 1] > 1:
            return region.start
    return start


def _theme_start(scan: Scan, hit: Hit, start: int) -> int:
    """Return where a meeting's name begins that is a task: 在推动三江生态保护座谈会上; -1 for none."""
    rules, text = read_rules("names"), scan.text
    if not rules["event.theme-tail"].pattern.match(text, hit.end):
        return -1
    theme = rules["event.theme"].pattern.search(text, max(0, start - 40), hit.start)
    if theme is None or theme.start() > start or rules["event.verb"].pattern.search(theme[0]):
        return -1
    return theme.start()


def _with_level(scan: Scan, start: int) -> int:
    """Return where a name begins with the 全市, 全国 before it."""
    index = scan.token_at(start - 1) if start else -1
    if index < 0 or not (scan.words[index] in word_class("deictic") and scan.words[index].startswith("全")):
        return start
    start = scan.starts[index]
    if index and scan.words[index - 1].startswith("第") and scan.words[index - 1].endswith("次"):
        start = scan.starts[index - 1]
    return start


def _levels(scan: Scan, levels: re.Match[str], hit: Hit) -> list[Mention]:
    """Read levels that share a meeting's name: 国家、省、市环保工作会议."""
    rest = scan.text[levels.end() + len(levels["own"]) : hit.end]
    return [
        _mention(scan, levels.start() + at.start(), levels.start() + at.end(), "event.elided", at.group() + rest)
        for at in re.finditer("[^、和]+", levels.group())
    ]


def _mention(scan: Scan, start: int, end: int, rule: str, key: str = "") -> Mention:
    base = max(0, start - 40)
    match = read_rules("names")["event.date"].pattern.search(scan.text[base:start])
    return Mention(
        type="Event",
        start=start,
        end=end,
        key=_key(key or bare(scan.text[start:end])),
        rule=rule,
        date=match["date"] if match else None,
    )


def _key(name: str) -> str:
    """Return what the names of one meeting share: 全市环保工作会, 市环境保护工作会议.

    >>> _key("全市环保工作会")
    '市环境保护工作会议'
    """
    for prefix in ("党的", "中国共产党", "中共"):
        name = name.removeprefix(prefix)
    if name.startswith("全") and not name.startswith("全国"):
        name = name[1:]
    name = name.replace("环境保护", "环保").replace("环保", "环境保护")
    return name + "议" if name.endswith("工作会") else name
