"""RDF terms as a store returns them in, values and short forms out: what rows hold, whichever store they come from."""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

Cell = str | Decimal | int | bool | date | None

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = frozenset(f"{_XSD}{name}" for name in ("integer", "int", "long", "short", "byte", "nonNegativeInteger"))
_NUMBERS = frozenset(f"{_XSD}{name}" for name in ("decimal", "double", "float"))


class Term(NamedTuple):
    """A term: `kind` is uri, literal or bnode; a literal has a datatype or a language."""

    kind: str
    text: str
    datatype: str = ""
    language: str = ""


def value_of(term: Term | None) -> Cell:
    """Return a term as a Python value: words and IRIs as str, numbers, booleans and full dates as what they are.

    >>> value_of(Term("literal", "1.50", "http://www.w3.org/2001/XMLSchema#decimal"))
    Decimal('1.50')
    >>> value_of(Term("literal", "2023-07", "http://www.w3.org/2001/XMLSchema#gYearMonth"))
    '2023-07'
    """
    if term is None:
        return None
    if term.kind != "literal":
        return term.text
    if term.datatype in _INTEGERS:
        return int(term.text)
    if term.datatype in _NUMBERS:
        return Decimal(term.text)
    if term.datatype == f"{_XSD}boolean":
        return term.text in ("true", "1")
    if term.datatype == f"{_XSD}date":
        try:
            return date.fromisoformat(term.text)
        except ValueError:
            # A zone, or a year of five digits: XML Schema has them, Python's date does not.
            return term.text
    return term.text


def short(term: Term, base: str | None, prefixes: Mapping[str, str]) -> str:
    """Return an IRI as it can be written in a query: prefixed, or relative to the base; other terms as their text.

    >>> short(Term("uri", "https://lvtu.example/id/region/640100"), "https://lvtu.example/", {})
    '<id/region/640100>'
    >>> short(Term("uri", "http://www.w3.org/2004/02/skos/core#prefLabel"), None, {"skos": "http://www.w3.org/2004/02/skos/core#"})
    'skos:prefLabel'
    """
    if term.kind == "bnode":
        return f"_:{term.text}"
    if term.kind != "uri":
        return term.text
    for prefix, start in prefixes.items():
        name = term.text.removeprefix(start)
        if name != term.text and name.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{name}"
    if base and term.text.startswith(base):
        return f"<{term.text.removeprefix(base)}>"
    return f"<{term.text}>"


def rows_of(results: str | bytes) -> list[dict[str, Cell]]:
    """Return the rows of a result in the W3C's JSON format with Python values, so that stores can be compared.

    1.5, 1.50 and 15E-1 are equal; a language or the datatype of words does not count. Every row has every variable
    of the head, None where it is not bound. An answer of yes or no is one row with the column `boolean`.

    >>> rows_of('{"head": {}, "boolean": true}')
    [{'boolean': True}]
    """
    found = json.loads(results)
    if "boolean" in found:
        return [{"boolean": found["boolean"]}]
    names: list[str] = found["head"]["vars"]
    return [{name: value_of(_term_of(row.get(name))) for name in names} for row in found["results"]["bindings"]]


def _term_of(binding: Mapping[str, Any] | None) -> Term | None:
    if binding is None:
        return None
    # Virtuoso and older stores write typed-literal.
    kind = "literal" if binding["type"] == "typed-literal" else binding["type"]
    return Term(kind, binding["value"], binding.get("datatype", ""), binding.get("xml:lang", ""))


def term_of(parts: Iterable[str] | None) -> Term | None:
    """Return a term from the list that `kg.store.child` writes."""
    return None if parts is None else Term(*parts)
