"""Documents through a pure function in this process or in several; results come back in the order of the inputs."""

import gc
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from kg.errors import KgError

Item = TypeVar("Item")
Result = TypeVar("Result")

_ATTEMPTS = 2
_ITEMS_PER_COLLECTION = 100


def map_local(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Result]:
    """Yield `function(item)` for every item, in order.

    A worker process that dies takes nobody else's result with it: what it had not finished is tried again in
    a new pool.

    Args:
        function: a pure, picklable function.
        items: its arguments.
        jobs: how many processes; 1 means this one.
        progress: called with the number of items done so far, and of all.

    Raises:
        KgError: if the same item ends its worker process twice.
    """
    if jobs <= 1 or len(items) <= 1:
        for done, result in enumerate(_uncollected(function, items), 1):
            yield result
            if progress:
                progress(done, len(items))
        return
    results: dict[int, Result] = {}
    attempts = dict.fromkeys(range(len(items)), 0)
    while pending := [index for index in attempts if index not in results]:
        _run_pool(function, items, pending, results, jobs, progress)
        for index in pending:
            attempts[index] += index not in results
            if attempts[index] >= _ATTEMPTS * max(2, jobs):
                raise KgError(f"{items[index]}: its worker process ended again and again; is there enough memory?")
    for index in range(len(items)):
        yield results[index]


def _uncollected(function: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Apply a function with the cyclic garbage collector off but for a round now and then.

    Extraction makes many small values and hardly a cycle; the collector's own rounds took a fifth of the time. What a
    round leaves (the lexicon, the results) is frozen, so that the next one does not go through it again.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        for done, item in enumerate(items, 1):
            yield function(item)
            if done % _ITEMS_PER_COLLECTION == 0:
                gc.collect()
                gc.freeze()
    finally:
        gc.unfreeze()
        if enabled:
            gc.enable()


def _run_pool(
    function: Callable[[Item], Result],
    items: Sequence[Item],
    pending: list[int],
    results: dict[int, Result],
    jobs: int,
    progress: Callable[[int, int], None] | None,
) -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_collect_seldom) as pool:
        futures: dict[Future[Result], int] = {}
        try:
            for index in pending:
                futures[pool.submit(function, items[index])] = index
            for future in as_completed(futures):
                results[futures[future]] = future.result()
                if progress:
                    progress(len(results), len(items))
        except BrokenProcessPool:
            for future, index in futures.items():
                if future.done() and not future.cancelled() and future.exception() is None:
                    results[index] = future.result()


def _collect_seldom() -> None:
    """Let a worker process, which lives for one build, collect garbage a hundredth as often."""
    gc.set_threshold(70_000, 100, 100)
