"""A query on a build in, its rows out as they are found, by a process that is ended when the time is up."""

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from kg.errors import KgError, QueryError, TimeLimitError
from kg.store import child
from kg.store.built import Built
from kg.store.disk import is_due, store_of
from kg.store.mistakes import mistake
from kg.store.refusal import refuse_unsafe
from kg.store.terms import Term, term_of

Row = tuple[Term | None, ...]
DEFAULT_SECONDS = 60.0
# The store takes and frees many small pieces of memory; with glibc keeping more of them at hand than the seven it does
# by default, questions take a fifth to a third less time. Elsewhere nobody reads this.
_ALLOCATOR = {"GLIBC_TUNABLES": "glibc.malloc.tcache_count=127"}


class Answer(NamedTuple):
    """What a query found: yes or no, or rows.

    `kind` is boolean, triples or rows; `columns` names the terms of a row (subject, predicate, object of triples).
    """

    kind: str
    columns: tuple[str, ...]
    boolean: bool
    rows: Iterator[Row]


def _no_word(text: str) -> None:
    """Say nothing."""


@contextmanager
def ask(
    built: Built, query: str, seconds: float = DEFAULT_SECONDS, tell: Callable[[str], None] = _no_word
) -> Iterator[Answer]:
    """Run a query on a build; the process that runs it is ended on leaving.

    Args:
        built: from `find_built`.
        query: SPARQL.
        seconds: how long the store may work on it; reading the graph and what the caller does with rows don't count.
        tell: called with a line about work that takes long.

    Raises:
        QueryError: if the query cannot be read, or would do more than read.
        TimeLimitError: if the time is up; from the rows too.
        KgError: if there is no graph, or the query fails.
    """
    refuse_unsafe(query)
    if is_due(built.turtle):
        # Making a store takes long; a mistake in the query is told before.
        with _answer(built, query, seconds, graph=None, store=None):
            pass
    store = store_of(built.turtle, tell)
    with _answer(built, query, seconds, graph=built.turtle, store=store) as answer:
        yield answer


@contextmanager
def _answer(built: Built, query: str, seconds: float, graph: Path | None, store: Path | None) -> Iterator[Answer]:
    request = {
        "query": query,
        "graph": str(graph) if graph else None,
        "store": str(store) if store else None,
        "base": built.base,
        "prefixes": built.prefixes,
        "seconds": seconds,
    }
    process = subprocess.Popen(
        [sys.executable, "-P", child.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_ALLOCATOR | os.environ,
    )
    watch = _Watch(process, seconds)
    try:
        cast(IO[bytes], process.stdin).write(json.dumps(request).encode())
        cast(IO[bytes], process.stdin).close()
        lines = _lines(process, watch, query, built)
        head = next(lines)
        columns = ("subject", "predicate", "object") if "triples" in head else tuple(head.get("variables", ()))
        kind = "boolean" if "boolean" in head else "triples" if "triples" in head else "rows"
        rows = (tuple(term_of(part) for part in line) for line in lines)
        yield Answer(kind, columns, bool(head.get("boolean")), rows)
    finally:
        watch.stop()
        process.kill()
        process.wait()
        for stream in (process.stdout, process.stderr):
            cast(IO[bytes], stream).close()


def _lines(process: subprocess.Popen[bytes], watch: "_Watch", query: str, built: Built) -> Iterator[Any]:
    """Yield the child's lines between "ready" and the end; raise what it complains of."""
    stream = cast(IO[bytes], process.stdout)
    if stream.readline().strip() != b'"ready"':
        raise KgError(_failure(process, f"{built.turtle}: cannot be read as a graph"))
    while True:
        with watch:
            raw = stream.readline()
        if not raw.endswith(b"\n"):
            if watch.struck:
                raise TimeLimitError(
                    f"the query was stopped after {watch.seconds:g} s; make it narrower, or allow more with --timeout"
                )
            raise KgError(_failure(process, "the query was ended by the system, most likely for want of memory"))
        line = json.loads(raw)
        if isinstance(line, list) or not {"end", "mistake", "error"} & set(line):
            yield line
        elif "mistake" in line:
            raise mistake(query, line["mistake"], built.prefixes)
        elif "error" in line:
            raise QueryError(f"the query failed: {line['error']}")
        else:
            return


def _failure(process: subprocess.Popen[bytes], message: str) -> str:
    process.kill()
    said = cast(IO[bytes], process.stderr).read().decode("utf-8", "replace").strip().splitlines()
    return f"{message} ({said[-1]})" if said else f"{message} (status {process.wait()})"


class _Watch:
    """Ends a process once it has been waited for so long; entered around every wait."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.seconds = seconds
        self.struck = False
        self._process = process
        self._spent = 0.0
        self._since: float | None = None
        self._change = threading.Condition()
        self._over = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def __enter__(self) -> None:
        with self._change:
            self._since = time.monotonic()
            self._change.notify()

    def __exit__(self, *error: object) -> None:
        with self._change:
            self._spent = self._waited()
            self._since = None

    def stop(self) -> None:
        """End the watching, not the process."""
        with self._change:
            self._over = True
            self._change.notify()
        self._thread.join()

    def _waited(self) -> float:
        return self._spent + (time.monotonic() - self._since if self._since is not None else 0.0)

    def _run(self) -> None:
        with self._change:
            while not self._over:
                left = self.seconds - self._waited()
                if left <= 0:
                    self.struck = True
                    self._process.kill()
                    return
                self._change.wait(left if self._since is not None else None)
