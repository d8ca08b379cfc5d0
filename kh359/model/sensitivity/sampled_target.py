"""One target's probability for many values of every input at once."""

from dataclasses import dataclass

import numpy as np

from kh359.model.evaluation.stage import Stage, prepare
from kh359.model.history import FloatArray
from kh359.model.researcher_rate import POPULATION_PRIOR
from kh359.model.response.effect import LED_PRIOR
from kh359.model.response.response import linked
from kh359.model.scenario.scenario import Scenario
from kh359.model.sensitivity.fixed_prior import facts_fixing
from kh359.model.sensitivity.narrowed import narrowed, projected_again
from kh359.model.sensitivity.reach import Reach, reaches
from kh359.model.sensitivity.sampled_inputs import SampledInputs
from kh359.model.sensitivity.sampled_stock import log_grdp, log_stock_change
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SampledTarget:
    """What is left to chance once every input is given: the baseline's draws.

    draws: (n_draws,) of the target's year on the link scale, rising; least: meets the target, on
    that scale. pace: the scenario's. origin: where the draws start from if nation and market bring
    nothing, None where they do. population: growth a year that the draws rest on for
    `population_years` years, 0 years where they do not.
    """

    reach: Reach
    draws: FloatArray
    least: float
    pace: float
    origin: float | None
    population: float
    population_years: int

    def stock_change(self, inputs: SampledInputs) -> FloatArray | None:
        """(n_rows,) ln(stock / stock at rest) in the target's year; None without a channel."""
        channel = self.reach.channel
        if channel is None:
            return None
        return log_stock_change(
            inputs,
            self.reach.programme,
            lag=inputs.assumptions[channel.lag_id],
            depreciation=inputs.assumptions[channel.depreciation_id],
            column=self.reach.target.column,
        )

    def probability(self, inputs: SampledInputs, stock_change: FloatArray | None) -> FloatArray:
        """(n_rows,) share of draws that meet the target, with GRDP and population as expected.

        The effect is then one for all draws: it moves what must be reached, and the share is
        read from the sorted draws.
        """
        least = self.least - self._effect(inputs, stock_change)
        if self.origin is not None:
            led = self._led(inputs)
            least = (least - (1 - led) * self.origin) / led
        below = np.searchsorted(self.draws, least, side="left")
        return (self.draws.size - below) / self.draws.size

    def _effect(self, inputs: SampledInputs, stock_change: FloatArray | None) -> FloatArray:
        column, channel = self.reach.target.column, self.reach.channel
        years = max(column + 1 - self.reach.source.first, 0)
        pace = self.pace if inputs.pace is None else inputs.pace
        effect = years * np.log1p(pace) + np.zeros(inputs.n_rows)
        if channel is not None and stock_change is not None:
            elasticity = inputs.assumptions[channel.elasticity_id]
            effect += self._led(inputs) * elasticity * stock_change
        if self.reach.is_rate:
            people, resting = (
                np.log1p(levers["population_growth"][:, 0])
                for levers in (inputs.levers, inputs.rest)
            )
            effect -= (column + 1) * (people - resting)
            effect -= self.population_years * (resting - np.log1p(self.population))
        if self.reach.is_digital_share:
            grown = log_grdp(inputs.levers)[:, column] - log_grdp(inputs.rest)[:, column]
            effect += (inputs.assumptions["digital_growth_elasticity"] - 1) * grown
        return effect

    def _led(self, inputs: SampledInputs) -> FloatArray:
        return inputs.assumptions[LED_PRIOR[self.reach.source.indicator.driver]]


def sampled_target(facts: Facts, stage: Stage, scenario: Scenario, reach: Reach) -> SampledTarget:
    """The baseline of a target; where population is part of it, as if its growth were known."""
    population = facts.prior_by_id[POPULATION_PRIOR].mode
    item = stage.outlook.of(reach.track.indicator.indicator_id)
    population_years = 0
    if reach.is_rate and item.projection is not None and item.projection.follows:
        population_years = reach.year - int(item.projection.years[0]) + 1
        reach = _with_population_known(facts, stage, scenario, reach, population)
    track, source, column = reach.track, reach.source, reach.target.column
    draws = linked(track.paths[column], track.indicator.upper)
    override = reach.override(scenario)
    origin = None
    if not override.outside_driver and np.isfinite(source.start):
        upper = source.indicator.upper
        brought = linked(source.paths[column], upper) - linked(np.array(source.start), upper)
        origin = float(np.mean(draws - brought))
    return SampledTarget(
        reach=reach,
        draws=np.sort(draws),
        least=float(linked(np.array(reach.target.least), track.indicator.upper)),
        pace=override.pace,
        origin=origin,
        population=population,
        population_years=population_years,
    )


def _with_population_known(
    facts: Facts, stage: Stage, scenario: Scenario, reach: Reach, population: float
) -> Reach:
    known = facts_fixing(facts, {POPULATION_PRIOR: population})
    outlook = projected_again(known, narrowed(stage.outlook, reach))
    ground = prepare(known, outlook, rest=stage.rest)
    return reaches(facts, ground, scenario)[stage.target_ids[reach.target.position]]
