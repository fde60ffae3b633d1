"""Tables come back from Parquet as they went in, and as columns that analysts can compute with."""

import io
from decimal import Decimal
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from worked import build_tables

from kg.model import Tables
from kg.model.entity import Measure, Observation, Project
from kg.rdf import DEFAULT_BASE
from kg.write.tables import TABLE_NAMES, read_tables, write_table


def _write(tables: Tables, folder: Path) -> None:
    for name in TABLE_NAMES:
        with (folder / f"{name}.parquet").open("wb") as stream:
            write_table(name, tables, DEFAULT_BASE, stream)


_EXACT = Tables(
    entities=(
        Measure(id="measure/cn/1", name="清淤", status="done"),
        Measure(id="measure/cn/2", name="补水"),
        Observation(id="observation/cn/1", name="面积", value=Decimal("1.50"), high=Decimal("123456789012345678901.5")),
        Project(id="project/cn/1", name="截污", status=("done", "planned"), investment=(Decimal("0.10"), Decimal(3))),
    )
)


@pytest.mark.parametrize("tables", [build_tables(), _EXACT, Tables()], ids=["worked", "exact-numbers", "empty"])
def test_tables_come_back_as_they_were(tables: Tables, tmp_path: Path) -> None:
    _write(tables, tmp_path)
    assert repr(read_tables(tmp_path)) == repr(tables)


def test_numbers_are_columns_to_compute_with(tmp_path: Path) -> None:
    _write(build_tables(), tmp_path)
    columns = pq.read_table(tmp_path / "entities.parquet").to_pydict()
    place = columns["type"].index("Target")
    assert columns["value"][place] == 35.5
    assert columns["value_exact"][place] == "35.50"
    assert columns["investment"][columns["type"].index("Project")] == [6.3e9]


@pytest.mark.parametrize("name", TABLE_NAMES)
def test_the_bytes_are_the_same_each_time(name: str) -> None:
    streams = [io.BytesIO(), io.BytesIO()]
    for stream in streams:
        write_table(name, build_tables(), DEFAULT_BASE, stream)
    assert streams[0].getvalue() == streams[1].getvalue()
