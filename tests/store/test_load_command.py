"""`kg load` reports what came of it, by its exit status too, and takes the password from where nobody reads it."""

import getpass
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from fake_server import PASSWORD, USER, FakeServer

from kg.cli import main
from kg.store import remote_http

Serve = Callable[..., FakeServer]
GRAPH = "https://lvtu.example/graph"


class Terminal(io.StringIO):
    """A stream that somebody sits at."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def no_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KG_PASSWORD", raising=False)


def test_what_was_loaded_is_reported(build: Path, serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    server = serve("oxigraph")
    assert main(["load", str(build), server.url]) == 0
    printed = capsys.readouterr()
    count = len(server.graph(GRAPH))
    assert printed.out == f"{count} triples in <{GRAPH}> of Oxigraph, as many as in {build}\n"
    assert printed.err == ""


def test_progress_is_shown_to_somebody_at_a_terminal(
    build: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve("virtuoso")
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    assert main(["load", str(build), server.url, "--graph", "urn:g"]) == 0
    assert terminal.getvalue() == f"{len(server.graph('urn:g'))} triples sent\r"


def test_another_count_is_a_fault(build: Path, serve: Serve, capsys: pytest.CaptureFixture[str]) -> None:
    server = serve("oxigraph")
    server.faults = [("COUNT", (200, '{"results": {"bindings": [{"n": {"value": "7"}}]}}'))]
    assert main(["load", str(build), server.url]) == 1
    assert f"Oxigraph: <{GRAPH}> holds 7 triples, {build} has " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["--store", "nosuch"], 2, "there is no store 'nosuch'"),
        (["--graph", "no iri"], 2, "not the absolute IRI of a graph"),
        (["--user", USER], 2, "set KG_PASSWORD, or run where it can be asked for"),
        ([], 3, "cannot be reached"),
    ],
)
def test_what_cannot_be_done(
    arguments: list[str],
    status: int,
    words: str,
    build: Path,
    serve: Serve,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = serve()
    server.stop()
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert main(["load", str(build), server.url, *arguments]) == status
    assert words in capsys.readouterr().err


@pytest.mark.parametrize("auth", ["basic", "digest"])
def test_the_password_comes_from_the_environment(
    auth: str, build: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KG_PASSWORD", PASSWORD)
    assert main(["load", str(build), serve("fuseki", auth).url, "--user", USER]) == 0


def test_the_password_is_asked_for_at_a_terminal(build: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def ask(prompt: str) -> str:
        asked.append(prompt)
        return PASSWORD

    monkeypatch.setattr(getpass, "getpass", ask)
    monkeypatch.setattr("sys.stdin", Terminal())
    assert main(["load", str(build), serve("oxigraph", "basic").url, "--user", USER]) == 0
    assert asked == [f"Password of {USER}: "]


def test_no_message_shows_the_password(
    build: Path, serve: Serve, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KG_PASSWORD", "wrong-secret")
    monkeypatch.setattr(remote_http, "WAITS", ())
    server = serve("oxigraph", "digest")
    assert main(["load", str(build), server.url, "--user", USER]) == 3
    printed = capsys.readouterr()
    assert "check the name" in printed.err
    assert "wrong-secret" not in printed.out + printed.err
