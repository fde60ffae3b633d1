"""A scan and the place where a body's own name begins in; whose body it is, a level's or a place's, out."""

from typing import NamedTuple

from kg.extract.scan import Hit, Scan
from kg.lexicon.gazetteer import find, level_of, name_of
from kg.lexicon.rules import read_rules

RANK = {"nation": 0, "province": 1, "region": 1, "city": 2, "county": 3}
_GOVERNMENT = "人民政府"
_CORPS = "新疆生产建设兵团"
# The last signs of what agency.level reads; before most bodies stands none of them.
_LEVEL_ENDS = tuple("家院国央省市州盟区县旗地委级届")
_REACH = 14
_PLACE_TAGS = frozenset({"ns", "nr", "nz", "nrt"})


class Owner(NamedTuple):
    """Whose body it is.

    Attributes:
        start: where the owner's name begins, or the body's own name where it has none.
        level: nation, province, region, city, county, or '' where nothing says it.
        place: the named place, '' where only a level is named.
        code: the division's code, '' where the place has none or several.
        collective: whether every body of the level is meant (各市, 设区的市, a level below the text's own).
    """

    start: int
    level: str = ""
    place: str = ""
    code: str = ""
    collective: bool = False

    @property
    def named(self) -> bool:
        """Tell whether a single level or place is named."""
        return not self.collective and bool(self.level or self.place)


class Body(NamedTuple):
    """A body at `[start, end)`: whose it is, its name without the owner, and for a department its field.

    `organ` tells a ministry, bureau or commission (部, 局, 委) from a department in general (部门).
    """

    start: int
    end: int
    owner: Owner
    name: str
    rule: str
    field: str = ""
    organ: bool = False


def own_level(scan: Scan) -> str:
    """Return the level a text speaks for (我市, 全区 …): nation, province, region, city, county, or ''."""
    text = scan.text
    counts: dict[str, int] = {}
    for match in read_rules("offices")["agency.own"].pattern.finditer(text):
        level = str(match.lastgroup)
        counts[level] = counts.get(level, 0) + 1
    central = len(read_rules("offices")["agency.central"].pattern.findall(text, 0, 120))
    state = [hit.term.cls for hit in scan.hits.get("Agency", ())].count("state")
    counts["nation"] = counts.get("nation", 0) + 8 * central + state // 4
    counts["province"] = counts.get("province", 0) + len(
        read_rules("offices")["agency.own-organ"].pattern.findall(text)
    )
    if counts.get("county") and text.count("自治区") > counts["county"] // 2:
        counts["region"] = counts.get("region", 0) + counts.pop("county")
    counts["county"] = counts.get("county", 0) + text.count("自治县") // 4
    if any(counts.values()):
        return max(RANK, key=lambda level: counts.get(level, 0))
    marks = {
        "province": text.count("省人民政府"),
        "region": text.count("自治区人民政府"),
        "city": text.count("市人民政府"),
    }
    return max(marks, key=marks.__getitem__) if any(marks.values()) else ""


def owner_before(scan: Scan, start: int, own: str) -> Owner:
    """Return the owner named right before a body's own name."""
    rules, text = read_rules("offices"), scan.text
    numbered = text.endswith("届", 0, start)
    session = rules["agency.session"].pattern.search(text, max(0, start - 8), start) if numbered else None
    at = session.start() if session else start
    if scan.ends_at("Region", at):
        place = _place_before(scan, at)
        if place.place:
            return place
    if text.endswith(_CORPS, 0, at):
        return Owner(at - len(_CORPS), "province", _CORPS)
    if text.endswith(_GOVERNMENT, 0, at):
        government = owner_before(scan, at - len(_GOVERNMENT), own)
        return government if government.named else Owner(start, collective=True)
    levelled = text.endswith(_LEVEL_ENDS, 0, at)
    match = rules["agency.level"].pattern.search(text, max(0, at - 7), at) if levelled else None
    if not match:
        return Owner(start)
    if not starts_word(scan, match.start()):
        return Owner(start, collective=text[match.start() - 1] == "各")
    level = str(next(name for name in RANK if match[name]))
    before = (text, max(0, match.start() - 4), match.start())
    if (
        rules["agency.collective"].pattern.search(*before)
        or (own and RANK[level] > RANK[own])
        or (level != own and rules["agency.coordinated"].pattern.search(*before))
    ):
        return Owner(start, collective=True)
    return Owner(match.start(), level)


def starts_word(scan: Scan, offset: int) -> bool:
    """Tell whether a word starts at an offset; tokens glue prepositions to a level (由区, 报省)."""
    glue = read_rules("offices")["agency.preposition"].pattern
    return scan.is_boundary(offset) or glue.search(scan.text, max(0, offset - 1), offset) is not None


def _place_before(scan: Scan, end: int) -> Owner:
    """Read the named place that ends at an offset, with the places around it right before (河东省临河市)."""
    innermost = None
    start = end
    while scan.ends_at("Region", start):
        hits = [hit for hit in scan.between("Region", start - _REACH, start) if hit.end == start]
        if not hits or not _names_place(scan, hits[-1]):
            break
        start = hits[-1].start
        innermost = innermost or hits[-1]
    if innermost is None:
        return Owner(end)
    name = scan.text[innermost.start : innermost.end]
    codes = find(name)
    code = codes[0] if len(codes) == 1 else ""
    if level_of(code) != "province" and name in (name_of(code)[:-1], name[:2]):
        return Owner(end)
    return Owner(start, _level(name, code), name, code)


def _names_place(scan: Scan, hit: Hit) -> bool:
    """Tell a place from a word that sounds like one: 会同 (a county) in 会同林业局."""
    if not scan.is_boundary(hit.start):
        return False
    return hit.end - hit.start > 2 or scan.tags[scan.token_at(hit.start)] in _PLACE_TAGS


def _level(name: str, code: str) -> str:
    level = level_of(code)
    if level == "province" and "自治区" in name:
        return "region"
    if level == "province" and name.endswith("市"):
        return "city"
    return {"country": "nation"}.get(level, level) if level in ("country", "province", "city", "county") else ""
