"""Cases, base rates and cells of a backtest small enough to work out by hand."""

from dataclasses import replace

import numpy as np
import pytest
from backtesting.answer import Answer, answer, chance, methods
from backtesting.case import HORIZON, Case, Question, base_rates, told
from backtesting.cell import cells


def question(horizon: int, met: float, *, kind: str = "k1", direction: float = 1.0) -> Question:
    return Question(horizon=horizon, kind=kind, threshold=10.0, direction=direction, met=met)


def case(fold: int, group: str, questions: tuple[Question, ...], n_known: int = 3) -> Case:
    actual = np.full(HORIZON, np.nan)
    actual[:n_known] = [7.0, 8.0, 9.0][:n_known]
    return Case(
        group=group,
        fold=fold,
        years=np.arange(2010, 2016),
        values=np.arange(1.0, 7.0),
        lower=None,
        upper=None,
        actual=actual,
        size=2.0,
        questions=questions,
    )


def scored(crps: float, p: list[float], *, kept: bool) -> Answer:
    years = np.where(np.arange(HORIZON) < 3, 1.0, np.nan)
    return Answer(
        crps=crps * years,
        covered80=float(kept) * years,
        covered95=years,
        p=np.array(p),
    )


def test_a_cell_by_hand() -> None:
    cases = [
        case(0, "ict", (question(3, 1.0), question(5, 0.0))),
        case(1, "sti", (question(3, 0.0),)),
    ]
    base = [np.array([0.5, 0.5]), np.array([0.5])]
    answers = {
        "reference": [scored(1.0, [0.9, 0.2], kept=True), scored(3.0, [0.4], kept=False)],
        "drift": [scored(2.0, [0.5, 0.5], kept=True), None],
        "no_change": [scored(4.0, [0.0, 0.0], kept=False), scored(4.0, [0.0], kept=False)],
    }
    found = {(c["method"], c["group"], c["length"]): c for c in cells(cases, base, answers)}
    ours = found["reference", "all", "6-12"]
    assert (ours["n_cases"], ours["n_refused"], ours["n_targets"]) == (2, 0, 3)
    assert ours["brier"] == pytest.approx((0.01 + 0.04 + 0.16) / 3, abs=5e-4)
    assert ours["base_brier"] == pytest.approx(0.25)
    assert ours["skill_no_change"] == pytest.approx(1 - (1 + 3) / (4 + 4))
    assert ours["skill_drift"] == pytest.approx(1 - 1 / 2)
    assert ours["coverage80"] == [0.5, None, None, None]
    assert ours["n_points"] == [6, 0, 0, 0]
    # Bins 0.2 (missed), 0.4 (missed) and 0.9 (met) lie 0.2, 0.4 and 0.1 off the diagonal.
    assert ours["ece"] == pytest.approx((0.2 + 0.4 + 0.1) / 3, abs=5e-4)
    assert ours["brier_bands"][:2] == [pytest.approx((0.01 + 0.16) / 2), pytest.approx(0.04)]
    assert found["drift", "all", "6-12"]["n_refused"] == 1
    assert ("drift", "sti", "6-12") not in found
    assert {c["length"] for c in found.values()} == {"6-12"}


def test_base_rates_are_counted_in_other_folds() -> None:
    cases = [
        case(0, "ict", (question(3, 1.0), question(3, 1.0))),
        case(1, "ict", (question(3, 0.0), question(5, 1.0))),
        case(2, "ict", (question(3, 1.0),)),
    ]
    first, second, _ = base_rates(cases)
    assert first.tolist() == [0.5, 0.5]  # the others: one missed, one met
    assert second.tolist() == [1.0, 0.8]  # nobody else was asked at 5 years: 4 of 5 of all


def test_a_single_value_is_told_no_pace_and_asked_upward_only() -> None:
    asked = (question(3, 1.0), question(3, 0.0, direction=-1.0), question(5, 1.0, kind="L80"))
    full, one, two, *_ = told([case(0, "ict", asked)])
    assert full.questions == asked
    assert one.values.tolist() == [6.0]
    assert one.years.tolist() == [2015]
    assert [q.kind for q in one.questions] == ["beyond", "L80"]
    assert [q.direction for q in two.questions] == [1.0, -1.0, 1.0]
    assert two.values.tolist() == [5.0, 6.0]


def test_a_chance_is_the_share_of_draws_at_the_target_or_beyond() -> None:
    paths = np.array([[0.0, 9.0], [0.0, 10.0], [0.0, 11.0], [0.0, 12.0]])
    assert chance(paths, 2, 10.0, 1.0) == 0.75
    assert chance(paths, 2, 10.0, -1.0) == 0.5


def test_methods_answer_or_refuse() -> None:
    asked = case(0, "ict", (question(3, 0.0),))

    def straight(years, values, horizon, lower, upper, n_draws, *, kind):
        assert kind == "ict"
        return np.tile(values[-1] + np.arange(1.0, horizon + 1), (n_draws, 1))

    who = methods([straight] * 5, 50)
    assert list(who) == [
        "reference", "drift", "linear", "compound", "logistic", "damped", "no_change"
    ]  # fmt: skip
    exact = answer(who["reference"], asked)
    assert exact
    assert np.nansum(exact.crps) == pytest.approx(0.0)
    assert np.nanmin(exact.covered80) == 1.0
    still = answer(who["no_change"], asked)
    assert still
    assert still.crps[:3] == pytest.approx([0.5, 1.0, 1.5])  # errors 1, 2, 3 over a size of 2
    assert still.p.tolist() == [0.0]
    assert answer(who["damped"], asked.last(2)) is None
    assert answer(who["compound"], replace(asked, values=-asked.values)) is None
