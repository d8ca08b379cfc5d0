"""Steps that comparable episodes hardly ever made."""

import numpy as np
import pytest
from audit_pieces import asked, change, count, figure, real, stated

from kh359.model.audit.finding import Severity
from kh359.model.audit.rules.jump import NEVER, RULE, SILENT
from kh359.model.reference.table import shipped_table


def test_a_jump_no_episode_made_is_serious() -> None:
    (found,) = asked(RULE, stated({2030: 1, 2035: 95}))
    assert (found.severity, found.says, figure(found, "share")) == (Severity.SERIOUS, NEVER, 0)


def test_a_step_that_many_made_is_nothing() -> None:
    assert asked(RULE, stated({2030: 40, 2035: 41})) == []


def test_falling_and_level_steps_are_not_asked() -> None:
    assert asked(RULE, stated({2030: 95, 2035: 95, 2040: 1})) == []


def test_two_ways_of_counting_are_no_step() -> None:
    assert asked(RULE, stated({2030: 1, 2035: 95}), definition_changes=(change(2035),)) == []


def test_a_few_whole_things_have_no_proportion() -> None:
    """1 to 5 prizes: the class is silent and says so."""
    firms = count()
    (found,) = asked(RULE, stated({2030: 1, 2035: 5}, firms), firms)
    assert (found.severity, found.says) == (Severity.INFORMATION, SILENT)
    assert figure(found, "n") == 1


def test_the_share_is_that_of_the_shipped_episodes() -> None:
    """10 % to 40 % of GRDP in five years, by hand from the table.

    A single start at p = 0.1 guesses a pace of 0.02 x sqrt(4 p (1 - p)) = 0.012 a year, so 40 %
    lies 25 paces up; episodes weigh by a Gaussian of their distance in logits, 0.25 wide, and 1.5
    times as wide because fewer than 80 speak at first; outcomes are asinh(z / (0.5 + 0.6 h^0.75)),
    with tails beyond 8 widths growing by the logarithm.
    """
    table = shipped_table()
    near = table.single & (table.place >= 0)
    place = np.clip(table.place[near], 0.005, 0.995)
    distance = np.log(place / (1 - place)) - np.log(0.1 / 0.9)
    outcome = table.outcomes[near, 4]
    weight = np.exp(-0.5 * (distance / (1.5 * 0.25)) ** 2)
    seen = np.isfinite(outcome)
    width = 0.5 + 0.6 * 5**0.75
    ratio = np.sinh(outcome[seen])
    z = np.where(ratio > 8, 8 * (1 + np.log(np.maximum(ratio, 8) / 8)), ratio) * width
    reached = 0.1 + 0.012 * z >= 0.4
    by_hand = weight[seen][reached].sum() / weight[seen].sum()
    found = {f.targets[1].target_id: f for f in RULE.find(real()) if len(f.targets) == 2}
    digital = found["digital_economy_share-2035"]
    assert figure(digital, "share") == pytest.approx(by_hand, abs=1e-6)
    assert digital.severity is Severity.SERIOUS


def test_the_plan() -> None:
    found = {f.targets[1].target_id: f for f in RULE.find(real()) if f.says != SILENT}
    digital = found["digital_economy_share-2035"]
    assert (figure(digital, "earlier"), figure(digital, "later")) == (0.1, 0.4)
    assert figure(digital, "percentile") >= 95
    assert figure(digital, "episodes") >= 20
    assert digital.clauses == ("II.2.2.e.15", "II.2.3.e.11")
    assert "sme_research_cooperation-2040" in found
    assert all(figure(f, "share") < 0.10 for f in found.values())
