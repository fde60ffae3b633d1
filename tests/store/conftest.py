"""A build of invented facts, and servers that stand in for all kinds."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fake_server import FakeServer
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
