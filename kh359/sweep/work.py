"""A partition worked off: scenarios in, the bytes of its files out; the same on every machine."""

from collections.abc import Mapping

from kh359.model.evaluation.evaluation import evaluate
from kh359.sweep.code_version import code_version
from kh359.sweep.design import scenario_at
from kh359.sweep.fault import SweepError, SweepFaultCode
from kh359.sweep.place import Place
from kh359.sweep.result import Rows, target_columns
from kh359.sweep.stage_shelf import StageShelf
from kh359.sweep.sweep import Partition
from kh359.sweep.table import TableName, parquet

CODE = code_version()
"""Of what this process has loaded: asked later, the files might be newer than the program."""
SHELF = StageShelf()
"""Of this process: a stage costs as much as dozens of scenarios."""


def work(
    partition: Partition, place: Place, *, shelf: StageShelf = SHELF
) -> Mapping[TableName, bytes]:
    """The file of each table. Raises SweepError where this process runs another program."""
    settings = partition.settings
    if settings.code != CODE:
        raise SweepError(SweepFaultCode.OTHER_CODE)
    stage, base = shelf.of(place, settings)
    targets = target_columns(stage, settings)
    only = frozenset(targets.indicator_ids)
    rows = Rows(partition=partition, targets=targets)
    for row, values in enumerate(partition.values, start=partition.first):
        run = evaluate(stage, scenario_at(base, settings.columns, values), only=only)
        rows.add(row, run)
    return {name: parquet(name, partition, rows.tables[name]) for name in TableName}
