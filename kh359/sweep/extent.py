"""How large the files of a sweep will be, before it runs."""

from kh359.sweep.sweep import Sweep

FILE_BYTES = 38_000
"""The three files of a partition before their rows: schemas and words."""
ROW_BYTES = 3.0
"""One target of one scenario, compressed; benchmarks/sweep.py measures both."""


def extent(sweep: Sweep) -> float:
    """Bytes of all files, roughly."""
    rows = sum(len(sweep.rows) * place.n_targets for place in sweep.places)
    return FILE_BYTES * len(sweep.partitions) + ROW_BYTES * rows
