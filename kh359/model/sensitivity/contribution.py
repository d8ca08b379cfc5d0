"""How much of a scenario's change each moved lever makes: docs/decisions/sensitivity.md."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.gain import comparable
from kh359.model.history import BoolArray
from kh359.model.scenario.lever import LEVERS
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Scenario
from kh359.model.sensitivity.shapley import shapley

OVERRIDES = "overrides"
"""The part of everything that is supposed of single indicators."""
MOST_PARTS = 8
"""Parts of one target's change; 2 to this power evaluations of one indicator."""
MOST_COUNT_PARTS = 5
"""Parts of a count's change; 2 to this power evaluations of the whole plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """part_id: name of a lever, of a group of levers, or OVERRIDES; change: what it adds."""

    part_id: str
    change: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """A change from rest to a scenario, divided without remainder; largest part first.

    before, after: probability (decimal) or expected count. grouped: more levers are moved than
    can be told apart, so that parts are groups of levers. decided: the scenario's own levers set
    the figure, `after` is no forecast.
    """

    before: float
    after: float
    parts: tuple[Part, ...]
    grouped: bool
    decided: bool = False


def contribution(stage: Stage, scenario: Scenario, target_id: str) -> Contribution | None:
    """Change of the probability of one target; None where it has no projection at rest.

    Raises ValueError for an unknown target.
    """
    row = stage.target_ids.index(target_id)
    only = {
        track.indicator.indicator_id
        for track in stage.tracks
        if any(target.position == row for target in track.targets)
    }
    run = partial(evaluate, stage, only=only)
    if not run(stage.rest).projected[row]:
        return None
    divided = _divided(stage, scenario, lambda mixed: float(run(mixed).p_met[row]), MOST_PARTS)
    return replace(divided, decided=bool(run(scenario).decided[row]))


def count_contribution(stage: Stage, scenario: Scenario, year: int) -> Contribution:
    """Change of the expected count of targets met of one milestone year.

    Over the targets that both rest and scenario forecast.
    """
    full = evaluate(stage, scenario)
    among = comparable(evaluate(stage, stage.rest), full) & (full.target_years == year)
    only = {
        track.indicator.indicator_id
        for track in stage.tracks
        if any(among[target.position] for target in track.targets)
    }

    def expected(mixed: Scenario) -> float:
        return _expected(evaluate(stage, mixed, only=only), among)

    return _divided(stage, scenario, expected, MOST_COUNT_PARTS)


def _expected(run: ScenarioRun, among: BoolArray) -> float:
    return float(np.sum(run.p_met[among]))


def _divided(
    stage: Stage, scenario: Scenario, worth: Callable[[Scenario], float], most: int
) -> Contribution:
    parts, grouped = _parts(scenario, stage.rest, most)
    names = list(parts)
    values = np.empty(2 ** len(names))
    for coalition in range(values.size):
        absent = {
            field
            for place, name in enumerate(names)
            if not coalition >> place & 1
            for field in parts[name]
        }
        values[coalition] = worth(_without(scenario, stage.rest, absent))
    shares = shapley(values)
    made = [Part(part_id=name, change=float(c)) for name, c in zip(names, shares, strict=True)]
    return Contribution(
        before=float(values[0]),
        after=float(values[-1]),
        parts=tuple(sorted(made, key=lambda part: -abs(part.change))),
        grouped=grouped,
    )


def _parts(scenario: Scenario, rest: Scenario, most: int) -> tuple[dict[str, list[str]], bool]:
    """Fields of the scenario that belong to each part, and whether levers are joined."""
    moved = [
        lever
        for lever in LEVERS
        if any(is_moved(lever, slot, scenario, rest) for slot in range(lever.size))
    ]
    supposed = {OVERRIDES: [OVERRIDES]} if scenario.overrides else {}
    if len(moved) + len(supposed) <= most:
        return {lever.name: [lever.name] for lever in moved} | supposed, False
    groups: dict[str, list[str]] = {}
    for lever in moved:
        groups.setdefault(lever.group.value, []).append(lever.name)
    return groups | supposed, True


def _without(scenario: Scenario, rest: Scenario, absent: set[str]) -> Scenario:
    """The scenario with some of its fields at rest."""
    return replace(scenario, **{field: getattr(rest, field) for field in absent})
