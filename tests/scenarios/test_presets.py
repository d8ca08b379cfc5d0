"""The scenarios that come with the data: readable, in both languages, and true to the plan."""

import csv
import re
from pathlib import Path

import pytest

from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.plan.facts import Facts
from kh359.plan.loading import DATA_FOLDER, load_facts
from kh359.scenarios.preset import FIRST, Preset, read_presets
from kh359.scenarios.scenario_file import read_scenario_file


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


@pytest.fixture(scope="module")
def presets(facts: Facts) -> dict[str, Preset]:
    shelf = read_presets(facts)
    assert shelf.broken == ()
    return {preset.preset_id: preset for preset in shelf.presets}


@pytest.fixture(scope="module")
def rest(facts: Facts) -> Scenario:
    return rest_scenario(facts)


def moved(scenario: Scenario, rest: Scenario) -> set[str]:
    return {
        name
        for name in Scenario.__dataclass_fields__
        if name not in ("name", "note") and getattr(scenario, name) != getattr(rest, name)
    }


def plan_percent(indicator_id: str) -> list[float]:
    """The plan's own figures for 2030-2045, read from the file itself."""
    with (DATA_FOLDER / "targets.csv").open(encoding="utf-8", newline="") as file:
        return [
            float(row["value"])
            for row in csv.DictReader(file)
            if row["indicator_id"] == indicator_id and row["year"] != "2025"
        ]


def test_they_come_in_the_order_of_the_list(presets: dict[str, Preset]) -> None:
    assert tuple(presets) == FIRST


@pytest.mark.parametrize("preset_id", FIRST)
def test_each_says_in_both_languages_what_is_supposed(
    presets: dict[str, Preset], facts: Facts, preset_id: str
) -> None:
    preset = presets[preset_id]
    assert preset.vietnamese.content_hash == preset.english.content_hash
    assert preset.vietnamese.name != preset.english.name
    assert len(preset.vietnamese.note) > 40
    assert len(preset.english.note) > 40
    if preset_id != "giu_nguyen":
        assert preset.vietnamese.note.startswith("Giả định: ")
        assert preset.english.note.startswith("Supposed: ")
    named = re.findall(r"nguồn (\w+_\w+)", preset.vietnamese.note)
    assert set(named) <= set(facts.source_by_id)


@pytest.mark.parametrize(
    ("preset_id", "levers"),
    [
        ("giu_nguyen", set()),
        ("dung_muc_tieu_ngan_sach", {"programme_share"}),
        ("nghi_quyet_dai_hoi", {"programme_share"}),
        ("von_tu_nhan", {"programme_share", "cofinancing"}),
        ("hai_con_so", {"growth"}),
        ("cat_20", {"programme_share"}),
        ("giai_ngan_cham", {"execution", "added_lag"}),
        ("don_ha_tang", {"split"}),
        ("chuyen_doi_so_truoc", {"split"}),
    ],
)
def test_each_moves_only_what_its_note_says(
    presets: dict[str, Preset], rest: Scenario, preset_id: str, levers: set[str]
) -> None:
    assert moved(presets[preset_id].vietnamese, rest) == levers


def test_the_budget_scenario_is_the_plan_s_own(presets: dict[str, Preset]) -> None:
    share = presets["dung_muc_tieu_ngan_sach"].vietnamese.programme_share
    assert [100 * value for value in share] == pytest.approx(plan_percent("st_budget_share"))


def test_private_money_fills_exactly_what_the_plan_wants_of_grdp(
    presets: dict[str, Preset], rest: Scenario
) -> None:
    scenario = presets["von_tu_nhan"].vietnamese
    assert scenario.budget_grdp_share == rest.budget_grdp_share
    shares = [
        100 * programme * scenario.budget_grdp_share[0] * (1 + private)
        for programme, private in zip(scenario.programme_share, scenario.cofinancing, strict=True)
    ]
    assert shares == pytest.approx(plan_percent("sti_grdp_share"), abs=1e-9)


@pytest.mark.parametrize(
    ("preset_id", "lever", "source_id"),
    [
        ("nghi_quyet_dai_hoi", "programme_share", "quangngaitv_congress_st_budget"),
        ("hai_con_so", "growth", "tienphong_2026_02_03_grdp"),
    ],
)
def test_a_figure_of_another_plan_is_the_one_on_record(
    presets: dict[str, Preset], preset_id: str, lever: str, source_id: str
) -> None:
    with (DATA_FOLDER / "plan_targets.csv").open(encoding="utf-8", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["source_id"] == source_id)
    scenario = presets[preset_id].vietnamese
    assert 100 * scenario.values_of(lever)[0] == pytest.approx(float(row["value"]))
    assert source_id in scenario.note


def test_figures_relative_to_rest_follow_rest(presets: dict[str, Preset], rest: Scenario) -> None:
    cut = presets["cat_20"].vietnamese.programme_share
    assert cut == pytest.approx([0.8 * value for value in rest.programme_share])
    assert presets["hai_con_so"].vietnamese.growth == (0.10, *rest.growth[1:])
    slow = presets["giai_ngan_cham"].vietnamese
    assert (slow.execution, slow.added_lag) == ((0.6,), (rest.added_lag[0] + 1,))


def test_a_broken_file_is_told_and_takes_nothing_from_the_others(
    facts: Facts, tmp_path: Path
) -> None:
    folder = tmp_path / "scenarios"
    folder.mkdir()
    (folder / "b.toml").write_text("version = 1\nexecution = 500\nx = 1", "utf-8")
    (folder / "c.toml").mkdir()
    (folder / "a.toml").write_text('version = 1\nname = "A"', "utf-8")
    shelf = read_presets(facts, tmp_path)
    assert [preset.preset_id for preset in shelf.presets] == ["a"]
    assert [(file.file, len(file.faults)) for file in shelf.broken] == [
        ("b.toml", 2),
        ("c.toml", 1),
    ]
    assert shelf.of("a") is shelf.presets[0]
    assert shelf.of("b") is None


def test_a_data_folder_without_scenarios_has_none(facts: Facts, tmp_path: Path) -> None:
    shelf = read_presets(facts, tmp_path)
    assert (shelf.presets, shelf.broken) == ((), ())


def test_the_name_of_a_file_tells_its_form(facts: Facts, tmp_path: Path) -> None:
    (tmp_path / "a.JSON").write_text('{"version": 1, "execution": 60}', "utf-8")
    (tmp_path / "a.txt").write_text("version = 1\nexecution = 60", "utf-8")
    read = [read_scenario_file(tmp_path / name, facts) for name in ("a.JSON", "a.txt")]
    assert [scenario.execution for scenario in read] == [(0.6,), (0.6,)]
