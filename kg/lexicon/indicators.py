"""What a text says is measured in; the indicator's canonical name out, where the table knows it."""

from functools import cache

from kg.lexicon.table import read_table, split_cell

_COLUMNS = ("name", "aliases", "unit", "pollutant", "better")


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for _, cells in read_table("indicators.csv", _COLUMNS, key=("name",)):
        for surface in (cells["name"], *split_cell(cells["aliases"])):
            found.setdefault(surface, cells["name"])
    return found


def normalise_indicator(phrase: str) -> str:
    """Return the canonical name of an indicator, or the phrase itself.

    >>> normalise_indicator("优良天数比例")
    '空气质量优良天数比例'
    """
    plain = phrase.strip("“”的 ")
    return _names().get(plain, plain)
