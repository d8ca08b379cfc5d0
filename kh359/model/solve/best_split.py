"""The least share of the money for each programme that reaches targets, and the best split."""

import math

import numpy as np

from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray
from kh359.model.scenario.scenario import Values
from kh359.model.solve.answer import Status, TargetAnswer
from kh359.model.solve.least_budget import solved
from kh359.model.solve.sought import Sought, out_of_reach
from kh359.model.solve.stock_line import StockLines
from kh359.model.solve.stock_need import stock_needed
from kh359.model.solve.threshold import least_level, reached_share, rounded_up, suffices

SPLIT_STEP = 1e-5
"""Shares of a split are rounded up to this: 0.001 %."""
HALVINGS = 40
PLACES = 6
"""Decimals of a split that is found; finer than SPLIT_STEP, so that no share asked for is cut."""


def shares_needed(stage: Stage, one: Sought, lines: StockLines, run: ScenarioRun) -> FloatArray:
    """(n_draws,) the share of all money that the target's programme needs."""
    line = lines.line(one.kind, one.target.column)
    needed = stock_needed(stage, one, line, run)
    return solved(needed - line.inherited, line.spent(np.array(run.scenario.programme_share)))


def least_share(
    stage: Stage, one: Sought, needed: FloatArray, run: ScenarioRun, wanted: float, most: float
) -> TargetAnswer:
    """The least share, exact on the draws; most: what the floors of the others leave."""
    p_now = run.probability(one.target_id)
    found = {
        "p_now": p_now,
        "p_limit": reached_share(needed, most),
        "p_most": reached_share(needed, 1.0),
    }
    share = least_level(needed, wanted)
    if share == np.inf:
        return one.answer(stage, out_of_reach(stage, one), **found)
    if share > most:
        value = rounded_up(share, SPLIT_STEP) if share <= 1 else None
        return one.answer(stage, Status.BEYOND_LIMIT, value=value, **found)
    value = rounded_up(max(share, 0.0), SPLIT_STEP)
    found["p_value"] = reached_share(needed, value)
    already = p_now is not None and suffices(p_now, wanted)
    return one.answer(stage, Status.ALREADY if already else Status.REACHED, value=value, **found)


def together(
    floors: Values, programmes: list[int], needed: list[FloatArray], wanted: float
) -> tuple[Values, float]:
    """(least shares of all programmes, the probability that each target then has).

    That probability is `wanted` where the shares fit into 1, else the highest that does fit, so
    that no target is bought at the cost of another.
    """

    def asked(p: float) -> list[float]:
        shares = list(floors)
        for programme, levels in zip(programmes, needed, strict=True):
            level = rounded_up(max(least_level(levels, p), 0.0), SPLIT_STEP)
            shares[programme] = max(shares[programme], level)
        return shares

    if math.fsum(asked(wanted)) <= 1:
        return tuple(asked(wanted)), wanted
    low, high = 0.0, wanted
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if math.fsum(asked(middle)) <= 1 else (low, middle)
    return tuple(asked(low)), low


def filled(least: Values, split: Values) -> Values:
    """max(least, factor x split) with the factor that makes the sum 1: nearest to `split`.

    Where `split` leaves nothing to share out, the least shares grow in proportion.
    """
    held = [False] * len(least)
    while True:
        free = math.fsum(s for s, is_held in zip(split, held, strict=True) if not is_held)
        left = 1 - math.fsum(s for s, is_held in zip(least, held, strict=True) if is_held)
        if free <= 0:
            total = math.fsum(least)
            return tuple(share / total for share in least) if total > 0 else split
        shares = [
            floor if is_held else share * left / free
            for floor, share, is_held in zip(least, split, held, strict=True)
        ]
        short = [h or s < f for h, s, f in zip(held, shares, least, strict=True)]
        if short == held:
            return _in_short_decimals(shares, held)
        held = short


def _in_short_decimals(shares: list[float], held: list[bool]) -> Values:
    """Numbers that a file can show; the largest share that is not bound takes the rest."""
    rounded = [round(share, PLACES) for share in shares]
    free = [row for row, is_held in enumerate(held) if not is_held]
    largest = max(free, key=lambda row: rounded[row])
    rounded[largest] = round(1 - math.fsum(rounded) + rounded[largest], PLACES)
    return tuple(rounded)
