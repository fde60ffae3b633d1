"""The process that answers one query, or makes one store, and that can be killed: requests in, lines of JSON out.

It is run as a script, so that it need not wait for the rest of the package. A request is JSON on standard input:
`{"load": GRAPH, "into": FOLDER}` makes a store on disk; `{"query": …, "graph": PATH or null, "store": PATH or null,
"base": …, "prefixes": …, "seconds": …}` answers a query on the store, or on the graph read into memory, or on nothing.
An answer is the line "ready", a line that says what comes (`{"variables": […]}`, `{"boolean": …}` or `{"triples": 1}`),
a line for each row with a list of terms (see `kg.store.terms`), and `{"end": 1}`; or `{"mistake": …}` for a query that
cannot be read, `{"error": …}` for one that fails.
"""

import json
import math
import signal
import sys
from collections.abc import Iterable
from typing import Any

# Of the machine's memory, what a query may take before it is stopped.
_SHARE = 0.75


def main() -> None:
    """Answer the one request on standard input."""
    # The default ends the process at once, also while the store is at work and Python's handlers would wait.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    request = json.load(sys.stdin)
    if "load" in request:
        _load(request["load"], request["into"])
        return
    sys.stdout.reconfigure(encoding="utf-8", line_buffering=True, newline="\n")  # type: ignore[union-attr]
    try:
        for line in _answer(request):
            print(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
    except BrokenPipeError:
        # Nobody wants the rest: the reader had enough rows, or is gone.
        sys.stderr.close()


def _load(graph: str, folder: str) -> None:
    import pyoxigraph

    store = pyoxigraph.Store(folder)
    store.bulk_load(path=graph, format=pyoxigraph.RdfFormat.TURTLE)
    # Without this, look-ups take five times as long.
    store.optimize()


def _answer(request: dict[str, Any]) -> Iterable[Any]:
    import pyoxigraph

    if request["store"]:
        store = pyoxigraph.Store.read_only(request["store"])
    else:
        store = pyoxigraph.Store()
        if request["graph"]:
            store.bulk_load(path=request["graph"], format=pyoxigraph.RdfFormat.TURTLE)
    _set_limits(request["seconds"])
    yield "ready"
    try:
        found = store.query(request["query"], base_iri=request["base"], prefixes=request["prefixes"])
        if isinstance(found, pyoxigraph.QueryBoolean):
            yield {"boolean": bool(found)}
        elif isinstance(found, pyoxigraph.QueryTriples):
            yield {"triples": 1}
            for triple in found:
                yield [parts_of(part) for part in (triple.subject, triple.predicate, triple.object)]
        else:
            yield {"variables": [variable.value for variable in found.variables]}
            for row in found:
                yield [parts_of(part) for part in row]
    except SyntaxError as error:
        yield {"mistake": str(error)}
    except (RuntimeError, ValueError, OSError) as error:
        yield {"error": str(error)}
    else:
        yield {"end": 1}


def parts_of(term: Any) -> list[str] | None:
    """Return a term of pyoxigraph as [kind, text], and a literal's datatype and language where it has them."""
    if term is None:
        return None
    match type(term).__name__:
        case "NamedNode":
            return ["uri", term.value]
        case "BlankNode":
            return ["bnode", term.value]
    if term.language:
        return ["literal", term.value, "", term.language]
    return ["literal", term.value, term.datatype.value]


def _set_limits(seconds: float) -> None:
    """Have the system end this process if it outlives its caller, or takes the machine's memory."""
    try:
        import os
        import resource
    except ImportError:
        # There are none on Windows, where only the caller's own limit holds.
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _lower(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime + seconds) + 1)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    _lower(resource.RLIMIT_DATA, int(memory * _SHARE))


def _lower(kind: int, amount: int) -> None:
    import resource

    soft, hard = resource.getrlimit(kind)
    known = [limit for limit in (amount, soft, hard) if limit != resource.RLIM_INFINITY]
    resource.setrlimit(kind, (min(known), hard))


if __name__ == "__main__":
    main()
