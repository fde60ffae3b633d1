"""Gold annotations and a system's in, precision, recall and F1 by type out.

Entities match one to one when types agree and a surface is shared (Mechanism/Policy/Doctrine and Agency/
Organization confusions count half); quantities on value, range and unit over overlapping spans ('value'), or on
every field ('full'); measures and problems at an intersection over union of half; relations on both ends and
the predicate. These are the measures of the annotation spec the gold files follow.
"""

import json
import re
from collections.abc import Callable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

from kg.errors import InputError

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
_CONTEXT = 12

Annotation = dict[str, Any]
Pairs = list[tuple[int, int]]


class Tally:
    """True positives among what the system found and what the gold holds."""

    def __init__(self) -> None:
        self.right = self.system = self.gold = 0.0

    def add(self, right: float, system: float, gold: float) -> None:
        """Count one document's share."""
        self.right, self.system, self.gold = self.right + right, self.system + system, self.gold + gold

    def precision_recall_f1(self) -> tuple[float, float, float]:
        """Return the three; of nothing found where nothing was to be found, all are 1."""
        precision = self.right / self.system if self.system else float(self.gold == 0)
        recall = self.right / self.gold if self.gold else 1.0
        both = precision + recall
        return precision, recall, 2 * precision * recall / both if both else 0.0


class Score(NamedTuple):
    """Tallies by type, how often each quantity field agreed, whether each locus did, and the errors by kind."""

    tallies: dict[str, Tally]
    fields: dict[str, list[bool]]
    loci: dict[str, bool]
    errors: dict[str, list[str]]


def score(gold_folder: str, system: str, texts: str | None = None) -> Score:
    """Score an extraction (.jsonl file or folder of .json) against a folder of gold files.

    Args:
        gold_folder: folder of .json files.
        system: what `kg extract` printed, or a folder of such objects as .json.
        texts: folder of the documents, to show each error in its context; by default a folder `text` beside the gold
            files is taken where there is one.

    Raises:
        InputError: if the gold or the extraction cannot be read; names the file and the line.
    """
    paths = sorted(Path(gold_folder).glob("*.json"))
    if not paths:
        raise InputError(f"{gold_folder}: no gold files (*.json) here")
    found = {Path(row["doc"]).name: row for row in _read_system(Path(system))}
    keys = [*(f"entity/{name}" for name in ALL), "entity/CORE", "entity/ALL"]
    keys += ["quantity/value", "quantity/full", "measures", "problems", "relations"]
    result = Score({key: Tally() for key in keys}, {}, {}, {})
    for path in paths:
        gold = _read_json(path, path.read_text("utf-8"))
        name = Path(gold["doc"]).name
        text = _read_text(Path(texts) if texts else Path(gold_folder) / "text", name)
        _score_document(result, gold, found.get(name, {}), text)
    return result


def _read_text(folder: Path, name: str) -> str:
    """Return a document's text, '' where the folder lacks it: errors are then shown without context."""
    path = folder / name
    return path.read_bytes().decode("utf-8") if path.is_file() else ""


def report(result: Score, errors: int = 0) -> Iterator[str]:
    """Yield the lines of a table of scores and, if asked, up to `errors` errors of each kind."""
    yield f"{'':22}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'system':>8}"
    for key, tally in result.tallies.items():
        precision, recall, f1 = tally.precision_recall_f1()
        yield f"{key:22}{precision:7.3f}{recall:7.3f}{f1:7.3f}{tally.gold:7.0f}{tally.system:8.0f}"
    fields = ", ".join(f"{field} {sum(agreed)}/{len(agreed)}" for field, agreed in result.fields.items())
    yield f"quantity fields: {fields}"
    wrong = [name for name, right in result.loci.items() if not right]
    yield f"locus: {sum(result.loci.values())}/{len(result.loci)}" + (f"; wrong: {', '.join(wrong)}" if wrong else "")
    if errors:
        for kind in sorted(result.errors):
            yield f"\n{kind} ({len(result.errors[kind])})"
            for error in result.errors[kind][:errors]:
                yield f"    {error}"


def _read_system(path: Path) -> list[Annotation]:
    if path.is_dir():
        return [_read_json(file, file.read_text("utf-8")) for file in sorted(path.glob("*.json"))]
    try:
        lines = path.read_text("utf-8").splitlines()
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; give the .jsonl that `kg extract` printed") from error
    return [_read_json(f"{path}:{number}", line) for number, line in enumerate(lines, 1) if line.strip()]


