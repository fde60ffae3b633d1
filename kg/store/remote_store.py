"""One server's graphs: count, write, replace, remove; what each kind of server wants said in its own way."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from kg.store.remote_file import read_batches
from kg.store.remote_http import Connection, Stream
from kg.store.remote_servers import Server

# What a staging graph's name adds to that of the graph it is for.
_STAGING = re.compile(r"/loading-[0-9a-f]{16}")

# Oxigraph keeps a transaction in memory, so a staging graph is emptied in parts.
_PART = 100_000

# Since 0.5 a bulk POST is seen as a whole or not at all; 0.4.11 shows parts of it.
_INGESTS_AT_ONCE = re.compile(r"Oxigraph/(?:0\.[5-9]|0\.[1-9]\d|[1-9])")

# Begins an update that Virtuoso runs as one transaction, and does not write into its log.
_UNLOGGED = "DEFINE sql:log-enable 0"

_DIFFERENCE = """DELETE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} WHERE {{
    GRAPH <{graph}> {{ ?s ?p ?o }} FILTER NOT EXISTS {{ GRAPH <{staging}> {{ ?s ?p ?o }} }} }} ;
INSERT {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} WHERE {{
    GRAPH <{staging}> {{ ?s ?p ?o }} FILTER NOT EXISTS {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} }}"""


class Store:
    """A server of a known kind."""

    def __init__(self, server: Server, connection: Connection) -> None:
        connection.title = server.title
        connection.example = server.example
        for ending in server.endings:
            connection.url = connection.url.removesuffix(ending)
        self.server = server
        self._connection = connection
        suffix = server.suffix if connection.has_login else ""
        self._query, self._update, self._graphs = server.query + suffix, server.update + suffix, server.graphs + suffix

    def count(self, graph: str) -> int:
        """Return how many triples a graph holds, 0 if there is no such graph."""
        text = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        (row,) = self._connection.query(self._query, text, f"asked how many triples <{graph}> has")
        return int(row["n"])

    def holds(self, graph: str) -> bool:
        """Say whether a graph holds a triple."""
        text = f"SELECT ?s {{ GRAPH <{graph}> {{ ?s ?p ?o }} }} LIMIT 1"
        return bool(self._connection.query(self._query, text, f"asked whether <{graph}> is empty"))

    def takes_whole(self, graph: str) -> bool:
        """Say whether the one request that writes a graph puts it in place at once, without a staging graph."""
        if self.server.way == "difference":
            return not self.holds(graph) and _INGESTS_AT_ONCE.match(self._connection.software) is not None
        return self.server.way == "put"

    def staging_graphs(self, graph: str) -> list[str]:
        """Return the staging graphs that loads of a graph left behind, by name."""
        rows = self._connection.query(self._query, self.server.listing, "asked for what an earlier load left")
        names = {row["g"] for row in rows if "g" in row}
        return sorted(name for name in names if _STAGING.fullmatch(name.removeprefix(graph)))

    def write(self, graph: str, path: Path, report: Callable[[int], None]) -> int:
        """Put all triples of a Turtle file where a graph has none yet, and return how many there are.

        `report` is told how many have been sent so far.
        """
        if self.server.whole:
            return self._write_whole(graph, path, report)
        sent = 0
        for batch in read_batches(path):
            self._connection.write("POST", self._graphs, {"graph": graph}, batch.lines, f"sent triples of {path}")
            sent += batch.triples
            report(sent)
        return sent

    def _write_whole(self, graph: str, path: Path, report: Callable[[int], None]) -> int:
        sent = 0

        def pieces() -> Iterator[bytes]:
            nonlocal sent
            sent = 0
            for batch in read_batches(path):
                yield batch.lines
                sent += batch.triples
                report(sent)

        if self.server.way == "put":
            method, parameters = "PUT", {"graph": graph}
        else:
            method, parameters = "POST", {"graph": graph, "no_transaction": ""}
        self._connection.write(method, self._graphs, parameters, Stream(pieces), f"sent the triples of {path}")
        return sent

    def replace(self, graph: str, staging: str) -> None:
        """Let a graph hold what its staging graph holds, at once."""
        purpose = f"asked to put the triples into <{graph}>"
        match self.server.way:
            case "copy":
                self._send(f"{_UNLOGGED} COPY <{staging}> TO <{graph}>", purpose)
            case "difference":
                self._send(_DIFFERENCE.format(graph=graph, staging=staging), purpose)
            case _:
                move = f"MOVE <{staging}> TO <{graph}>"
                self._connection.update(self._update, move, purpose, settled=lambda: self.count(staging) == 0)

    def remove(self, staging: str, tries: int | None = None) -> None:
        """Remove a staging graph; nothing happens if there is none."""
        purpose = f"asked to remove <{staging}>"
        drop = f"DROP SILENT GRAPH <{staging}>"
        options = {} if tries is None else {"tries": tries}
        if self.server.way == "copy" and self.holds(staging):
            # Should the server die before its next checkpoint, the graph is there again, and the next load removes it.
            drop = f"{_UNLOGGED} {drop}"
        while self.server.way == "difference" and self.holds(staging):
            part = f"SELECT ?s ?p ?o {{ GRAPH <{staging}> {{ ?s ?p ?o }} }} LIMIT {_PART}"
            self._send(f"DELETE {{ GRAPH <{staging}> {{ ?s ?p ?o }} }} WHERE {{ {{ {part} }} }}", purpose, **options)
        self._send(drop, purpose, **options)

    def settle(self) -> None:
        """Make sure that the server will hold what it holds now when it starts anew."""
        if self.server.way == "copy":
            checkpoint = "SELECT (bif:exec('checkpoint') AS ?done) {}"
            self._connection.query(self._query, checkpoint, "asked to make a checkpoint")

    def _send(self, text: str, purpose: str, **options: int) -> None:
        self._connection.update(self._update, text, purpose, **options)
