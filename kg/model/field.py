"""Entity classes in, rows about their fields out: what a field holds, how often, and what it is called.

Every format and the schema derive from these rows, so that a field is declared once, in its class.
"""

from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args, get_origin

if TYPE_CHECKING:
    from kg.model.entity import Entity

FieldKind = Literal["words", "token", "reference", "day", "decimal", "integer", "boolean"]


class Label(NamedTuple):
    """A name in both languages, for the ontology."""

    zh: str
    en: str


class Means(NamedTuple):
    """What a field, relation or class is, in a sentence of both languages."""

    zh: str
    en: str


class Token(NamedTuple):
    """Marks a field that holds a code and no words; `of` lists the codes there are, empty for an open set."""

    of: tuple[str, ...] = ()


class Reference(NamedTuple):
    """Marks a field that holds ids of entities of these types."""

    types: tuple[str, ...]


class Day(NamedTuple):
    """Marks a field that holds an ISO date: a full one, or a year or month where no more is known."""

    precision: str = "day"


class FieldRow(NamedTuple):
    """A field of a class: its kind, whether it holds a tuple, its labels and meaning, the codes or types it allows."""

    name: str
    kind: FieldKind
    many: bool
    label: Label
    means: Means
    allowed: tuple[str, ...] = ()


# These are the entity itself, not what is said of it.
IDENTITY_FIELDS = ("id", "name", "names", "scope")


@cache
def attributes_of(model: "type[Entity]") -> tuple[FieldRow, ...]:
    """Return the fields of a class beyond its id, names and scope, in the order they are declared.

    >>> from kg.model.entity import Target
    >>> [row.kind for row in attributes_of(Target) if row.name in {"region", "value", "deadline_date"}]
    ['reference', 'decimal', 'day']
    """
    return tuple(field_of(model, name) for name in model.model_fields if name not in IDENTITY_FIELDS)


def field_of(model: "type[Entity]", name: str) -> FieldRow:
    """Return one field of a class by its name; the id, which has no label, is none."""
    field = model.model_fields[name]
    many, held = _held(field.annotation)
    marks = {type(mark): mark for mark in field.metadata}
    label, means = marks[Label], marks[Means]
    if Token in marks:
        return FieldRow(name, "token", many, label, means, marks[Token].of)
    if Reference in marks:
        return FieldRow(name, "reference", many, label, means, marks[Reference].types)
    return FieldRow(name, "day" if Day in marks else _kind(held), many, label, means)


def _held(annotation: object) -> tuple[bool, object]:
    """Return whether a field holds a tuple, and the type of what it holds."""
    if get_origin(annotation) is tuple:
        return True, get_args(annotation)[0]
    held = [choice for choice in get_args(annotation) if choice is not NoneType]
    return False, held[0] if held else annotation


def _kind(held: object) -> FieldKind:
    if held is Decimal:
        return "decimal"
    if held is bool:
        return "boolean"
    return "integer" if held is int else "words"
