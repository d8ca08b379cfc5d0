"""Which observations count, at which level, and from which start."""

import pytest
from plan_pieces import MERGER, facts, observation, share, target

from kh359.model.assumptions import Assumptions, StartingValue
from kh359.model.errors import AssumptionError
from kh359.model.evidence import Evidence, Level, Start, gather_evidence
from kh359.plan.comparison import Comparable
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.series_break import Cause, SeriesBreak

METHOD_2024 = SeriesBreak(
    indicator_id="coverage", year=2024, cause=Cause.METHOD, note_vi="mới", note_en="new"
)
SUPPOSED = Assumptions(suppose_2025_met=True)
LENDS = Comparable(indicator_id="coverage", series="history", reason_vi="giống", reason_en="alike")


def _gather(
    *observations: Observation,
    assumptions: Assumptions = Assumptions(),  # noqa: B008 - frozen
    breaks: tuple[SeriesBreak, ...] = (MERGER,),
) -> Evidence:
    known = facts(
        targets=[target(2025, 50), target(2030, 80)],
        observations=observations,
        breaks=breaks,
        comparables=[LENDS],
    )
    return gather_evidence(known, share(), assumptions)


def test_three_figures_of_the_province_carry_a_trend() -> None:
    evidence = _gather(observation(2025, 40), observation(2023, 20), observation(2024, 30))
    assert (evidence.level, evidence.start) == (Level.TREND, Start.OBSERVED)
    assert [o.year for o in evidence.used] == [2023, 2024, 2025]
    assert evidence.comparable is None


def test_one_or_two_figures_borrow_a_pace() -> None:
    evidence = _gather(observation(2024, 30), observation(2025, 40))
    assert evidence.level is Level.PACE
    assert evidence.comparable is LENDS


@pytest.mark.parametrize(
    "spoiled",
    [
        observation(2023, 20, match=Match.OTHER),
        observation(2023, 20, method="survey"),
        observation(2023, 20, superseded=True),
        observation(2023, 20, region=Region.NATION),
        observation(2023, 20, region=Region.KON_TUM),
        observation(2023, 20, region=Region.OLD_PROVINCE),
    ],
)
def test_figures_of_another_kind_do_not_join_a_trend(spoiled: Observation) -> None:
    evidence = _gather(spoiled, observation(2024, 30), observation(2025, 40))
    assert [o.year for o in evidence.used] == [2024, 2025]
    assert evidence.context == (() if spoiled.superseded else (spoiled,))


def test_no_trend_runs_across_a_break() -> None:
    evidence = _gather(
        observation(2022, 10),
        observation(2023, 20),
        observation(2024, 30),
        observation(2025, 40),
        breaks=(MERGER, METHOD_2024),
    )
    assert [o.year for o in evidence.used] == [2024, 2025]
    assert [o.year for o in evidence.context] == [2022, 2023]
    assert evidence.crossed == (METHOD_2024,)


def test_sums_of_both_parts_join_the_merged_province() -> None:
    evidence = _gather(
        observation(2021, 10, grade=Grade.DERIVED),
        observation(2022, 20, grade=Grade.DERIVED),
        observation(2025, 40),
    )
    assert evidence.level is Level.TREND
    assert evidence.crossed == (MERGER,)  # joined, and said


def test_a_derived_figure_has_the_breaks_of_its_parts() -> None:
    of_a_part = METHOD_2024.model_copy(update={"region": Region.OLD_PROVINCE})
    evidence = _gather(
        observation(2023, 20, grade=Grade.DERIVED),
        observation(2025, 40, grade=Grade.DERIVED),
        breaks=(of_a_part,),
    )
    assert [o.year for o in evidence.used] == [2025]


def test_the_old_province_serves_as_a_start_with_the_merger_marked() -> None:
    old = [observation(year, year - 2000, region=Region.OLD_PROVINCE) for year in range(2019, 2023)]
    evidence = _gather(*old, assumptions=SUPPOSED)
    assert (evidence.level, evidence.start) == (Level.PACE, Start.OBSERVED)
    assert [o.year for o in evidence.used] == [2021, 2022]
    assert evidence.crossed == (MERGER,)


def test_kon_tum_alone_is_no_start() -> None:
    evidence = _gather(observation(2022, 12, region=Region.KON_TUM))
    assert (evidence.level, evidence.start) == (Level.NONE, Start.NOTHING)


def test_the_better_figure_of_a_year_is_used() -> None:
    near = observation(2025, 44, match=Match.NEAR)
    press = observation(2025, 42, grade=Grade.PRESS)
    official = observation(2025, 40)
    assert _gather(near, official, press).used == (official,)


def test_observation_beats_typed_value_beats_switch() -> None:
    typed = StartingValue(indicator_id="coverage", year=2024, value=0.3)
    both = Assumptions(suppose_2025_met=True, starting_values=(typed,))
    assert _gather(observation(2025, 40), assumptions=both).start is Start.OBSERVED
    evidence = _gather(assumptions=both)
    assert (evidence.level, evidence.start) == (Level.ASSUMED, Start.TYPED)
    assert (evidence.start_year, evidence.start_value) == (2024, 0.3)
    evidence = _gather(assumptions=SUPPOSED)
    assert (evidence.level, evidence.start) == (Level.ASSUMED, Start.TARGET_2025_MET)
    assert (evidence.start_year, evidence.start_value) == (2025, 0.5)


def test_nothing_is_nothing() -> None:
    evidence = _gather()
    assert (evidence.level, evidence.start) == (Level.NONE, Start.NOTHING)
    assert evidence.start_value is None
    assert evidence.comparable is None


def test_no_target_for_2025_gives_no_supposed_start() -> None:
    known = facts(targets=[target(2030, 80)])
    assert gather_evidence(known, share(), SUPPOSED).level is Level.NONE


@pytest.mark.parametrize(
    ("year", "value"), [(2025, 50.0), (2025, -0.1), (2025, float("nan")), (2045, 0.5)]
)
def test_a_typed_start_outside_its_bounds_is_refused(year: int, value: float) -> None:
    typed = StartingValue(indicator_id="coverage", year=year, value=value)
    with pytest.raises(AssumptionError, match="coverage"):
        _gather(assumptions=Assumptions(starting_values=(typed,)))
