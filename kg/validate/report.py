"""A built folder in; its faults, counted and in words, as text or as JSON out."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

from kg.ontology import schema_files
from kg.validate.parts import PART, Progress, results
from kg.validate.source import open_graph
from kg.validate.words import Fault, faults


class Report(NamedTuple):
    """What was found in a graph: its file, how many triples it has, and the faults, sorted."""

    path: str
    triples: int
    faults: tuple[Fault, ...]

    def lines(self, limit: int) -> Iterator[str]:
        """Yield the report for people: how many faults, then by shape and property, `limit` of each named."""
        if not self.faults:
            yield f"{self.path}: {self.triples} triples conform / {self.triples} 条三元组全部符合约定"
            return
        yield f"{self.path}: {len(self.faults)} faults in {self.triples} triples / 共 {len(self.faults)} 处错误"
        for (shape, name), group in groupby(self.faults, _kind):
            found = list(group)
            yield f"{shape}{f' {name}' if name else ''}: {len(found)}"
            for fault in found[:limit]:
                kinds = ", ".join(fault.kinds) or "?"
                yield f"  {kinds} “{fault.name}” <{fault.subject}>: {fault.zh}。{fault.en}."
            if len(found) > limit:
                yield f"  … {len(found) - limit} more / 另有 {len(found) - limit} 处"

    def json(self, limit: int) -> str:
        """Return the report for programs: the counts are whole, `limit` faults of each shape and property are named."""
        kinds: list[dict[str, Any]] = []
        for (shape, name), group in groupby(self.faults, _kind):
            found = list(group)
            named = [fault._asdict() for fault in found[:limit]]
            kinds.append({"shape": shape, "property": name or None, "count": len(found), "faults": named})
        whole = {"path": self.path, "conforms": not self.faults, "triples": self.triples, "count": len(self.faults)}
        return json.dumps({**whole, "kinds": kinds}, ensure_ascii=False, indent=2)


def validate(folder: str | Path, progress: Progress | None = None, part: int = PART) -> Report:
    """Hold `graph.ttl` of a built folder against the shapes for its own base.

    Args:
        folder: what `kg build` wrote.
        progress: told now and then how many nodes have been looked at.
        part: how many triples are validated at once; changes nothing in what is found.

    Raises:
        InputError: if the folder holds no graph that can be read.
    """
    import rdflib

    from kg.validate.names import Names

    with tempfile.TemporaryDirectory(prefix="kg-validate-") as scratch:
        store, base = open_graph(folder, scratch)
        shapes = rdflib.Graph().parse(data=schema_files(base)["shapes.ttl"], format="turtle")
        names = Names(store, base)
        found = {fault for result in results(store, shapes, progress, part) for fault in faults(result, shapes, names)}
        return Report(str(Path(folder) / "graph.ttl"), len(store), tuple(sorted(found, key=_order)))


def _kind(fault: Fault) -> tuple[str, str]:
    return fault.shape, fault.property or ""


def _order(fault: Fault) -> tuple[str, ...]:
    return (*_kind(fault), fault.subject, fault.value or "", fault.en)
