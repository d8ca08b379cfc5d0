"""Many values of every input at once: rows of a design become levers and assumptions."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.scenario.lever import LEVERS, Lever, Slot
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Scenario
from kh359.model.sensitivity.fixed_prior import drawn_quantile
from kh359.model.sensitivity.source import Source, SourceKind
from kh359.model.sensitivity.swing import swung_value
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class SampledInputs:
    """rest, levers: name of a lever -> (n_rows, size), where it rests and in the scenario.

    assumptions: id -> (n_rows,), those that vary. pace: (n_rows,) of the indicator, None where
    it does not vary.
    """

    rest: dict[str, FloatArray]
    levers: dict[str, FloatArray]
    assumptions: dict[str, FloatArray]
    pace: FloatArray | None

    @property
    def n_rows(self) -> int:
        """How many sets of values."""
        return len(self.rest["growth"])


def sampled_inputs(
    rows: FloatArray,
    sources: Sequence[Source],
    facts: Facts,
    rest: Scenario,
    scenario: Scenario,
) -> SampledInputs:
    """rows: (n_rows, n_sources) in [0, 1]; 0.5 leaves a lever where the scenario puts it.

    Levers are uniform over their swing, assumptions follow their own distribution. What the
    scenario does not move goes along with the assumption on where it rests.
    """
    drawn = {
        source.source_id: drawn_quantile(facts.prior_by_id[source.source_id], column)
        for source, column in zip(sources, rows.T, strict=True)
        if source.kind is SourceKind.ASSUMPTION
    }
    parts: dict[str, dict[int, FloatArray]] = {}
    pace = None
    for source, column in zip(sources, rows.T, strict=True):
        if source.kind is SourceKind.LEVER:
            parts.setdefault(source.source_id, {})[source.slot or 0] = 2 * column - 1
        elif source.kind is SourceKind.OVERRIDE:
            pace = source.low + (source.high - source.low) * column
    resting = {lever.name: _resting(lever, len(rows), drawn, facts, rest) for lever in LEVERS}
    return SampledInputs(
        rest=resting,
        levers={
            lever.name: _swung(
                lever,
                _gone_along(lever, resting[lever.name], rest, scenario),
                parts.get(lever.name, {}),
            )
            for lever in LEVERS
        },
        assumptions=drawn,
        pace=pace,
    )


def _resting(
    lever: Lever, n_rows: int, drawn: dict[str, FloatArray], facts: Facts, rest: Scenario
) -> FloatArray:
    """(n_rows, size) where a lever rests; the shares of a split are brought back to a sum of 1."""
    varied = [prior_id for prior_id in lever.prior_ids if prior_id in drawn]
    values = np.tile(np.array(rest.values_of(lever.name)), (n_rows, 1))
    if not varied:
        return values
    if lever.slot is not Slot.PROGRAMME:
        return np.repeat(drawn[varied[0]][:, None], lever.size, axis=1)
    for slot, prior_id in enumerate(lever.prior_ids):
        values[:, slot] = drawn.get(prior_id, facts.prior_by_id[prior_id].mode)
    return values / values.sum(axis=1, keepdims=True)


def _gone_along(
    lever: Lever, resting: FloatArray, rest: Scenario, scenario: Scenario
) -> FloatArray:
    moved = np.array([is_moved(lever, slot, scenario, rest) for slot in range(lever.size)])
    if lever.slot is Slot.PROGRAMME:
        moved[:] = moved.any()
    return np.where(moved, np.array(scenario.values_of(lever.name)), resting)


def _swung(lever: Lever, values: FloatArray, parts: dict[int, FloatArray]) -> FloatArray:
    if not parts:
        return values
    if lever.slot is not Slot.PROGRAMME:
        (part,) = parts.values()
        return swung_value(lever.name, values, part[:, None])
    return _split_swung(lever, values, parts)


def _split_swung(lever: Lever, values: FloatArray, parts: dict[int, FloatArray]) -> FloatArray:
    """Shares that are swung keep their value where others can make up the sum of 1."""
    shares = values.copy()
    for slot, part in parts.items():
        shares[:, slot] = swung_value(lever.name, values[:, slot], part)
    others = [slot for slot in range(lever.size) if slot not in parts]
    left = 1 - shares[:, list(parts)].sum(axis=1, keepdims=True)
    together = shares[:, others].sum(axis=1, keepdims=True)
    if others:
        even = np.repeat(left / len(others), len(others), axis=1)
        shares[:, others] = np.divide(
            shares[:, others] * left, together, out=even, where=together > 0
        )
    return shares / shares.sum(axis=1, keepdims=True)
