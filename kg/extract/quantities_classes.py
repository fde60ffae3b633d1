"""A text in, the classes of water quality that it sets or reports out: 水质不得低于Ⅱ类标准 is value 2, unit 类."""

import re
from decimal import Decimal

from kg.extract.bounds import Around, Bound
from kg.extract.quantities_values import Measured
from kg.lexicon.rules import read_rules

_CLASS = re.compile(r"类(?:水质|水|以上)*(?:标准|以上)+")
_VALUES = {
    sign: Decimal(value)
    for value, signs in enumerate(("Ⅰ I 一", "Ⅱ II 二", "Ⅲ III 三", "Ⅳ IV 四", "Ⅴ V 五"), start=1)
    for sign in signs.split()
}
_REACH = 40


def find_classes(text: str) -> list[Measured]:
    """Return every class of a standard that a verb demands or states, in order.

    >>> [(value.value, value.unit, value.around.bound) for value in find_classes("库区水质不得低于国家规定的Ⅱ类标准")]
    [(Decimal('2'), '类', '>=')]
    """
    pattern = read_rules("quantities")["unit.class"].pattern
    found: list[Measured] = []
    for match in _CLASS.finditer(text):
        stated = pattern.search(text, max(0, match.start() - _REACH), match.start())
        if stated is None:
            continue
        bound: Bound = ">=" if stated["least"] or "以上" in match.group() else "="
        around = Around(stated.start(), bound, predicated=True, limit=True)
        start, end = stated.start("class"), match.start() + 1
        value = _VALUES[stated["class"]]
        found.append(Measured(start, end, match.end(), value, None, "类", "class", around, False, False))
    return found
