"""A load gives a named graph exactly the build, or leaves it as it was and says what happened and what to do."""

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pyoxigraph
import pytest
from fake_server import DO_AND_DROP, DROP, PASSWORD, USER, Action, FakeServer

from kg.errors import KgError, StoreError, UsageError
from kg.store import remote_store
from kg.store.remote import Loaded, load
from kg.store.remote_file import read_batches
from kg.store.remote_http import WAITS, Login

GRAPH = "https://lvtu.example/graph"
KINDS = ("fuseki", "virtuoso", "oxigraph", "graphdb")
STAGED = ("virtuoso", "oxigraph", "graphdb")
OLD = pyoxigraph.Quad(
    pyoxigraph.NamedNode("urn:old"),
    pyoxigraph.NamedNode("urn:is"),
    pyoxigraph.Literal("以前的"),
    pyoxigraph.NamedNode(GRAPH),
)
OTHERS = ("https://lvtu.example/graphs", "https://lvtu.example/graph/loading-bay", "https://example.org/其他")

Serve = Callable[..., FakeServer]


class Sleeper:
    """Remembers how long it was to sleep, and does something else instead."""

    def __init__(self, instead: Callable[[], None] | None = None) -> None:
        self.waits: list[float] = []
        self.instead = instead

    def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)
        if self.instead:
            self.instead()


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Five requests and more for a graph of 200 triples."""
    monkeypatch.setattr(remote_store, "read_batches", partial(read_batches, size=40))


def triples_of(build: Path) -> set[pyoxigraph.Triple]:
    """Return a build's triples as a store has them: it writes 1.0 as 1."""
    store = pyoxigraph.Store()
    store.load(path=str(build / "graph.ttl"), format=pyoxigraph.RdfFormat.TURTLE)
    return {quad.triple for quad in store}


def filled(server: FakeServer) -> FakeServer:
    """Give a server the graph of an earlier build, what a broken load left, and graphs that are nobody's business."""
    server.store.add(OLD)
    for name in (*OTHERS, f"{GRAPH}/loading-0123456789abcdef"):
        server.store.add(pyoxigraph.Quad(*OLD.triple, pyoxigraph.NamedNode(name)))
    return server


def refused(build: Path, server: FakeServer, sleep: Callable[[float], None] | None = None, **options: object) -> str:
    """Load, which must fail, and return the message."""
    with pytest.raises(StoreError) as caught:
        load(build, server.url, sleep=sleep or Sleeper(), **options)
    return str(caught.value)


@pytest.mark.parametrize("kind", KINDS)
def test_the_named_graph_holds_exactly_the_build(kind: str, build: Path, serve: Serve) -> None:
    server = filled(serve(kind))
    triples = triples_of(build)
    for _ in range(2):
        loaded = load(build, server.url)
        assert loaded == Loaded(loaded.server, GRAPH, len(triples), len(triples))
        assert server.graph(GRAPH) == triples
        assert server.graphs() == sorted([GRAPH, *OTHERS])


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_server_is_filled(kind: str, build: Path, serve: Serve) -> None:
    server = serve(kind)
    told: list[int] = []
    load(build, server.url, graph="urn:lvtu:图", report=told.append)
    assert server.graph("urn:lvtu:图") == triples_of(build)
    assert server.graphs() == ["urn:lvtu:图"]
    assert told == sorted(told)
    assert told[-1] == len(triples_of(build))


