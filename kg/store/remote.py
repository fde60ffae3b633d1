"""A build's graph into a running SPARQL server: whole or not at all, counted before and after.

The triples go into a staging graph, the named graph's name with `/loading-` and a digest; when it holds as many as the
file, it takes the named graph's place at once and the named graph is counted. A load that was cut off leaves the
named graph as it was, and at most a staging graph, which the next load removes. What each server guarantees stands in
`kg.store.remote_servers`. Two loads into one named graph at the same time are not foreseen.
"""

import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from kg.errors import KgError, StoreError, UsageError
from kg.store.remote_file import Source, find_source
from kg.store.remote_http import Connection, Login, ServerError
from kg.store.remote_servers import SERVERS, find_server
from kg.store.remote_store import Store

_IRI = re.compile(r"""[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|\\^`]+""")


class Loaded(NamedTuple):
    """What a load came to: the server, the named graph, the triples of the file, and those the graph holds now."""

    server: str
    graph: str
    triples: int
    held: int


def load(
    folder: str | Path,
    url: str,
    *,
    store: str | None = None,
    graph: str | None = None,
    login: Login | None = None,
    report: Callable[[int], None] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Loaded:
    """Let a named graph of a server hold exactly the graph that `kg build` left in a folder.

    Args:
        folder: the build.
        url: the server's address, as its users type it.
        store: the kind of server, a key of `SERVERS`; None to ask the server.
        graph: the named graph; None for the build's base and `graph`.
        login: who loads, None where nobody is asked for.
        report: told now and then how many triples have been sent.
        sleep: waits some seconds before a request is tried again.

    Returns:
        What was loaded. If `held` is not `triples`, the server did not keep what it was given.

    Raises:
        UsageError: if the address, the kind of server or the graph's name is none.
        KgError: if the folder holds no build.
        StoreError: if the server cannot be reached, refuses or breaks off; the named graph then holds what it held.
    """
    if store is not None and store not in SERVERS:
        raise UsageError(f"there is no store {store!r}; known: {', '.join(SERVERS)}")
    if graph is not None and not _IRI.fullmatch(graph):
        raise UsageError(f"{graph!r} is not the absolute IRI of a graph; give one such as https://lvtu.example/graph")
    connection = Connection(url, login, sleep)
    source = find_source(folder)
    name = graph or f"{source.base}graph"
    target = Store(SERVERS[store] if store else find_server(connection), connection)
    sent = _put(target, source, name, report or _ignore)
    held = target.count(name)
    return Loaded(target.server.title, name, sent, held)


def _put(target: Store, source: Source, graph: str, report: Callable[[int], None]) -> int:
    """Put the triples in place, and return how many they are; where that fails, remove what there is of them."""
    staging = f"{graph}/loading-{source.digest[:16]}"
    for left in (*target.staging_graphs(graph), staging):
        target.remove(left)
    if target.takes_whole(graph):
        try:
            return target.write(graph, source.path, report)
        except KgError as error:
            doubt = ", or all of the build" if isinstance(error, ServerError) and error.in_doubt else ""
            raise StoreError(f"{error}; <{graph}> holds what it held{doubt}") from error
    try:
        sent = target.write(staging, source.path, report)
        if (held := target.count(staging)) != sent:
            raise StoreError(f"{target.server.title} kept {held} of the {sent} triples of {source.path}")
    except KgError as error:
        raise StoreError(f"{error}; <{graph}> holds what it held{_cleared(target, staging)}") from error
    try:
        target.replace(graph, staging)
    except StoreError as error:
        state = f"<{graph}> holds what it held, or all of the build"
        raise StoreError(f"{error}; {state}{_cleared(target, staging)}") from error
    try:
        target.remove(staging)
        target.settle()
    except StoreError as error:
        raise StoreError(f"{error}; <{graph}> holds all of the build, load again to have this done too") from error
    return sent


def _cleared(target: Store, staging: str) -> str:
    """Remove a staging graph, if the server answers at all, and say so if it could not be done."""
    try:
        target.remove(staging, tries=1)
    except StoreError:
        return f"; <{staging}> may be left over, the next load removes it"
    return ""


def _ignore(sent: int) -> None:
    """Tell nobody."""
