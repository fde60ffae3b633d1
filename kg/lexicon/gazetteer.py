"""Places with codes: divisions down to county, waters, named areas and countries, and the names they go by.

Townships stand in `gazetteer_townships`: they are many, share most of their names, and are looked up only where a text
says 镇 or 乡. Codes are text: six digits (GB/T 2260; 100000 is China), nine for a township.

>>> name_of("640100"), level_of("640100"), parent_of("640100")
('银川市', 'city', '640000')
>>> find("永宁")
('640121',)
>>> scope_chain("640121")
('640121', '640100', '640000', '100000')
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.lexicon.table import read_table, split_cell

NATION = "100000"
_AUTONOMOUS = re.compile(r".*(自治[州县旗])")
# By the last letter of a name, the kinds its stem also goes by: 上虞区 was 上虞市 and 上虞县, 天水市 was 天水地区,
# 恩施土家族苗族自治州 is 恩施州.
_OTHER_KINDS = {"区": ("县", "市"), "市": ("县", "地区"), "州": ("州",), "县": ("县",), "旗": ("旗",)}


class Division(NamedTuple):
    """A division: its code, official name, and the name without its kind ('' where that is no name)."""

    code: str
    name: str
    stem: str


class Area(NamedTuple):
    """A place that is no division, or a country; `codes` are the divisions it lies in."""

    name: str
    kind: str
    codes: tuple[str, ...]


class _Index(NamedTuple):
    divisions: dict[str, Division]
    codes: dict[str, tuple[str, ...]]
    areas: dict[str, Area]


def place_surfaces() -> tuple[str, ...]:
    """Return every name of a division down to county, an area or a country, sorted."""
    index = _index()
    return tuple(sorted({*index.codes, *index.areas} - place_words("unsafe")))


def find(name: str) -> tuple[str, ...]:
    """Return the codes of the divisions down to county that go by a name, the higher level first.

    A province's stem means the province (吉林, 海南), though a city or county shares it.
    """
    return _index().codes.get(name, ())


@cache
def name_heads() -> frozenset[str]:
    """Return the first two characters of every name that `find` knows."""
    return frozenset([name[:2] for name in _index().codes])


def area(name: str) -> Area | None:
    """Return the area or country that goes by a name."""
    return _index().areas.get(name)


def division(code: str) -> Division | None:
    """Return a division down to county by its code."""
    return _index().divisions.get(code)


def divisions() -> Iterable[Division]:
    """Return all divisions down to county in the order of their codes."""
    return _index().divisions.values()


def name_of(code: str) -> str:
    """Return the official name of a division by its code, '' for an unknown code."""
    if len(code) == 9 and code.isdigit():
        from kg.lexicon.gazetteer_townships import township_name

        return township_name(code)
    known = division(code)
    return known.name if known else ""


@cache
def level_of(code: str) -> str:
    """Return country, province, city, county or township, '' for what is no code.

    Units directly under a province (济源市, 石河子市) are counties here, as in GB/T 2260; cities without counties
    (东莞市) are cities.
    """
    if code == NATION:
        return "country"
    if len(code) == 9 and code.isdigit():
        return "township"
    if len(code) != 6 or not code.isdigit():
        return ""
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


@cache
def parent_of(code: str) -> str | None:
    """Return the code of the division right above one; None above China and for what is no code."""
    level = level_of(code)
    if level == "township":
        return code[:6]
    if level == "county":
        city = f"{code[:4]}00"
        return city if division(city) else f"{code[:2]}0000"
    if level == "city":
        return f"{code[:2]}0000"
    return NATION if level == "province" else None


def scope_chain(code: str) -> tuple[str, ...]:
    """Return a division's code and those of all divisions above it, itself first and China last."""
    chain: list[str] = []
    at: str | None = code if level_of(code) else None
    while at is not None:
        chain.append(at)
        at = parent_of(at)
    return tuple(chain)


def lies_in(code: str, outer: str) -> bool:
    """Tell whether a division is another one or lies in it."""
    return outer in scope_chain(code)


def kind_of(name: str) -> str:
    """Return the kind of a place by its name: division, country, river, lake, area, …; place if nothing shows it."""
    known = area(name)
    if known:
        return known.kind
    if find(name):
        return "division"
    for suffix, kind in place_suffixes():
        if name.endswith(suffix):
            return kind
    return "place"


