"""Scenario explorer for Plan 359-KH/TU of Quảng Ngãi province."""

import os

__version__ = "0.1.0"

# Before numpy is loaded: its products here are small, and threads that wait for each other on a
# busy machine make them ten times slower.
for _name in ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
