"""The pace borrowed in Viet Nam: pooled by hand, weighed, and cut at breaks."""

import numpy as np
import pytest
from plan_pieces import facts, share

from kh359.model.borrowed import Origin, Scale, borrowed_pace
from kh359.model.pace import GENERIC_PACE
from kh359.plan.comparison import Comparable, PeerValue, ProxyValue
from kh359.plan.series_break import Cause, SeriesBreak
from kh359.plan.unit import Unit


def _peer(province: str, year: int, value: float, method: str = "main") -> PeerValue:
    return PeerValue(
        indicator_id="coverage",
        province=province,
        year=year,
        value=value,
        unit=Unit.PERCENT,
        method=method,
        source_id="paper",
    )


PEERS = (
    _peer("Đà Nẵng", 2021, 50),
    _peer("Đà Nẵng", 2022, 75),
    _peer("Huế", 2020, 50),
    _peer("Huế", 2022, 50),
)


def test_places_are_pooled_by_their_years() -> None:
    # logit .5 = 0, logit .75 = ln 3: ln 3 in one year, nothing in two: ln 3 / 3 a year.
    known = facts(peers=PEERS)
    borrowed = borrowed_pace(known, share(), None)
    assert borrowed is not None
    assert borrowed.origin is Origin.VIET_NAM
    assert (borrowed.n_places, borrowed.n_changes) == (2, 2)
    assert borrowed.pace.mean == pytest.approx(np.log(3) / 3)
    # Two places: their spread is supposed (0.12), with the error of a mean over three years.
    assert borrowed.pace.spread == pytest.approx(np.hypot(0.12, GENERIC_PACE.noise / np.sqrt(3)))
    assert borrowed.weight == pytest.approx(2 / 12)
    # e^(ln 3 / 3) - 1 = 3^(1/3) - 1: the odds grow by 44 % a year.
    assert borrowed.scale is Scale.ODDS
    assert borrowed.yearly_rate == pytest.approx(0.442250, abs=1e-6)


def test_methods_are_never_mixed() -> None:
    other = (*PEERS, _peer("Huế", 2023, 90, "new"), _peer("Đà Nẵng", 2024, 5, "new"))
    borrowed = borrowed_pace(facts(peers=other), share(), "main")
    assert borrowed is not None
    assert borrowed.pace.mean == pytest.approx(np.log(3) / 3)
    assert borrowed_pace(facts(peers=other), share(), "new") is None


def test_a_break_of_the_whole_country_cuts_the_peers() -> None:
    cut = SeriesBreak(
        indicator_id="coverage", year=2022, cause=Cause.METHOD, note_vi="đổi", note_en="change"
    )
    assert borrowed_pace(facts(peers=PEERS, breaks=[cut]), share(), None) is None


def test_a_proxy_lends_where_no_place_does() -> None:
    proxies = [
        ProxyValue(
            proxy_id="fibre",
            name_vi="cáp quang",
            name_en="fibre",
            year=year,
            value=value,
            unit=Unit.PERCENT,
            source_id="paper",
        )
        for year, value in ((2018, 50), (2020, 50), (2022, 75))
    ]
    lends = Comparable(
        indicator_id="coverage", series="fibre", reason_vi="giống", reason_en="alike"
    )
    borrowed = borrowed_pace(facts(comparables=[lends], proxies=proxies), share(), None)
    assert borrowed is not None
    assert (borrowed.origin, borrowed.n_places, borrowed.n_changes) == (Origin.PROXY, 1, 2)
    assert borrowed.pace.mean == pytest.approx(np.log(3) / 4)
    both = borrowed_pace(facts(comparables=[lends], proxies=proxies, peers=PEERS), share(), None)
    assert both is not None
    assert both.origin is Origin.VIET_NAM


def test_nothing_known_lends_nothing() -> None:
    assert borrowed_pace(facts(), share(), None) is None


def test_one_change_alone_lends_nothing() -> None:
    assert borrowed_pace(facts(peers=PEERS[:2]), share(), None) is None
