"""A scan and a drive's last word in; where the name begins that a verb carries out, verbs in it and all, out.

实施河塘清淤推广工程 names 河塘清淤推广工程, though 推广 would end a name elsewhere.
"""

from kg.extract.names import is_generic, opening_quote
from kg.extract.scan import Hit, Scan
from kg.lexicon.rules import read_rules

_REACH = 32
# Last words of what is done, rather than of a drive's name, where no more than a verb stands before them.
_LOOSE = frozenset({"activity", "creation", "pilot"})


def carried_start(scan: Scan, hit: Hit) -> int:
    """Return where the name begins that a verb like 实施 governs as a whole, -1 if none does."""
    rules, text = read_rules("names"), scan.text
    closed = hit.end == len(text) or rules["campaign.closed"].pattern.match(text, hit.end)
    if not closed or hit.term.cls in _LOOSE:
        return -1
    match = rules["campaign.carried"].pattern.search(text, max(0, hit.start - _REACH), hit.start)
    if match is None or not scan.is_boundary(match.start("name")):
        return -1
    start = match.start("name")
    if match["quoted"] and opening_quote(text, match.end("quoted") - 1) != start:
        return -1
    known = any(scan.between(kind, start, hit.start) for kind in ("Campaign", "Doctrine"))
    return -1 if known or is_generic(scan, start, hit.start) else start
