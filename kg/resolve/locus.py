"""A document and its mentions in, the division it speaks for out: named, inferred, or honestly unknown.

Named: its title or first line begins with the division, or the text says 美丽秦州. Inferred: 我市 is the one city whose
counties and rivers the text names. A text of the centre speaks for 中国.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kg.lexicon.gazetteer import NATION, area, containers, find, level_of, name_of, place_words, scope_chain
from kg.lexicon.rules import read_rules
from kg.model import Document, Locus, Mention
from kg.resolve.locus_title import FIRST_LINES, LONGEST_NAME, Headed, Named, find_head, named_in_head

# A water that runs through more divisions than this says nothing about the speaker's.
# A text that calls nothing its own and names places in so many provinces speaks of the country.
_MANY = 3
_FEW = 3
# 我市 and 本市 say more than 全市: a city's text also speaks of 全省.
_APART = ("71", "81", "82")
_WEIGHT = {"我": 3, "本": 3, "全": 1}


def find_locus(document: Document, mentions: Sequence[Mention]) -> Locus:
    """Return the locus of a document; with a null code and `within` where only the level above is known.

    Args:
        document: the document; its title where it has one, else its first line, says most.
        mentions: its mentions, of which the regions count.
    """
    regions = tuple(mention for mention in mentions if mention.type == "Region")
    text = Headed(document, *find_head(document), regions)
    own = _own_kinds(document.normal.text, "text.deictic")
    kind = _most(own) or _most(_own_kinds(document.normal.text, "text.organ"))
    named = named_in_head(text)
    if named is not None and not _is_national_head(text, named):
        if _fits(named, own):
            return _known(named.code, named.inferred)
        inferred = _inferred(text, kind)
        return inferred if inferred.code else Locus(within=named.code)
    if _is_national_head(text, None) or _addresses_the_country(document.normal.text):
        return _known(NATION, inferred=True)
    issuer = _issuer(document)
    if issuer is not None:
        return _known(issuer, inferred=issuer == NATION)
    # 台湾居民 are people a text speaks of; it speaks for none of these places unless it names one at its head.
    text = text._replace(regions=tuple(mention for mention in regions if not (mention.term or "").startswith(_APART)))
    praised = _praised(text, kind)
    if praised is not None:
        return _known(praised, inferred=False)
    return _inferred(text, kind)


def _known(code: str, inferred: bool) -> Locus:
    return Locus(name=name_of(code), code=code, inferred=inferred)


def _is_national_head(text: Headed, named: Named | None) -> bool:
    """Tell whether an organ of the centre stands in the title before the division it names."""
    whole, rules = text.document.normal.text, read_rules("locus")
    match = rules["head.national"].pattern.match(whole, text.head_start, text.head_end)
    match = match or rules["text.national"].pattern.search(whole, text.head_start, text.head_end)
    return match is not None and (named is None or match.start() < named.start)


def _issuer(document: Document) -> str | None:
    """Return the division whose body issued a document or whose office its speaker holds: 兰州市|生态环境局局长."""
    for body in filter(None, (document.issuer, document.speaker)):
        if read_rules("locus")["head.national"].pattern.match(body):
            return NATION
        for length in range(min(len(body), LONGEST_NAME), 2, -1):
            codes = find(body[:length])
            if len(codes) == 1 and (length == len(body) or name_of(codes[0]) == body[:length]):
                return codes[0]
    return None


def _addresses_the_country(text: str) -> bool:
    return read_rules("locus")["text.national"].pattern.search(text, 0, FIRST_LINES * 2) is not None


def _own_kinds(text: str, rule: str) -> Counter[str]:
    """Return how much a text calls each kind of division its own: 市 of 我市, or of 市人民政府 without a name."""
    counts: Counter[str] = Counter()
    for match in read_rules("locus")[rule].pattern.finditer(text):
        counts[match["kind"]] += _WEIGHT.get(match["word"], 1)
    return counts


def _most(counts: Counter[str]) -> str:
    best = max(counts.values(), default=0)
    return min((kind for kind, count in counts.items() if count == best), default="")


def _fits(named: Named, own: Counter[str]) -> bool:
    """Tell whether a text may speak for a division its title names, or calls something else its own throughout."""
    fitting = sum(count for kind, count in own.items() if _is_of_kind(named.code, kind))
    return fitting > 0 or max(own.values(), default=0) < 2 * _WEIGHT["我"]


def _is_of_kind(code: str, kind: str) -> bool:
    """Tell whether a division may call itself 我市, 我区, …; 全区 is also an autonomous region's word."""
    name = name_of(code)
    return level_of(code) not in {"township", ""} and (
        name.endswith(kind) or (kind == "州" and name.endswith("自治州"))
    )


