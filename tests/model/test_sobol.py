"""Sobol indices of known functions, and a fast model that agrees with the whole one."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import prepare
from kh359.model.scenario.scenario import Override, Scenario, rest_scenario
from kh359.model.sensitivity.fixed_prior import facts_fixing
from kh359.model.sensitivity.followed import followed
from kh359.model.sensitivity.narrowed import narrowed, projected_again
from kh359.model.sensitivity.reach import Reach, reaches
from kh359.model.sensitivity.sampled_inputs import sampled_inputs
from kh359.model.sensitivity.sampled_target import sampled_target
from kh359.model.sensitivity.sobol import sobol_indices
from kh359.model.sensitivity.source import Source, SourceKind, sources
from kh359.model.sensitivity.swing import swung
from kh359.model.sensitivity.target_sobol import count_sobol, target_sobol
from tests.model.scenario_pieces import full_stage, known, stage, with_all


def ishigami(rows: np.ndarray) -> np.ndarray:
    x = (2 * rows - 1) * np.pi
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def test_the_ishigami_function_has_its_analytic_indices() -> None:
    """a = 7, b = 0.1 (Ishigami and Homma 1990): variances 4.346, 6.125, 3.374 of 13.845."""
    found = sobol_indices(ishigami, 3, n_base=4096, seed=359)
    assert found.first == pytest.approx([0.3139, 0.4424, 0.0], abs=0.02)
    assert found.total == pytest.approx([0.5576, 0.4424, 0.2437], abs=0.02)
    assert found.mean == pytest.approx(3.5, abs=0.02)
    assert found.n_runs == 4096 * 5
    assert (abs(found.first - [0.3139, 0.4424, 0.0]) <= found.first_margin).all()


def test_an_additive_function_is_the_sum_of_its_parts() -> None:
    """3x + 2y + z: variances 9, 4, 1 of 14; nothing interacts."""
    found = sobol_indices(lambda x: x @ np.array([3.0, 2.0, 1.0, 0.0]), 4, n_base=2048, seed=1)
    exact = np.array([9, 4, 1, 0]) / 14
    assert found.first == pytest.approx(exact, abs=0.01)
    assert found.total == pytest.approx(exact, abs=0.01)
    assert found.first.sum() == pytest.approx(1, abs=0.02)


def test_the_same_seed_gives_the_same_numbers_and_a_constant_gives_zeros() -> None:
    first, again = (sobol_indices(ishigami, 3, n_base=64, seed=5) for _ in range(2))
    assert first.first_margin.tobytes() == again.first_margin.tobytes()
    assert not first.constant
    still = sobol_indices(lambda x: np.full(len(x), 0.25), 3, n_base=64, seed=5)
    assert still.constant
    assert still.total.tolist() == [0, 0, 0]
    assert still.mean == still.p10 == still.p90 == 0.25


def slow_probability(
    scenario: Scenario, reach: Reach, varied: list[Source], row: np.ndarray
) -> float:
    """The same inputs through the whole model: certain facts, moved scenario, all draws."""
    ground, facts = full_stage(), known()
    inputs = sampled_inputs(row[None], varied, facts, ground.rest, scenario)
    certain = {name: float(values[0]) for name, values in inputs.assumptions.items()}
    certain["grdp_growth_spread"] = 0.0
    if reach.is_rate:
        certain.setdefault("population_growth", facts.prior_by_id["population_growth"].mode)
    fixed = facts_fixing(facts, certain)
    rest = rest_scenario(fixed)
    moved = followed(scenario, ground.rest, rest)
    for source, u in zip(varied, row, strict=True):
        if source.kind is SourceKind.LEVER:
            moved = swung(moved, source.source_id, 2 * float(u) - 1, programme=reach.programme)
        elif source.kind is SourceKind.OVERRIDE:
            assert inputs.pace is not None
            override = reach.override(scenario)
            moved = moved.with_override(replace(override, pace=float(inputs.pace[0])))
    outlook = projected_again(fixed, narrowed(ground.outlook, reach))
    run = evaluate(prepare(fixed, outlook, rest=rest), moved)
    return float(run.p_met[reach.target.position])


SCENARIOS = {
    "money": lambda rest: with_all(with_all(rest, "programme_share", 0.02), "cofinancing", 4.0),
    "growth": lambda rest: replace(rest, growth=(0.1, 0.09, 0.08, 0.07), population_growth=(0.02,)),
    "late": lambda rest: replace(
        rest, added_lag=(2.0,), execution=(0.5,), split=(0, 0.2, 0, 0.3, 0.5)
    ),
    "alone": lambda rest: rest.with_override(
        Override(indicator_id="coverage_5g", pace=0.1, outside_driver=False)
    ).with_override(Override(indicator_id="researchers_total", pace=0.05, outside_driver=False)),
}
TARGETS = (
    "st_tasks_started-2030",
    "researchers_per_10k-2035",
    "digital_economy_share-2040",
    "coverage_5g-2030",
    "dti-2045",
)


@pytest.mark.parametrize("target_id", TARGETS)
@pytest.mark.parametrize("name", SCENARIOS)
def test_the_fast_model_gives_the_probability_of_the_whole_one(name: str, target_id: str) -> None:
    """Equal but for GRDP's chances, which are off in both, and the last draw at a threshold."""
    ground = full_stage()
    scenario = SCENARIOS[name](ground.rest)
    reach = reaches(known(), ground, scenario)[target_id]
    varied = [s for s in sources(known(), scenario, reach) if "spread" not in s.source_id]
    rows = np.random.default_rng(7).uniform(size=(6, len(varied)))
    rows[0] = 0.5
    inputs = sampled_inputs(rows, varied, known(), ground.rest, scenario)
    target = sampled_target(known(), ground, scenario, reach)
    fast = target.probability(inputs, target.stock_change(inputs))
    slow = [slow_probability(scenario, reach, varied, row) for row in rows]
    assert fast == pytest.approx(slow, abs=1.01 / ground.outlook.n_draws)
    assert np.mean(fast == slow) >= 0.8


