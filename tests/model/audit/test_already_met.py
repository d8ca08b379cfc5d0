"""The province's own figure already meets a target."""

from audit_pieces import asked, figure, real, stated
from plan_pieces import observation

from kh359.model.audit.rules.already_met import ASKS_OTHER, MET, NEAR, OTHER, RULE
from kh359.plan.observation import Match, Region

TARGETS = stated({2025: 70, 2030: 85, 2035: 95})


def test_the_furthest_target_met_is_named() -> None:
    (found,) = asked(RULE, TARGETS, observations=(observation(2025, 86),))
    assert (found.says, [t.year for t in found.targets]) == (MET, [2025, 2030])
    assert (figure(found, "observed"), figure(found, "own"), figure(found, "year")) == (
        0.86,
        0.85,
        2030,
    )


def test_a_figure_below_every_target_meets_none() -> None:
    assert asked(RULE, TARGETS, observations=(observation(2025, 69),)) == []


def test_a_target_of_a_year_before_the_figure_is_not_asked() -> None:
    assert asked(RULE, TARGETS, observations=(observation(2026, 75),)) == []


def test_the_nation_and_a_former_province_meet_nothing() -> None:
    elsewhere = (
        observation(2025, 90, region=Region.NATION),
        observation(2024, 90, region=Region.OLD_PROVINCE),
    )
    assert asked(RULE, TARGETS, observations=elsewhere) == []


def test_another_definition_says_so() -> None:
    near = asked(RULE, TARGETS, observations=(observation(2025, 74, match=Match.NEAR),))
    other = asked(RULE, TARGETS, observations=(observation(2025, 74, match=Match.OTHER),))
    assert [f.says for f in (*near, *other)] == [NEAR, OTHER]
    assert other[0].asks == ASKS_OTHER


def test_a_usable_figure_goes_before_a_later_one_of_another_definition() -> None:
    figures = (observation(2025, 60), observation(2026, 99, match=Match.OTHER))
    assert asked(RULE, TARGETS, observations=figures) == []


def test_the_plan() -> None:
    found = {f.indicator_ids[0]: f for f in RULE.find(real())}
    assert figure(found["dossiers_online"], "observed") == 0.74
    assert [t.target_id for t in found["dossiers_online"].targets] == ["dossiers_online-2025"]
