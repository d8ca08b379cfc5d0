"""Counts by hand: four indicators, one target each in 2025 and in 2030."""

from samples import outlook

from kh359.charts.tally import MISSED, OBSERVED_LEVELS, REACHED, most_at_risk, tally
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level


def test_assumptions_are_counted_apart() -> None:
    count = tally(outlook(), 2030)
    assert count.total == 4
    assert count.count(OBSERVED_LEVELS, MISSED) == 2
    assert count.count((Level.ASSUMED,), MISSED) == 1
    assert count.count(OBSERVED_LEVELS, REACHED) == 0
    assert count.count((Level.NONE,), (Verdict.NO_EVIDENCE,)) == 1
    assert (count.known, count.assumed) == (2, 1)


def test_2025_is_counted_on_observations() -> None:
    count = tally(outlook(), 2025)
    assert count.count(tuple(Level), (Verdict.MET,)) == 1
    assert count.count(tuple(Level), (Verdict.NO_DATA,)) == 3
    assert (count.known, count.assumed) == (1, 0)
    assert set(count.near.values()) == {0}


def test_the_risk_list_never_mixes_observations_and_assumptions() -> None:
    known = most_at_risk(outlook(), 2030, OBSERVED_LEVELS, 8)
    supposed = most_at_risk(outlook(), 2030, (Level.ASSUMED,), 8)
    assert {item.level for item in known} == {Level.TREND, Level.PACE}
    assert {item.level for item in supposed} == {Level.ASSUMED}
    assert len(most_at_risk(outlook(), 2030, OBSERVED_LEVELS, 1)) == 1
