"""Speed as ratios taken in one run: extraction against `jieba.cut` on the same text, and the command's start.

Extraction is everything from a file's bytes to its reading: decoding, structure, extraction, resolution.

usage: bench.py [CORPUS.jsonl.gz] [--megabytes N]     (rows with a `text`; the bundled samples without one)
"""

import argparse
import gzip
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator
from pathlib import Path

import jieba

from kg.engine.local import map_local
from kg.extract import extract
from kg.read import read_document
from kg.resolve import resolve

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"
SEGMENTS = 5
WARM_UP = 30


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="?", type=Path, default=SHARED / "corpus" / "official.jsonl.gz")
    parser.add_argument("--megabytes", type=float, default=6.0)
    options = parser.parse_args()
    texts = list(_texts(options.corpus, options.megabytes))
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} documents, {megabytes:.2f} MB of UTF-8")
    _measure_extraction(texts)
    _measure_commands()


def _texts(corpus: Path, megabytes: float) -> Iterator[str]:
    """Yield documents spread over the whole corpus until there are enough, or the bundled samples."""
    if not corpus.exists():
        print(f"{corpus} is absent: measuring on the bundled samples")
        for path in sorted((PROJECT / "kg" / "samples").glob("*.txt")):
            yield path.read_text("utf-8")
        return
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line)["text"] for line in lines]
    total = sum(len(row) for row in rows) * 3 / 1e6
    stride = max(1, round(total / megabytes))
    yield from rows[::stride]


def _measure_extraction(texts: list[str]) -> None:
    # Both have their dictionaries loaded before the clock starts; some of ours load when a text first needs them.
    jieba.initialize()
    for text in texts[:WARM_UP]:
        _extract(text)
    ratios, extracted, cut = [], 0.0, 0.0
    for segment in range(SEGMENTS):
        part = texts[segment::SEGMENTS]
        ours = _cpu_seconds(lambda part=part: deque(map_local(_extract, part), maxlen=0))
        theirs = _cpu_seconds(lambda part=part: [list(jieba.cut(text)) for text in part])
        ratios.append(theirs / ours)
        extracted += ours
        cut += theirs
    megabytes = sum(len(text.encode()) for text in texts) / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"extraction {megabytes / extracted:.2f} MB per CPU-second, jieba.cut {megabytes / cut:.2f}")
    print(f"ratio {cut / extracted:.2f} (median of {SEGMENTS} parts {statistics.median(ratios):.2f}, mark 1)")
    print(f"peak memory {peak:.0f} MiB (jieba's dictionary included)")


def _extract(text: str) -> None:
    document = read_document("bench", text.encode())
    resolve(document, extract(document))


def _cpu_seconds(work: object) -> float:
    start = time.process_time()
    work()  # type: ignore[operator]
    return time.process_time() - start


def _measure_commands() -> None:
    print(f"kg --help {_wall(['--help']):.2f} s (mark 0.3)")
    seeds = SHARED / "seeds"
    inputs = seeds if seeds.exists() else PROJECT / "kg" / "samples"
    with tempfile.TemporaryDirectory() as folder:
        print(f"kg build {inputs.name} {_wall(['build', str(inputs), '-o', folder]):.2f} s (mark 3 for the five seeds)")


def _wall(arguments: list[str]) -> float:
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "kg", *arguments], check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


if __name__ == "__main__":
    main()
