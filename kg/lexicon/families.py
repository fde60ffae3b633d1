"""Tables of campaign families in; a campaign's family and its environmental medium out."""

from functools import cache
from typing import NamedTuple

from kg.errors import LexiconError
from kg.lexicon.table import read_table, split_cell

MEDIA = ("air", "water", "soil", "ecology", "waste", "noise", "radiation", "climate", "general")


class FamilyRow(NamedTuple):
    """A family: its id, its labels, the media its campaigns are about, and the family it belongs to ('' for none)."""

    id: str
    zh: str
    en: str
    medium: tuple[str, ...]
    parent: str


@cache
def families() -> dict[str, FamilyRow]:
    """Return the families of `campaign_families.csv` by id.

    Raises:
        LexiconError: for a medium or a parent that does not exist.
    """
    file = "campaign_families.csv"
    rows = read_table(file, ("id", "zh", "en", "medium", "parent"), key=("id",))
    known = {row.cells["id"] for row in rows}
    found: dict[str, FamilyRow] = {}
    for line, cells in rows:
        media = split_cell(cells["medium"])
        unknown = [medium for medium in media if medium not in MEDIA]
        if unknown:
            raise LexiconError(f"{file}:{line}: unknown medium {unknown[0]!r}; known: {', '.join(MEDIA)}")
        if cells["parent"] and cells["parent"] not in known:
            raise LexiconError(f"{file}:{line}: unknown parent {cells['parent']!r}; known: {', '.join(sorted(known))}")
        found[cells["id"]] = FamilyRow(cells["id"], cells["zh"], cells["en"], media, cells["parent"])
    return found


@cache
def family_heads() -> dict[str, str]:
    """Return the words that tell a family (蓝天: blue-sky), in the order in which they decide.

    Raises:
        LexiconError: for a family that does not exist.
    """
    file = "campaign_heads.csv"
    heads: dict[str, str] = {}
    for line, cells in read_table(file, ("word", "family"), key=("word",)):
        if cells["family"] not in families():
            raise LexiconError(f"{file}:{line}: unknown family {cells['family']!r}; see campaign_families.csv")
        heads[cells["word"]] = cells["family"]
    return heads


def family_of(name: str) -> str | None:
    """Return the family a campaign's name tells, None where no word of it does.

    >>> family_of("燃煤污染综合治理工程")
    'clean-heating'
    """
    for word, family in family_heads().items():
        if word in name:
            return family
    return None


def media_of(family: str | None) -> tuple[str, ...]:
    """Return the media of a family; ('general',) where there is none."""
    return families()[family].medium if family else ("general",)
