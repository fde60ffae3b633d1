"""A scan in; the spans of plans, rules and opinions that a text says are drafted or issued without title marks, out.

出台加强湖区护林工作的意见 names a document by what it is about; 出台意见 and a plan that others draw up are none.
"""

from collections.abc import Iterator

from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_VERBS = ("制定", "编制", "出台", "印发", "颁布", "修订", "起草")
# How far back the words may stand that leave the drafting to others.
_REACH = 40


def drafted(scan: Scan) -> Iterator[tuple[int, int]]:
    """Yield the spans of what a report, not a statute, says is drafted or issued."""
    if scan.is_statute:
        return
    rules, text = read_rules("titles"), scan.text
    name = rules["title.drafted"].pattern
    others = rules["title.drafted-by-others"].pattern
    for verb in _VERBS:
        at = text.find(verb)
        while at >= 0:
            match = name.match(text, at + len(verb))
            if match and not others.search(text, max(_opening(text, at), at - _REACH), at):
                yield match.span("name")
            at = text.find(verb, at + len(verb))


def _opening(text: str, at: int) -> int:
    """Return where the sentence around an offset begins."""
    return max(text.rfind(mark, max(0, at - _REACH), at) for mark in "。；\n：")