@pytest.mark.parametrize("target_id", ["st_tasks_started-2030", "researchers_total-2040"])
def test_over_the_draws_of_the_assumptions_it_gives_the_probability_of_the_run(
    target_id: str,
) -> None:
    """Levers where the scenario puts them; elasticity and led share as the run draws them."""
    ground = stage(2000)
    scenario = SCENARIOS["money"](ground.rest)
    reach = reaches(known(), ground, scenario)[target_id]
    drawn = ("elasticity", "led")
    varied = list(sources(known(), scenario, reach))
    rows = np.random.default_rng(3).uniform(size=(4000, len(varied)))
    for place, source in enumerate(varied):
        if not source.source_id.startswith(drawn):
            rows[:, place] = 0.5
    inputs = sampled_inputs(rows, varied, known(), ground.rest, scenario)
    modes = known().prior_by_id
    inputs = replace(
        inputs,
        rest={name: np.tile(ground.rest.values_of(name), (4000, 1)) for name in inputs.rest},
        assumptions={
            name: values if name.startswith(drawn) else np.full(4000, modes[name].mode)
            for name, values in inputs.assumptions.items()
        },
        levers={name: np.tile(scenario.values_of(name), (4000, 1)) for name in inputs.levers},
    )
    target = sampled_target(known(), ground, scenario, reach)
    mean = target.probability(inputs, target.stock_change(inputs)).mean()
    assert mean == pytest.approx(evaluate(ground, scenario).probability(target_id), abs=0.01)


def test_the_elasticity_is_what_a_probability_hangs_on_most() -> None:
    ground = stage(1000)
    scenario = SCENARIOS["money"](ground.rest)
    found = target_sobol(known(), ground, scenario, "st_tasks_started-2030", n_base=256)
    assert found is not None
    top = found.indices[0]
    assert top.source.source_id == "elasticity_direct"
    assert top.total > 0.5
    assert sum(index.first for index in found.indices) <= 1.1
    assert all(
        index.total >= index.first - index.first_margin - index.total_margin
        for index in found.indices
    )
    unmoved = next(i for i in found.indices if i.source.source_id == "split_c")
    assert abs(unmoved.total) < 1e-6


def test_indices_of_a_count_cover_every_channel_and_programme() -> None:
    ground = stage()
    scenario = SCENARIOS["money"](ground.rest)
    found = count_sobol(known(), ground, scenario, 2035, n_base=32)
    assert found is not None
    tried = [(i.source.kind, i.source.source_id, i.source.slot) for i in found.indices]
    assert len(set(tried)) == len(tried)
    assert {slot for kind, name, slot in tried if name == "split"} >= {1, 2, 3, 4}
    run, rest = evaluate(ground, scenario), evaluate(ground, ground.rest)
    among = rest.projected & ~run.decided
    assert found.p10 <= run.count(2035, among=among).expected <= found.p90
    assert found.n_runs == 32 * (len(tried) + 2)


def test_nothing_to_vary_gives_no_indices() -> None:
    ground = stage()
    assert target_sobol(known(), ground, ground.rest, "st_budget_share-2030") is None
    bare = stage(suppose_2025_met=False)
    assert target_sobol(known(), bare, bare.rest, "st_tasks_started-2030") is None


def test_salib_is_loaded_only_for_indices_and_never_draws() -> None:
    code = (
        "import sys, numpy as np\n"
        "from kh359.model.sensitivity.target_sobol import sobol_indices\n"
        "assert 'SALib' not in sys.modules\n"
        "sobol_indices(lambda x: x[:, 0], 2, n_base=8, seed=1)\n"
        "assert 'SALib' in sys.modules and 'matplotlib' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)
