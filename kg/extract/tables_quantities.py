"""A row of a table of indicators in, its quantities out: levels of the years, and the change between them."""

from kg.extract.quantities_years import Years
from kg.extract.tables import Cell, TableRow
from kg.lexicon.units import units
from kg.model import Quantity


def row_quantities(text: str, row: TableRow, region: str, years: Years) -> list[Quantity]:
    """Return a quantity for each cell; the last year of several is a target, unless it has passed for the text."""
    target = False
    last = len(row.years) - 1
    known = units().get(row.unit)
    unit = known.name if known else row.unit
    found = []
    for index, cell in enumerate(row.levels):
        year = row.years[index]
        target = index == last and last > 0 and years.side(year, row.start) != "past"
        found.append(_quantity(text, row, cell, unit, region, target, year))
    if row.change is not None:
        change = _quantity(
            text, row, row.change, row.change.unit.removeprefix("个") or unit, region, target, row.years[-1]
        )
        direction = "down" if row.change.value < 0 else "up"
        found.append(
            change.model_copy(
                update={
                    "value": abs(row.change.value),
                    "change": "base",
                    "direction": direction,
                    "baseline": row.years[0],
                }
            )
        )
    return found


def _quantity(text: str, row: TableRow, cell: Cell, unit: str, region: str, target: bool, year: str) -> Quantity:
    return Quantity(
        start=row.start,
        end=row.end,
        value_start=row.start,
        value_end=row.end,
        role="target" if target else "observation",
        indicator=row.name,
        value=cell.value,
        text=text[row.start : row.end],
        unit=unit,
        bound=cell.bound,
        period=None if target else year,
        deadline=year if target else None,
        region=region,
        rule="quantity.table",
    )
