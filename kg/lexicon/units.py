"""Unit surfaces in; the unit as this project writes it, its size and its QUDT name out."""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.lexicon.table import read_table, split_cell

_QUDT = "http://qudt.org/vocab/unit/"
_CURRENCY = "http://qudt.org/vocab/currency/"
_MULTIPLIERS = {"十": 10, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}


class Unit(NamedTuple):
    """A row of units.csv.

    Attributes:
        name: as this project writes it (ug/m3).
        kind: what it measures: ratio, point, money, mass, area, count, noun (a counted noun), time, …
        factor: how many of `base` one of it is.
        base: the unit its kind is compared in.
        iri: its QUDT IRI, or None.
    """

    name: str
    kind: str
    factor: Decimal
    base: str
    iri: str | None


@cache
def units() -> dict[str, Unit]:
    """Return every unit by each of its spellings.

    Raises:
        LexiconError: for a spelling two units claim, or a factor that is no number.
    """
    found: dict[str, Unit] = {}
    for line, cells in read_table("units.csv", ("name", "aliases", "kind", "factor", "base", "iri"), key=("name",)):
        try:
            factor = Decimal(cells["factor"])
        except ArithmeticError:
            raise LexiconError(f"units.csv:{line}: factor {cells['factor']!r} is no number") from None
        vocabulary = _CURRENCY if cells["kind"] == "money" else _QUDT
        iri = vocabulary + cells["iri"] if cells["iri"] else None
        unit = Unit(cells["name"], cells["kind"], factor, cells["base"], iri)
        for surface in (unit.name, *split_cell(cells["aliases"])):
            if surface in found:
                raise LexiconError(f"units.csv:{line}: {surface!r} already stands for {found[surface].name!r}")
            found[surface] = unit
    return found


@cache
def unit_pattern() -> str:
    """Return a regular expression for any spelling of a unit, longest first."""
    return "|".join(re.escape(surface) for surface in sorted(units(), key=lambda surface: (-len(surface), surface)))


def split_unit(words: str) -> tuple[Decimal, Unit] | None:
    """Split a unit as a quantity carries it into its multiplier and the unit; None if it is not in the table.

    >>> multiplier, unit = split_unit("万吨标准煤")
    >>> multiplier, unit.name
    (Decimal('10000'), '吨标准煤')
    """
    multiplier = Decimal(1)
    for cut, sign in enumerate(words):
        if words[cut:] in units():
            return multiplier, units()[words[cut:]]
        if sign not in _MULTIPLIERS:
            return None
        multiplier *= _MULTIPLIERS[sign]
    return None


def to_base(value: Decimal, words: str) -> tuple[Decimal, str] | None:
    """Return a value in the base unit of its kind, with that unit; None for an unknown unit.

    >>> to_base(Decimal("2.5"), "万公顷")
    (Decimal('250000000.0'), '平方米')
    """
    parts = split_unit(words)
    return (value * parts[0] * parts[1].factor, parts[1].base) if parts else None


def to_yuan(value: Decimal | None, words: str | None) -> Decimal | None:
    """Return a sum of money in yuan; None for what is none, or is in another currency.

    >>> to_yuan(Decimal("63"), "亿元")
    Decimal('6300000000')
    """
    converted = to_base(value, words) if value is not None and words else None
    return converted[0] if converted and converted[1] == "元" else None


def unit_iri(words: str | None) -> str | None:
    """Return the QUDT IRI of a unit without multiplier, None where QUDT has none.

    >>> unit_iri("ug/m3")
    'http://qudt.org/vocab/unit/MicroGM-PER-M3'
    """
    parts = split_unit(words) if words else None
    return parts[1].iri if parts and parts[0] == 1 else None
