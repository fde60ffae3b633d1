"""A value and its sentence in, the words for what it measures out."""

import re

from kg.extract.bounds import words_before
from kg.extract.indicator_phrase import Phrase, complete, counted_noun, noun_after, phrase_before, trim
from kg.extract.names import word_class
from kg.extract.periods import Time
from kg.extract.quantities_frames import changes_from
from kg.extract.quantities_sentence import Carried, Sentence, clause_around
from kg.extract.quantities_values import Measured
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

# 中央财政五年累计补助…: a stretch of years stands between who does something and what.
_NUMERAL_YEARS = re.compile(r"[一二两三四五六七八九十]{1,3}年")
_SOURCE_REACH = 16
_OBJECT_REACH = 14
_LONGEST_VERB = 4
_NO_VERB = "pcdr"
_LONGEST_PREDICATE = 24
_LONGEST_ASIDE = 12


def indicator_of(scan: Scan, value: Measured, list_end: int, sentence: Sentence, carried: Carried) -> Phrase:
    """Return what a value measures: the subject before it, the noun after its unit, or what the sentence measured last.

    Args:
        scan: the document.
        value: the value.
        list_end: where the list of values ends that begins with it (6000元、4000元的资金).
        sentence: the sentence it stands in.
        carried: what the sentence said before.
    """
    rules, text, last, times = read_rules("quantities"), scan.text, carried.last, sentence.times
    clause, _ = clause_around(text, value.start, sentence.start, value.start)
    floor = max(clause, last.reach if last is not None else sentence.start)
    left, source = _subject(scan, value, floor, sentence)
    if value.kind == "noun":
        return counted_noun(scan, value)
    counts = not source and not value.around.direction and value.kind != "point" and text[value.start] != "第"
    verb = _verb_before(scan, value, floor) if counts else Phrase("", value.start)
    noun = noun_after(scan, list_end, governed=bool(verb.words)) if counts else Phrase("", value.start)
    if left.words and rules["phrase.extent"].pattern.match(noun.words):
        return Phrase(left.words + noun.words, left.start, noun.end)
    light = bool(rules["phrase.light"].pattern.search(left.words))
    if noun.words and (not left.words or light or not value.around.predicated or value.kind == "count"):
        # Some verbs have the tag of a noun: 新建.
        if not verb.words and floor == clause and 0 < len(left.words) <= _LONGEST_VERB:
            verb = left if scan.tags[scan.token_at(left.start)][0] not in _NO_VERB else verb
        return Phrase(verb.words + noun.words, verb.start, noun.end) if verb.words else _doers(scan, noun)
    if light and floor == clause:
        _, end = clause_around(text, value.start, sentence.start, min(sentence.end, value.reach + _OBJECT_REACH))
        if value.reach < end:
            return Phrase(left.words + text[value.reach : end].lstrip("的"), left.start, end)
        if last is not None and last.reach >= clause_around(text, clause - 1, sentence.start, clause - 1)[0]:
            return carried.indicator or left
        return _subject_of_clause_before(scan, clause, sentence.start, times) or left
    fronted = _subject_of_clause_before(scan, clause, max(sentence.start, last.reach if last is not None else 0), times)
    named = fronted is not None and rules["phrase.tail"].pattern.search(fronted.words)
    above = fronted if named else carried.indicator or fronted
    if left.words and not rules["phrase.aside"].pattern.search(left.words):
        if last is not None and floor == last.reach:
            left = Phrase(complete(left.words, carried.first), left.start)
        if above is not None and rules["phrase.share"].pattern.search(left.words):
            return Phrase(above.words + left.words, above.start)
        return left
    if above is not None and counts and value.kind == "count":
        return _doers(scan, above, value.reach)
    return above or noun


def _subject(scan: Scan, value: Measured, floor: int, sentence: Sentence) -> tuple[Phrase, bool]:
    """Return the phrase before a value, and whether the value is the level a change began at."""
    end = value.around.start
    source = read_rules("quantities")["change.source"].pattern.search(scan.text, max(floor, end - _SOURCE_REACH), end)
    if value.around.direction is not None or not changes_from(scan.text, value):
        source = None
    if source:
        end = source.start()
    for time in sentence.times:
        if floor <= time.start and time.end <= end:
            after = trim(scan, time.end, end)
            if after.words:
                before = trim(scan, floor, time.start)
                if time.role == "period" and before.words and _NUMERAL_YEARS.match(scan.text, time.start):
                    return Phrase(before.words + after.words, before.start), source is not None
                floor = time.end
            else:
                # The time stands between the verb and the number: 增加到2020年的30家.
                end = words_before(scan, time.start, floor).start
                break
    return (phrase_before(scan, floor, end) if end > floor else Phrase("", end)), source is not None


def _verb_before(scan: Scan, value: Measured, floor: int) -> Phrase:
    index = scan.token_at(value.around.start - 1) if value.around.start > floor else -1
    if index >= 0 and scan.words[index] == "了":
        index -= 1
    if index >= 0 and scan.starts[index] >= floor and scan.tags[index].startswith("v"):
        if read_rules("quantities")["aim.urged"].pattern.fullmatch(scan.words[index]):
            return Phrase("", value.start)
        return Phrase(scan.words[index], scan.starts[index])
    return Phrase("", value.start)


def _doers(scan: Scan, noun: Phrase, at: int = 0) -> Phrase:
    """Return a counted noun with what it does: 完成改造的村 in 9个村完成改造; what it does begins at `at`."""
    start = at or noun.end
    if scan.text.startswith("（", start) and (closing := scan.text.find("）", start, start + _LONGEST_ASIDE)) > 0:
        start = closing + 1
    index = scan.token_at(start) if start < len(scan.text) else -1
    while 0 <= index < len(scan.words) - 1 and scan.tags[index] == "d":
        index += 1
    if index < 0 or not (scan.words[index] in word_class("verb") or scan.text.startswith("了", scan.ends[index])):
        return noun
    _, stop = clause_around(scan.text, start, start, min(len(scan.text), start + _LONGEST_PREDICATE))
    does = scan.text[start:stop].replace("了", "", 1)
    return Phrase(f"{does}的{noun.words}", noun.start, stop)


def _subject_of_clause_before(scan: Scan, clause: int, start: int, times: list[Time]) -> Phrase | None:
    if clause <= start:
        return None
    first, _ = clause_around(scan.text, clause - 1, start, clause - 1)
    for time in times:
        if first <= time.start and time.end < clause and not trim(scan, first, time.start).words:
            first = time.end
    phrase = phrase_before(scan, first, clause - 1)
    if read_rules("quantities")["phrase.aside"].pattern.search(phrase.words):
        return _subject_of_clause_before(scan, first, start, times)
    return phrase if phrase.words else None
