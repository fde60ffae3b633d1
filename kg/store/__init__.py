"""Graphs into SPARQL stores and prepared questions on them."""

from kg.store.asking import Answer, ask
from kg.store.built import Built, find_built, prefixes_for
from kg.store.memory import query_memory, read_memory
from kg.store.page import listed, questions_page
from kg.store.prepared import (
    Question,
    fill,
    is_name,
    query_text,
    question_from,
    question_named,
    questions,
    questions_in,
    read_question,
)
from kg.store.show import FORMATS, shown
from kg.store.terms import Cell, rows_of
from kg.store.unknown import unknown_names

__all__ = [
    "FORMATS",
    "Answer",
    "Built",
    "Cell",
    "Question",
    "ask",
    "fill",
    "find_built",
    "is_name",
    "listed",
    "prefixes_for",
    "query_memory",
    "query_text",
    "question_from",
    "question_named",
    "questions",
    "questions_in",
    "questions_page",
    "read_memory",
    "read_question",
    "rows_of",
    "shown",
    "unknown_names",
]