def _read_json(place: object, text: str) -> Annotation:
    try:
        row = json.loads(text)
    except json.JSONDecodeError as error:
        raise InputError(f"{place}: not JSON ({error}); give what `kg extract` printed") from error
    if not isinstance(row, dict) or "doc" not in row:
        raise InputError(f"{place}: not an annotation: an object with a 'doc' is expected")
    return row


def _score_document(result: Score, gold: Annotation, system: Annotation, text: str) -> None:
    name = gold["doc"]
    note = _Notes(result.errors, name, text)
    gold_entities = gold["entities"]
    system_entities = [entity for entity in system.get("entities", []) if entity["type"] in ALL]
    pairs = _match_entities(gold_entities, system_entities)
    _tally_entities(result.tallies, gold_entities, system_entities, pairs, note)
    _score_quantities(result, gold, system, note)
    for kind in ("measures", "problems"):
        golds, systems = gold[kind], system.get(kind, [])
        matched = _match_best(golds, systems, _clause_overlap)
        result.tallies[kind].add(len(matched), len(systems), len(golds))
        note.unmatched(kind, golds, systems, matched)
    _score_relations(result.tallies["relations"], gold, system, system_entities, pairs, note)
    wanted, had = gold.get("locus") or {}, system.get("locus") or {}
    result.loci[name] = wanted.get("code") == had.get("code")


class _Notes:
    """Errors of one document, filed by kind, each with the words around it where the document's text is there."""

    def __init__(self, errors: dict[str, list[str]], name: str, text: str) -> None:
        self.errors, self.name, self.text = errors, name, text

    def add(self, kind: str, error: str) -> None:
        self.errors.setdefault(kind, []).append(f"{self.name[:8]}  {error}")

    def entity(self, kind: str, entity: Annotation) -> None:
        """Note an entity by its fullest name, at the first place that has it."""
        name = entity["name"]
        at = self.text.find(name)
        self.add(f"{kind} {entity['type']}", self._around(at, at + len(name)) if at >= 0 else name)

    def unmatched(self, kind: str, golds: list[Annotation], systems: list[Annotation], pairs: Pairs) -> None:
        found, used = {i for i, _ in pairs}, {j for _, j in pairs}
        for i, gold in enumerate(golds):
            if i not in found:
                self.add(f"missed {kind}", self._said(gold))
        for j, system in enumerate(systems):
            if j not in used:
                self.add(f"spurious {kind}", self._said(system))

    def _said(self, item: Annotation) -> str:
        """Return the words of a quantity or clause, with what a quantity was read as."""
        words = self._around(*item["span"]) if self.text else _said(item)
        read = [str(item[field]) for field in ("indicator", "value", "unit", "deadline") if item.get(field)]
        return f"{words}  ({' '.join(read)})" if read else words

    def _around(self, start: int, end: int) -> str:
        before, after = self.text[max(0, start - _CONTEXT) : start], self.text[end : end + _CONTEXT]
        return f"{before}[{self.text[start:end]}]{after}".replace("\n", " ")


def _said(item: Annotation) -> str:
    return str(item.get("text") or item.get("evidence") or item["span"])


def _bare(text: str | None) -> str:
    return _MARKS.sub("", text).lower() if text else ""


def _names(entity: Annotation) -> set[str]:
    return {_bare(name) for name in (*entity.get("surfaces", ()), entity["name"])} - {""}


def _match_entities(golds: list[Annotation], systems: list[Annotation]) -> dict[int, tuple[int, float]]:
    """Pair gold with system entities one to one: equal types at weight 1 first, then kin types at a half."""
    pairs: dict[int, tuple[int, float]] = {}
    used: set[int] = set()
    gold_names, system_names = [_names(gold) for gold in golds], [_names(system) for system in systems]
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


def _tally_entities(
    tallies: dict[str, Tally],
    golds: list[Annotation],
    systems: list[Annotation],
    pairs: dict[int, tuple[int, float]],
    note: _Notes,
) -> None:
    back = dict(pairs.values())
    for name in ALL:
        of_gold = [i for i, gold in enumerate(golds) if gold["type"] == name]
        of_system = [j for j, system in enumerate(systems) if system["type"] == name]
        right = min(sum(pairs[i][1] for i in of_gold if i in pairs), sum(back.get(j, 0.0) for j in of_system))
        tallies[f"entity/{name}"].add(right, len(of_system), len(of_gold))
    for group, members in (("CORE", CORE), ("ALL", ALL)):
        right = sum(
            weight for i, (j, weight) in pairs.items() if golds[i]["type"] in members and systems[j]["type"] in members
        )
        tallies[f"entity/{group}"].add(
            right,
            sum(system["type"] in members for system in systems),
            sum(gold["type"] in members for gold in golds),
        )
    for i, gold in enumerate(golds):
        if i not in pairs:
            note.entity("missed", gold)
    for j, system in enumerate(systems):
        if j not in back:
            note.entity("spurious", system)


