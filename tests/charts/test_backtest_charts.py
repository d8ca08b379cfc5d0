"""Charts of the reliability page, from a score and figures chosen by hand."""

from dataclasses import replace

import pytest
from samples import facts, outlook_of

from kh359.charts.backtest_fit import fitting_kind, fitting_length
from kh359.charts.backtest_plotly import (
    coverage_figure,
    peer_figure,
    reliability_figure,
    skill_figure,
)
from kh359.charts.coverage_bars import coverage_bars
from kh359.charts.peer_bars import peer_bars
from kh359.charts.peer_standing import PeerStanding, peer_standing
from kh359.charts.reliability_diagram import reliability_diagram
from kh359.charts.skill_bars import skill_bars
from kh359.model.evidence import Level
from kh359.plan.comparison import PeerValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Group
from kh359.plan.unit import Unit
from kh359.reference.backtest import BandScore, Bin, Score


def band(first: int, last: int, kept: float | None) -> BandScore:
    return BandScore(
        first=first,
        last=last,
        n_points=0 if kept is None else 1200,
        coverage80=kept,
        coverage95=None if kept is None else kept + 0.1,
        brier=0.2,
        base_brier=0.2,
        skill=0.1,
    )


def score(method: str = "reference", skill: float | None = 0.4) -> Score:
    return Score(
        method=method,
        group="all",
        length="3-5",
        n_cases=100,
        n_refused=0,
        n_targets=1000,
        brier=0.16,
        base_brier=0.2,
        ece=0.02,
        skill_no_change=skill,
        skill_drift=0.1,
        bands=(band(1, 3, 0.81), band(11, 20, None)),
        bins=(Bin(given=0.05, happened=0.1, n=400), Bin(given=0.7, happened=0.66, n=9)),
    )


def with_peers(*values: tuple[str, int, float]) -> Facts:
    peers = tuple(
        PeerValue(
            indicator_id="trend_share",
            province=province,
            year=year,
            value=value,
            unit=Unit.PERCENT,
            source_id="yearbook",
        )
        for province, year, value in values
    )
    return replace(facts(), peers=peers)


FOUR = (
    ("Huế", 2024, 30.0),
    ("Đà Nẵng", 2024, 50.0),
    ("Gia Lai", 2024, 20.0),
    ("Cà Mau", 2024, 28.0),
)


def standing(plan: Facts) -> PeerStanding:
    found = peer_standing(plan, "trend_share")
    assert found
    return found


def test_the_diagram_draws_bins_that_hold_enough_targets() -> None:
    diagram = reliability_diagram(score(), "\u00a0%", "vi")
    assert [(spot.given, spot.happened) for spot in diagram.spots] == [
        (pytest.approx(5.0), pytest.approx(10.0))
    ]
    assert diagram.spots[0].hover == (
        "Xác suất đã nói: 5\u00a0%; đạt thật: 10\u00a0% trong 400 mục tiêu"
    )
    diagonal, spots = reliability_figure(diagram)["data"]
    assert diagonal["x"] == diagonal["y"]
    assert spots["y"] == [pytest.approx(10.0)]


def test_coverage_is_drawn_with_its_promise_where_it_was_seen() -> None:
    bars = coverage_bars(score(), "%", "en")
    assert bars.spans == ("1–3 years",)
    assert [s.promised for s in bars.series] == [80.0, 95.0]
    assert [s.kept for s in bars.series] == [(pytest.approx(81.0),), (pytest.approx(91.0),)]
    figure = coverage_figure(bars)
    assert [shape["y0"] for shape in figure["layout"]["shapes"]] == [80.0, 95.0]
    assert [trace["text"] for trace in figure["data"]] == [["81"], ["91"]]


def test_skills_are_sorted_cut_and_told_in_full() -> None:
    scores = [score("compound", -7.5), score(), score("linear", -0.6), score("damped", None)]
    bars = skill_bars(scores, "\u00a0%", "vi")
    assert [bar.is_default for bar in bars.bars] == [True, False, False]
    assert [bar.shown for bar in bars.bars] == [40.0, -50.0, -50.0]
    assert [bar.label for bar in bars.bars] == [
        "40\u00a0%", "\u221260\u00a0%", "dưới \u2212100\u00a0%"
    ]  # fmt: skip
    (trace,) = skill_figure(bars)["data"]
    assert trace["text"] == [bar.label for bar in bars.bars]


def test_rank_and_median_by_hand() -> None:
    # The province had 28 % in 2024: behind 50 and 30, level with 28, ahead of 20.
    found = standing(with_peers(*FOUR))
    assert (found.year, found.size, found.median) == (2024, 5, pytest.approx(0.29))
    assert [found.rank(own) for own in found.own] == [3]


def test_a_year_with_an_own_figure_comes_before_a_later_one() -> None:
    later = [(name, 2025, value) for name, _, value in FOUR]
    assert standing(with_peers(*FOUR, *later)).year == 2024
    only_later = standing(with_peers(*later))
    assert only_later.year == 2025
    assert only_later.own == ()


def test_too_few_others_make_no_standing() -> None:
    assert peer_standing(with_peers(*FOUR[:2]), "trend_share") is None


def test_the_own_bar_stands_among_the_others() -> None:
    plan = with_peers(*FOUR)
    bars = peer_bars(plan, plan.indicator_by_id["trend_share"], standing(plan), "vi")
    assert [bar.name for bar in bars.bars] == [
        "Đà Nẵng", "Huế", "Cà Mau", "Quảng Ngãi trước 1/7/2025", "Gia Lai"
    ]  # fmt: skip
    (trace,) = peer_figure(bars)["data"]
    assert trace["x"] == pytest.approx([50.0, 30.0, 28.0, 28.0, 20.0])
    assert len(set(trace["marker"]["color"])) == 2


def test_the_part_that_fits_an_indicator() -> None:
    trend, pace = outlook_of(Level.TREND), outlook_of(Level.PACE)
    assert fitting_length(trend) == "3-5"
    assert fitting_length(pace) == "1"
    assert fitting_length(outlook_of(Level.NONE)) == "1"
    resource = pace.indicator
    assert fitting_kind(resource) == "sti"
    assert fitting_kind(resource.model_copy(update={"reference_class": "coverage"})) == "ict"
    assert fitting_kind(resource.model_copy(update={"group": Group.ECONOMY})) == "economy"
