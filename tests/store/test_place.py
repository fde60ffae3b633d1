"""A place in a query is shown with line, column and a caret that stands under it on a terminal."""

import pytest

from kg.store.place import marked, width


@pytest.mark.parametrize(
    ("text", "columns"), [("", 0), ("PM2.5", 5), ("浓度", 4), ("ａ，", 4), ("e\u0301", 1), ("—…", 2)]
)
def test_width(text: str, columns: int) -> None:
    assert width(text) == columns


def test_the_caret_stands_under_the_place() -> None:
    *_, line, caret = marked("\n\n\t绿图 x y", 6, "so").split("\n")
    assert line == "  3 |  绿图 x y"
    assert width(line[: line.index("x")]) == len(caret) - 1


def test_a_long_line_is_shown_around_the_place() -> None:
    query = f"SELECT * {{ {'?a ' * 200}here {'?b ' * 200}}}"
    _, line, caret = marked(query, query.index("here"), "so").split("\n")
    assert line[caret.index("^") :].startswith("here")
    assert len(line) < 120


def test_a_place_behind_the_last_line_break_counts() -> None:
    assert marked("ASK {\n", 6, "so").startswith("line 2, column 1 of the query: so")
