"""A SPARQL text in, an error out where it would do more than read this one graph."""

import re
from itertools import pairwise

from kg.errors import QueryError
from kg.store.place import marked
from kg.store.tokens import Token, tokenize

_UPDATES = frozenset({"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"})
# `FILTER(?a<?b)SERVICE?x#>`: a strict reading finds an IRI from < to >, a lenient parser a comparison and a call.
# A comparison stands in parentheses, so a call hidden this way has a closing one before it.
_HIDDEN_CALL = re.compile(r"\).*service", re.IGNORECASE)


def refuse_unsafe(query: str) -> None:
    """Refuse a SPARQL UPDATE and any SERVICE call; words in strings, comments and names do not count.

    Raises:
        QueryError: which names the place and says what is allowed.
    """
    tokens = list(tokenize(query))
    first = _first_word(tokens)
    if first and first.text.upper() in _UPDATES:
        raise QueryError(
            marked(
                query,
                first.start,
                f"{first.text.upper()} would change the graph, and queries only read it; "
                "change the texts and build again",
            )
        )
    declared = {after.text for word, after in pairwise(tokens) if word.kind == "word" and word.text.upper() == "PREFIX"}
    for token in tokens:
        if _calls(token, declared):
            message = "SERVICE would call another address, and queries read this graph alone"
            raise QueryError(marked(query, token.start, message))


def _calls(token: Token, declared: set[str]) -> bool:
    """Tell whether a token is the word SERVICE, or may hide it: `trueSERVICE <x>`, `1SERVICE:x` are read as two."""
    if "service" not in token.text.lower():
        return False
    if token.kind == "name":
        prefix = token.text[: token.text.index(":") + 1]
        return "service" in prefix.lower() and prefix not in declared
    return token.kind == "word" or (token.kind == "iri" and _HIDDEN_CALL.search(token.text) is not None)


def _first_word(tokens: list[Token]) -> Token | None:
    """Return the word behind the prologue, which says what kind of request it is."""
    skip = 0
    for token in tokens:
        if skip:
            skip -= 1
        elif token.kind == "word" and token.text.upper() == "PREFIX":
            skip = 2
        elif token.kind == "word" and token.text.upper() == "BASE":
            skip = 1
        else:
            return token if token.kind == "word" else None
    return None
