"""Write kg/lexicon/data/confidence.csv: how often each rule was right on annotated documents.

usage: calibrate.py GOLD SYSTEM [GOLD SYSTEM …]     a folder of gold files and what `kg extract` printed for their texts

A rule's share of right facts is drawn towards its family's (region, measure, …) as if by WEIGHT more facts, so that a
rule seen twice says little by itself. For documents nobody had tuned for, give what was extracted at the first look.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from kg.score import score
from kg.score.calibration import Judged

TABLE = Path(__file__).resolve().parent.parent / "kg" / "lexicon" / "data" / "confidence.csv"
WEIGHT = 6
HIGHEST = 0.99
HEAD = """\
# How often each rule was right on the annotated documents (tests/calibrate.py): right facts, all facts, and the
# confidence that follows. A row without a dot stands for the rules of its family that have no row of their own, "any"
# for all others.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", nargs="+", metavar="GOLD SYSTEM")
    pairs = parser.parse_args().pairs
    judged = [fact for gold, system in zip(pairs[::2], pairs[1::2], strict=True) for fact in score(gold, system).judged]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        file.write(HEAD)
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("rule", "right", "of", "confidence"))
        writer.writerows(_rows(judged))


def _rows(judged: list[Judged]) -> list[tuple[str, int, int, str]]:
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for fact in judged:
        for name in ("any", fact.rule.partition(".")[0], fact.rule):
            of[name] += 1
            right[name] += fact.right
    rows = []
    for name in sorted(of):
        family = name.partition(".")[0]
        share = right[family] / of[family]
        sure = share if name == family else (right[name] + WEIGHT * share) / (of[name] + WEIGHT)
        rows.append((name, right[name], of[name], f"{min(sure, HIGHEST):.2f}"))
    return rows


if __name__ == "__main__":
    main()
