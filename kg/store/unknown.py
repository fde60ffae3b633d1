"""A query in, notes on names under kg: that the ontology does not have out: such SPARQL is valid, and finds nothing."""

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from itertools import pairwise

from kg.store.place import marked
from kg.store.tokens import Token, tokenize


def unknown_names(query: str, prefixes: Mapping[str, str], known: Collection[str]) -> Iterator[str]:
    """Yield a note for every name under `kg:` that is not known, once each, in the order of the query.

    Args:
        query: SPARQL.
        prefixes: those that need no declaration, `kg` among them; a query that declares another `kg:` gets no notes.
        known: local names of classes and properties.

    >>> print(*unknown_names("ASK { ?x a kg:Campain }", {"kg": "https://lvtu.example/ontology#"}, ["Campaign"]))
    line 1, column 12 of the query: the ontology has no kg:Campain; did you mean kg:Campaign?
      1 | ASK { ?x a kg:Campain }
        |            ^
    """
    tokens = list(tokenize(query))
    if any(_declares_another(name, iri, prefixes["kg"]) for name, iri in pairwise(tokens)):
        return
    noted: set[str] = set()
    for token in tokens:
        prefix, _, name = token.text.partition(":")
        if token.kind != "name" or prefix != "kg" or not name or name in known or name in noted:
            continue
        noted.add(name)
        near = get_close_matches(name, known, n=1, cutoff=0.6)
        hint = f"did you mean kg:{near[0]}?" if near else "docs/ontology.md lists what it has"
        yield marked(query, token.start, f"the ontology has no kg:{name}; {hint}")


def _declares_another(name: Token, iri: Token, namespace: str) -> bool:
    return name.text == "kg:" and iri.kind == "iri" and iri.text != f"<{namespace}>"
