"""The evidence in data/ keeps its own rules (docs/decisions/observations.md)."""

import re
from datetime import date
from itertools import pairwise

import pytest

from kh359.plan.facts import Facts
from kh359.plan.indicator import Role
from kh359.plan.loading import load_facts
from kh359.plan.milestone import Status
from kh359.plan.observation import Grade, Match, Observation, Region

PROVINCIAL = (Region.OLD_PROVINCE, Region.KON_TUM, Region.PROVINCE)

# Aims of the province's other documents, met while looking for figures: never observations.
AIMS = {
    ("digital_economy_share", 20),
    ("digital_economy_share", 30),
    ("sme_digital", 50),
    ("digital_signature", 50),
    ("eid_level2", 80),
    ("adults_digital_access", 80),
    ("officials_digital_mastery", 80),
    ("st_budget_share", 3),
    ("st_results_applied", 60),
    ("st_results_applied", 70),
    ("startups", 20),
    ("startup_projects", 50),
    ("tfp_contribution", 45),
}


# The word stands in a headline about collecting what was planned; the figure is the outturn.
VETTED = {"vietbao_2023_12_06_growth"}


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


def shown(facts: Facts, o: Observation) -> float:
    return round(facts.indicator_by_id[o.indicator_id].unit.to_shown(o.value), 6)


def test_the_whole_plan_is_there(facts: Facts) -> None:
    assert len(facts.targets) == 194
    assert len(facts.milestones) == 18
    assert {i.indicator_id for i in facts.indicators_with(Role.TRACKED)} == {
        "pii",
        "tfp_contribution",
    }


def test_no_aim_is_passed_off_as_an_observation(facts: Facts) -> None:
    provincial = [o for o in facts.observations if o.region in PROVINCIAL]
    assert not {(o.indicator_id, shown(facts, o)) for o in provincial} & AIMS
    targets = {(t.indicator_id, t.year, t.value) for t in facts.targets}
    for o in provincial:
        if o.match is not Match.OTHER:
            assert (o.indicator_id, o.year, o.value) not in targets


def test_nothing_in_the_file_of_observations_is_computed(facts: Facts) -> None:
    """A source's own percentage is read; a percentage worked out here is of grade derived."""
    for o in facts.observations:
        worked_out = (o.note_vi or "").startswith("Tính:")
        assert worked_out == (o.grade is Grade.DERIVED)


def test_a_milestone_with_progress_names_its_source(facts: Facts) -> None:
    begun = [m for m in facts.milestones if m.status is not Status.NOT_STARTED]
    assert [(m.milestone_id, m.status, m.source_id) for m in begun] == [
        ("operations_centre-2035", Status.UNDER_WAY, "binhson_2022_04_14_ioc")
    ]
    assert all(m.note_vi and m.note_en for m in begun)


def test_no_budget_plan_is_an_observation(facts: Facts) -> None:
    for o in facts.observations:
        title = facts.source_by_id[o.source_id].title.lower()
        assert "dự toán" not in title or "quyết toán" in title or o.source_id in VETTED


@pytest.mark.parametrize(
    ("indicator_id", "region", "year", "method", "value"),
    [
        ("population", "qn_old", 2022, "main", 1_245_650),
        ("population", "kon_tum", 2022, "main", 579_914),
        ("grdp_constant_2010", "qn_new", 2025, "main", 92_300),
        ("grdp_constant_2010", "qn_old", 2022, "main", 57_600),
        ("grdp_current", "qn_new", 2025, "main", 188_701),
        ("grdp_growth", "qn_new", 2025, "main", 10.02),
        ("budget_revenue", "qn_new", 2025, "main", 35_230),
        ("local_budget_expenditure_balanced", "qn_old", 2014, "main", 13_767.3),
        ("pii", "qn_old", 2023, "main", 37.8),
        ("dti", "kon_tum", 2022, "dti2021", 0.54),
        ("dti", "vietnam", 2022, "dti2021", 0.5786),
        ("digital_economy_share", "qn_old", 2022, "mic", 4.21),
        ("digital_economy_share", "vietnam", 2024, "gso", 13.17),
        ("dossiers_online", "qn_new", 2025, "main", 74),
    ],
)
def test_standing_figures_are_those_of_their_sources(
    facts: Facts, indicator_id: str, region: str, year: int, method: str, value: float
) -> None:
    standing = [
        o
        for o in facts.observations_of(indicator_id)
        if (o.region, o.year, o.method, o.superseded) == (region, year, method, False)
    ]
    assert [shown(facts, o) for o in standing] == [value]


