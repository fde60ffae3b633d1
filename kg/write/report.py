"""Tables and the fate of every input in, report.json out: what was read, what was found, what was left open."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO

from kg.model import Tables

Status = tuple[str, str, str]


def write_report(tables: Tables, statuses: Sequence[Status], stream: BinaryIO) -> None:
    """Write the report as JSON; it holds no clock and no path outside the inputs' common folder."""
    text = json.dumps(report(tables, statuses), ensure_ascii=False, indent=1)
    stream.write(f"{text}\n".encode())


def report(tables: Tables, statuses: Sequence[Status] = ()) -> dict[str, Any]:
    """Return what `report.json` holds.

    Args:
        tables: the graph.
        statuses: path, status and reason of every input; those not used are listed beside the documents.
    """
    type_of = {entity.id: type(entity).__name__ for entity in tables.entities}
    predicate_of = {statement.id: statement.predicate for statement in tables.statements}
    return {
        "counts": {
            "documents": len(tables.documents),
            "entities": _counted(type_of.values()),
            "statements": _counted(predicate_of.values()),
            "evidence": len(tables.evidence),
            "unresolved": len(tables.unresolved),
        },
        "documents": sorted(
            [*_used(tables, type_of, predicate_of), *_unused(statuses)],
            key=lambda entry: (entry["name"], entry["status"], entry.get("id", "")),
        ),
        "unresolved": _unresolved(tables),
    }


def _unused(statuses: Sequence[Status]) -> Iterator[dict[str, Any]]:
    """Name inputs from their common folder downwards: where that folder lies must not change the report."""
    folders = [os.path.dirname(os.path.abspath(path)) for path, _, _ in statuses]
    common = os.path.commonpath(folders) if folders else ""
    for path, status, reason in statuses:
        if status != "used":
            name = os.path.relpath(path, common)
            above = path.removesuffix(name)
            yield {"name": name, "status": status, "reason": reason.replace(above, "") if above else reason}


def _counted(names: Iterable[str]) -> dict[str, int]:
    return dict(sorted(Counter(names).items()))


def _used(tables: Tables, type_of: dict[str, str], predicate_of: dict[str, str]) -> list[dict[str, Any]]:
    entities: dict[str, set[str]] = {}
    statements: dict[str, set[str]] = {}
    pieces: Counter[str] = Counter()
    for evidence in tables.evidence:
        pieces[evidence.document] += 1
        about = entities if evidence.about in type_of else statements
        about.setdefault(evidence.document, set()).add(evidence.about)
    return [
        {
            "name": document.names[0],
            "status": "used",
            "id": document.id,
            "names": list(document.names),
            "title": document.title,
            "date": document.date,
            "locus": document.locus,
            "within": document.within,
            "characters": document.length,
            "entities": _counted(type_of[key] for key in entities.get(document.id, ())),
            "statements": _counted(predicate_of[key] for key in statements.get(document.id, ())),
            "evidence": pieces[document.id],
        }
        for document in tables.documents
    ]


def _unresolved(tables: Tables) -> list[dict[str, Any]]:
    names = {document.id: document.names[0] for document in tables.documents}
    return [
        {
            "document": names[mention.document],
            "span": [mention.start, mention.end],
            "surface": mention.surface,
            "reason": mention.reason,
            "candidates": list(mention.candidates),
        }
        for mention in tables.unresolved
    ]
