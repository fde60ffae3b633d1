"""Gold annotations and a system's in, precision, recall and F1 by type out.

Entities match one to one when types agree and a surface is shared (Mechanism/Policy/Doctrine and Agency/
Organization confusions count half); quantities on value, range and unit over overlapping spans ('value'), or on
every field ('full'); measures and problems at an intersection over union of half; relations on both ends and
the predicate. These are the measures of the annotation spec the gold files follow.
"""

import json
from collections.abc import Callable, Container, Iterator
from pathlib import Path
from typing import NamedTuple

from kg.errors import InputError
from kg.score.calibration import Judged, bands
from kg.score.matching import (
    ALL,
    CORE,
    Annotation,
    agreement,
    bare,
    clause_overlap,
    match_best,
    match_entities,
    names_of,
    same_value,
)
from kg.score.notes import Notes, said


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
    """Tallies by type, how often each quantity field agreed, whether each locus did, the errors by kind, every fact."""

    tallies: dict[str, Tally]
    fields: dict[str, list[bool]]
    loci: dict[str, bool]
    errors: dict[str, list[str]]
    judged: list[Judged]

    def judge(self, kind: str, facts: list[Annotation], right: Container[int]) -> None:
        """Enter the facts of a kind that say how sure they are; `right` holds the indexes of those that are right."""
        self.judged.extend(
            Judged(kind, fact["rule"], fact["confidence"], index in right)
            for index, fact in enumerate(facts)
            if "confidence" in fact
        )


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
    result = Score({key: Tally() for key in keys}, {}, {}, {}, [])
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
    yield from bands(result.judged)
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
    note = Notes(result.errors, name, text)
    gold_entities = gold["entities"]
    system_entities = [entity for entity in system.get("entities", []) if entity["type"] in ALL]
    pairs = match_entities(gold_entities, system_entities)
    _tally_entities(result.tallies, gold_entities, system_entities, pairs, note)
    result.judge("entities", system_entities, {j for j, weight in pairs.values() if weight == 1.0})
    _score_quantities(result, gold, system, note)
    for kind in ("measures", "problems"):
        golds, systems = gold[kind], system.get(kind, [])
        matched = match_best(golds, systems, clause_overlap)
        result.tallies[kind].add(len(matched), len(systems), len(golds))
        result.judge(kind, systems, {j for _, j in matched})
        note.unmatched(kind, golds, systems, matched)
    _score_relations(result, gold, system, system_entities, pairs, note)
    wanted, had = gold.get("locus") or {}, system.get("locus") or {}
    result.loci[name] = wanted.get("code") == had.get("code")


def _tally_entities(
    tallies: dict[str, Tally],
    golds: list[Annotation],
    systems: list[Annotation],
    pairs: dict[int, tuple[int, float]],
    note: Notes,
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


def _score_quantities(result: Score, gold: Annotation, system: Annotation, note: Notes) -> None:
    golds, systems = gold["quantities"], system.get("quantities", [])
    pairs = match_best(
        golds,
        systems,
        lambda g, s: 1.0 + sum(agreement(g, s).values()) if same_value(g, s) else 0.0,
    )
    full: set[int] = set()
    locus = (gold.get("locus") or {}).get("name")
    for i, j in pairs:
        agreed = agreement(golds[i], systems[j], locus)
        full |= {j} if all(agreed.values()) else set()
        for field, right in agreed.items():
            result.fields.setdefault(field, []).append(right)
            if not right:
                note.add(
                    f"quantity {field}",
                    f"{said(golds[i])}: {golds[i].get(field)} expected, {systems[j].get(field)} found",
                )
    result.tallies["quantity/value"].add(len(pairs), len(systems), len(golds))
    result.tallies["quantity/full"].add(len(full), len(systems), len(golds))
    result.judge("quantities", systems, full)
    note.unmatched("quantity", golds, systems, pairs)


def _score_relations(
    result: Score,
    gold: Annotation,
    system: Annotation,
    system_entities: list[Annotation],
    pairs: dict[int, tuple[int, float]],
    note: Notes,
) -> None:
    entities = gold["entities"]
    locus = (gold.get("locus") or {}).get("name")
    here = next(
        (e["id"] for e in entities if e["type"] == "Region" and locus and bare(locus) in names_of(e)),
        None,
    )
    gold_of = {system_entities[j]["id"]: entities[i]["id"] for i, (j, _) in pairs.items()}
    expected = _triples(gold["relations"], lambda end: "@locus" if end == here else end)

    def in_gold(end: str) -> str:
        return "@locus" if end == "@locus" or gold_of.get(end) == here is not None else gold_of.get(end, f"?{end}")

    relations = system.get("relations", [])
    found = _triples(relations, in_gold)
    right = {index for index, row in enumerate(relations) if _triples([row], in_gold) & expected}
    result.judge("relations", relations, right)
    result.tallies["relations"].add(len(expected & found), len(found), len(expected))
    names = {entity["id"]: entity["name"] for entity in entities} | {
        f"?{entity['id']}": entity["name"] for entity in system_entities
    }
    for kind, triples in (("missed relation", expected - found), ("spurious relation", found - expected)):
        for s, p, o in sorted(triples):
            note.add(kind, f"{names.get(s, s)} {p} {names.get(o, o)}")


def _triples(relations: list[Annotation], resolve: Callable[[str], str]) -> set[tuple[str, str, str]]:
    triples = {(resolve(row["s"]), row["p"], resolve(row["o"])) for row in relations}
    return triples | {(o, p, s) for s, p, o in triples if p == "cooperatesWith"}
