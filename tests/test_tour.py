"""The tour runs from its first cell to its last, and every cell that shows something still does."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

TOUR = Path(__file__).resolve().parent.parent / "docs" / "tour.ipynb"


@pytest.mark.slow
def test_the_tour_runs_and_shows_what_it_is_kept_with() -> None:
    kept = nbformat.read(TOUR, as_version=4)
    run = nbformat.read(TOUR, as_version=4)
    NotebookClient(
        run, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(TOUR.parent)}}
    ).execute()
    assert [_kinds(cell) for cell in run.cells] == [_kinds(cell) for cell in kept.cells]
    assert _printed(run) == _printed(kept), "run the tour again and commit docs/tour.ipynb"


def _kinds(cell: nbformat.NotebookNode) -> list[str]:
    return [output.output_type for output in cell.get("outputs", ())]


def _printed(notebook: nbformat.NotebookNode) -> list[str]:
    """Return what the cells print; how data frames are drawn is pandas' affair."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", ())]
    return [output.text for output in outputs if output.output_type == "stream"]
