"""A value and its sentence in, the words for what it measures out."""

from kg.extract.bounds import words_before
from kg.extract.indicator_phrase import Phrase, complete, counted_noun, noun_after, phrase_before, trim
from kg.extract.names import word_class
from kg.extract.quantities_sentence import Carried, Sentence, clause_around
from kg.extract.quantities_values import Measured
from kg.extract.scan import Scan
from kg.lexicon.rules import read_rules

_SOURCE_REACH = 16
_OBJECT_REACH = 14
_LONGEST_VERB = 4
_LONGEST_PREDICATE = 24


def indicator_of(scan: Scan, value: Measured, list_end: int, sentence: Sentence, carried: Carried) -> Phrase:
    """Return what a value measures: the subject before it, the noun after its unit, or what the sentence measured last.

    Args:
        scan: the document.
        value: the value.
        list_end: where the list of values ends that begins with it (6000元、4000元的资金).
        sentence: the sentence it stands in.
        carried: what the sentence said before.
    """
    rules, text, last = read_rules("quantities"), scan.text, carried.last
    clause, _ = clause_around(text, value.start, sentence.start, value.start)
    floor = max(clause, last.reach if last is not None else sentence.start)
    left, source = _subject(scan, value, floor, sentence)
    if value.kind == "noun":
        return Phrase(counted_noun(scan, value), value.start)
    counts = not source and not value.around.direction and value.kind not in ("point", "rank")
    noun = noun_after(scan, list_end) if counts else ""
    light = bool(rules["phrase.light"].pattern.search(left.words))
    if noun and (not left.words or light or not value.around.predicated or value.kind == "count"):
        short = floor == clause and len(left.words) <= _LONGEST_VERB
        verb = _verb_before(scan, value, floor) or (left.words if short else "")
        return Phrase(verb + noun if verb else _doers(scan, list_end, noun), value.start)
    if light and floor == clause:
        _, end = clause_around(text, value.start, sentence.start, min(sentence.end, value.reach + _OBJECT_REACH))
        if value.reach < end:
            return Phrase(left.words + text[value.reach : end], left.start)
        return _subject_of_clause_before(scan, clause, sentence.start) or left
    if left.words and not rules["phrase.aside"].pattern.search(left.words):
        if last is not None and floor == last.reach:
            left = Phrase(complete(left.words, carried.first), left.start)
        return left
    if carried.indicator is not None:
        return carried.indicator
    return _subject_of_clause_before(scan, clause, sentence.start) or Phrase(noun, value.start)


def _subject(scan: Scan, value: Measured, floor: int, sentence: Sentence) -> tuple[Phrase, bool]:
    """Return the phrase before a value, and whether the value is the level a change began at."""
    end = value.around.start
    source = read_rules("quantities")["change.source"].pattern.search(scan.text, max(floor, end - _SOURCE_REACH), end)
    if source:
        end = source.start()
    for time in sentence.times:
        if floor <= time.start and time.end <= end:
            if trim(scan, time.end, end).words:
                floor = time.end
            else:
                # The time stands between the verb and the number: 增加到2020年的30家.
                end = words_before(scan, time.start, floor).start
                break
    return (phrase_before(scan, floor, end) if end > floor else Phrase("", end)), source is not None


def _verb_before(scan: Scan, value: Measured, floor: int) -> str:
    index = scan.token_at(value.around.start - 1) if value.around.start > floor else -1
    if index >= 0 and scan.words[index] == "了":
        index -= 1
    if index >= 0 and scan.starts[index] >= floor and scan.tags[index].startswith("v"):
        return scan.words[index]
    return ""


def _doers(scan: Scan, at: int, noun: str) -> str:
    """Return a counted noun with what it does: 完成改造的村 in 9个村完成改造."""
    end = at + len(noun)
    if not scan.text.startswith(noun, at) or end >= len(scan.text):
        return noun
    if scan.words[scan.token_at(end)] not in word_class("verb"):
        return noun
    _, stop = clause_around(scan.text, end, end, min(len(scan.text), end + _LONGEST_PREDICATE))
    return f"{scan.text[end:stop].replace('了', '', 1)}的{noun}"


def _subject_of_clause_before(scan: Scan, clause: int, start: int) -> Phrase | None:
    if clause <= start:
        return None
    first, _ = clause_around(scan.text, clause - 1, start, clause - 1)
    phrase = phrase_before(scan, first, clause - 1)
    return phrase if phrase.words else None
