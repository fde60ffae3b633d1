"""A SPARQL text in, its tokens with their places out: enough of the grammar to tell words from strings and comments."""

import re
from collections.abc import Iterator
from typing import NamedTuple

_IRI = r"""<[^<>"{}|^`\\\x00-\x20]*>"""
_LOCAL = r"""(?:[\w:%\-]|\\.|\.(?=[\w:%\-.\\]))*"""
_NAME = rf"(?:[^\W\d_](?:[\w\-]|\.(?=[\w\-.]))*)?:{_LOCAL}"
_STRING = "|".join(
    (
        r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""',
        r"\'\'\'(?:'{0,2}(?:[^'\\]|\\.))*\'\'\'",
        r'"(?:[^"\\\r\n]|\\.)*"',
        r"'(?:[^'\\\r\n]|\\.)*'",
    )
)
_TOKEN = re.compile(
    rf"""(?P<space>[ \t\r\n]+)|(?P<comment>\#[^\r\n]*)|(?P<iri>{_IRI})|(?P<blank>_:[\w\-.]*)|(?P<name>{_NAME})"""
    rf"""|(?P<string>(?:{_STRING})(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^(?:{_IRI}|{_NAME}))?)|(?P<variable>[?$]\w+)"""
    r"""|(?P<number>[+\-]?(?:\d*\.\d+|\d+)(?:[eE][+\-]?\d+)?)|(?P<word>[^\W\d]\w*)"""
    r"""|(?P<mark>&&|\|\||<=|>=|!=|\^\^|.)""",
    re.DOTALL,
)


class Token(NamedTuple):
    """A token at `[start, start + len(text))`.

    `kind` is iri, blank, name (prefixed), string (with its language or type), variable, number, word or mark.
    """

    kind: str
    text: str
    start: int


def tokenize(query: str) -> Iterator[Token]:
    """Yield the tokens of a SPARQL text; comments and white space are left out.

    As in the grammar, the longest match counts: `<` opens an IRI where it can. A quotation mark that opens a string
    without an end comes as a mark.

    >>> [token.text for token in tokenize('SELECT * { ?s kg:text "SERVICE"@en } # SERVICE')]
    ['SELECT', '*', '{', '?s', 'kg:text', '"SERVICE"@en', '}']
    """
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or ""
        if kind not in {"space", "comment"}:
            yield Token(kind, match.group(), match.start())
