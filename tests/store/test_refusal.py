"""What would change the graph or call another address is refused; words that only look like it are not."""

import pyoxigraph
import pytest

from kg.errors import QueryError
from kg.store.refusal import refuse_unsafe

ELSEWHERE = "SERVICE would call another address"
CHANGES = "would change the graph"

REFUSED = [
    ("INSERT DATA { <a> <b> <c> }", CHANGES, "line 1, column 1"),
    ("# SELECT\nPREFIX a: <b>\nBASE <c>\n  delete where { ?s ?p ?o }", CHANGES, "line 4, column 3"),
    ("WITH <g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }", CHANGES, "line 1, column 1"),
    ("LOAD <http://127.0.0.1:9/>", CHANGES, "line 1, column 1"),
    ("SELECT * {\n  SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", ELSEWHERE, "line 2, column 3"),
    ("ASK { { { OPTIONAL { { sErViCe SILENT ?x {} } } } } }", ELSEWHERE, "line 1, column 24"),
    ("SELECT * { { SELECT ?s { SERVICE ?x { ?s ?p ?o } } } }", ELSEWHERE, "line 1, column 26"),
    ("SELECT * { FILTER EXISTS { SERVICE <x> {} } }", ELSEWHERE, "line 1, column 28"),
    ("SELECT * {service<x>{}}", ELSEWHERE, "line 1, column 11"),
    # What follows is no SERVICE to a strict reader; the store's parser takes each as one.
    ("SELECT * { FILTER(?a<?b)SERVICE?x#>\n{ ?s ?p ?o } }", ELSEWHERE, "line 1, column 21"),
    ("SELECT * { ?s ?p trueSERVICE <http://127.0.0.1:9/> {} }", ELSEWHERE, "line 1, column 18"),
    ("PREFIX : <http://127.0.0.1:9/> ASK { ?s ?p falseSERVICE:x {} }", ELSEWHERE, "line 1, column 44"),
    ("PREFIX : <http://127.0.0.1:9/> ASK { ?s ?p 1SERVICE:x {} }", ELSEWHERE, "line 1, column 45"),
]


@pytest.mark.parametrize(("query", "reason", "place"), REFUSED)
def test_what_does_more_than_read_is_refused(query: str, reason: str, place: str) -> None:
    with pytest.raises(QueryError, match=reason) as refused:
        refuse_unsafe(query)
    assert place in str(refused.value)


@pytest.mark.parametrize(
    "query",
    [
        'SELECT * { ?s ?p "SERVICE <http://a/> {}" }',
        "SELECT * { ?s ?p 'it\\'s a SERVICE' }",
        'SELECT * { ?s ?p """one " SERVICE "" two""" }',
        "SELECT * { ?s ?p ?o } # SERVICE <http://a/> {}; INSERT DATA {}",
        "SELECT ?service { ?service <http://a/SERVICE> <http://service/(x)> }",
        "PREFIX service: <http://a/> SELECT * { ?s service:insert service:SERVICE }",
        "PREFIX insert: <http://a/> SELECT ?delete { ?delete insert:load _:SERVICE }",
        "SELECT * { ?s ?p 'drop'@en }",
    ],
)
def test_words_that_are_no_commands_are_let_through(query: str) -> None:
    refuse_unsafe(query)
    pyoxigraph.Store().query(query)


def test_the_store_reads_no_escape_outside_strings() -> None:
    """The specification lets keywords be written with escapes; if the store begins to, they must be refused here."""
    with pytest.raises(SyntaxError):
        pyoxigraph.Store().query("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> {} }")
