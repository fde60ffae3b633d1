"""A value of a law or of a list of cases in; whether it is a limit that holds, or only part of a case, out."""

import re

from kg.extract.quantities_sentence import clause_around
from kg.extract.quantities_values import Measured
from kg.lexicon.rules import read_rules

# What an article counts are its terms, fees and fines; what it measures are limits.
_LEGAL_TERMS = frozenset({"money", "time", "count", "noun", "rank"})
_ITEM_END = re.compile(r"[。；：\n]")


def sets_limit(text: str, value: Measured) -> bool:
    """Tell whether an article sets a value as a limit: not 倾倒废物三吨以上的, which is what it applies to."""
    if value.kind in _LEGAL_TERMS or not value.unit:
        return False
    rules = read_rules("quantities")
    start, end = clause_around(text, value.start, 0, len(text))
    if text[end - 1] == "的" or names_case(text, value) or rules["mood.charge"].pattern.search(text, start, end):
        return False
    return rules["mood.binding"].pattern.search(text, text.rfind("。", 0, start) + 1, value.start) is not None


def names_case(text: str, value: Measured) -> bool:
    """Tell whether a bound is part of a case: （一）疏散三千人以上的； or 疏散三千人以上的，由…"""
    if value.around.bound == "=":
        return False
    if text.startswith("的，", value.reach):
        return True
    end = _ITEM_END.search(text, value.reach)
    return end is not None and text[end.start() - 1] == "的"