# What goes wrong once or twice, and the waits until it is well.
@pytest.mark.parametrize(
    ("faults", "waits"),
    [
        pytest.param([("n-triples|graph", (503, "busy"))] * 2, [1, 2], id="503-twice"),
        pytest.param([("^(PUT|POST) \\S+ graph", DROP)], [1], id="the-connection-drops-while-triples-are-sent"),
        pytest.param([("^(PUT|POST) \\S+ graph", DO_AND_DROP)], [1], id="the-answer-to-triples-is-lost"),
        pytest.param([("COUNT", DROP)], [1], id="the-connection-drops-while-it-counts"),
        pytest.param([("MOVE|COPY|NOT EXISTS", DO_AND_DROP)], [1], id="the-answer-to-the-change-is-lost"),
        pytest.param([("MOVE|COPY|NOT EXISTS", (500, "deadlock"))] * 3, [1, 2, 4], id="the-change-fails-thrice"),
        pytest.param([("ASK", (500, "starting"))], [], id="any-answer-shows-the-kind"),
        pytest.param([("DROP", (429, "slower"))], [1], id="too-many-requests"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_what_passes_is_waited_for(
    kind: str, faults: list[tuple[str, Action]], waits: list[float], build: Path, serve: Serve
) -> None:
    server = filled(serve(kind))
    server.faults = list(faults)
    sleep = Sleeper()
    load(build, server.url, store=kind if "ASK" not in str(faults) else None, sleep=sleep)
    assert sleep.waits == ([] if kind == "fuseki" and "MOVE" in str(faults) else waits)
    assert server.graph(GRAPH) == triples_of(build)


@pytest.mark.parametrize("kind", STAGED)
def test_a_server_that_starts_anew_is_waited_for(kind: str, build: Path, serve: Serve) -> None:
    server = filled(serve(kind))
    sleep = Sleeper(lambda: server.start() if len(sleep.waits) == 3 else None)
    stopped: list[int] = []

    def stop(sent: int) -> None:
        if not stopped:
            stopped.append(sent)
            server.stop()

    load(build, server.url, report=stop, sleep=sleep)
    assert sleep.waits == [1, 2, 4]
    assert server.graph(GRAPH) == triples_of(build)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ((507, "quota"), ["its disk is full or fails", "507", "“quota”", "free space"]),
        ((500, "Error: No space left on device\n at x"), ["its disk is full or fails", "No space left on device at x"]),
        ((500, "Virtuoso: Error 40004 SR174: Log out of disk"), ["its disk is full or fails", "SR174"]),
        ((500, "NodeTableThrift/Write"), ["its disk is full or fails"]),
        ((500, "Virtuoso S1T00 Error SR171: Transaction timed out"), ["SR171", "raise MaxQueryExecutionTime"]),
        ((413, ""), ["413", "client_max_body_size"]),
        ((403, "not you"), ["403", "“not you”", "does not let anybody without a name do this", "--user"]),
        ((500, "Virtuoso 42000 Error SR186:SECURITY: No permission"), ["SR186", "--user"]),
        (
            (404, "<html><head><title>x</title></head><h1>Nothing here</h1></html>"),
            ["404", "“Nothing here”", "check the address"],
        ),
        ((301, "", {"Location": "https://elsewhere.example/"}), ["301", "https://elsewhere.example/"]),
        ((400, "no such thing"), ["400", "“no such thing”", "--store"]),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, tuple) else "",
)
def test_a_refusal_changes_nothing_and_says_what_to_do(
    kind: str, fault: Action, words: list[str], build: Path, serve: Serve
) -> None:
    server = filled(serve(kind))
    # The third of the requests that take triples, or the only one.
    pattern = "^(PUT|POST) \\S+ graph"
    server.faults = [(pattern, fault)]
    sleep = Sleeper()
    message = refused(build, server, sleep)
    assert sleep.waits == []
    for part in (*words, server.url.removesuffix("/"), "holds what it held"):
        assert part in message
    assert "or all of the build" not in message
    assert {*server.graph(GRAPH)} == {OLD.triple}
    assert not [name for name in server.graphs() if "loading-" in name and "0123" not in name and "bay" not in name]


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_stays_ill_is_given_up(kind: str, build: Path, serve: Serve) -> None:
    server = filled(serve(kind))
    server.faults = [("^(PUT|POST) \\S+ graph", (503, "out of order"))] * 6
    sleep = Sleeper()
    message = refused(build, server, sleep)
    assert sleep.waits == list(WAITS)
    assert "answered 503 Service Unavailable (“out of order”)" in message
    assert "6 times; look into its log" in message
    assert {*server.graph(GRAPH)} == {OLD.triple}


def test_a_server_that_breaks_off_again_and_again_is_given_up(build: Path, serve: Serve) -> None:
    server = filled(serve("virtuoso"))
    server.faults = [("^POST \\S+ graph", DROP)] * 6
    message = refused(build, server)
    assert message.startswith(f"Virtuoso at {server.url}: broke off the connection")
    assert "6 times" in message
    assert {*server.graph(GRAPH)} == {OLD.triple}


@pytest.mark.parametrize("kind", STAGED)
def test_where_the_change_stays_unanswered_the_message_says_so(kind: str, build: Path, serve: Serve) -> None:
    server = filled(serve(kind))
    server.faults = [("MOVE|COPY|NOT EXISTS", DROP)] * 6
    message = refused(build, server)
    assert f"<{GRAPH}> holds what it held, or all of the build" in message
    assert server.graph(GRAPH) in ({OLD.triple}, triples_of(build))


def test_a_server_that_goes_away_leaves_at_most_a_staging_graph(build: Path, serve: Serve) -> None:
    server = filled(serve("virtuoso"))
    message = refused(build, server, report=lambda sent: server.stop() if sent == 80 else None)
    assert "cannot be reached (Connection refused)" in message
    assert "/loading-" in message
    assert "the next load removes it" in message
    assert {*server.graph(GRAPH)} == {OLD.triple}
    server.start()
    load(build, server.url)
    assert server.graph(GRAPH) == triples_of(build)
    assert not [name for name in server.graphs() if name.startswith(f"{GRAPH}/loading-") and name not in OTHERS]


def test_a_server_that_is_not_there_is_not_waited_for(build: Path, serve: Serve) -> None:
    server = serve("oxigraph")
    server.stop()
    sleep = Sleeper()
    message = refused(build, server, sleep)
    assert sleep.waits == []
    assert message == (
        f"the server at {server.url}: cannot be reached (Connection refused) when asked what it is; "
        "start it, or check host and port of the address"
    )


@pytest.mark.parametrize("kind", STAGED)
def test_a_server_that_loses_triples_does_not_get_the_graph_changed(kind: str, build: Path, serve: Serve) -> None:
    server = filled(serve(kind))
    # It says that it has taken them, and has not.
    server.faults = [("^POST \\S+ graph", (201, ""))]
    count = len(triples_of(build))
    message = refused(build, server)
    kept = 0 if kind == "oxigraph" else count - 40
    assert f"kept {kept} of the {count} triples of {build / 'graph.ttl'}; <{GRAPH}> holds what it held" in message
    assert {*server.graph(GRAPH)} == {OLD.triple}


@pytest.mark.parametrize("kind", KINDS)
def test_what_the_server_holds_in_the_end_is_reported(kind: str, build: Path, serve: Serve) -> None:
    server = serve(kind)
    last = "COUNT.*<https://lvtu.example/graph> "
    server.faults = [(last, (200, '{"results": {"bindings": [{"n": {"value": "7"}}]}}'))]
    loaded = load(build, server.url)
    assert (loaded.triples, loaded.held) == (len(triples_of(build)), 7)


def test_virtuoso_copies_without_a_log_and_then_makes_a_checkpoint(build: Path, serve: Serve) -> None:
    server = filled(serve("virtuoso"))
    load(build, server.url)
    done = [line for line in server.log if re.search("COPY|DROP SILENT|checkpoint", line)]
    assert [
        re.sub(" <.*", "", line.partition("DEFINE ")[2] or line.partition(" SELECT ")[2]) for line in done[-3:]
    ] == [
        "sql:log-enable 0 COPY",
        "sql:log-enable 0 DROP SILENT GRAPH",
        "(bif:exec('checkpoint') AS ?done) {}",
    ]


@pytest.mark.parametrize("fault", ["DROP SILENT GRAPH <https://lvtu.example/graph/loading-[^0]", "checkpoint"])
def test_what_is_left_to_do_after_the_change_is_said(fault: str, build: Path, serve: Serve) -> None:
    server = serve("virtuoso")
    load(build, server.url)
    server.faults = [(fault, (403, "not now"))]
    if "DROP" in fault:
        # The first is to make room, the second to clean up.
        server.faults = [(fault, (204, "")), *server.faults]
    message = refused(build, server)
    assert "not now" in message
    assert f"<{GRAPH}> holds all of the build, load again" in message


def test_oxigraph_that_shows_parts_of_a_bulk_load_gets_a_staging_graph(
    build: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("fake_server").HEADERS, "oxigraph", ("Server", "Oxigraph/0.4.11"))
    server = serve("oxigraph")
    load(build, server.url)
    assert any("NOT EXISTS" in line for line in server.log)
    assert server.graph(GRAPH) == triples_of(build)


@pytest.mark.parametrize("auth", ["basic", "digest"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_name_and_password_are_given_as_the_server_asks_for_them(
    kind: str, auth: str, build: Path, serve: Serve
) -> None:
    server = filled(serve(kind, auth))
    load(build, server.url, login=Login(USER, PASSWORD), sleep=Sleeper())
    assert server.graph(GRAPH) == triples_of(build)


def test_virtuoso_has_other_paths_for_people_with_a_name(build: Path, serve: Serve) -> None:
    server = serve("virtuoso", "digest")
    load(build, server.url, login=Login(USER, PASSWORD))
    paths = {line.split()[1] for line in server.log}
    assert paths == {"/", "/sparql-auth", "/sparql-graph-crud-auth"}


@pytest.mark.parametrize("auth", ["basic", "digest"])
@pytest.mark.parametrize(
    ("login", "words"),
    [(None, "give --user NAME"), (Login(USER, "falsch-falsch"), f"check the name '{USER}' and the password")],
)
def test_a_door_that_stays_shut(auth: str, login: Login | None, words: str, build: Path, serve: Serve) -> None:
    server = serve("oxigraph", auth)
    sleep = Sleeper()
    message = refused(build, server, sleep, login=login)
    assert "answered 401" in message
    assert words in message
    assert "falsch-falsch" not in message
    assert sleep.waits == []


def test_a_password_is_shown_nowhere(build: Path, serve: Serve) -> None:
    server = serve("oxigraph", "basic")
    server.faults = [("DROP", (400, f"what is {PASSWORD}?"))]
    assert PASSWORD not in refused(build, server, login=Login(USER, PASSWORD))
    assert PASSWORD not in repr(Login(USER, PASSWORD))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("127.0.0.1:3030/lvtu", "is not the address of a server"),
        ("ftp://127.0.0.1/", "is not the address of a server"),
        ("http:///lvtu", "is not the address of a server"),
        ("http://127.0.0.1:3030/lvtu?x=1", "is not the address of a server"),
        ("http://[::1", "cannot be understood"),
        ("http://127.0.0.1:99999/", "cannot be understood"),
        ("http://user:geheim@127.0.0.1:3030/lvtu", "must not hold a name or password"),
    ],
)
def test_an_address_that_is_none(url: str, words: str, build: Path) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        load(build, url)
    assert "geheim" not in str(caught.value)


@pytest.mark.parametrize(
    ("options", "words"),
    [({"store": "blazegraph"}, "known: fuseki"), ({"graph": "graph"}, "absolute IRI"), ({"graph": "urn:a b"}, "IRI")],
)
def test_options_that_mean_nothing(options: dict[str, str], words: str, build: Path) -> None:
    with pytest.raises(UsageError, match=words):
        load(build, "http://127.0.0.1:1/", **options)


@pytest.mark.parametrize("ending", ["", "/", "/query", "/update", "/store"])
def test_an_address_may_end_in_an_endpoint(ending: str, build: Path, serve: Serve) -> None:
    server = serve("oxigraph")
    load(build, server.url + ending, store="oxigraph")
    assert server.graph(GRAPH) == triples_of(build)


def test_a_server_of_unknown_kind_is_named_by_its_user(build: Path, serve: Serve) -> None:
    server = serve("nobody")
    message = refused(build, server)
    assert message.startswith(f"{server.url}: what kind of server this is cannot be told")
    assert "--store fuseki|virtuoso|oxigraph|graphdb" in message
    load(build, server.url, store="oxigraph")
    assert server.graph(GRAPH) == triples_of(build)


def test_a_server_that_speaks_the_protocol_of_repositories_counts_as_graphdb(build: Path, serve: Serve) -> None:
    server = serve("nobody")
    assert load(build, f"{server.url}/repositories/lvtu").server == "GraphDB"


def test_a_file_that_breaks_off_changes_nothing(build: Path, serve: Serve) -> None:
    path = build / "graph.ttl"
    path.write_bytes(path.read_bytes()[:-200])
    for kind in STAGED:
        server = filled(serve(kind))
        with pytest.raises(KgError, match="cannot be read as Turtle"):
            load(build, server.url)
        assert {*server.graph(GRAPH)} == {OLD.triple}


def test_an_answer_in_part_is_none(build: Path, serve: Serve) -> None:
    server = serve("virtuoso")
    part = '{"results": {"bindings": [{"n": {"value": "7"}}]}}'
    server.faults = [("COUNT", (200, part, {"X-SQL-State": "S1TAT"}))]
    assert "answered in part, out of time" in refused(build, server)


def test_an_answer_that_is_no_result(build: Path, serve: Serve) -> None:
    server = serve("virtuoso")
    server.faults = [("COUNT", (200, "<html><p>Welcome</p></html>"))]
    assert "answered with something else (“Welcome”)" in refused(build, server)