@cache
def place_words(cls: str) -> frozenset[str]:
    """Return the words of a class of `triggers/places.csv`: generic, organ, tail, praise, …"""
    return frozenset(name for name, of in _place_rows() if of == cls)


@cache
def place_suffixes() -> tuple[tuple[str, str], ...]:
    """Return the words names of places end in with the kind they show (河, river), the longest first."""
    return _classed("suffix.")


@cache
def place_parts() -> tuple[tuple[str, str], ...]:
    """Return the words for a part of a water or area with the kind they show (流域, basin), the longest first."""
    return _classed("part.")


def _classed(prefix: str) -> tuple[tuple[str, str], ...]:
    pairs = [(name, cls.removeprefix(prefix)) for name, cls in _place_rows() if cls.startswith(prefix)]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _place_rows() -> tuple[tuple[str, str], ...]:
    rows = read_table("triggers/places.csv", ("name", "class"), key=("name", "class"))
    return tuple((row.cells["name"], row.cells["class"]) for row in rows)


def containers(places: Sequence[Iterable[str]]) -> tuple[str, ...]:
    """Return the smallest divisions that hold most of some places.

    Args:
        places: for each place the codes it may stand for.

    Returns:
        The divisions that hold at least one candidate of as many places as possible, without those that hold another
        such division; sorted. Empty where no place has a candidate.
    """
    held: dict[str, int] = {}
    for candidates in places:
        for code in {above for candidate in candidates for above in scope_chain(candidate)}:
            held[code] = held.get(code, 0) + 1
    best = max(held.values(), default=0)
    most = {code for code, count in held.items() if count == best}
    outer = {above for code in most for above in scope_chain(code)[1:]}
    return tuple(sorted(most - outer))


@cache
def _index() -> _Index:
    known = {row.code: row for row in _divisions()}
    names: dict[str, list[str]] = {}
    for entry in known.values():
        names.setdefault(entry.name, []).append(entry.code)
    stems: dict[str, list[str]] = {}
    for entry in known.values():
        for other in _other_names(entry):
            if other not in names:
                stems.setdefault(other, []).append(entry.code)
    for surface, codes in _aliases(known):
        stems[surface] = codes
    merged = {name: _by_level(codes) for name, codes in stems.items()}
    merged.update({name: _by_level(codes) for name, codes in names.items() if name != "中国"})
    return _Index(known, merged, dict(_areas(known)))


def _divisions() -> Iterator[Division]:
    for _, cells in read_table("regions.csv", ("code", "name", "stem"), key=("code",)):
        yield Division(cells["code"], cells["name"], cells["stem"])


def _other_names(entry: Division) -> Iterator[str]:
    """Yield the stem, and the stem with its former or short kind."""
    if not entry.stem:
        return
    yield entry.stem
    if level_of(entry.code) == "province":
        return
    autonomous = _AUTONOMOUS.match(entry.name)
    kind = entry.name[-1]
    for other in _OTHER_KINDS.get(kind, ()):
        if autonomous or (kind not in "县旗州" and (other != "地区" or level_of(entry.code) == "city")):
            yield entry.stem + other


def _by_level(codes: list[str]) -> tuple[str, ...]:
    if any(level_of(code) == "province" for code in codes):
        codes = [code for code in codes if level_of(code) == "province"]
    return tuple(sorted(set(codes), key=lambda code: (not code.endswith("00"), code)))


def _aliases(known: dict[str, Division]) -> Iterator[tuple[str, list[str]]]:
    for line, cells in read_table("region_aliases.csv", ("code", "alias", "kind"), key=("alias",)):
        if cells["code"] not in known:
            raise LexiconError(
                f"region_aliases.csv:{line}: unknown code {cells['code']!r}; known: those of regions.csv"
            )
        yield cells["alias"], [cells["code"]]


def _areas(known: dict[str, Division]) -> Iterator[tuple[str, Area]]:
    for line, cells in read_table("areas.csv", ("name", "aliases", "kind", "codes"), key=("name",)):
        codes = split_cell(cells["codes"])
        for code in codes:
            if code not in known:
                raise LexiconError(f"areas.csv:{line}: unknown code {code!r}; known: those of regions.csv")
        for surface in (cells["name"], *split_cell(cells["aliases"])):
            yield surface, Area(cells["name"], cells["kind"], codes)
    for _, cells in read_table("countries.csv", ("name", "aliases", "code"), key=("name",)):
        for surface in (cells["name"], *split_cell(cells["aliases"])):
            yield surface, Area(cells["name"], "country", ())
