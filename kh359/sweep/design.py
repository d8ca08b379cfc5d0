"""The scenarios of a grid, one row each, in an order that follows from the grid alone."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.scenario.lever import Slot
from kh359.model.scenario.scenario import Scenario
from kh359.sweep.axis import Column
from kh359.sweep.grid import Grid, Latin


def design(grid: Grid) -> FloatArray:
    """(n_scenarios, n_columns) decimals, one column for each of `grid.columns`.

    Every combination of the axes, the first axis of the file slowest; within each combination
    the samples of the Latin hypercube, the same ones each time, in the order they were drawn.
    """
    combined = np.array(
        [
            [number for values in combination for number in values]
            for combination in product(*(axis.values for axis in grid.axes))
        ]
    )
    sampled = np.empty((1, 0)) if grid.latin is None else _samples(grid.latin)
    rows = np.hstack(
        [np.repeat(combined, len(sampled), axis=0), np.tile(sampled, (len(combined), 1))]
    )
    rows.setflags(write=False)
    return rows


def scenario_at(base: Scenario, columns: Sequence[Column], values: Sequence[float]) -> Scenario:
    """The base with one row of the design set. values: (n_columns,) decimals.

    A single share of the split changes the others in proportion, as on the page.
    Raises ScenarioError for a value outside its lever's limits.
    """
    scenario = base
    whole_splits = len([c for c in columns if c.lever.slot is Slot.PROGRAMME]) > 1
    split = list(base.split)
    for column, value in zip(columns, values, strict=True):
        if column.lever.slot is Slot.PROGRAMME and whole_splits:
            split[column.slot] = float(value)
        else:
            scenario = scenario.with_value(column.lever.name, column.slot, float(value))
    return replace(scenario, split=tuple(split)) if whole_splits else scenario


def _samples(latin: Latin) -> FloatArray:
    """(n, n_columns) decimals. McKay, Beckman and Conover (1979), by scipy."""
    from scipy.stats import qmc  # imported here: it costs a second, and workers need none

    unit = qmc.LatinHypercube(d=len(latin.spans), rng=latin.seed).random(latin.n)
    drawn = [
        np.repeat(span.low + column[:, None] * (span.high - span.low), len(span.columns), axis=1)
        for span, column in zip(latin.spans, unit.T, strict=True)
    ]
    return np.hstack(drawn)
