"""Gold and system facts in, the pairs of them that are the same fact out."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from typing import Any

CORE = ("Region", "Agency", "Organization", "Person", "Campaign", "Project", "Policy", "Mechanism", "Event")
ALL = (*CORE, "Doctrine", "Pollutant", "Sector")
_KIN = (frozenset({"Mechanism", "Policy", "Doctrine"}), frozenset({"Agency", "Organization"}))
_MARKS = re.compile(r"[\s“”\"'‘’「」《》〈〉*]")
_UNITS = {
    **dict.fromkeys(("μg/m3", "µg/m3", "微克/立方米", "微克每立方米", "μg/m³", "ug/m³"), "ug/m3"),
    "％": "%",
    "个百分点": "百分点",
    "位": "名",
}
_SAME = ("role", "change", "direction")
_LOOSE = ("indicator", "baseline", "period", "deadline")
_MINIMUM_OVERLAP = 0.5

Annotation = dict[str, Any]
Pairs = list[tuple[int, int]]


def bare(text: str | None) -> str:
    """Return a name without spaces and marks of quotation, in lower case; '' for None."""
    return _MARKS.sub("", text).lower() if text else ""


def names_of(entity: Annotation) -> set[str]:
    """Return every bare name of an entity."""
    return {bare(name) for name in (*entity.get("surfaces", ()), entity["name"])} - {""}


def match_entities(golds: list[Annotation], systems: list[Annotation]) -> dict[int, tuple[int, float]]:
    """Pair gold with system entities one to one: equal types at weight 1 first, then kin types at a half."""
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    gold_names, system_names = [names_of(gold) for gold in golds], [names_of(system) for system in systems]
    for weight in (1.0, 0.5):
        for i, gold in enumerate(golds):
            if i in pairs:
                continue
            best, shared = -1, 0
            for j, system in enumerate(systems):
                types = {gold["type"], system["type"]}
                if j in used or not (len(types) == 1 if weight == 1.0 else any(types <= kin for kin in _KIN)):
                    continue
                count = len(gold_names[i] & system_names[j])
                if count > shared:
                    best, shared = j, count
            if best >= 0:
                pairs[i] = (best, weight)
                used.add(best)
    return pairs


def match_best(
    golds: list[Annotation], systems: list[Annotation], fitness: Callable[[Annotation, Annotation], float]
) -> Pairs:
    """Pair one to one, the fittest pair first; pairs of no fitness stay apart."""
    candidates = [
        (-fit, i, j)
        for i, gold in enumerate(golds)
        for j, system in enumerate(systems)
        if (fit := fitness(gold, system)) > 0
    ]
    pairs: Pairs = []
    left, right = set(range(len(golds))), set(range(len(systems)))
    for _, i, j in sorted(candidates):
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            pairs.append((i, j))
    return pairs


def clause_overlap(gold: Annotation, system: Annotation) -> float:
    """Return the intersection over union of two clauses' spans, 0 where it is under a half."""
    shared = _overlap(gold["span"], system["span"])
    a, b = gold["span"], system["span"]
    share = shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0
    return share if share >= _MINIMUM_OVERLAP else 0.0


def _overlap(a: list[int], b: list[int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def same_value(gold: Annotation, system: Annotation) -> bool:
    """Tell whether two quantities over the same words agree in value, range and unit; without a value, in deadline."""
    return (
        _same_number(gold.get("value"), system.get("value"))
        and _same_number(gold.get("high"), system.get("high"))
        and _unit(gold.get("unit")) == _unit(system.get("unit"))
        and (gold.get("value") is not None or _alike(gold.get("deadline"), system.get("deadline")))
        and _overlap(gold["span"], system["span"]) > 0
    )


def _same_number(a: float | None, b: float | None) -> bool:
    if a is None or b is None:
        return a is b
    return abs(float(a) - float(b)) <= 1e-9 * max(1.0, abs(float(a)))


def _unit(unit: str | None) -> str:
    plain = bare(unit)
    return _UNITS.get(plain, plain)


def agreement(gold: Annotation, system: Annotation, locus: str | None = None) -> dict[str, bool]:
    """Tell which fields of two quantities agree; the locus' own name and @locus are one region."""
    agreed = {field: gold.get(field) == system.get(field) for field in _SAME}
    agreed.update({field: _alike(gold.get(field), system.get(field)) for field in _LOOSE})
    here = {bare("@locus"), bare(locus)}
    both_here = {bare(gold.get("region")), bare(system.get("region"))} <= here
    agreed["region"] = both_here or _alike(gold.get("region"), system.get("region"))
    return agreed


def _alike(a: str | None, b: str | None) -> bool:
    """Tell whether one phrase holds the other, or half the shorter one's characters stand in both, in order."""
    first, second = bare(a), bare(b)
    if not first or not second:
        return first == second
    if first in second or second in first:
        return True
    shared = sum(block.size for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks())
    return shared >= _MINIMUM_OVERLAP * min(len(first), len(second))
