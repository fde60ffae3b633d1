"""Strings in, XML text and attribute values out."""

import re

# What XML 1.0 cannot hold in any spelling (production 2, Char): most control characters, lone surrogates, two others.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MARKS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escape(text: str) -> str:
    """Return a string safe in XML text and in a double-quoted attribute; U+FFFD stands for what XML cannot hold.

    >>> escape('PM2.5 < 35 & "达标"')
    'PM2.5 &lt; 35 &amp; &quot;达标&quot;'
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text).translate(_MARKS)
