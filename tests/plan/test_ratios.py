"""Shares that follow from two counts of one source, against divisions done by hand."""

from pathlib import Path

import pytest
from faulty import problems_of, replace

from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.ratio import Ratio
from kh359.plan.unit import Unit


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


@pytest.fixture(scope="module")
def services(facts: Facts) -> list[Observation]:
    own = facts.observations_of("full_online_services")
    return [o for o in own if o.grade is Grade.DERIVED]


BY_HAND = [
    ("qn_new", 2025, "all_procedures", 0.388278),  # 848 / 2,184
    ("kon_tum", 2020, "all_procedures", 0.241013),  # 476 / 1,975
    ("kon_tum", 2022, "online_services", 0.662890),  # 1,170 / 1,765
    ("kon_tum", 2025, "online_services", 0.763725),  # 1,099 / 1,439
]


@pytest.mark.parametrize(("region", "year", "method", "expected"), BY_HAND)
def test_shares_match_divisions_by_hand(
    services: list[Observation], region: str, year: int, method: str, expected: float
) -> None:
    (found,) = [o for o in services if (o.region, o.year, o.method) == (region, year, method)]
    assert found.value == pytest.approx(expected, abs=5e-7)
    assert (found.unit, found.match, found.superseded) == (Unit.PERCENT, Match.OTHER, False)


def test_every_share_of_the_file_is_loaded_once(services: list[Observation]) -> None:
    assert len(services) == len(BY_HAND)


def test_a_note_names_both_counts_in_both_languages(services: list[Observation]) -> None:
    newest = next(o for o in services if o.region is Region.PROVINCE)
    assert newest.note_vi == (
        "Tính: 848 / 2.184. Dịch vụ toàn trình trên thủ tục; "
        "mẫu số là mọi thủ tục, không phải thủ tục đủ điều kiện."
    )
    assert newest.note_en == (
        "Computed: 848 / 2,184. Full-process services of procedures; "
        "the base is all procedures, not the eligible ones."
    )


def test_a_loaded_share_keeps_what_its_row_says(folder: Path) -> None:
    (found,) = [o for o in load_facts(folder).observations if o.year == 2023]
    assert found == Observation(
        indicator_id="cover",
        region=Region.KON_TUM,
        year=2023,
        as_of="2023-12",
        value=75,  # percent, as a row of history.csv would say it: 3 / 4
        unit=Unit.PERCENT,
        grade=Grade.DERIVED,
        match=Match.NEAR,
        source_id="gov_2025",
        note_vi="Tính: 3 / 4. Xã",
        note_en="Computed: 3 / 4. Communes",
    )


def test_counts_with_decimals_follow_each_language(folder: Path) -> None:
    replace(folder, "ratios.csv", "1,1,percent", "1.5,1234.5,percent")
    found = load_facts(folder).observations[-1]
    assert (found.note_vi, found.note_en) == ("Tính: 1,5 / 1.234,5.", "Computed: 1.5 / 1,234.5.")


def test_a_superseded_share_clashes_with_nothing(folder: Path) -> None:
    replace(
        folder,
        "ratios.csv",
        "kon_tum,2024,,1,1,percent,near,main,false",
        "qn_new,2025,,1,1,percent,near,main,true",
    )
    assert load_facts(folder).observations[-1].superseded


def test_a_share_outside_its_indicator_is_refused(folder: Path) -> None:
    replace(folder, "indicators.csv", "share,0,100", "share,80,100")
    found = [p for p in problems_of(folder) if p.file == "ratios.csv"]
    assert [(p.row, p.column, p.code, p.expected) for p in found] == [
        (2, "numerator", "out_of_bounds", ">= 80, <= 100")
    ]


def test_a_repeated_share_is_told_once(folder: Path) -> None:
    """Not as a clash on top."""
    replace(folder, "ratios.csv", "kon_tum,2023,2023-12", "qn_new,2025,2025-12")
    assert [p.code for p in problems_of(folder)] == ["duplicate"]


def test_a_ratio_can_be_read_without_optional_cells() -> None:
    ratio = Ratio.model_validate(
        {
            "indicator_id": "cover",
            "region": "qn_old",
            "year": "2024",
            "numerator": "1",
            "denominator": "3",
            "unit": "percent",
            "match": "same",
            "source_id": "gov_2025",
        }
    )
    assert ratio.value == pytest.approx(0.333333, abs=5e-7)
    assert ratio.observation().note_en == "Computed: 1 / 3."
