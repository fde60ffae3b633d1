"""Large graphs into the real servers: counts equal, and a load or a server that is killed half-way changes nothing."""

import gzip
import json
import re
import signal
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest
from real_servers import RUNNING, RealServer, running_fuseki

import kg
from kg.model import Tables
from kg.store import remote_store
from kg.store.remote import load
from kg.store.remote_file import read_batches
from kg.write.turtle import turtle_lines

pytestmark = pytest.mark.slow

STATEMENTS = 100_000
DOCUMENTS = 300
GRAPH = "https://lvtu.example/graph"
_ID = re.compile(r"<id/([a-z]+(?:/[^/>]+)?/[0-9a-f]{19})[0-9a-f]((?:/selector)?)>")
# Ends of the copies' ids, which end no other id.
_ENDS = "ghijklmnopqrstuvwxyz"

# Loads, and is killed by itself after so many triples, as by kill -9.
_KILLED = """
import os, signal, sys
from kg.store.remote import load
from kg.store.remote_http import Login
folder, url, graph, user, password, limit = sys.argv[1:]

def report(sent):
    if sent >= int(limit):
        os.kill(os.getpid(), signal.SIGKILL)

load(folder, url, graph=graph, login=Login(user, password) if user else None, report=report)
"""


@pytest.fixture(scope="module")
def small(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build of the samples; about 21,000 triples."""
    folder = tmp_path_factory.mktemp("small")
    kg.build(samples).write(folder)
    return folder


@pytest.fixture(scope="module")
def large(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, int]:
    """100,000 statements and more, with their evidence and the entities they are about, and how many triples that is.

    They are those of the corpus' first documents, and copies of them under other ids.
    """
    texts, folder = tmp_path_factory.mktemp("texts"), tmp_path_factory.mktemp("large")
    with gzip.open(shared / "corpus" / "official.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in zip(range(DOCUMENTS), lines, strict=False):
            (texts / f"{number}.txt").write_text(json.loads(line)["text"], "utf-8")
    tables = _about_statements(kg.build(texts, jobs=2).tables)
    header, *blocks = "".join(turtle_lines(tables)).split("\n\n")
    copied = [block for block in blocks if not block.startswith("<id/region/")]
    copies = -(-STATEMENTS // len(tables.statements))
    assert copies <= len(_ENDS)
    with (folder / "graph.ttl").open("w", encoding="utf-8") as stream:
        stream.write("\n\n".join((header, *blocks)))
        for end in _ENDS[:copies]:
            renamed = _ID.sub(rf"<id/\g<1>{end}\g<2>>", "\n\n".join(copied))
            stream.write("\n\n" + renamed + "\n")
    return folder, sum(batch.triples for batch in read_batches(folder / "graph.ttl"))


def _about_statements(tables: Tables) -> Tables:
    """Return the statements of a graph with their evidence, and the entities at their ends."""
    statements = {statement.id for statement in tables.statements}
    ends = {end for statement in tables.statements for end in (statement.subject, statement.object)}
    return Tables(
        documents=tables.documents,
        entities=tuple(entity for entity in tables.entities if entity.id in ends),
        statements=tables.statements,
        evidence=tuple(evidence for evidence in tables.evidence if evidence.about in statements),
    )


def kill_half_way(folder: Path, server: RealServer, graph: str, limit: int) -> None:
    user, password = (server.login.user, server.login.password) if server.login else ("", "")
    arguments = [str(folder), server.url, graph, user, password, str(limit)]
    done = subprocess.run([sys.executable, "-c", _KILLED, *arguments], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


def staging_of(server: RealServer, graph: str) -> set[str]:
    return {name for name in server.graphs() if name.startswith(f"{graph}/loading-")}


def test_a_large_graph_is_killed_half_way_and_then_loaded(server: RealServer, large: tuple[Path, int]) -> None:
    folder, triples = large
    graph = f"{GRAPH}/large"
    kill_half_way(folder, server, graph, triples // 4)
    assert server.count(graph) == 0
    loaded = load(folder, server.url, graph=graph, login=server.login)
    assert (loaded.triples, loaded.held) == (triples, triples)
    server.kill()
    server.start()
    assert server.count(graph) == triples
    statements = server.ask("SELECT (COUNT(?id) AS ?n) { ?id a <https://lvtu.example/ontology#Statement> }", graph)
    assert int(statements["results"]["bindings"][0]["n"]["value"]) >= STATEMENTS
    assert not staging_of(server, graph)


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """More than one batch for the samples too."""
    monkeypatch.setattr(remote_store, "read_batches", partial(read_batches, size=2_000))


def test_what_was_there_stays_until_all_of_the_new_is_there(
    server: RealServer, small: Path, large: tuple[Path, int]
) -> None:
    graph = f"{GRAPH}/replaced"
    before = load(small, server.url, graph=graph, login=server.login).held
    kill_half_way(large[0], server, graph, 100_000)
    assert server.count(graph) == before
    for _ in range(2):
        assert load(small, server.url, graph=graph, login=server.login).held == before
        assert server.count(graph) == before
        assert not staging_of(server, graph)


@pytest.mark.parametrize("kind", RUNNING)
def test_a_server_that_is_killed_and_starts_again_gets_all(
    kind: str, small: Path, small_batches: None, tmp_path: Path
) -> None:
    with RUNNING[kind](tmp_path) as server:
        before = load(small, server.url, login=server.login).held
        killed: list[int] = []

        def kill(sent: int) -> None:
            if sent > 10_000 and not killed:
                killed.append(sent)
                server.kill()

        waits: list[float] = []

        def start_again(seconds: float) -> None:
            waits.append(seconds)
            server.start()

        after = load(small, server.url, login=server.login, report=kill, sleep=start_again)
        assert killed
        assert waits == [1.0]
        assert (after.held, server.count(GRAPH)) == (before, before)
        # What a server has said to hold, it holds after a power cut.
        server.kill()
        server.start()
        assert server.count(GRAPH) == before


@pytest.mark.parametrize("auth", ["basic", "digest"])
def test_fuseki_that_asks_for_a_password(auth: str, small: Path, tmp_path: Path) -> None:
    with running_fuseki(tmp_path, auth) as server:
        loaded = load(small, server.url, login=server.login)
        assert loaded.held == loaded.triples > 20_000


def test_readers_see_the_old_graph_or_the_new(
    server: RealServer, small: Path, tmp_path: Path, small_batches: None
) -> None:
    graph = f"{GRAPH}/read"
    (tmp_path / "graph.ttl").write_text(
        "@prefix kg: <https://lvtu.example/ontology#> .\n<urn:a> kg:x 1, 2, 3 .\n", encoding="utf-8"
    )
    assert load(tmp_path, server.url, graph=graph, login=server.login).held == 3
    seen: list[int] = []
    after = load(
        small, server.url, graph=graph, login=server.login, report=lambda _: seen.append(server.count(graph))
    ).held
    assert len(seen) > 5
    assert set(seen) == {3}
    assert server.count(graph) == after
    assert load(tmp_path, server.url, graph=graph, login=server.login).held == 3
