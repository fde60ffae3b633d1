"""Fuseki, Virtuoso and the Oxigraph server on loopback: started with data in a folder of their own, killed in the end.

`.ci/fetch-servers` puts the first two into a cache. What is missing there fails a test where CI is set, and skips it
elsewhere.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests
from requests.auth import HTTPDigestAuth

from kg.store.remote_http import Login

CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lvtu-tests"
PASSWORD = "not-a-secret"
_START_LIMIT = 120.0

_VIRTUOSO_INI = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
MaxCheckpointRemap = 2000
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
MaxCheckpointRemap = 2000
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = .
NumberOfBuffers = 40000
MaxDirtyBuffers = 30000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
MaxKeepAlives = 10
KeepAliveTimeout = 10
Charset = UTF-8
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryCostEstimationTime = 400
MaxQueryExecutionTime = 400
"""


class RealServer:
    """One running server.

    Attributes:
        kind: as `kg load --store` takes it.
        url: as its users type it.
        login: who may load, None where nobody is asked for.
    """

    def __init__(
        self,
        kind: str,
        url: str,
        command: list[str],
        folder: Path,
        login: Login | None = None,
        environment: dict[str, str] | None = None,
    ) -> None:
        self.kind = kind
        self.url = url
        self.login = login
        self._command = command
        self._folder = folder
        self._environment = {**os.environ, **(environment or {})}
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, with what it held, and wait until it answers."""
        (self._folder / "virtuoso.lck").unlink(missing_ok=True)
        with (self._folder / "output.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=self._folder, env=self._environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
            )
        end = time.monotonic() + _START_LIMIT
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > end:
                self.kill()
                pytest.fail(f"{self.kind} does not start:\n{(self._folder / 'output.log').read_text()[-2000:]}")
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            urllib.request.urlopen(self.url, timeout=10).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            return False
        return True

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._process = None

    def ask(self, query: str, graph: str = "") -> Any:
        """Return the answer to a query on one named graph, or on all, as SPARQL's JSON says it."""
        path = {"virtuoso": "/sparql-auth"}.get(self.kind, "/query")
        auth = HTTPDigestAuth(self.login.user, self.login.password) if self.login else None
        headers = {"Accept": "application/sparql-results+json"}
        fields = {"query": query, **({"default-graph-uri": graph} if graph else {})}
        response = requests.post(self.url + path, data=fields, headers=headers, auth=auth, timeout=300)
        assert response.ok, f"{self.kind}: {response.status_code} {response.text[:500]}\n{query}"
        return json.loads(response.content)

    def count(self, graph: str) -> int:
        """Return how many triples a named graph holds."""
        answer = self.ask("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", graph)
        return int(answer["results"]["bindings"][0]["n"]["value"])

    def graphs(self) -> set[str]:
        """Return the names of the named graphs below the project's base."""
        answer = self.ask("SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }")
        names = {row["g"]["value"] for row in answer["results"]["bindings"]}
        return {name for name in names if name.startswith("https://lvtu.example/")}


@contextmanager
def _running(server: RealServer) -> Iterator[RealServer]:
    try:
        server.start()
        yield server
    finally:
        server.kill()


@contextmanager
def running_fuseki(folder: Path, auth: str = "") -> Iterator[RealServer]:
    """Run Fuseki with a TDB2 database; `auth` is basic or digest."""
    jar = _fetched("jena-fuseki-server-5.6.0.jar")
    java = shutil.which("java") or _missing("java")
    port = _free_port()
    command = [java, "-jar", str(jar), "--localhost", "--port", str(port), "--tdb2", "--loc", str(folder), "--update"]
    login = None
    if auth:
        login = Login("loader", PASSWORD)
        (folder / "passwords").write_text(f"{login.user}: {login.password}\n", "utf-8")
        command += ["--passwd", str(folder / "passwords"), f"--auth={auth}"]
    with _running(RealServer("fuseki", f"http://127.0.0.1:{port}/lvtu", [*command, "/lvtu"], folder, login)) as server:
        yield server


@contextmanager
def running_virtuoso(folder: Path) -> Iterator[RealServer]:
    """Run Virtuoso with an empty database in which dba has the test's password."""
    root = _fetched("virtuoso")
    libraries = [str(path) for path in (root / "usr" / "lib").glob("*-linux-gnu*")]
    libraries += [str(path) for path in (root / "lib").glob("*-linux-gnu*")]
    environment = {"LD_LIBRARY_PATH": ":".join(libraries)}
    http, sql = _free_port(), _free_port()
    (folder / "virtuoso.ini").write_text(_VIRTUOSO_INI.format(http=http, sql=sql))
    program = [str(root / "usr" / "bin" / "virtuoso-t"), "+configfile", "virtuoso.ini"]
    login = Login("dba", PASSWORD)
    # It makes the database, sets the password and ends.
    subprocess.run(
        [*program, "+foreground", "+pwdold", "dba", "+pwddba", PASSWORD],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        timeout=_START_LIMIT,
        check=False,
    )
    command = [*program, "+foreground"]
    server = RealServer("virtuoso", f"http://127.0.0.1:{http}", command, folder, login, environment)
    with _running(server):
        yield server


@contextmanager
def running_oxigraph(folder: Path) -> Iterator[RealServer]:
    """Run the Oxigraph server."""
    program = Path(sys.executable).with_name("oxigraph")
    port = _free_port()
    command = [str(program), "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with _running(RealServer("oxigraph", f"http://127.0.0.1:{port}", command, folder)) as server:
        yield server


RUNNING = {"fuseki": running_fuseki, "virtuoso": running_virtuoso, "oxigraph": running_oxigraph}


def _fetched(name: str) -> Path:
    path = CACHE / name
    return path if path.exists() else _missing(f"{path}; run .ci/fetch-servers")


def _missing(what: str) -> Any:
    if os.environ.get("CI"):
        pytest.fail(f"missing: {what}")
    pytest.skip(f"missing: {what}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
