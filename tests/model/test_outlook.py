"""The whole plan: what is projected, what is not, and that runs repeat."""

import numpy as np
import pytest
from plan_pieces import count, facts, observation, share, target

from kh359.model.assumptions import Assumptions, FamilyChoice, StartingValue
from kh359.model.attainment import Verdict
from kh359.model.errors import AssumptionError
from kh359.model.evidence import Level
from kh359.model.family import Family
from kh359.model.history import History
from kh359.model.outlook import project_plan, required_path
from kh359.model.projection import HORIZON_YEAR
from kh359.plan.comparison import Comparable, ProxyValue
from kh359.plan.unit import Unit

TARGETS = [target(2025, 50), target(2030, 70), target(2045, 95)]
KNOWN = facts(
    targets=TARGETS,
    observations=[observation(2023, 30), observation(2024, 36), observation(2025, 43)],
)
NOTHING = Assumptions()
SUPPOSED = Assumptions(suppose_2025_met=True)


def test_a_trend_is_projected_from_the_year_after_the_last_figure() -> None:
    outlook = project_plan(KNOWN, NOTHING, n_draws=200).of("coverage")
    assert outlook.evidence.level is Level.TREND
    assert outlook.projection is not None
    assert outlook.projection.years.tolist() == list(range(2026, HORIZON_YEAR + 1))
    assert outlook.projection.paths.shape == (200, 20)
    verdicts = [a.verdict for a in outlook.attainments]
    assert verdicts[0] is Verdict.NOT_MET  # 43 % observed against 50 %
    assert outlook.attainments[0].observed == pytest.approx(0.43)
    assert outlook.attainments[1].p_met is not None
    assert len(outlook.crosschecks) == len(TARGETS)


def test_2025_is_never_projected_or_supposed_in_a_verdict() -> None:
    outlook = project_plan(facts(targets=TARGETS), SUPPOSED, n_draws=50).of("coverage")
    assert outlook.evidence.level is Level.ASSUMED
    past, *future = outlook.attainments
    assert (past.verdict, past.p_met, past.observed) == (Verdict.NO_DATA, None, None)
    assert all(a.p_met is not None for a in future)
    assert all(c.agree is None for c in outlook.crosschecks)  # no observations to check against


def test_without_evidence_only_the_required_path() -> None:
    outlook = project_plan(facts(targets=TARGETS), NOTHING, n_draws=50).of("coverage")
    assert outlook.projection is None
    assert outlook.required is not None
    assert outlook.required.years[[0, -1]].tolist() == [2025, 2045]
    assert [a.verdict for a in outlook.attainments] == [
        Verdict.NO_DATA,
        Verdict.NO_EVIDENCE,
        Verdict.NO_EVIDENCE,
    ]


def test_same_seed_same_run_other_seed_other_run() -> None:
    def paths(seed: int):
        projection = project_plan(KNOWN, NOTHING, n_draws=50, seed=seed).of("coverage").projection
        assert projection is not None
        return projection.paths

    assert (paths(1) == paths(1)).all()
    assert (paths(1) != paths(2)).any()


def test_an_indicator_keeps_its_draws_when_others_join() -> None:
    firms = [target(2025, 8, indicator=count()), target(2030, 15, indicator=count())]
    alone = project_plan(facts(targets=TARGETS), SUPPOSED, n_draws=500).of("coverage")
    both = project_plan(
        facts([count(), share()], targets=[*firms, *TARGETS]), SUPPOSED, n_draws=500
    )
    joined = both.of("coverage")
    assert alone.projection is not None
    assert joined.projection is not None
    assert (alone.projection.paths == joined.projection.paths).all()
    other = both.of("firms").projection
    assert other is not None
    ends = joined.projection.paths[:, -1], np.log(other.paths[:, -1])
    assert abs(np.corrcoef(*ends)[0, 1]) < 0.15  # three standard errors of zero correlation


def test_the_comparable_lends_its_pace() -> None:
    fast = [
        ProxyValue(
            proxy_id="fibre",
            name_vi="cáp quang",
            name_en="fibre",
            year=year,
            value=value,
            unit=Unit.PERCENT,
            source_id="paper",
        )
        for year, value in ((2018, 10), (2024, 90))
    ]
    lends = Comparable(
        indicator_id="coverage", series="fibre", reason_vi="giống", reason_en="alike"
    )
    slow = project_plan(facts(targets=TARGETS), SUPPOSED, n_draws=500)
    quick = project_plan(
        facts(targets=TARGETS, comparables=[lends], proxies=fast), SUPPOSED, n_draws=500
    )
    p_slow = slow.of("coverage").attainments[1].p_met
    p_quick = quick.of("coverage").attainments[1].p_met
    assert p_slow is not None
    assert p_quick is not None
    # One change between two dates: the pace makes up 1 / 11 of the paths.
    projection = quick.of("coverage").projection
    assert projection is not None
    assert projection.borrowed is not None
    assert projection.borrowed.weight == pytest.approx(1 / 11)
    assert p_slow < p_quick < p_slow + 1 / 11


def test_the_chosen_family_is_used_where_it_fits() -> None:
    choice = FamilyChoice(indicator_id="coverage", family=Family.LOGISTIC)
    run = project_plan(KNOWN, Assumptions(family_choices=(choice,)), n_draws=20)
    projection = run.of("coverage").projection
    assert projection is not None
    assert projection.family is Family.LOGISTIC


def test_an_assumption_about_an_unknown_indicator_is_refused() -> None:
    typed = StartingValue(indicator_id="coverge", year=2025, value=0.5)
    with pytest.raises(AssumptionError, match="coverge"):
        project_plan(KNOWN, Assumptions(starting_values=(typed,)), n_draws=10)


def test_required_path_by_hand() -> None:
    history = History(years=np.array([2023, 2026]), values=np.array([0.2, 0.3]))
    path = required_path(history, (target(2025, 25), target(2030, 70), target(2035, 70)))
    assert path is not None
    assert path.years.tolist() == list(range(2026, 2036))
    assert path.values == pytest.approx([0.3, 0.4, 0.5, 0.6, 0.7, 0.7, 0.7, 0.7, 0.7, 0.7])


def test_required_path_never_falls() -> None:
    # Electronic identity: 85 % in 2025, 80 % in 2030 in the plan itself.
    path = required_path(None, (target(2025, 85), target(2030, 80), target(2035, 95)))
    assert path is not None
    assert path.values[:6] == pytest.approx(np.full(6, 0.85))
    assert required_path(None, ()) is None
