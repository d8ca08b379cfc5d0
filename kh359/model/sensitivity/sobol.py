"""Sobol indices through SALib: docs/decisions/sensitivity.md."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from kh359.model.history import FloatArray

SALTELLI_ROWS = 2
"""Rows of the design beside one for each input: Saltelli's matrices A and B."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SobolIndices:
    """First-order and total indices of each input, shape (n_inputs,), with 95 % half widths.

    mean, p10, p90: of the output over its inputs; n_runs: evaluations. constant: the output did
    not move at all, every index is 0.
    """

    first: FloatArray
    first_margin: FloatArray
    total: FloatArray
    total_margin: FloatArray
    mean: float
    p10: float
    p90: float
    n_runs: int
    constant: bool


def sobol_indices(
    function: Callable[[FloatArray], FloatArray], n_inputs: int, *, n_base: int, seed: int
) -> SobolIndices:
    """Indices of a function of independent inputs, each uniform on 0 to 1.

    function: (n_runs, n_inputs) -> (n_runs,). n_base: a power of two; the function sees
    n_base x (n_inputs + 2) rows. Sampling and estimators are SALib's (Saltelli et al. 2010,
    Computer Physics Communications 181, 259-270). The same arguments give the same numbers.
    """
    # SALib loads pandas and multiprocess: seconds, for nobody who does not ask for indices.
    from SALib.analyze import sobol as estimate
    from SALib.sample import sobol as design

    problem = {
        "num_vars": n_inputs,
        "names": [f"x{place}" for place in range(n_inputs)],
        "bounds": [[0.0, 1.0]] * n_inputs,
    }
    rows = design.sample(problem, n_base, calc_second_order=False, seed=seed)
    output = function(rows)
    low, high = np.quantile(output, (0.1, 0.9))
    constant = _is_constant(output, n_inputs)
    nothing = np.zeros(n_inputs)
    found = (
        dict.fromkeys(("S1", "S1_conf", "ST", "ST_conf"), nothing)
        if constant
        else estimate.analyze(problem, output, calc_second_order=False, seed=seed)
    )
    return SobolIndices(
        first=np.asarray(found["S1"]),
        first_margin=np.asarray(found["S1_conf"]),
        total=np.asarray(found["ST"]),
        total_margin=np.asarray(found["ST_conf"]),
        mean=float(output.mean()),
        p10=float(low),
        p90=float(high),
        n_runs=output.size,
        constant=constant,
    )


def _is_constant(output: FloatArray, n_inputs: int) -> bool:
    """Whether Saltelli's matrices A and B, the first and last row of each block, do not vary."""
    blocks = output.reshape(-1, n_inputs + SALTELLI_ROWS)
    return bool(np.ptp(blocks[:, [0, -1]]) == 0)
