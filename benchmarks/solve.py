"""Times of the goal seek on the plan's own data; the last line is one JSON record.

    python benchmarks/solve.py

The bars are held against the time of this process's own work, so that a busy machine does not
decide; the time on the clock is printed beside it.
"""

import json
import time
from collections.abc import Callable
from pathlib import Path

from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.outlook import project_plan
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.aim import Aim, Limits
from kh359.model.solve.best_plan import best_plan, ceiling_of
from kh359.model.solve.frontier import frontier
from kh359.model.solve.goal import seek
from kh359.model.solve.question import Question, Unknown
from kh359.plan.loading import DATA_FOLDER, load_facts

Times = tuple[float, float]
"""Seconds of work, and on the clock."""

TARGETS = ("dti-2030", "researchers_total-2035", "startups-2040", "eid_level2-2030")
LEVEL = 0.03
ONE_TARGET_BAR, PLAN_BAR = 2.0, 15.0
"""Seconds allowed for one target, and for the whole plan with its frontier."""


def main() -> None:
    """Measure and print."""
    facts = load_facts(Path(DATA_FOLDER))
    stage = prepare(facts, project_plan(facts, Assumptions(suppose_2025_met=True)))
    one = {unknown.value: _slowest(stage, unknown) for unknown in Unknown}
    scenario = stage.rest
    limits = Limits(ceiling=3 * ceiling_of(stage, scenario), largest_change=0.2)
    plan = _timed(lambda: best_plan(stage, Aim(scenario=scenario), limits))
    curve = _timed(lambda: frontier(stage, Aim(scenario=scenario), limits))
    for name, (own, clock) in (*one.items(), ("whole plan", plan), ("frontier", curve)):
        print(f"{name:<12} {own:6.2f} s of work, {clock:6.2f} s on the clock")
    slowest = max(own for own, _ in one.values())
    record = {
        "one_target_s": round(slowest, 3),
        "plan_s": round(plan[0], 3),
        "frontier_s": round(curve[0], 3),
        "passed": slowest <= ONE_TARGET_BAR and plan[0] + curve[0] <= PLAN_BAR,
    }
    print(json.dumps(record))


def _slowest(stage: Stage, unknown: Unknown) -> Times:
    return max(_timed(lambda i=i: _seek(stage, stage.rest, i, unknown)) for i in TARGETS)


def _seek(stage: Stage, scenario: Scenario, target_id: str, unknown: Unknown) -> None:
    seek(
        stage,
        Question(target_ids=(target_id,), scenario=scenario, unknown=unknown, level=LEVEL),
    )


def _timed(work: Callable[[], object]) -> Times:
    clock, own = time.perf_counter(), time.process_time()
    work()
    return time.process_time() - own, time.perf_counter() - clock


if __name__ == "__main__":
    main()
