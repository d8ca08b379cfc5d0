"""The plan's expected number of targets met, as a function of the split and the shares.

A target in one draw is met for ever, lost for ever, or met as soon as its programme gets a share
of the money: only the last are kept, and for given yearly money that share is a plain quotient.
"""

from dataclasses import dataclass

import numpy as np

from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import Stage
from kh359.model.history import FloatArray, IntArray
from kh359.model.response.identity import DECIDING_LEVERS
from kh359.model.scenario.lever import STATED_YEARS
from kh359.model.solve.aim import Aim
from kh359.model.solve.sought import Sought, sought_targets
from kh359.model.solve.stock_line import SHARE_LIMIT, StockLines
from kh359.model.solve.stock_need import stock_needed


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class LiveDraws:
    """Pairs of a target and a draw that money decides.

    All (n_pairs,), gain (n_milestones, n_pairs): met where inherited + split x (base + shares @
    gain) >= needed, with the split of `programme`, and worth `weight` (of the target / n_draws).
    certain: weighted expected number met whatever the money. target_ids: all that are counted.
    """

    programme: IntArray
    lacking: FloatArray
    inherited: FloatArray
    base: FloatArray
    gain: FloatArray
    weight: FloatArray
    certain: float
    target_ids: tuple[str, ...]
    n_draws: int

    def spent(self, shares: FloatArray) -> FloatArray:
        """(n_pairs,) money at work of a programme that gets all; shares: (n_milestones,)."""
        return self.base + shares @ self.gain

    def share_needed(self, shares: FloatArray) -> FloatArray:
        """(n_pairs,) the share of the money with which each pair is met."""
        spent = self.spent(shares)
        with np.errstate(divide="ignore", over="ignore"):
            return np.where(spent > 0, self.lacking / np.where(spent > 0, spent, 1.0), np.inf)

    def expected(self, split: FloatArray, shares: FloatArray) -> float:
        """Weighted expected number of targets met; split: (n_programmes,)."""
        met = split[self.programme] * self.spent(shares) >= self.lacking
        return self.certain + float(self.weight[met].sum())


def counted_targets(stage: Stage) -> list[Sought]:
    """Targets with a projection; not those that the money levers set themselves."""
    return [
        one
        for one in sought_targets(stage).values()
        if stage.indicator_ids[one.row] not in DECIDING_LEVERS
        and one.target.column >= stage.tracks[one.row].first
    ]


def live_draws(stage: Stage, aim: Aim) -> LiveDraws:
    """The pairs of a stage for an aim."""
    counted, weights = counted_targets(stage), dict(aim.weights)
    run = evaluate(stage, aim.scenario, only={stage.indicator_ids[one.row] for one in counted})
    lines = StockLines(stage, aim.scenario)
    n_draws = stage.outlook.n_draws
    certain = 0.0
    programmes: list[int] = []
    parts: list[tuple[FloatArray, ...]] = []
    for one in counted:
        weight = weights.get(one.target_id, 1.0)
        if one.kind < 0:
            certain += weight * (run.probability(one.target_id) or 0.0)
            continue
        line = lines.line(one.kind, one.target.column)
        lacking = stock_needed(stage, one, line, run) - line.inherited
        most = line.spent(np.full(len(STATED_YEARS), SHARE_LIMIT))
        certain += weight * float(np.count_nonzero(lacking <= 0)) / n_draws
        live = (lacking > 0) & (lacking <= most)
        n_live = int(np.count_nonzero(live))
        programmes.append(line.programme)
        parts.append(
            (
                lacking[live],
                np.full(n_live, line.inherited),
                line.base[live],
                line.gain[:, live],
                np.full(n_live, weight / n_draws),
            )
        )
    lacking, inherited, base, gain, weight = (
        np.concatenate(part, axis=-1) for part in zip(_NOTHING, *parts, strict=True)
    )
    return LiveDraws(
        programme=np.repeat(programmes, [part[0].size for part in parts]),
        lacking=lacking,
        inherited=inherited,
        base=base,
        gain=gain,
        weight=weight,
        certain=certain,
        target_ids=tuple(one.target_id for one in counted),
        n_draws=n_draws,
    )


_NOTHING = (*(np.zeros(0),) * 3, np.zeros((len(STATED_YEARS), 0)), np.zeros(0))
"""No pairs: what is joined has its shape also where money decides nothing."""
