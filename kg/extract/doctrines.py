"""A scan in, mentions out: named thoughts, theories and formulas."""

import re
from functools import cache

from kg.extract.names import Walk, name_start
from kg.extract.scan import Hit, Scan
from kg.lexicon.terms import surfaces
from kg.model import Mention

_NUMBERED = re.compile(r"“(?P<name>[一二两三四五六七八九十](?:个|项|大|种|条)[\u4e00-\u9fff]{2,8})”")
