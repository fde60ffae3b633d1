"""The graph that prepared questions are asked in tests, and the answers that a reader has checked against its texts.

The graph is that of the bundled samples and of `store/texts`, which hold what the samples don't: a target that was
missed, values that contradict one another, two regions with one campaign. An answer stands in
`store/answers/QUESTION.json` with the parameters it was asked with; `pytest --update-golden` writes the rows anew, and
then they have to be read again.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from kg.pipeline import build
from kg.store import Cell, fill, question_named
from kg.write import write_graph

FOLDER = Path(__file__).resolve().parent / "store"
ANSWERS = FOLDER / "answers"
TEXTS = FOLDER / "texts"
SAMPLES = FOLDER.parent.parent / "kg" / "samples"


class Case(NamedTuple):
    """A prepared question with parameters, and its rows: a list of values each, in the order of the columns."""

    question: str
    parameters: dict[str, str]
    columns: list[str]
    rows: list[list[Any]]

    @property
    def sparql(self) -> str:
        """The question as any store can be asked it."""
        return fill(question_named(self.question), self.parameters)


def build_asked(folder: Path) -> Path:
    """Build the graph into a folder and return its Turtle."""
    write_graph(build([SAMPLES, TEXTS]).graph.tables, folder)
    return folder / "graph.ttl"


def cases() -> list[Case]:
    """Return every answer, by question."""
    return [read_case(path) for path in sorted(ANSWERS.glob("*.json"))]


def read_case(path: Path) -> Case:
    found = json.loads(path.read_text("utf-8"), parse_float=Decimal)
    return Case(path.stem, found["parameters"], found["columns"], found["rows"])


def write_case(case: Case) -> None:
    """Write an answer with a row a line, so that a reader can check it and a diff shows what changed."""
    rows = ",\n".join(f"  {json.dumps(row, ensure_ascii=False, default=_number)}" for row in case.rows)
    head = json.dumps({"parameters": case.parameters, "columns": case.columns}, ensure_ascii=False)[1:-1]
    (ANSWERS / f"{case.question}.json").write_text(f'{{{head}, "rows": [\n{rows}\n]}}\n', "utf-8")


def _number(value: Decimal) -> float | int:
    """Return a decimal as JSON's number; the answers have no more digits than a float keeps."""
    return int(value) if value == value.to_integral_value() else float(value)


def by_value(rows: Iterable[Mapping[str, Cell]], columns: Iterable[str]) -> list[list[Any]]:
    """Return rows (of `kg.store.rows_of`) as lists that compare by value, whichever store they come from."""
    names = list(columns)
    return [[_comparable(row.get(name)) for name in names] for row in rows]


def _comparable(value: Cell) -> Any:
    return value.isoformat() if isinstance(value, date) else value
