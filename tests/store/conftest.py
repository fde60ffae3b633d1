"""A build of invented facts, servers real and standing in for all kinds, and the graph that questions are asked."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from asked import build_asked
from fake_server import FakeServer
from real_servers import RealServer, running_fuseki, running_oxigraph, running_virtuoso
from worked import build_tables

from kg.store import read_memory
from kg.write.turtle import turtle_lines


@pytest.fixture
def build(tmp_path: Path) -> Path:
    """A folder as `kg build` leaves it, as far as loading needs it."""
    (tmp_path / "graph.ttl").write_text("".join(turtle_lines(build_tables())), "utf-8")
    return tmp_path


@pytest.fixture
def serve() -> Iterator[Callable[..., FakeServer]]:
    """Start stand-ins and stop them in the end."""
    started: list[FakeServer] = []

    def start(*arguments: str) -> FakeServer:
        started.append(FakeServer(*arguments))
        return started[-1]

    yield start
    for server in started:
        server.stop()


@pytest.fixture(scope="session")
def fuseki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """A real Fuseki; only in slow tests."""
    with running_fuseki(tmp_path_factory.mktemp("fuseki")) as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """A real Virtuoso; only in slow tests."""
    with running_virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        yield server


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealServer]:
    """A real Oxigraph server; only in slow tests."""
    with running_oxigraph(tmp_path_factory.mktemp("oxigraph")) as server:
        yield server


@pytest.fixture(params=["fuseki", "virtuoso", "oxigraph"])
def server(request: pytest.FixtureRequest) -> RealServer:
    """Each real server in turn."""
    found: RealServer = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="session")
def asked_turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Turtle of the samples and the texts beside this file."""
    return build_asked(tmp_path_factory.mktemp("asked"))


@pytest.fixture(scope="session")
def asked_store(asked_turtle: Path) -> pyoxigraph.Store:
    return read_memory([asked_turtle.read_text("utf-8")])


@pytest.fixture(scope="session")
def asked_rdflib(asked_turtle: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(asked_turtle)
