"""From a start to the top: first along the smoothed slope, then on the number itself."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import permutations

import numpy as np

from kh359.model.history import FloatArray
from kh359.model.scenario.lever import PROGRAMMES
from kh359.model.solve.aim import Limits
from kh359.model.solve.feasible import Feasible
from kh359.model.solve.live_draws import LiveDraws
from kh359.model.solve.smooth import SmoothObjective
from kh359.model.solve.stock_line import SHARE_LIMIT
from kh359.model.solve.watch import Watch

STEPS = tuple(0.2 * 0.5**halving for halving in range(7))
"""Part of the ceiling's money that one move shifts, from coarse to fine."""
MOST_ITERATIONS = 40


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Place:
    """A split over programmes and the shares of the budget at the milestones."""

    split: FloatArray
    shares: FloatArray


def downhill(
    draws: LiveDraws,
    start: Place,
    limits: Limits,
    room: Feasible,
    middle: FloatArray,
    watch: Watch,
) -> Place:
    """The end of a sequential quadratic search (Kraft 1988) on the smoothed objective.

    Rounding may leave it outside the limits by a hair: it is drawn towards `middle` until in.
    """
    from scipy.optimize import minimize  # imported here: only a solve needs it

    n = len(PROGRAMMES)
    rows = np.hstack([np.zeros((len(room.rows), n)), room.rows * SHARE_LIMIT])
    whole = np.concatenate([np.ones(n), np.zeros(start.shares.size)])
    iterations = iter(range(1, MOST_ITERATIONS + 1))
    # Lengths of one: shares of the budget are a hundred times smaller than those of a split.
    scale = np.concatenate([np.ones(n), np.full(start.shares.size, SHARE_LIMIT)])
    objective = SmoothObjective(draws)

    def scaled(levers: FloatArray) -> tuple[float, FloatArray]:
        value, gradient = objective(levers * scale)
        return value, gradient * scale

    result = minimize(
        scaled,
        np.concatenate([start.split, start.shares]) / scale,
        jac=True,
        method="SLSQP",
        bounds=[*((floor, 1.0) for floor in limits.floors), *((0.0, 1.0),) * start.shares.size],
        constraints=[
            {"type": "ineq", "fun": lambda at: room.limits - rows @ at, "jac": lambda _: -rows},
            {"type": "eq", "fun": lambda at: whole @ at - 1.0, "jac": lambda _: whole},
        ],
        callback=lambda _: watch.reached(next(iterations, MOST_ITERATIONS) / MOST_ITERATIONS),
        options={"maxiter": MOST_ITERATIONS, "ftol": 1e-7},
    )
    levers = result.x * scale
    shares = np.clip(levers[n:], 0.0, SHARE_LIMIT)
    for _ in range(20):
        if room.allows(shares):
            break
        shares += 0.05 * (middle - shares)
    else:
        shares = start.shares
    return Place(split=levers[:n], shares=shares)


def climb(
    value: Callable[[FloatArray], float], shares: FloatArray, room: Feasible, watch: Watch
) -> FloatArray:
    """Shift money between milestones, and spend what is left, while the value rises.

    A compass search (Kolda, Lewis and Torczon 2003): each size of step until none helps.
    """
    cost = room.rows[0]
    slots = range(shares.size)
    moves = [np.eye(shares.size)[slot] / cost[slot] for slot in slots]
    moves += [moves[to] - moves[source] for to, source in permutations(slots, 2)]
    best = value(shares)
    for place, step in enumerate(STEPS):
        watch.reached(place / len(STEPS))
        improved = True
        while improved:
            improved = False
            for move in moves:
                there = shares + _allowed_step(shares, move, step, room) * move
                if not room.allows(there):
                    continue
                found = value(there)
                if found > best + 1e-9:
                    best, shares, improved = found, there, True
            watch.reached(place / len(STEPS))
    return shares


def _allowed_step(shares: FloatArray, move: FloatArray, step: float, room: Feasible) -> float:
    """The step, cut to where the first limit or bound is met."""
    along = room.rows @ move
    left = room.limits - room.rows @ shares
    rising, falling = move > 0, move < 0
    reach = [step]
    reach += list(np.maximum(left[along > 1e-15], 0) / along[along > 1e-15])
    reach += list((SHARE_LIMIT - shares[rising]) / move[rising])
    reach += list(shares[falling] / -move[falling])
    return max(min(reach), 0.0)
