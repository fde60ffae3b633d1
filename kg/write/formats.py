"""A graph's tables in, a folder of files out: one row of `WRITERS` a file."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import BinaryIO, NamedTuple

from kg.model import Tables
from kg.rdf import DEFAULT_BASE
from kg.write.files import Part, write_parts
from kg.write.gexf import write_gexf
from kg.write.graphml import write_graphml
from kg.write.report import Status, write_report
from kg.write.tables import TABLE_NAMES, write_table
from kg.write.turtle import write_turtle


class WriterRow(NamedTuple):
    """A row of `WRITERS`: the file's path inside the folder, and the function (tables, base, stream) that fills it."""

    file: str
    write: Callable[[Tables, str, BinaryIO], None]


WRITERS: tuple[WriterRow, ...] = (
    WriterRow("graph.ttl", write_turtle),
    WriterRow("graph.graphml", write_graphml),
    WriterRow("graph.gexf", write_gexf),
    *(WriterRow(f"tables/{name}.parquet", partial(write_table, name)) for name in TABLE_NAMES),
)


def write_graph(
    tables: Tables, folder: str | Path, base: str = DEFAULT_BASE, statuses: Sequence[Status] = ()
) -> list[Path]:
    """Write a graph in every format, and the report of its build.

    Args:
        tables: the graph.
        folder: made if it does not exist; files of the same names are replaced.
        base: what every IRI begins with.
        statuses: what became of each input: its path, 'used', 'duplicate' or 'failed', and the reason.

    Returns:
        The paths of the files.

    Raises:
        OutputError: if the folder cannot be written; then no file of an earlier build is touched.
    """
    parts = [Part(row.file, partial(row.write, tables, base)) for row in WRITERS]
    return write_parts(folder, [*parts, Part("report.json", partial(write_report, tables, statuses))])
