"""The local engine: same results in any number of processes, and a killed worker costs nobody else's result."""

import os
import signal
from pathlib import Path

import pytest

from kg.engine.local import map_local
from kg.errors import KgError


def _square(number: int) -> int:
    return number * number


def _die_once(item: tuple[str, int]) -> int:
    flag, number = item
    if number == 3 and not Path(flag).exists():
        Path(flag).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def _always_die(number: int) -> int:
    if number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_items(jobs: int) -> None:
    assert list(map_local(_square, range(20), jobs)) == [number * number for number in range(20)]


def test_progress_counts_every_item() -> None:
    seen: list[tuple[int, int]] = []
    list(map_local(_square, range(3), 1, lambda *counts: seen.append(counts)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_killed_worker_is_replaced_and_nothing_is_lost(tmp_path: Path) -> None:
    items = [(str(tmp_path / "flag"), number) for number in range(8)]
    assert list(map_local(_die_once, items, 2)) == list(range(8))


def test_an_item_that_kills_every_worker_is_named() -> None:
    with pytest.raises(KgError, match="worker process ended"):
        list(map_local(_always_die, [0, 1, 2], 2))
