"""What one place in a text says: mentions, quantities, clauses and relations, in offsets of the normalised text.

Quantities, whose words and numbers come from rules and tables, are checked Pydantic values; mentions and what refers
to them by index or offset are plain tuples, made by the thousand.
"""

from decimal import Decimal
from typing import Literal, NamedTuple

from kg.model.document import Document
from kg.model.value import Value

LOCUS = "@locus"


class Mention(NamedTuple):
    """A span that names something.

    `key` says which mentions of one document name the same thing: mentions of one type with equal keys
    become one entity. `jurisdiction` (Agency) is '@locus', a division code, '@province', '@city' (a level
    above the locus, still to be resolved) or None. `term` is the id of the lexicon row or division behind it.
    """

    type: str
    start: int
    end: int
    key: str
    rule: str
    term: str | None = None
    jurisdiction: str | None = None
    medium: tuple[str, ...] = ()
    family: str | None = None
    position: str | None = None
    date: str | None = None
    status: str | None = None
    location: str | None = None
    candidates: tuple[str, ...] = ()


class Quantity(Value):
    """A number that says something: fields as in the annotation spec, words as the text gives them.

    `value` is None for a redacted value or a bare deadline. `region` is '@locus', a name, or None.
    `start`, `end` span the words that state it; `value_start`, `value_end` the number with its unit.
    """

    start: int
    end: int
    value_start: int
    value_end: int
    role: Literal["observation", "target"]
    indicator: str
    value: Decimal | None
    high: Decimal | None = None
    text: str = ""
    unit: str | None = None
    bound: Literal["=", ">=", "<=", ">", "<", "~"] = "="
    change: Literal["yoy", "base"] | None = None
    direction: Literal["up", "down"] | None = None
    baseline: str | None = None
    period: str | None = None
    deadline: str | None = None
    region: str | None = LOCUS
    redacted: bool = False
    rule: str = ""


class Clause(NamedTuple):
    """A measure or problem: the smallest clause that states it.

    `actor` is the mention of who acts; `about` are the mentions of the drive, work and places it belongs to.
    """

    type: Literal["Measure", "Problem"]
    start: int
    end: int
    status: Literal["done", "underway", "planned"] | None = None
    actor: int | None = None
    about: tuple[int, ...] = ()
    medium: tuple[str, ...] = ()
    rule: str = ""


class Relation(NamedTuple):
    """A stated relation between two mentions (indexes into `Facts.mentions`), or a mention and the locus."""

    subject: int
    predicate: str
    object: int | Literal["@locus"]
    start: int
    end: int
    rule: str


class Facts(NamedTuple):
    """Everything the extractors found in one document, before identity is resolved."""

    mentions: tuple[Mention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    clauses: tuple[Clause, ...] = ()
    relations: tuple[Relation, ...] = ()


class Locus(Value):
    """The division a document speaks for; `code` None if it cannot be known, `within` what is known above it."""

    name: str | None = None
    code: str | None = None
    inferred: bool = False
    within: str | None = None
    candidates: tuple[str, ...] = ()


class Thing(NamedTuple):
    """One entity as one document names it: all its mentions under one local id."""

    id: str
    type: str
    name: str
    surfaces: tuple[str, ...]
    mentions: tuple[int, ...]


class Link(NamedTuple):
    """A relation between two things of one document, or a thing and '@locus'."""

    subject: str
    predicate: str
    object: str
    start: int
    end: int
    rule: str


class Reading(NamedTuple):
    """A document with all it states: what `kg extract` prints and what identity is computed from."""

    document: Document
    facts: Facts
    locus: Locus
    things: tuple[Thing, ...] = ()
    links: tuple[Link, ...] = ()
