"""What a text says is measured in; the indicator's canonical name out, where the table knows it."""

import re
from functools import cache

from kg.lexicon.table import read_table, split_cell

_LEADING = re.compile(
    r"^(?:(?:19|20)\d\d年(?![底末初内]|[以之]?前)|“?十[一二三四五六]?五”?(?:期间|时期)?|全[国省市县区州]|我[国省市县区州]|全社会)(?!国)"
)
_TRAILING = re.compile(r"的?(?:(?:年度)?目标值?(?:是|为|都是)?|累计|共|总计|[升降增涨]幅|下降率|要|实际)$")
_COLUMNS = ("name", "aliases", "unit", "pollutant", "better")


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for _, cells in read_table("indicators.csv", _COLUMNS, key=("name",)):
        for surface in (cells["name"], *split_cell(cells["aliases"])):
            found.setdefault(surface, cells["name"])
    return found


def normalise_indicator(phrase: str) -> str:
    """Return the canonical name of an indicator, or the phrase itself without what is no part of a name.

    >>> normalise_indicator("优良天数比例")
    '空气质量优良天数比例'
    >>> normalise_indicator("2024年单位国内生产总值能耗的目标"), normalise_indicator("总磷的排放量")
    ('单位GDP能耗', '总磷排放总量')
    >>> normalise_indicator("“散乱污”企业数"), normalise_indicator("“优良天数比例")
    ('“散乱污”企业数', '空气质量优良天数比例')
    >>> normalise_indicator("2005年底前登记的车")
    '2005年底前登记的车'
    """
    plain = _TRAILING.sub("", _LEADING.sub("", _unquoted(phrase))) or phrase
    for spelling in (plain, plain.replace("的", ""), plain.replace("（", "").replace("）", "")):
        if spelling in _names():
            return _names()[spelling]
    return plain


def _unquoted(phrase: str) -> str:
    """Return a phrase without quotation marks that have no partner or that stand around all of it."""
    plain = phrase.strip("的 ").lstrip("”").rstrip("“")
    unpaired = plain.count("“") - plain.count("”")
    if unpaired > 0:
        plain = plain.removeprefix("“")
    elif unpaired < 0:
        plain = plain.removesuffix("”")
    elif plain.rfind("“") == 0 and plain.find("”") == len(plain) - 1:
        plain = plain[1:-1]
    return plain.strip("的 ")
