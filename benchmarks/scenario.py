"""How long one lever takes: response of every indicator and attainment of every target.

    python benchmarks/scenario.py [--rounds 40]

Every indicator is given a projection (half its first target is supposed in 2025), 2,000 draws,
2026-2045. In turn: one `exp` and one `add` over an array of the size of all paths, and one
`evaluate` with a lever moved to a new place. Single thread. Prints both medians, then one line of
JSON with their ratio and the peak memory of the process.
"""

import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"

import argparse
import json
import statistics
import sys
import time

import numpy as np

from kh359.model.assumptions import Assumptions, StartingValue
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.outlook import project_plan
from kh359.plan.indicator import Role
from kh359.plan.loading import load_facts

WARM_UP = 3
MEGABYTE = 1e6


def whole_plan() -> Stage:
    """A stage on which all indicators have a projection."""
    facts = load_facts()
    starts = tuple(
        StartingValue(indicator_id=i.indicator_id, year=2025, value=first.value / 2)
        for i in facts.indicators
        if i.role is Role.TARGET
        for first in facts.targets_of(i.indicator_id)[:1]
    )
    return prepare(facts, project_plan(facts, Assumptions(starting_values=starts)))


def peak_memory() -> float | None:
    """Largest resident memory of this process in MB; None where the system does not tell."""
    try:
        import resource
    except ImportError:
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / MEGABYTE if sys.platform == "darwin" else peak * 1024 / MEGABYTE


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=40)
    rounds = parser.parse_args().rounds
    stage = whole_plan()
    array = np.random.default_rng(0).normal(size=evaluate(stage, stage.rest).paths.shape)
    base, scenario, run = [], [], evaluate(stage, stage.rest)
    for turn in range(WARM_UP + rounds):
        begun = time.perf_counter()
        np.add(np.exp(array), array)
        between = time.perf_counter()
        moved = stage.rest.with_value("programme_share", 0, 0.015 + turn * 1e-4)
        run = evaluate(stage, moved)
        ended = time.perf_counter()
        base.append(between - begun)
        scenario.append(ended - between)
    quick, slow = (statistics.median(times[WARM_UP:]) for times in (base, scenario))
    print(f"indicators {len(run.indicator_ids)}, years {run.years.size}, draws {array.shape[-1]}")
    print(f"targets {len(run.target_ids)}, of them with a probability {int(run.projected.sum())}")
    print(f"one exp and one add over as many numbers: {1000 * quick:.1f} ms")
    print(f"one lever, all indicators and targets:    {1000 * slow:.1f} ms")
    memory = peak_memory()
    result = {
        "ratio": round(slow / quick, 3),
        "scenario_ms": round(1000 * slow, 2),
        "exp_add_ms": round(1000 * quick, 2),
        "peak_memory_mb": None if memory is None else round(memory, 1),
    }
    print(json.dumps(result))


if __name__ == "__main__":
    main()