def _score_quantities(result: Score, gold: Annotation, system: Annotation, note: _Notes) -> None:
    golds, systems = gold["quantities"], system.get("quantities", [])
    pairs = _match_best(
        golds,
        systems,
        lambda g, s: 1.0 + sum(_agreement(g, s).values()) if _same_value(g, s) else 0.0,
    )
    full = 0
    locus = (gold.get("locus") or {}).get("name")
    for i, j in pairs:
        agreed = _agreement(golds[i], systems[j], locus)
        full += all(agreed.values())
        for field, right in agreed.items():
            result.fields.setdefault(field, []).append(right)
            if not right:
                note.add(
                    f"quantity {field}",
                    f"{_said(golds[i])}: {golds[i].get(field)} expected, {systems[j].get(field)} found",
                )
    result.tallies["quantity/value"].add(len(pairs), len(systems), len(golds))
    result.tallies["quantity/full"].add(full, len(systems), len(golds))
    note.unmatched("quantity", golds, systems, pairs)


def _match_best(
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


def _clause_overlap(gold: Annotation, system: Annotation) -> float:
    shared = _overlap(gold["span"], system["span"])
    a, b = gold["span"], system["span"]
    share = shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0
    return share if share >= _MINIMUM_OVERLAP else 0.0


def _overlap(a: list[int], b: list[int]) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def _same_value(gold: Annotation, system: Annotation) -> bool:
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
    bare = _bare(unit)
    return _UNITS.get(bare, bare)


def _agreement(gold: Annotation, system: Annotation, locus: str | None = None) -> dict[str, bool]:
    """Tell which fields of two quantities agree; the locus' own name and @locus are one region."""
    agreed = {field: gold.get(field) == system.get(field) for field in _SAME}
    agreed.update({field: _alike(gold.get(field), system.get(field)) for field in _LOOSE})
    here = {_bare("@locus"), _bare(locus)}
    both_here = {_bare(gold.get("region")), _bare(system.get("region"))} <= here
    agreed["region"] = both_here or _alike(gold.get("region"), system.get("region"))
    return agreed


def _alike(a: str | None, b: str | None) -> bool:
    """Tell whether one phrase holds the other, or half the shorter one's characters stand in both, in order."""
    first, second = _bare(a), _bare(b)
    if not first or not second:
        return first == second
    if first in second or second in first:
        return True
    shared = sum(block.size for block in SequenceMatcher(None, first, second, autojunk=False).get_matching_blocks())
    return shared >= _MINIMUM_OVERLAP * min(len(first), len(second))


def _score_relations(
    tally: Tally,
    gold: Annotation,
    system: Annotation,
    system_entities: list[Annotation],
    pairs: dict[int, tuple[int, float]],
    note: _Notes,
) -> None:
    entities = gold["entities"]
    locus = (gold.get("locus") or {}).get("name")
    here = next(
        (e["id"] for e in entities if e["type"] == "Region" and locus and _bare(locus) in _names(e)),
        None,
    )
    gold_of = {system_entities[j]["id"]: entities[i]["id"] for i, (j, _) in pairs.items()}
    expected = _triples(gold["relations"], lambda end: "@locus" if end == here else end)
    found = _triples(
        system.get("relations", []),
        lambda end: (
            "@locus" if end == "@locus" or gold_of.get(end) == here is not None else gold_of.get(end, f"?{end}")
        ),
    )
    tally.add(len(expected & found), len(found), len(expected))
    names = {entity["id"]: entity["name"] for entity in entities} | {
        f"?{entity['id']}": entity["name"] for entity in system_entities
    }
    for kind, triples in (("missed relation", expected - found), ("spurious relation", found - expected)):
        for s, p, o in sorted(triples):
            note.add(kind, f"{names.get(s, s)} {p} {names.get(o, o)}")


def _triples(relations: list[Annotation], resolve: Callable[[str], str]) -> set[tuple[str, str, str]]:
    triples = {(resolve(row["s"]), row["p"], resolve(row["o"])) for row in relations}
    return triples | {(o, p, s) for s, p, o in triples if p == "cooperatesWith"}
