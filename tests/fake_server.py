"""A SPARQL server in a thread that really holds graphs and can be told to fail; stands in for all four kinds."""

import hashlib
import re
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pyoxigraph

HEADERS = {
    "fuseki": ("Fuseki-Request-Id", "1"),
    "virtuoso": ("Server", "Virtuoso/07.20.3229 (Linux) x86_64-pc-linux-gnu"),
    "oxigraph": ("Server", "Oxigraph/0.5.13"),
    "graphdb": ("Server", "GraphDB/10.8 RDF4J/5.1"),
}
USER, PASSWORD = "mulan", "geheim-密码"

# What happens instead of an answer, or after what was asked has been done.
DROP, DO_AND_DROP = "drop", "do and drop"
Action = str | tuple[int, str] | tuple[int, str, dict[str, str]]


class FakeServer:
    """A server of one kind on a free port of loopback.

    Attributes:
        store: what it holds.
        log: method, path and, of updates, the text of every request that passed the door.
        faults: pairs of a pattern searched for in that line and what happens then; each happens once, in order.
        auth: "", "basic" or "digest".
    """

    def __init__(self, kind: str = "oxigraph", auth: str = "") -> None:
        self.kind = kind
        self.auth = auth
        self.store = pyoxigraph.Store()
        self.log: list[str] = []
        self.faults: list[tuple[str, Action]] = []
        self.connections: list[socket.socket] = []
        self._server: ThreadingHTTPServer | None = None
        self._port = 0
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}" + {"fuseki": "/lvtu", "graphdb": "/repositories/lvtu"}.get(
            self.kind, ""
        )

    def start(self) -> None:
        """Listen, on the same port as before if there was one."""
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), _handler(self))
        self._server.daemon_threads = True
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def stop(self) -> None:
        """Break off all connections and refuse new ones."""
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None
        for connection in self.connections:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
        self.connections.clear()

    def graph(self, name: str) -> set[pyoxigraph.Triple]:
        return {quad.triple for quad in self.store.quads_for_pattern(None, None, None, pyoxigraph.NamedNode(name))}

    def graphs(self) -> list[str]:
        return sorted(name.value for name in self.store.named_graphs())

    def answer(self, line: str, do: Callable[[], tuple[int, bytes]]) -> Action | tuple[int, bytes]:
        """Return what to answer to a request that `do` carries out."""
        self.log.append(line)
        for place, (pattern, action) in enumerate(self.faults):
            if re.search(pattern, line):
                del self.faults[place]
                if action == DO_AND_DROP:
                    do()
                return action
        return do()


def _handler(fake: FakeServer) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def setup(self) -> None:
            super().setup()
            fake.connections.append(self.connection)

        def do_GET(self) -> None:
            self._respond(b"")

        def do_POST(self) -> None:
            self._respond(self._body())

        do_PUT = do_POST

        def _body(self) -> bytes:
            if self.headers.get("Transfer-Encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = b""
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
            return body

        def _respond(self, body: bytes) -> None:
            if fake.auth and not _admitted(fake.auth, self.command, self.headers.get("Authorization", "")):
                challenge = 'Basic realm="x"' if fake.auth == "basic" else 'Digest realm="x", nonce="n", qop="auth"'
                return self._send(401, b"", {"WWW-Authenticate": challenge})
            kind = self.headers.get("Content-Type", "")
            text = body.decode() if kind == "application/sparql-update" else ""
            path, _, query = self.path.partition("?")
            parameters = parse_qs(body.decode() if "urlencoded" in kind else query, keep_blank_values=True)
            asked = parameters.get("query", [""])[0]
            action = fake.answer(
                f"{self.command} {path} {text or asked or ' '.join(parameters)}",
                lambda: _carry_out(fake.store, self.command, kind, parameters, body),
            )
            if isinstance(action, str):
                self.close_connection = True
                return None
            status, content, *more = action
            return self._send(status, content if isinstance(content, bytes) else content.encode(), *more)

        def _send(self, status: int, content: bytes, headers: dict[str, str] | None = None) -> None:
            self.send_response_only(status)
            for name, value in {**dict([HEADERS.get(fake.kind, ("Server", "x"))]), **(headers or {})}.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


def _carry_out(
    store: pyoxigraph.Store, method: str, kind: str, parameters: dict[str, list[str]], body: bytes
) -> tuple[int, bytes]:
    """Do what a request asks for, as one transaction."""
    if kind == "application/n-triples":
        graph = pyoxigraph.NamedNode(parameters["graph"][0])
        if method == "PUT":
            store.clear_graph(graph)
        store.load(body, format=pyoxigraph.RdfFormat.N_TRIPLES, to_graph=graph)
        return 201, b""
    try:
        if kind == "application/sparql-update":
            store.update(re.sub(r"^DEFINE sql:log-enable \d ", "", body.decode()))
            return 204, b""
        asked = parameters["query"][0]
        if "bif:exec" in asked:
            return 200, b'{"head": {"vars": []}, "results": {"bindings": []}}'
        return 200, store.query(asked).serialize(format=pyoxigraph.QueryResultsFormat.JSON)
    except (SyntaxError, RuntimeError, OSError) as error:
        return 500, str(error).encode()


def _admitted(auth: str, method: str, given: str) -> bool:
    if auth == "basic":
        import base64

        return given == "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()
    fields = dict(re.findall(r'(\w+)="?([^",]*)"?', given))
    secret = hashlib.md5(f"{USER}:x:{PASSWORD}".encode()).hexdigest()
    action = hashlib.md5(f"{method}:{fields.get('uri')}".encode()).hexdigest()
    parts = (secret, *(fields.get(name, "") for name in ("nonce", "nc", "cnonce", "qop")), action)
    return fields.get("response") == hashlib.md5(":".join(parts).encode()).hexdigest()
