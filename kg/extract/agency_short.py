"""A scan and its bodies in; the places where the text calls one by the short name that it gives it out."""

from collections.abc import Iterator, Sequence

from kg.extract.agency_owners import Body
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_OPENING = "（以下简称"
# Tags of words that make a short name behind them a part of a longer one: 有关管委会, 园区管委会.
_MODIFIERS = frozenset({"n", "ns", "nz", "nt", "vn", "a", "b", "r", "m", "q", "f"})


def short_bodies(scan: Scan, bodies: Sequence[Body]) -> Iterator[Body]:
    """Yield the bodies named by a short form: 河东新区管理委员会（以下简称管委会）."""
    text = scan.text
    ends = {body.end: body for body in bodies}
    at = text.find(_OPENING)
    while at >= 0:
        body = ends.get(at)
        short = read_rules("offices")["agency.short"].pattern.match(text, at) if body else None
        if body and short:
            start = short.start("short")
            while start >= 0:
                end = start + len(short["short"])
                if start == short.start("short") or _stands_alone(scan, start, end):
                    yield body._replace(
                        start=start, end=end, owner=body.owner._replace(start=start), rule="agency.short"
                    )
                start = text.find(short["short"], end)
        at = text.find(_OPENING, at + 1)


def _stands_alone(scan: Scan, start: int, end: int) -> bool:
    if not (scan.is_boundary(start) and scan.is_boundary(end)):
        return False
    return scan.tags[scan.token_at(start - 1)] not in _MODIFIERS
