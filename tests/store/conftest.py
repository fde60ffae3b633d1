"""The graph that questions are asked, built once, in pyoxigraph and in rdflib."""

from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from asked import build_asked

from kg.store import read_memory


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
