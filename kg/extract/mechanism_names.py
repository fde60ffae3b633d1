"""An arrangement's last word in, the place where its name begins out."""

import re

from kg.extract.names import Walk, name_start, word_class
from kg.extract.scan import Scan
from kg.extract.triggers import generic_words
from kg.lexicon.rules import read_rules

JOINTS = ("和", "与", "及", "、")
SEPARATOR = re.compile("[、和与及]")
_WALK = Walk(longest=18, piece=4)
_PREFIXES = frozenset("全多再非无")
# The most characters of the last member of a list before its 制度, of the members before it with their verb, and of a
# name with its verb.
_LONGEST_MEMBER, _LONGEST_LIST, _LONGEST_NAME = 12, 34, 24


def arrangement_start(scan: Scan, end: int) -> int:
    """Return where a name begins; a letter that belongs to the word behind it ends none (督察 + 全覆盖)."""
    start = name_start(scan, end, _WALK)
    if 0 < start < end and scan.words[scan.token_at(start - 1)] in _PREFIXES:
        start = name_start(scan, start - 1, _WALK)
    interval = read_rules("mechanisms")["mechanism.interval"].pattern.search(scan.text, max(0, start - 8), start)
    return interval.start() if interval else start


def before_noun(scan: Scan, end: int) -> int:
    """Return where a name begins whose last word is a verb that stands for a noun (矿井关闭审批 + 制度), or `end`."""
    verb = scan.starts[scan.token_at(end - 1)]
    if scan.text[verb:end] not in word_class("verbal"):
        return end
    start = name_start(scan, verb, _WALK)
    return start if start < verb else end


def list_behind_verb(scan: Scan, end: int) -> int | None:
    """Return where the list begins that a verb sets up as one 制度 (完善 + 岸线登记、船只年审和巡查制度)."""
    pattern = read_rules("mechanisms")["mechanism.whole-list"].pattern
    at = 1 + max(scan.text.rfind(joint, max(0, end - _LONGEST_MEMBER), end) for joint in JOINTS)
    match = pattern.search(scan.text, max(0, at - _LONGEST_LIST), end + 1) if at else None
    if not match or match.end() != at or scan.between("Mechanism", match.start("list"), end):
        return None
    return match.start("list")


def behind_verb(scan: Scan, end: int) -> int:
    """Return where the words begin that stand between a verb of setting up and `end`, `end` if it is no such place."""
    match = read_rules("mechanisms")["mechanism.whole"].pattern.search(scan.text, max(0, end - _LONGEST_NAME), end)
    return match.start("name") if match and scan.is_boundary(match.start("name")) else end


def any_particular(scan: Scan, start: int, end: int) -> bool:
    """Tell whether a member of a list says more than generic words."""
    at = end
    for member in reversed(SEPARATOR.split(scan.text[start:end])):
        if particular(scan, at - len(member), at):
            return True
        at -= len(member) + 1
    return False


def particular(scan: Scan, start: int, end: int, classes: tuple[str, ...] = ("mechanism",)) -> bool:
    """Tell whether the last member of `[start, end)` says more than the generic words of some classes (管理, 工作)."""
    start += max(scan.text[start:end].rfind(joint) for joint in JOINTS) + 1
    generic = word_class("verbal").union(*(generic_words(cls) for cls in classes))
    if scan.text[start:end] in generic or start >= end:
        return False
    tokens = range(scan.token_at(start), scan.token_at(end - 1) + 1)
    words = [scan.text[max(scan.starts[index], start) : min(scan.ends[index], end)] for index in tokens]
    return any(word not in generic and len(word) > 1 for word in words)
