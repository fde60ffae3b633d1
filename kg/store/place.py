"""A place in a text in, words that show it out: line, column, and the line with a caret under the place."""

import unicodedata

_SHOWN = 100


def width(text: str) -> int:
    """Return how many columns a text takes on a terminal; a Chinese character takes two.

    >>> width("PM2.5浓度")
    9
    """
    return sum(_width_of(character) for character in text)


def _width_of(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def marked(text: str, offset: int, message: str) -> str:
    """Return a message about one place of a query, with the line and a caret; lines and columns count from 1.

    >>> print(marked("SELECT *\\n{ 绿图 }", 11, "unexpected 绿图"))
    line 2, column 3 of the query: unexpected 绿图
      2 | { 绿图 }
        |   ^
    """
    before = text[:offset]
    number = before.count("\n") + 1
    column = offset - (before.rfind("\n") + 1)
    line = text.split("\n")[number - 1].replace("\t", " ").replace("\r", "")
    start = max(0, column - _SHOWN // 2)
    shown = line[start : start + _SHOWN]
    gap = " " * width(line[start:column])
    margin = " " * len(str(number))
    return f"line {number}, column {column + 1} of the query: {message}\n  {number} | {shown}\n  {margin} | {gap}^"
