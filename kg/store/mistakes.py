"""A SPARQL text that the store could not read in, an error out that points at the token where it went wrong.

The store's parser names a place behind the mistake: where the longest keyword it tried would have ended. So the text
is read once more with blanks before every token, which leaves no doubt about which token was meant.
"""

import re
import unicodedata
from collections.abc import Mapping
from difflib import get_close_matches
from itertools import pairwise

from kg.errors import QueryError
from kg.store.place import marked
from kg.store.tokens import Token, tokenize

_BLANKS = " " * 40
_PLACE = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_WORDS = """
    A ABS AS ASC ASK AVG BASE BIND BNODE BOUND BY CEIL COALESCE CONCAT CONSTRUCT CONTAINS COUNT DATATYPE DAY DESC
    DESCRIBE DISTINCT ENCODE_FOR_URI EXISTS FALSE FILTER FLOOR FROM GRAPH GROUP GROUP_CONCAT HAVING HOURS IF IN IRI
    ISBLANK ISIRI ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE LIMIT MAX MD5 MIN MINUS MINUTES MONTH NAMED NOT NOW
    OFFSET OPTIONAL ORDER PREFIX RAND REDUCED REGEX REPLACE ROUND SAMETERM SAMPLE SECONDS SELECT SEPARATOR SHA1 SHA256
    SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID SUBSTR SUM TIMEZONE TRUE TZ
    UCASE UNDEF UNION URI UUID VALUES WHERE YEAR
"""
_KEYWORDS = tuple(_WORDS.split())
_PAIRS = {"{": "}", "(": ")", "[": "]"}
_UNGROUPED = "contains a variable that is unbound"


def mistake(query: str, complaint: str, prefixes: Mapping[str, str]) -> QueryError:
    """Return the error for a query that the store refused to read.

    Args:
        query: as given.
        complaint: what the store said.
        prefixes: those that need no declaration.
    """
    tokens = list(tokenize(query))
    for token in tokens:
        if token.kind == "mark" and token.text in "\"'":
            return QueryError(marked(query, token.start, f"the string that {token.text} opens has no end"))
    told = _told(tokens, complaint, prefixes)
    if told is None:
        return QueryError(f"the query cannot be read: {complaint}")
    failing, complaint = told
    if _UNGROUPED in complaint:
        text = "a variable that is selected here is bound nowhere, or is neither grouped by nor counted"
        return QueryError(marked(query, _selected_from(tokens, failing), text))
    if failing == len(tokens):
        return QueryError(_at_end(query, tokens))
    token = tokens[failing]
    return QueryError(marked(query, token.start, _unexpected(token, tokens, prefixes)))


def _told(tokens: list[Token], complaint: str, prefixes: Mapping[str, str]) -> tuple[int, str] | None:
    """Return the index of the token that cannot stand where it stands (one past the last: the end), and why."""
    import pyoxigraph

    padded = "".join(_BLANKS + token.text.replace("\n", " ") for token in tokens) + _BLANKS
    try:
        pyoxigraph.Store().query(padded, prefixes=dict(prefixes), base_iri="https://lvtu.example/")
    except SyntaxError as error:
        complaint = str(error)
    place = _PLACE.match(complaint)
    if place is None or place[1] != "1":
        return None
    reached, failing = len(_BLANKS), 0
    for token in tokens:
        if reached + len(token.text) + len(_BLANKS) >= int(place[2]):
            break
        reached += len(token.text) + len(_BLANKS)
        failing += 1
    return failing, place[3]


def _unexpected(token: Token, tokens: list[Token], prefixes: Mapping[str, str]) -> str:
    name = token.text if token.kind == "name" else token.text.rpartition("^^")[2]
    if token.kind == "name" or (token.kind == "string" and name and not name.startswith("<")):
        known = {*prefixes, *_declared(tokens)}
        prefix = name.partition(":")[0]
        if ":" in name and prefix not in known:
            return f"the prefix {prefix}: is not declared; known: {', '.join(f'{name}:' for name in sorted(known))}"
    near = get_close_matches(token.text.upper(), _KEYWORDS, n=1, cutoff=0.7) if token.kind == "word" else []
    narrow = unicodedata.normalize("NFKC", token.text)
    meant = near[0] if near else narrow if narrow.isascii() else token.text
    hint = f"; did you mean {meant}?" if meant not in (token.text, token.text.upper()) else ""
    return f"{token.text} cannot stand here{hint}"


def _declared(tokens: list[Token]) -> set[str]:
    return {
        name.text.rstrip(":")
        for word, name in pairwise(tokens)
        if word.kind == "word" and word.text.upper() == "PREFIX"
    }


def _at_end(query: str, tokens: list[Token]) -> str:
    """Say which bracket is still open where the text ends too early."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind == "mark" and token.text in _PAIRS:
            opened.append(token)
        elif token.kind == "mark" and opened and token.text == _PAIRS[opened[-1].text]:
            opened.pop()
    if opened:
        bracket = opened[-1]
        return marked(
            query, bracket.start, f"the {bracket.text} here is never closed; {_PAIRS[bracket.text]} is missing"
        )
    if not tokens:
        return "the query is empty; give SPARQL, @FILE, or a name that `kg questions` lists"
    return marked(query, len(query.rstrip()), "the query ends too early")


def _selected_from(tokens: list[Token], failing: int) -> int:
    """Return where the SELECT stands whose variables were complained of: the last one before the place."""
    selects = [token for token in tokens[: failing + 1] if token.text.upper() == "SELECT"]
    return (selects or tokens)[-1].start
