"""Tables are strict: what is wrong is named with file and line."""

import pytest

from kg.errors import LexiconError
from kg.lexicon import table
from kg.lexicon.table import read_table
from kg.lexicon.terms import surfaces

COLUMNS = ("name", "aliases")


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("name,alias\n", "x.csv:1: header 'name,alias'; expected 'name,aliases'"),
        ("name,aliases\na\n", "x.csv:2: 1 cells; expected 2"),
        ("# note\nname,aliases\na,\n\na,b\n", "x.csv:5: 'a' already stands in line 3"),
        ("", "x.csv: empty"),
    ],
    ids=["header", "cells", "repeated-key", "empty"],
)
def test_a_broken_table_is_an_error_that_names_the_line(
    text: str, complaint: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(table, "read_text", lambda name: text)
    with pytest.raises(LexiconError) as caught:
        read_table("x.csv", COLUMNS, key=("name",))
    assert complaint in str(caught.value)


def test_codes_stay_text_and_quotes_hold_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "read_text", lambda name: 'name,aliases\n010000,"甲,乙|丙"\n')
    assert read_table("x.csv", COLUMNS)[0].cells == {"name": "010000", "aliases": "甲,乙|丙"}


def test_every_term_table_of_the_lexicon_loads() -> None:
    assert len(surfaces()) > 1000
