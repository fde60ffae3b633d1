"""Every term table in, one index of surfaces out: what the automaton looks for, and what each surface may mean."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from kg.errors import LexiconError
from kg.lexicon.table import read_table, split_cell


class TermFile(NamedTuple):
    """A table of terms: its file, the kind its rows get, and its columns after name and aliases."""

    file: str
    kind: str
    extra: tuple[str, ...] = ()


TERM_FILES: tuple[TermFile, ...] = (
    TermFile("campaigns.csv", "Campaign", ("family", "medium")),
    TermFile("mechanisms.csv", "Mechanism", ("sense",)),
    TermFile("doctrines.csv", "Doctrine", ("sense",)),
    TermFile("policies.csv", "Policy"),
    TermFile("events.csv", "Event"),
    TermFile("pollutants.csv", "Pollutant", ("medium", "sense")),
    TermFile("sectors.csv", "Sector", ("sense",)),
    TermFile("bodies.csv", "Agency", ("class", "level")),
    TermFile("organizations.csv", "Organization"),
    TermFile("indicators.csv", "Indicator", ("unit", "pollutant", "better")),
    TermFile("triggers/entities.csv", "entity", ("class",)),
    TermFile("triggers/names.csv", "name", ("class",)),
    TermFile("triggers/bodies.csv", "body", ("class",)),
    TermFile("triggers/quantities.csv", "quantity", ("class",)),
    TermFile("triggers/clauses.csv", "clause", ("class",)),
    TermFile("triggers/media.csv", "medium", ("medium",)),
)


class Term(NamedTuple):
    """A row of the lexicon: its kind (an entity type, or a trigger group), canonical name, and further cells.

    `cls` is the cell 'class' of tables that have one: it is asked of every hit.
    """

    kind: str
    name: str
    cells: Mapping[str, str] = MappingProxyType({})
    cls: str = ""

    def cell(self, column: str) -> str:
        """Return a further cell by its column's name, '' where the table has no such column."""
        return self.cells.get(column, "")


@cache
def surfaces() -> dict[str, tuple[Term, ...]]:
    """Return every surface of every term table with the terms it may stand for.

    Raises:
        LexiconError: for a table that breaks its rules, or a surface two rows of one table claim.
    """
    index: dict[str, list[Term]] = {}
    for table in TERM_FILES:
        seen: dict[str, int] = {}
        for line, cells in read_table(table.file, ("name", "aliases", *table.extra), key=("name",)):
            extra = {column: cells[column] for column in table.extra}
            term = Term(table.kind, cells["name"], extra, extra.get("class", ""))
            for surface in (cells["name"], *split_cell(cells["aliases"])):
                if surface in seen:
                    raise LexiconError(f"{table.file}:{line}: {surface!r} already stands in line {seen[surface]}")
                seen[surface] = line
                index.setdefault(surface, []).append(term)
    return {surface: tuple(terms) for surface, terms in index.items()}