def _praised(text: Headed, kind: str) -> str | None:
    """Return the division the text praises as its own: 美丽秦州."""
    whole = text.document.normal.text
    found = {
        mention.term
        for mention in text.regions
        if mention.term
        and level_of(mention.term)
        and whole[max(0, mention.start - 2) : mention.start] in place_words("praise")
        and (not kind or _is_of_kind(mention.term, kind))
    }
    return found.pop() if len(found) == 1 else None


def _inferred(text: Headed, kind: str) -> Locus:
    if not kind:
        return _without_own_word(text)
    weights = _weights(text, kind)
    ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
    if ranked and ranked[0][1] >= 2 and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        return _known(ranked[0][0], inferred=True)
    within = _within(text)
    if within is not None and _is_of_kind(within, kind):
        return _known(within, inferred=True)
    if not _own_kinds(text.document.normal.text, "text.deictic") and _speaks_of_the_country(text):
        return _known(NATION, inferred=True)
    return Locus(within=within)


def _weights(text: Headed, kind: str) -> dict[str, float]:
    """Return how much speaks for each division of a kind: itself named, its parts, and its waters."""
    weights: dict[str, float] = {}
    seen: set[str] = set()
    for mention in text.regions:
        if mention.key in seen:
            continue
        seen.add(mention.key)
        for code, weight in _evidence(mention):
            for outer in scope_chain(code):
                if _is_of_kind(outer, kind):
                    weights[outer] = weights.get(outer, 0) + (weight if outer == code else 1.0)
    return weights


def _evidence(mention: Mention) -> Iterator[tuple[str, float]]:
    """Yield the divisions a mention speaks for with their weights; 德令哈工业园区 speaks for 德令哈."""
    if mention.term and level_of(mention.term):
        yield mention.term, 2.0
        return
    for code in mention.candidates:
        yield code, 1.0 / len(mention.candidates)
    known = area(mention.key)
    if known is not None:
        for code in known.codes if len(known.codes) <= _FEW else ():
            yield code, 2.0
        return
    for length in range(len(mention.key) - 1, 1, -1):
        codes = find(mention.key[:length])
        if codes:
            for code in codes:
                yield code, 1.0 / len(codes)
            return


def _within(text: Headed) -> str | None:
    """Return the one province a text of unknown locus lies in: named itself, or by more than one of its parts."""
    provinces: Counter[str] = Counter()
    for mention in text.regions:
        if mention.term and level_of(mention.term) not in {"", "country"}:
            provinces[f"{mention.term[:2]}0000"] += 2 if level_of(mention.term) == "province" else 1
    ranked = provinces.most_common(2)
    if not ranked or ranked[0][1] < 2 or (len(ranked) > 1 and ranked[0][1] < 3 * ranked[1][1]):
        return None
    return ranked[0][0]


def _without_own_word(text: Headed) -> Locus:
    """Return 中国 for a text that speaks of the country, else the division that holds what it names."""
    lower = read_rules("locus")["text.below"].pattern.search(text.document.normal.text)
    if _speaks_of_the_country(text) or (not lower and len(_provinces(text)) >= _MANY):
        return _known(NATION, inferred=True)
    held = containers([(mention.term,) for mention in text.regions if mention.term and level_of(mention.term)])
    return _known(held[0], inferred=True) if len(held) == 1 else Locus()


def _provinces(text: Headed) -> set[str]:
    """Return the provinces in which the divisions and areas lie that a text names (京津, 白洋淀)."""
    found: set[str] = set()
    for mention in text.regions:
        known = area(mention.key)
        codes = known.codes if known is not None else (mention.term,) if mention.term and level_of(mention.term) else ()
        found.update(code[:2] for code in codes if code != NATION)
    return found


def _speaks_of_the_country(text: Headed) -> bool:
    """Tell whether a text has more words for the country than names of its divisions and organs of one of them."""
    whole = text.document.normal.text
    rules = read_rules("locus")
    if rules["text.above"].pattern.search(whole):
        return True
    if rules["text.below"].pattern.search(whole):
        return False
    words = (match.group() for match in rules["text.nation"].pattern.finditer(whole))
    national = sum(1 if word == "国家" else 2 for word in words)
    divisions = sum(1 for mention in text.regions if mention.term and level_of(mention.term))
    return national > 1 and national >= max(divisions, 2 * sum(_own_kinds(whole, "text.organ").values()))
