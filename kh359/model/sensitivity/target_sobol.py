"""Sobol indices of a target's probability, and of the count of a milestone's targets met."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.outlook import SEED
from kh359.model.scenario.scenario import Scenario
from kh359.model.sensitivity.reach import Reach, reaches
from kh359.model.sensitivity.sampled_inputs import SampledInputs, sampled_inputs
from kh359.model.sensitivity.sampled_target import SampledTarget, sampled_target
from kh359.model.sensitivity.sobol import SobolIndices, sobol_indices
from kh359.model.sensitivity.source import Source, SourceKind, sources
from kh359.plan.facts import Facts

N_BASE = 1024
"""Rows of Saltelli's matrix A for one target; a power of two."""
N_COUNT_BASE = 512
"""The same for a count, which has about three times as many inputs."""
WITHOUT_CHANCE = ("growth_spread", "grdp_growth_spread")
"""The spread of GRDP growth: these runs hold GRDP at its expectation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SobolIndex:
    """One input's part of the variance: alone (first) and with all it interacts with (total).

    Margins: half widths of 95 % intervals; an estimate may come out slightly below 0.
    """

    source: Source
    first: float
    first_margin: float
    total: float
    total_margin: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sobol:
    """mean, p10, p90: of the output over its inputs; n_runs: evaluations of the model.

    indices: largest total first. constant: nothing that was tried moves the output.
    """

    mean: float
    p10: float
    p90: float
    n_runs: int
    indices: tuple[SobolIndex, ...]
    constant: bool


def target_sobol(
    facts: Facts, stage: Stage, scenario: Scenario, target_id: str, *, n_base: int = N_BASE
) -> Sobol | None:
    """Indices of one target's probability, over its levers and assumptions in their ranges.

    facts: those of the stage. None where there is no projection, where the scenario sets the
    figure itself, and where nothing touches it.
    """
    reach = reaches(facts, stage, scenario).get(target_id)
    if reach is None:
        return None
    varied = [s for s in sources(facts, scenario, reach) if s.source_id not in WITHOUT_CHANCE]
    if not varied:
        return None
    target = sampled_target(facts, stage, scenario, reach)

    def probability(inputs: SampledInputs) -> FloatArray:
        return target.probability(inputs, target.stock_change(inputs))

    return _sobol(facts, stage, scenario, varied, probability, n_base)


def count_sobol(
    facts: Facts, stage: Stage, scenario: Scenario, year: int, *, n_base: int = N_COUNT_BASE
) -> Sobol | None:
    """Indices of the expected count of a milestone's targets met, of those that are forecast.

    An assumption on led shares or on a channel holds for all indicators it touches. The pace of
    single indicators stays where the scenario puts it. None where nothing touches the count.
    """
    found = [r for r in reaches(facts, stage, scenario).values() if r.year == year]
    varied = _of_all(facts, scenario, found)
    if not varied:
        return None
    targets = [sampled_target(facts, stage, scenario, reach) for reach in found]

    def expected(inputs: SampledInputs) -> FloatArray:
        return _expected_count(targets, inputs)

    return _sobol(facts, stage, scenario, varied, expected, n_base)


def _expected_count(targets: Sequence[SampledTarget], inputs: SampledInputs) -> FloatArray:
    changes: dict[tuple[int, str], FloatArray | None] = {}
    total = np.zeros(inputs.n_rows)
    for target in targets:
        channel = target.reach.channel
        key = (target.reach.programme, channel.channel_id if channel else "")
        if key not in changes:
            changes[key] = target.stock_change(inputs)
        total += target.probability(inputs, changes[key])
    return total


def _of_all(facts: Facts, scenario: Scenario, found: Sequence[Reach]) -> list[Source]:
    """Sources of all targets, each once; of the split, every programme that one of them needs."""
    varied: dict[tuple[SourceKind, str, int | None], Source] = {}
    for reach in found:
        for source in sources(facts, scenario, reach):
            if source.kind is not SourceKind.OVERRIDE and source.source_id not in WITHOUT_CHANCE:
                varied.setdefault((source.kind, source.source_id, source.slot), source)
    return sorted(varied.values(), key=lambda source: source.kind is SourceKind.ASSUMPTION)


def _sobol(
    facts: Facts,
    stage: Stage,
    scenario: Scenario,
    varied: Sequence[Source],
    output: Callable[[SampledInputs], FloatArray],
    n_base: int,
) -> Sobol:
    def function(rows: FloatArray) -> FloatArray:
        return output(sampled_inputs(rows, varied, facts, stage.rest, scenario))

    found = sobol_indices(function, len(varied), n_base=n_base, seed=SEED)
    return Sobol(
        mean=found.mean,
        p10=found.p10,
        p90=found.p90,
        n_runs=found.n_runs,
        indices=_ranked(varied, found),
        constant=found.constant,
    )


def _ranked(varied: Sequence[Source], found: SobolIndices) -> tuple[SobolIndex, ...]:
    indices = [
        SobolIndex(
            source=source,
            first=float(found.first[place]),
            first_margin=float(found.first_margin[place]),
            total=float(found.total[place]),
            total_margin=float(found.total_margin[place]),
        )
        for place, source in enumerate(varied)
    ]
    return tuple(sorted(indices, key=lambda index: -index.total))
