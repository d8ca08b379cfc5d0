"""What the lender of a pace says of itself, by hand, and the breaks behind it."""

import pytest
from plan_pieces import facts, share

from kh359.model.borrowed import borrowed_pace
from kh359.model.lender import Lender, breaks_after, yearly_change
from kh359.plan.comparison import PeerValue
from kh359.plan.loading import load_facts
from kh359.plan.observation import Observation, Region
from kh359.plan.series_break import Cause, SeriesBreak
from kh359.plan.unit import Unit


def _figures(province: str, *points: tuple[int, float]) -> tuple[PeerValue, ...]:
    return tuple(
        PeerValue(
            indicator_id="coverage",
            province=province,
            year=year,
            value=value,
            unit=Unit.PERCENT,
            source_id=f"paper_{year}",
        )
        for year, value in points
    )


def _break(year: int, region: Region | None) -> SeriesBreak:
    return SeriesBreak(
        indicator_id="coverage",
        region=region,
        year=year,
        cause=Cause.METHOD,
        note_vi="đổi",
        note_en="change",
    )


HUE = _figures("Huế", (2020, 50), (2021, 58), (2022, 60))
DA_NANG = _figures("Đà Nẵng", (2021, 70), (2024, 75))
A, B = Lender(figures=HUE), Lender(figures=DA_NANG)


def test_each_year_of_each_lender_counts_once() -> None:
    # 10 points in two years and 5 points in three: 15 points in 5 years.
    assert yearly_change((A, B)) == pytest.approx(0.03)
    assert (A.n_changes, B.n_changes) == (2, 1)


def test_only_breaks_of_the_country_between_the_series_and_the_start_count() -> None:
    breaks = (
        _break(2024, None),
        _break(2025, None),
        _break(2025, Region.PROVINCE),
        _break(2026, Region.NATION),
    )
    assert [b.year for b in breaks_after((A, B), breaks, 2025)] == [2025]
    assert [b.year for b in breaks_after((A, B), breaks, 2026)] == [2025, 2026]
    assert breaks_after((A, B), breaks, 2024) == ()


def test_the_figures_behind_a_pace_are_handed_over_with_their_sources() -> None:
    borrowed = borrowed_pace(facts(peers=(*HUE, *DA_NANG)), share(), None)
    assert borrowed is not None
    assert borrowed.lenders == (A, B)
    assert borrowed.lenders[0].last.source_id == "paper_2022"


def test_the_digital_economy_borrows_from_the_country_first() -> None:
    known = load_facts()
    borrowed = borrowed_pace(known, known.indicator_by_id["digital_economy_share"], "mic")
    assert borrowed is not None
    nation = borrowed.lenders[0]
    assert isinstance(nation.first, Observation)
    # 11.91 % in 2021 and 18.3 % in 2024, as data/history.csv has them.
    assert (nation.first.year, nation.first.value) == (2021, pytest.approx(0.1191))
    assert (nation.last.year, nation.last.value) == (2024, pytest.approx(0.183))
