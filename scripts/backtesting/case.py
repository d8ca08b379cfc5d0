"""What is asked: a history whose future is known, and targets one could have set at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import ModuleType
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from reference_learning.corpus import fold_of

FloatArray = NDArray[np.float64]

N_FOLDS = 5
HORIZON = 20
TARGET_HORIZONS = (3, 5, 8, 10, 15, 20)
"""The benchmark asks up to ten years ahead; the plan reaches 20 years ahead."""
CUTS = (1, 2, 3, 4, 5)
BEYOND = "beyond"
"""Type of a question about a multiple of a pace that was not told."""
TYPE = ["length", "kind", "horizon"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Is the value `horizon` years on at `threshold` or beyond it in `direction`? `met` is 1 or 0.

    kind: type of the question ("k1": the pace goes on; "L80": 80 % is reached).
    """

    horizon: int
    kind: str
    threshold: float
    direction: float
    met: float

    def told(self) -> Question:
        """The question to someone who was told a part of the history: the past pace is unknown."""
        return replace(self, kind=BEYOND) if self.kind.startswith("k") else self


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Case:
    """years, values: (n,) the history; actual: (HORIZON,) what followed, nan where not known.

    size: mean absolute change a year of the whole series, which makes errors comparable.
    """

    group: str
    fold: int
    years: NDArray[np.int64]
    values: FloatArray
    lower: float | None
    upper: float | None
    actual: FloatArray
    size: float
    questions: tuple[Question, ...]

    def last(self, n: int) -> Case:
        """The same case, of whose history only the last n values are told.

        One value shows no direction: it is asked about upward targets only, as all of the plan's
        are. How far a target goes beyond the past pace is not told either, see `Question.told`.
        """
        asked = tuple(q.told() for q in self.questions if n > 1 or q.direction > 0)
        return replace(self, years=self.years[-n:], values=self.values[-n:], questions=asked)


def draw_cases(judge: ModuleType, bench_corpus: Any, seeds: Sequence[int], n: int) -> list[Case]:
    """Cases of several samples of the benchmark's dev countries, each origin once."""
    rows = pd.concat([judge.cases_for(bench_corpus, "dev", n, seed) for seed in seeds])
    rows = rows.drop_duplicates(["series_id", "L", "origin"])
    judge.TARGET_H = TARGET_HORIZONS  # after the draw, which must stay the benchmark's own
    return [_case(judge, bench_corpus, row) for row in rows.itertuples(index=False)]


def _case(judge: ModuleType, bench_corpus: Any, row: Any) -> Case:
    series, years, values, _, past_size, size = judge.case_data(bench_corpus, row)
    actual = np.full(HORIZON, np.nan)
    ahead = series["y"] - row.origin
    known = (ahead >= 1) & (ahead <= HORIZON)
    actual[ahead[known] - 1] = series["v"][known]
    questions = [
        Question(
            horizon=h,
            kind=kind,
            threshold=threshold,
            direction=direction,
            met=float(direction * (actual[h - 1] - threshold) >= -1e-9),
        )
        for h, kind, threshold, direction in judge.targets(series, years, values, past_size)
        if np.isfinite(actual[h - 1])
    ]
    return Case(
        group=row.group,
        fold=fold_of(series["ent"], N_FOLDS),
        years=years,
        values=values,
        lower=series["lo"],
        upper=series["hi"],
        actual=actual,
        size=size,
        questions=tuple(questions),
    )


def told(cases: Sequence[Case]) -> list[Case]:
    """Every case as it is, and with only its last 1, 2, 3, 4 and 5 values."""
    return [*cases, *(case.last(n) for n in CUTS for case in cases)]


def base_rates(cases: Sequence[Case]) -> list[FloatArray]:
    """For every case the share met among questions of the same type and horizon, (n_questions,).

    Counted over histories of as many values in the countries of the other folds, as the
    forecasters are taught; the share of all questions where no such question was asked there.
    """
    rows = pd.DataFrame(
        [(c.fold, len(c.values), q.kind, q.horizon, q.met) for c in cases for q in c.questions],
        columns=["fold", *TYPE, "met"],
    )
    of_fold = {
        fold: rows[rows["fold"] != fold].groupby(TYPE)["met"].mean().to_dict()
        for fold in range(N_FOLDS)
    }
    overall = float(rows["met"].mean())
    return [
        np.array(
            [of_fold[c.fold].get((len(c.values), q.kind, q.horizon), overall) for q in c.questions]
        )
        for c in cases
    ]
