"""Turtle in, a store in memory out; a query on it in, rows of Python values out."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kg.errors import QueryError
from kg.rdf import DEFAULT_BASE
from kg.store.built import prefixes_for
from kg.store.child import parts_of
from kg.store.mistakes import mistake
from kg.store.refusal import refuse_unsafe
from kg.store.terms import Cell, term_of, value_of

if TYPE_CHECKING:
    import pyoxigraph


def read_memory(turtle: Iterable[str]) -> "pyoxigraph.Store":
    """Return a store in memory that holds the triples of a Turtle text, given in pieces."""
    import pyoxigraph

    store = pyoxigraph.Store()
    store.bulk_load("".join(turtle), format=pyoxigraph.RdfFormat.TURTLE)
    return store


def query_memory(store: "pyoxigraph.Store", query: str, base: str = DEFAULT_BASE) -> list[dict[str, Cell]]:
    """Return the rows of a query: a dictionary each, from the name of a variable to its value, None if not bound.

    An answer of yes or no is one row with the column `boolean`; triples have subject, predicate and object.

    Raises:
        QueryError: if the query cannot be read, fails, or would do more than read.
    """
    import pyoxigraph

    refuse_unsafe(query)
    prefixes = prefixes_for(base)
    try:
        found = store.query(query, base_iri=base, prefixes=prefixes)
        if isinstance(found, pyoxigraph.QueryBoolean):
            return [{"boolean": bool(found)}]
        if isinstance(found, pyoxigraph.QueryTriples):
            return [
                {"subject": _value(row.subject), "predicate": _value(row.predicate), "object": _value(row.object)}
                for row in found
            ]
        names = [variable.value for variable in found.variables]
        return [dict(zip(names, map(_value, row), strict=True)) for row in found]
    except SyntaxError as error:
        raise mistake(query, str(error), prefixes) from error
    except (RuntimeError, ValueError, OSError) as error:
        raise QueryError(f"the query failed: {error}") from error


def _value(term: object) -> Cell:
    return value_of(term_of(parts_of(term)))
