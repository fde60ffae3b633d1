"""A build of invented facts, and servers that stand in for all kinds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fake_server import FakeServer
from real_servers import RealServer, running_fuseki, running_oxigraph, running_virtuoso
from worked import build_tables

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
