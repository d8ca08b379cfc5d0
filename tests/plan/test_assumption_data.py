"""What data/ supposes keeps its own rules (docs/decisions/assumptions.md)."""

import pytest

from kh359.model.scenario.lever import LEVERS
from kh359.model.scenario.scenario import rest_scenario
from kh359.plan.facts import Facts
from kh359.plan.indicator import Driver, Role
from kh359.plan.loading import load_facts
from kh359.plan.observation import Grade, Match
from kh359.plan.prior import Prior, PriorGrade, PriorKind

NO_EFFECT = {
    PriorGrade.A: 0.1,
    PriorGrade.B: 0.1,
    PriorGrade.C: 0.25,
    PriorGrade.OWN: 0.5,
}

# Money moves the first two by definition, and the third is a decision, not an outcome.
NOT_ANSWERING = {"st_budget_share", "sti_grdp_share", "public_st_organisations"}


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


def of_kind(facts: Facts, kind: PriorKind) -> list[Prior]:
    return [prior for prior in facts.priors if prior.kind is kind]


def test_every_effect_may_be_none_at_all(facts: Facts) -> None:
    effects = of_kind(facts, PriorKind.ELASTICITY)
    assert len(effects) == len(facts.channels)
    assert {prior.low for prior in effects} == {0.0}
    assert {prior.no_effect for prior in effects} <= set(NO_EFFECT.values())


def test_the_chance_of_no_effect_follows_the_grade_and_is_said(facts: Facts) -> None:
    for prior in of_kind(facts, PriorKind.ELASTICITY):
        chance = NO_EFFECT[prior.grade]
        assert prior.no_effect == chance, prior.assumption_id
        assert f"Giả định: {100 * chance:.0f} % khả năng" in prior.note_vi
        assert f"Supposed: a {100 * chance:.0f}% chance" in prior.note_en


def test_only_one_effect_could_be_read_as_it_stands(facts: Facts) -> None:
    strong = (PriorGrade.A, PriorGrade.B)
    graded = [p for p in of_kind(facts, PriorKind.ELASTICITY) if p.grade in strong]
    assert [(p.assumption_id, p.grade) for p in graded] == [
        ("elasticity_business_rd", PriorGrade.B)
    ]


def test_outcomes_never_grow_faster_than_money(facts: Facts) -> None:
    """Twice the money never more than doubles an outcome."""
    assert max(prior.high for prior in of_kind(facts, PriorKind.ELASTICITY)) <= 1


def test_what_is_not_our_own_has_a_source_with_an_address(facts: Facts) -> None:
    for prior in facts.priors:
        if prior.grade is not PriorGrade.OWN:
            addresses = [facts.source_by_id[name].address for name in prior.sources]
            assert addresses, prior.assumption_id
            assert all(a.startswith(("http://", "https://")) for a in addresses)


def test_notes_are_written_out_in_both_languages(facts: Facts) -> None:
    for prior in facts.priors:
        assert len(prior.note_vi) > 40 < len(prior.note_en), prior.assumption_id
        assert prior.note_vi != prior.note_en


def test_every_lever_rests_inside_its_limits(facts: Facts) -> None:
    for lever in LEVERS:
        assert len(lever.prior_ids) in (1, lever.size)
        for name in lever.prior_ids:
            prior = facts.prior_by_id[name]
            assert prior.unit is lever.unit, name
            assert lever.low <= prior.low <= prior.mode <= prior.high <= lever.high, name
            steps = (prior.mode - lever.low) / lever.step
            assert steps == pytest.approx(round(steps), abs=1e-6), f"{name} between two steps"


def test_the_scenario_at_rest_is_the_one_of_the_file(facts: Facts) -> None:
    rest = rest_scenario(facts)
    assert rest.split == (0.2,) * 5
    assert rest.programme_share == (0.009,) * 4
    assert rest.added_lag == (0.0,)


def test_every_driver_has_a_led_share(facts: Facts) -> None:
    led = {prior.assumption_id for prior in of_kind(facts, PriorKind.LED_SHARE)}
    assert led == {f"led_{driver}" for driver in Driver}


def test_the_province_leads_most_where_it_drives(facts: Facts) -> None:
    province, nation, market = (
        facts.prior_by_id[f"led_{name}"].mode for name in ("province", "nation", "market")
    )
    assert province > market > nation > 0


def test_every_supposed_quantity_is_used(facts: Facts) -> None:
    named = {name for lever in LEVERS for name in lever.prior_ids}
    named |= {f"led_{driver}" for driver in Driver} | {"digital_growth_elasticity"}
    for channel in facts.channels:
        named |= {channel.elasticity_id, channel.depreciation_id, channel.lag_id}
    assert named == set(facts.prior_by_id)


def test_every_channel_moves_something(facts: Facts) -> None:
    assert {r.channel_id for r in facts.responses} == {c.channel_id for c in facts.channels}


def test_every_target_answers_to_money_or_is_named_as_not_doing_so(facts: Facts) -> None:
    targeted = {i.indicator_id for i in facts.indicators_with(Role.TARGET)}
    answering = {r.indicator_id for r in facts.responses}
    assert targeted - answering == NOT_ANSWERING
    assert answering - targeted == {"pii"}


def test_heads_and_heads_per_inhabitant_answer_alike(facts: Facts) -> None:
    channel = {r.indicator_id: r.channel_id for r in facts.responses}
    assert channel["researchers_per_10k"] == channel["researchers_total"]


def test_growth_at_rest_lies_among_the_years_observed(facts: Facts) -> None:
    """Median of 6.05, 8.08, 3.03, 4.07 and 10.02 %, read from the rows themselves."""
    observed = sorted(
        o.value
        for o in facts.observations_of("grdp_growth")
        if o.region in ("qn_old", "qn_new")
        and o.year >= 2021
        and o.match is Match.SAME
        and not o.superseded
        and o.grade in (Grade.OFFICIAL, Grade.PRESS)
    )
    assert len(observed) == 5
    prior = facts.prior_by_id["grdp_growth"]
    assert prior.mode == pytest.approx(observed[2], abs=0.0025)
    assert (prior.low, prior.high) == pytest.approx((observed[0], observed[-1]), abs=0.0005)


def test_population_growth_follows_the_two_former_provinces(facts: Facts) -> None:
    """(1,825,564 / 1,684,540) ** (1 / 10) - 1, by hand .81 % a year."""
    people = {
        o.year: o.value
        for o in facts.observations_of("population")
        if o.region == "qn_new" and o.grade is Grade.DERIVED
    }
    assert (people[2012], people[2022]) == (1_684_540, 1_825_564)
    yearly = (people[2022] / people[2012]) ** 0.1 - 1
    assert yearly == pytest.approx(0.00807, abs=5e-6)
    assert facts.prior_by_id["population_growth"].mode == pytest.approx(yearly, abs=5e-4)
