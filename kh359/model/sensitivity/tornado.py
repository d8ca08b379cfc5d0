"""One target's probability with one input at a time low and high, the rest as drawn."""

from dataclasses import dataclass, replace

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.researcher_rate import POPULATION_PRIOR
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.sensitivity.fixed_prior import facts_fixing
from kh359.model.sensitivity.followed import followed
from kh359.model.sensitivity.narrowed import narrowed, projected_again
from kh359.model.sensitivity.reach import Reach, reaches
from kh359.model.sensitivity.source import Source, SourceKind, sources
from kh359.model.sensitivity.swing import swung
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class TornadoRow:
    """Probability (decimal) with one input at its low and at its high."""

    source: Source
    p_low: float
    p_high: float

    @property
    def swing(self) -> float:
        """How far the probability moves, decimal, never negative."""
        return abs(self.p_high - self.p_low)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tornado:
    """p_met: with nothing changed, as `evaluate` gives it. rows: largest swing first."""

    target_id: str
    p_met: float
    rows: tuple[TornadoRow, ...]


def tornado(facts: Facts, stage: Stage, scenario: Scenario, target_id: str) -> Tornado | None:
    """Every lever and assumption that touches a target, tried low and high on the same draws.

    facts: those of the stage. None where there is no projection, or where the scenario sets the
    figure itself; no rows where nothing touches it.
    """
    reach = reaches(facts, stage, scenario).get(target_id)
    if reach is None:
        return None
    own = narrowed(stage.outlook, reach)
    ground = prepare(facts, own, rest=stage.rest)
    rows = [
        TornadoRow(source=source, p_low=low, p_high=high)
        for source in sources(facts, scenario, reach)
        for low, high in [_ends(facts, ground, scenario, reach, source)]
    ]
    return Tornado(
        target_id=target_id,
        p_met=_probability(ground, scenario, reach),
        rows=tuple(sorted(rows, key=lambda row: -row.swing)),
    )


def _ends(
    facts: Facts, ground: Stage, scenario: Scenario, reach: Reach, source: Source
) -> tuple[float, float]:
    if source.kind is SourceKind.ASSUMPTION:
        low, high = (
            _with_assumption(facts, ground, scenario, reach, source.source_id, value)
            for value in (source.low, source.high)
        )
    elif source.kind is SourceKind.LEVER:
        low, high = (
            _probability(
                ground, swung(scenario, source.source_id, part, programme=reach.programme), reach
            )
            for part in (-1, 1)
        )
    else:
        override = reach.override(scenario)
        low, high = (
            _probability(ground, scenario.with_override(replace(override, pace=pace)), reach)
            for pace in (source.low, source.high)
        )
    return low, high


def _with_assumption(
    facts: Facts, ground: Stage, scenario: Scenario, reach: Reach, prior_id: str, value: float
) -> float:
    """An assumption known for certain; where levers rest on it, what is not moved goes along."""
    known = facts_fixing(facts, {prior_id: value})
    rest = followed(ground.rest, rest_scenario(facts), rest_scenario(known))
    outlook = ground.outlook
    if prior_id == POPULATION_PRIOR and reach.is_rate:
        outlook = projected_again(known, outlook)
    new_ground = prepare(known, outlook, rest=rest)
    return _probability(new_ground, followed(scenario, ground.rest, rest), reach)


def _probability(ground: Stage, scenario: Scenario, reach: Reach) -> float:
    run = evaluate(ground, scenario, only={reach.track.indicator.indicator_id})
    return float(run.p_met[reach.target.position])
