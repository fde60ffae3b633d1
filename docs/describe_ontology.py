"""Write the page that documents the ontology, with a target of a built graph as its example.

usage: describe_ontology.py GRAPH_TTL > docs/ontology.md
"""

import re
import sys
from pathlib import Path

from kg.ontology.page import ontology_page

TOLD = ("kg:indicator", "kg:region", "kg:value", "qudt:hasUnit", "kg:deadlineDate")


def main() -> None:
    """Write the page to standard output."""
    sys.stdout.buffer.write(ontology_page(example(Path(sys.argv[1]).read_text("utf-8"))).encode())


def example(turtle: str) -> str:
    """Return the blocks of the shortest target that says all a target can, of its evidence, and of the document."""
    _, *blocks = turtle.split("\n\n")
    by_subject = {block.split(" ", 1)[0]: block.strip() for block in blocks}
    targets = [block for block in by_subject.values() if "a kg:Target" in block and all(told in block for told in TOLD)]
    target = min(targets, key=lambda block: (len(block), block))
    evidence = by_subject[_object(target, "kg:evidence")]
    rest = (by_subject[_object(evidence, name)] for name in ("oa:hasSelector", "oa:hasSource"))
    return "\n\n".join((target, evidence, *rest))


def _object(block: str, predicate: str) -> str:
    found = re.search(rf"{predicate} (<[^>]+>)", block)
    assert found, f"{predicate} is missing from {block}"
    return found[1]


if __name__ == "__main__":
    main()
