"""Figures of the merged province, against sums done by hand from the figures in data/."""

import pytest

from kh359.plan.derivation import derived_observations
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.unit import Unit


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


@pytest.fixture(scope="module")
def derived(facts: Facts) -> dict[tuple[str, int, str], Observation]:
    observed = [o for o in facts.observations if o.grade is not Grade.DERIVED]
    return {(o.indicator_id, o.year, o.method): o for o in derived_observations(observed)}


def figure(indicator_id: str, region: Region, value: float, **changes: object) -> Observation:
    return Observation.model_validate(
        {
            "indicator_id": indicator_id,
            "region": region,
            "year": 2020,
            "value": value,
            "unit": Unit.BN_VND,
            "grade": Grade.PRESS,
            "match": Match.SAME,
            "source_id": f"source_{region.value}",
            **changes,
        }
    )


BY_HAND = [
    ("population", 2022, "main", 1_825_564),  # 1,245,650 + 579,914
    ("population", 2010, "before_census_2019", 1_663_065),  # 1,220,952 + 442,113
    ("budget_revenue", 2013, "main", 35_970.0),  # 32,760.9 + 3,209.1
    ("local_budget_expenditure_balanced", 2014, "main", 19_800.7),  # 13,767.3 + 6,033.4
    ("grdp_constant_2010", 2022, "main", 75_231),  # 57,600 + 17,631
    # (99.07 x 1,245,650 + 53.98 x 579,914) / 1,825,564 = 154,710,303.22 / 1,825,564
    ("grdp_per_capita", 2022, "main", 84.746579),
    ("grdp_current", 2022, "main", 154_710.303),  # the same numerator, in billion dong
    ("grdp_current", 2018, "main", 103_471.809),  # 67.73 x 1,230,500 + 37.81 x 532,400
]


@pytest.mark.parametrize(("indicator_id", "year", "method", "expected"), BY_HAND)
def test_derived_figures_match_hand_sums(
    derived: dict[tuple[str, int, str], Observation],
    indicator_id: str,
    year: int,
    method: str,
    expected: float,
) -> None:
    found = derived[indicator_id, year, method]
    assert found.value == pytest.approx(expected, rel=1e-8)
    assert found.region is Region.PROVINCE
    assert found.grade is Grade.DERIVED


def test_loaded_facts_hold_them_after_the_rows_of_the_file(facts: Facts) -> None:
    grades = [o.grade is Grade.DERIVED for o in facts.observations]
    assert grades == sorted(grades)
    derived = derived_observations(facts.observations[: grades.index(True)])
    assert facts.observations[grades.index(True) :][: len(derived)] == derived


def test_deriving_twice_adds_nothing(facts: Facts) -> None:
    assert derived_observations(facts.observations) == ()


def test_units_follow_the_indicator(
    facts: Facts, derived: dict[tuple[str, int, str], Observation]
) -> None:
    for o in derived.values():
        assert o.unit is facts.indicator_by_id[o.indicator_id].unit


def test_only_years_with_both_parts_and_one_method(
    derived: dict[tuple[str, int, str], Observation],
) -> None:
    # The former province's GRDP of 2020 is of the series before the revision, Kon Tum's is not.
    assert ("grdp_constant_2010", 2020, "main") not in derived
    assert ("grdp_constant_2010", 2020, "before_revision") not in derived
    # Revenue of 2023 is known for the former province only.
    assert ("budget_revenue", 2023, "main") not in derived


def test_indices_rates_and_shares_are_never_derived(
    derived: dict[tuple[str, int, str], Observation],
) -> None:
    assert {key[0] for key in derived} == {
        "population",
        "grdp_current",
        "grdp_constant_2010",
        "grdp_per_capita",
        "budget_revenue",
        "local_budget_expenditure_balanced",
    }


def test_both_figures_are_named_as_each_language_writes_them(
    derived: dict[tuple[str, int, str], Observation],
) -> None:
    people = derived["population", 2022, "main"]
    assert people.note_vi == "Tính: Quảng Ngãi cũ 1.245.650 cộng Kon Tum 579.914."
    assert people.note_en == "Computed: former Quảng Ngãi 1,245,650 plus Kon Tum 579,914."
    head = derived["grdp_per_capita", 2022, "main"]
    assert head.note_vi == (
        "Tính: bình quân theo dân số của Quảng Ngãi cũ 99,07 và Kon Tum 53,98 "
        "(dân số 1.245.650 và 579.914 người)."
    )


def test_all_sources_are_kept_and_none_is_spelled_as_an_id(
    facts: Facts, derived: dict[tuple[str, int, str], Observation]
) -> None:
    people = derived["population", 2022, "main"]
    assert people.source_ids[0] == people.source_id == "gso_copy_population_2022"
    assert len(people.source_ids) == 2
    assert len(derived["grdp_per_capita", 2022, "main"].source_ids) >= 3
    for o in derived.values():
        assert set(o.source_ids) <= set(facts.source_by_id)
        assert not any(i in f"{o.note_vi} {o.note_en}" for i in facts.source_by_id)


def test_a_figure_of_the_merged_province_is_left_alone() -> None:
    parts = [
        figure("grdp_current", Region.OLD_PROVINCE, 60),
        figure("grdp_current", Region.KON_TUM, 40),
    ]
    own = figure("grdp_current", Region.PROVINCE, 90)
    assert [o.value for o in derived_observations(parts)] == [100]
    assert derived_observations([*parts, own]) == ()


def test_a_superseded_figure_is_not_added() -> None:
    parts = [
        figure("grdp_current", Region.OLD_PROVINCE, 60),
        figure("grdp_current", Region.KON_TUM, 40, superseded=True),
    ]
    assert derived_observations(parts) == ()


def test_the_weaker_match_of_the_two_parts_counts() -> None:
    parts = [
        figure("local_budget_expenditure", Region.OLD_PROVINCE, 60),
        figure("local_budget_expenditure", Region.KON_TUM, 40, match=Match.NEAR),
    ]
    assert [o.match for o in derived_observations(parts)] == [Match.NEAR]


def test_a_sum_is_preferred_to_a_product() -> None:
    parts = []
    for region, amount, heads in ((Region.OLD_PROVINCE, 60, 1e6), (Region.KON_TUM, 40, 5e5)):
        parts += [
            figure("grdp_current", region, amount),
            figure("grdp_per_capita", region, 50, unit=Unit.MN_VND),
            figure("population", region, heads, unit=Unit.PEOPLE),
        ]
    values = {o.indicator_id: o.value for o in derived_observations(parts)}
    assert values["grdp_current"] == 100  # the product would be 75,000
    assert values["grdp_per_capita"] == pytest.approx(50)
