"""A Reading in, the JSON object of the annotation format out: what `kg extract` prints for each document."""

from typing import Any

from kg.lexicon.confidence import confidence_of
from kg.lexicon.gazetteer import name_of
from kg.model import Clause, Document, Quantity, Reading
from kg.resolve.reading import surface
from kg.resolve.time import interpret


def annotate(reading: Reading) -> dict[str, Any]:
    """Return a document's annotation: gold-file fields, and rule, confidence and resolved dates beside them."""
    document, locus, clauses = reading.document, reading.locus, reading.facts.clauses
    thing_of = {index: thing.id for thing in reading.things for index in thing.mentions}
    return {
        "doc": document.name,
        "sha256": document.sha256,
        "title": document.title,
        "date": document.date,
        "locus": {
            "name": locus.name,
            "code": locus.code,
            "inferred": locus.inferred,
            "within": name_of(locus.within) if locus.within else None,
        },
        "entities": [_entity(reading, index) for index in range(len(reading.things))],
        "quantities": [
            _quantity(reading, f"q{number}", quantity) for number, quantity in enumerate(reading.facts.quantities, 1)
        ],
        "measures": [_clause(reading, clause, thing_of) for clause in clauses if clause.type == "Measure"],
        "problems": [_clause(reading, clause, thing_of) for clause in clauses if clause.type == "Problem"],
        "relations": [
            {
                "s": link.subject,
                "p": link.predicate,
                "o": link.object,
                "span": list(document.normal.to_source(link.start, link.end)),
                "rule": link.rule,
                "confidence": confidence_of(link.rule),
            }
            for link in reading.links
        ],
    }


def _entity(reading: Reading, index: int) -> dict[str, Any]:
    thing, document = reading.things[index], reading.document
    mentions = [reading.facts.mentions[number] for number in thing.mentions]
    found: dict[str, Any] = {
        "id": thing.id,
        "type": thing.type,
        "name": thing.name,
        "surfaces": list(thing.surfaces),
        "mentions": [list(document.normal.to_source(mention.start, mention.end)) for mention in mentions],
        "rule": mentions[0].rule,
        "confidence": max(confidence_of(mention.rule) for mention in mentions),
    }
    medium = sorted({medium for mention in mentions for medium in mention.medium})
    if medium and thing.type == "Campaign":
        found["medium"] = medium
    for field in ("position", "date", "status", "location"):
        values = [getattr(mention, field) for mention in mentions if getattr(mention, field)]
        if values:
            found[field] = values[0]
    if thing.type == "Region" and mentions[0].term:
        found["code"] = mentions[0].term
    return found


def _quantity(reading: Reading, number: str, quantity: Quantity) -> dict[str, Any]:
    document = reading.document
    found: dict[str, Any] = {
        "id": number,
        "role": quantity.role,
        "indicator": _as_written(document, quantity.indicator, quantity),
        "value": _number(quantity.value),
        "high": _number(quantity.high),
        "unit": quantity.unit,
        "bound": quantity.bound,
        "change": quantity.change,
        "direction": quantity.direction,
        "baseline": _as_written(document, quantity.baseline, quantity),
        "period": _as_written(document, quantity.period, quantity),
        "deadline": _as_written(document, quantity.deadline, quantity),
        "region": quantity.region,
        "evidence": surface(document, quantity.start, quantity.end),
        "span": list(document.normal.to_source(quantity.start, quantity.end)),
        "rule": quantity.rule,
        "confidence": confidence_of(quantity.rule),
    }
    for field in ("period", "deadline"):
        words = getattr(quantity, field)
        start, end = interpret(words, document.date) if words else (None, None)
        if start or end:
            found[f"{field}_dates"] = [start, end]
    return found


def _as_written(document: Document, words: str | None, quantity: Quantity) -> str | None:
    """Return words of the normalised text as the source has them (１９９４年), from the nearest place before."""
    if words is None or words in document.source:
        return words
    at = document.normal.text.rfind(words, 0, quantity.end)
    return "".join(surface(document, at, at + len(words)).split()) if at >= 0 else words


def _number(value: Any) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)


def _clause(reading: Reading, clause: Clause, thing_of: dict[int, str]) -> dict[str, Any]:
    document = reading.document
    found: dict[str, Any] = {
        "text": surface(document, clause.start, clause.end),
        "span": list(document.normal.to_source(clause.start, clause.end)),
        "rule": clause.rule,
        "confidence": confidence_of(clause.rule),
    }
    if clause.type == "Measure":
        found["status"] = clause.status
    if clause.medium:
        found["medium"] = list(clause.medium)
    if clause.actor is not None:
        found["actor"] = thing_of[clause.actor]
    if clause.about:
        found["about"] = sorted({thing_of[index] for index in clause.about})
    return found
