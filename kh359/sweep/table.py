"""The three tables of a partition: their columns, units, and the bytes of their Parquet files.

Units are those of `data/` and of grids (50 is 50 %); a probability lies between 0 and 1.
See docs/decisions/sweep.md.
"""

import io
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kh359.model.scenario.lever import LEVERS
from kh359.sweep.axis import EVERY_SLOT, Column, columns_of
from kh359.sweep.sweep import SWEEP_VERSION, Partition


class TableName(StrEnum):
    """What a partition makes; each is a folder of the sweep."""

    SCENARIOS = "scenarios"
    TARGETS = "targets"
    COUNTS = "counts"


EVERY_COLUMN: tuple[Column, ...] = tuple(
    column
    for lever in LEVERS
    for column in columns_of(lever, "" if lever.size == 1 else EVERY_SLOT)
)
WORD = pa.dictionary(pa.int32(), pa.string())
"""Words that repeat are stored once."""


def schema_of(name: TableName, varied: Sequence[Column]) -> pa.Schema:
    """The columns of a table. varied: what differs between the scenarios of the sweep."""
    levers = EVERY_COLUMN if name is TableName.SCENARIOS else varied
    return pa.schema(
        [
            _field("row", pa.int32(), "row of the design, from 0"),
            _field("scenario", WORD, "hash of the scenario"),
            *(_field(column.name, pa.float64(), column.lever.unit.value) for column in levers),
            *_OWN[name],
        ]
    )


def parquet(name: TableName, partition: Partition, columns: Mapping[str, Sequence[Any]]) -> bytes:
    """A table as the bytes of a file: the same columns, the same bytes; no clock in it."""
    schema = schema_of(name, partition.settings.columns).with_metadata(record_of(partition))
    arrays = [pa.array(columns[field.name], type=field.type) for field in schema]
    target = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), target, compression="zstd")
    return target.getvalue()


def record_of(partition: Partition) -> dict[str, str]:
    """What every file says of itself, and what it is known by when a sweep is resumed."""
    settings = partition.settings
    return {
        "kh359.version": str(SWEEP_VERSION),
        "kh359.sweep": settings.key,
        "kh359.code": settings.code,
        "kh359.partition": partition.partition_id,
        "kh359.place": partition.place_id,
        "kh359.data_version": partition.data_version,
        "kh359.seed": str(settings.seed),
        "kh359.draws": str(settings.draws),
        "kh359.suppose_2025_met": str(settings.suppose_2025_met).lower(),
        "kh359.first_row": str(partition.first),
        "kh359.scenarios": str(len(partition.values)),
    }


def _field(name: str, kind: pa.DataType, unit: str) -> pa.Field:
    return pa.field(name, kind, metadata={"unit": unit})


_YEAR = "year"
_COUNT = "targets"
_OWN: dict[TableName, tuple[pa.Field, ...]] = {
    TableName.SCENARIOS: (
        _field("allocated", pa.float64(), "billion đồng at the prices of 2025, 2026-2045"),
        _field("private", pa.float64(), "billion đồng at the prices of 2025, 2026-2045"),
    ),
    TableName.TARGETS: (
        _field("target_id", WORD, "as in targets.csv"),
        _field("indicator_id", WORD, "as in targets.csv"),
        _field("year", pa.int16(), _YEAR),
        _field("evidence", pa.int8(), "evidence level, 1 highest to 4 lowest"),
        _field("verdict", WORD, "word for programs"),
        _field("p_met", pa.float64(), "probability, 0 to 1"),
        _field("p_met_by", pa.float64(), "probability, 0 to 1"),
        _field("first_year_p10", pa.int16(), _YEAR),
        _field("first_year_p50", pa.int16(), _YEAR),
        _field("first_year_p90", pa.int16(), _YEAR),
    ),
    TableName.COUNTS: (
        _field("year", pa.int16(), _YEAR),
        _field("expected", pa.float64(), _COUNT),
        _field("p10", pa.float64(), _COUNT),
        _field("p50", pa.float64(), _COUNT),
        _field("p90", pa.float64(), _COUNT),
        _field("counted", pa.int16(), _COUNT),
        _field("decided", pa.int16(), _COUNT),
        _field("decided_met", pa.int16(), _COUNT),
        _field("no_data", pa.int16(), _COUNT),
        _field("targets", pa.int16(), _COUNT),
    ),
}
