"""How long each prepared question takes on a built graph: `python tests/time_questions.py DIR`.

Counted is what a user of `kg query` waits for: the start of the process that answers, the store, every row; and what
that process itself works, which a busy machine does not lengthen so much. The store on disk is made first, if it is
not there. Ends with status 1 if a question takes 2 seconds or more.
"""

import resource
import sys
import time

from asked import cases

from kg.store import Built, ask, find_built

LIMIT = 2.0
REPEATS = 3


def main(folder: str) -> int:
    built = find_built(folder)
    with ask(built, "ASK {}", tell=print):
        pass
    slowest = 0.0
    for case in cases():
        seconds, worked, count = min(_timed(built, case.sparql) for _ in range(REPEATS))
        slowest = max(slowest, seconds)
        print(f"{seconds:5.2f} s, {worked:5.2f} s of a processor, {count:7d} rows  {case.question}", flush=True)
    print(f"slowest: {slowest:.2f} s")
    return int(slowest >= LIMIT)


def _timed(built: Built, sparql: str) -> tuple[float, float, int]:
    start, used = time.perf_counter(), _used()
    with ask(built, sparql) as answer:
        count = sum(1 for _ in answer.rows)
    return time.perf_counter() - start, _used() - used, count


def _used() -> float:
    """Return the processor seconds of the processes that answered."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return children.ru_utime + children.ru_stime


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
