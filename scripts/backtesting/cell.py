"""How answers are summed up: one cell for a method, a group of indicators and a history length."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from backtesting.answer import NO_CHANGE, Answer
from backtesting.case import Case, FloatArray
from backtesting.proper_score import brier, calibration_error, reliability
from kh359.model.family import Family

BANDS = ((1, 3), (4, 6), (7, 10), (11, 20))
MAIN = (1, 10)
"""Single figures are about the first ten years, as the benchmark's are."""
LENGTHS = {"1": (1, 1), "2": (2, 2), "3-5": (3, 5), "6-12": (6, 12)}
ALL = "all"
DIGITS = 3

Answers = Sequence[Answer | None]
Cell = dict[str, Any]


def cells(
    cases: Sequence[Case], base: Sequence[FloatArray], answers: Mapping[str, Answers]
) -> list[Cell]:
    """Every cell with an answer and a target; methods, groups and lengths in their order."""
    groups = (ALL, *sorted({case.group for case in cases}))
    out = []
    for method in answers:
        for group in groups:
            for length, (least, most) in LENGTHS.items():
                rows = [
                    i
                    for i, case in enumerate(cases)
                    if group in (ALL, case.group) and least <= len(case.values) <= most
                ]
                cell = _cell(rows, cases, base, answers, method)
                if cell:
                    out.append({"method": method, "group": group, "length": length, **cell})
    return out


def _cell(
    rows: Sequence[int],
    cases: Sequence[Case],
    base: Sequence[FloatArray],
    answers: Mapping[str, Answers],
    method: str,
) -> Cell | None:
    done = [i for i in rows if answers[method][i] is not None]
    if not done:
        return None
    own = [a for i in done if (a := answers[method][i]) is not None]
    horizon, met, p, rate = _asked(done, own, cases, base)
    main = horizon <= MAIN[1]
    if not main.any():
        return None
    bins = reliability(p[main], met[main])
    drift = Family.DRIFT.value
    return {
        "n_cases": len(done),
        "n_refused": len(rows) - len(done),
        "n_targets": int(main.sum()),
        "brier": _rounded(brier(p[main], met[main])),
        "base_brier": _rounded(brier(rate[main], met[main])),
        "ece": _rounded(calibration_error(bins)),
        "skill_no_change": _skill(done, answers, method, NO_CHANGE, MAIN),
        "skill_drift": _skill(done, answers, method, drift, MAIN),
        "n_points": [int(np.isfinite(_years(own, "covered80", b)).sum()) for b in BANDS],
        "coverage80": [_mean(_years(own, "covered80", band)) for band in BANDS],
        "coverage95": [_mean(_years(own, "covered95", band)) for band in BANDS],
        "brier_bands": [_brier_in(band, horizon, p, met) for band in BANDS],
        "base_brier_bands": [_brier_in(band, horizon, rate, met) for band in BANDS],
        "skill_bands": [_skill(done, answers, method, NO_CHANGE, band) for band in BANDS],
        "bins": [[_rounded(given), _rounded(happened), n] for given, happened, n in bins],
    }


def _asked(
    done: Sequence[int], own: Sequence[Answer], cases: Sequence[Case], base: Sequence[FloatArray]
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Horizon, what happened, probability given and base rate of every question, (n,) each."""
    asked = [q for i in done for q in cases[i].questions]
    return (
        np.array([q.horizon for q in asked]),
        np.array([q.met for q in asked]),
        np.concatenate([a.p for a in own]),
        np.concatenate([base[i] for i in done]),
    )


def _years(own: Sequence[Answer], name: str, band: tuple[int, int]) -> FloatArray:
    return np.concatenate([getattr(a, name)[band[0] - 1 : band[1]] for a in own])


def _mean(values: FloatArray) -> float | None:
    known = values[np.isfinite(values)]
    return _rounded(float(known.mean())) if known.size else None


def _brier_in(
    band: tuple[int, int], horizon: FloatArray, p: FloatArray, met: FloatArray
) -> float | None:
    own = (horizon >= band[0]) & (horizon <= band[1])
    return _rounded(brier(p[own], met[own])) if own.any() else None


def _skill(
    done: Sequence[int],
    answers: Mapping[str, Answers],
    method: str,
    rival: str,
    band: tuple[int, int],
) -> float | None:
    """1 - CRPS / CRPS of the rival over the cases both answered; every case weighs the same."""
    pairs = [
        (a.crps[band[0] - 1 : band[1]], b.crps[band[0] - 1 : band[1]])
        for i in done
        if (a := answers[method][i]) is not None and (b := answers[rival][i]) is not None
    ]
    means = np.array([(np.nanmean(a), np.nanmean(b)) for a, b in pairs if np.isfinite(a).any()])
    if not means.size:
        return None
    own, other = means.mean(axis=0)
    return _rounded(float(1 - own / other)) if other > 0 else None


def _rounded(value: float) -> float:
    return round(value, DIGITS)
