"""Frozen values that pass between rooms; no input or output."""

from kg.model.document import Document, Section, Sentence
from kg.model.entity import ENTITY_TYPES, Entity, TypeRow, entity_class
from kg.model.field import Label, Means
from kg.model.graph import (
    PREDICATES,
    DocumentRecord,
    Evidence,
    PredicateRow,
    Statement,
    Tables,
    Unresolved,
)
from kg.model.mention import (
    LOCUS,
    Clause,
    Facts,
    Link,
    Locus,
    Mention,
    Quantity,
    Reading,
    Relation,
    Thing,
)
from kg.model.value import Span, Value

__all__ = [
    "ENTITY_TYPES",
    "LOCUS",
    "PREDICATES",
    "Clause",
    "Document",
    "DocumentRecord",
    "Entity",
    "Evidence",
    "Facts",
    "Label",
    "Link",
    "Locus",
    "Means",
    "Mention",
    "PredicateRow",
    "Quantity",
    "Reading",
    "Relation",
    "Section",
    "Sentence",
    "Span",
    "Statement",
    "Tables",
    "Thing",
    "TypeRow",
    "Unresolved",
    "Value",
    "entity_class",
]
