"""A quantity as the text states it in, the Observation or Target with its dates and natural key out."""

from kg.lexicon.indicators import normalise_indicator
from kg.model import Quantity
from kg.model.entity import Indicator, Observation, Target
from kg.model.ids import entity_id
from kg.resolve.time import Dates, interpret

NATIONAL = "cn"
# An index or coefficient has no unit in the text; in the graph every number has one (QUDT's UNITLESS).
_DIMENSIONLESS = "无量纲"
_OPEN: Dates = (None, None)
_DIRECTIONS = {"up": "上升", "down": "下降"}


def measured(quantity: Quantity) -> Indicator:
    """Return the indicator a quantity is a value of; indicators are national."""
    name = normalise_indicator(quantity.indicator)
    return Indicator(id=entity_id("Indicator", NATIONAL, name), name=name, scope=NATIONAL)


def valued(
    quantity: Quantity, indicator: Indicator, region: str | None, scope: str, document: str, date: str | None
) -> Observation | Target:
    """Return the entity of a quantity.

    Its natural key is indicator, region, period or deadline (as dates where these are known, else as words),
    value, unit, bound, change and baseline; a redacted value, and one whose time can't be told (今年 in a text
    without a date), is one only within its document.

    Args:
        quantity: as extracted.
        indicator: from `measured`.
        region: id of the region it is about.
        scope: code of that region, or the document's own scope.
        document: the document's id.
        date: the document's date, which 今年 and 三年内 count from.
    """
    period = _dates(quantity.period, date)
    deadline = _dates(quantity.deadline, date)
    baseline = _dates(quantity.baseline, date)
    unit = quantity.unit or (_DIMENSIONLESS if quantity.value is not None else None)
    type_name = quantity.role.capitalize()
    key = (
        indicator.id,
        region or "",
        *_time_key(quantity.period, period),
        *_time_key(quantity.deadline, deadline),
        *_time_key(quantity.baseline, baseline),
        _number(quantity.value),
        _number(quantity.high),
        unit or "",
        quantity.bound,
        quantity.change or "",
        quantity.direction or "",
        document if quantity.redacted or _floats(quantity, period, deadline) else "",
    )
    entity = (Target if quantity.role == "target" else Observation)(
        id=entity_id(type_name, scope, *key),
        name=_name(indicator.name, quantity),
        scope=scope,
        indicator=indicator.id,
        region=region,
        value=quantity.value,
        high=quantity.high,
        text=_words(quantity.text),
        unit=unit,
        bound=quantity.bound,
        change=quantity.change,
        direction=quantity.direction,
        baseline=_words(quantity.baseline),
        period=_words(quantity.period),
        period_start=period[0],
        period_end=period[1],
        redacted=quantity.redacted,
    )
    if isinstance(entity, Target):
        return entity.model_copy(update={"deadline": _words(quantity.deadline), "deadline_date": deadline[1]})
    return entity


def _dates(words: str | None, date: str | None) -> Dates:
    return interpret(words, date) if words else (None, None)


def _time_key(words: str | None, dates: Dates) -> tuple[str, str, str]:
    start, end = dates
    return start or "", end or "", "" if start or end else words or ""


def _floats(quantity: Quantity, period: Dates, deadline: Dates) -> bool:
    """Tell whether a quantity names a time that only its own document could date."""
    return (quantity.period is not None and period == _OPEN) or (quantity.deadline is not None and deadline == _OPEN)


def _words(words: str | None) -> tuple[str, ...]:
    return (words,) if words else ()


def _number(value: object) -> str:
    return "" if value is None else str(value)


def _name(indicator: str, quantity: Quantity) -> str:
    """Return a readable name that follows from the natural key alone."""
    if quantity.value is None:
        return f"{indicator}（隐去）" if quantity.redacted else indicator
    direction = _DIRECTIONS.get(quantity.direction or "", "") if quantity.change else ""
    bound = "" if quantity.bound == "=" else quantity.bound
    high = "" if quantity.high is None else f"—{quantity.high}"
    return f"{indicator} {direction}{bound}{quantity.value}{high}{quantity.unit or ''}"