def test_the_province_has_no_invented_digital_index(facts: Facts) -> None:
    """Only its rank was published."""
    regions = {o.region for o in facts.observations_of("dti")}
    assert regions == {Region.KON_TUM, Region.NATION}


def test_all_procedures_are_not_the_eligible_ones(facts: Facts) -> None:
    for o in facts.observations_of("full_online_services"):
        if o.region in PROVINCIAL:
            assert o.match is Match.OTHER


def test_the_two_grdp_series_do_not_overlap_in_one_method(facts: Facts) -> None:
    years = {
        method: {
            o.year
            for o in facts.observations_of("grdp_constant_2010")
            if o.region is Region.OLD_PROVINCE and o.method == method
        }
        for method in ("before_revision", "main")
    }
    assert years == {"before_revision": {2010, 2018, 2020}, "main": {2021, 2022}}
    revised = [b for b in facts.breaks if b.indicator_id == "grdp_constant_2010"]
    assert [b.year for b in revised] == [2021]


def test_a_replaced_figure_says_why_and_has_a_better_one(facts: Facts) -> None:
    standing = {
        (o.indicator_id, o.region, o.year, o.method) for o in facts.observations if not o.superseded
    }
    for o in facts.observations:
        if o.superseded:
            assert o.note_vi
            assert (o.indicator_id, o.region, o.year, o.method) in standing


def test_notes_come_in_both_languages(facts: Facts) -> None:
    for fact in (*facts.observations, *facts.peers):
        assert (fact.note_vi is None) == (fact.note_en is None)


def test_a_near_or_other_match_is_explained(facts: Facts) -> None:
    for o in facts.observations:
        assert o.match is Match.SAME or o.note_vi


def test_dates_are_real_and_within_the_year_of_the_figure(facts: Facts) -> None:
    for o in facts.observations:
        if o.as_of is not None:
            assert re.fullmatch(r"20[0-9]{2}(-[0-9]{2}){1,2}", o.as_of)
            assert o.as_of.startswith(str(o.year))
    for source in facts.sources:
        if source.date is not None:
            date.fromisoformat(source.date + "-01-01"[len(source.date) - 4 :])


def test_peers_are_other_provinces(facts: Facts) -> None:
    own = re.compile("Quảng Ngãi|Kon Tum|Cả nước|Việt Nam|Khối|Vùng|bình quân", re.IGNORECASE)
    assert not [p.province for p in facts.peers if own.search(p.province)]


def test_proxies_of_a_data_base_state_a_clear_licence(facts: Facts) -> None:
    cited = {p.source_id for p in facts.proxies}
    from_data_bases = [s for s in facts.sources if s.source_id in cited and s.licence]
    assert len(from_data_bases) == 4
    assert all(str(s.licence).startswith("CC BY 4.0") for s in from_data_bases)
    # The others are facts from the press, each with its article.
    assert len(cited) - len(from_data_bases) == 3


def test_a_lent_pace_has_two_points_on_one_side_of_every_break(facts: Facts) -> None:
    for comparable in facts.comparables:
        name, method = comparable.indicator_id, comparable.method
        if comparable.series != "history":
            years = sorted(p.year for p in facts.proxies if p.proxy_id == comparable.series)
            assert len(years) >= 2, comparable
            continue
        national = [
            o
            for o in facts.observations_of(name)
            if o.region is Region.NATION and o.method == method and not o.superseded
        ]
        years = sorted(o.year for o in national)
        assert len(years) >= 2, comparable
        assert all(o.match is not Match.OTHER for o in national), comparable
        breaks = [
            b.year
            for b in facts.breaks
            if b.indicator_id == name and b.region in (None, Region.NATION)
        ]
        assert not [(a, b) for a, b in pairwise(years) for cut in breaks if a < cut <= b]
