"""What the papers say of scenario files is what the program reads."""

import re
from pathlib import Path

import pytest

from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.scenario.scenario import Override, rest_scenario
from kh359.model.scenario.text import LONGEST_TEXT, read_toml
from kh359.plan.loading import load_facts

ROOT = Path(__file__).parents[2]
DECISION = (ROOT / "docs" / "decisions" / "scenario-files.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("text", [DECISION, README], ids=["decision", "readme"])
def test_the_example_can_be_read(text: str) -> None:
    facts = load_facts()
    found = re.search(r"```toml\n(.*?)```", text, re.S)
    assert found
    scenario = read_toml(found[1], rest_scenario(facts), facts.indicator_by_id)
    assert scenario.name == "Thử của tổ giúp việc"
    assert scenario.programme_share == (0.015, 0.02, 0.025, 0.03)
    assert scenario.execution == (0.8,)
    if text is DECISION:
        assert scenario.overrides == (
            Override(
                indicator_id="coverage_5g",
                pace=0.05,
                start_value=0.455,
                start_year=2025,
                outside_driver=False,
            ),
        )


def test_the_table_of_levers_is_the_program_s() -> None:
    form = r"^\| ([a-z_, ]+) \| (\d)[^|]* \| [^|]+ \| (-?\d+) to (\d+) \|$"
    told = {
        name: (int(size), float(low), float(high))
        for names, size, low, high in re.findall(form, DECISION, re.M)
        for name in names.split(", ")
    }
    assert told == {
        name: (lever.size, lever.unit.to_shown(lever.low), lever.unit.to_shown(lever.high))
        for name, lever in LEVER_BY_NAME.items()
    }
    assert f"{LONGEST_TEXT:,}" in DECISION


def test_the_readme_counts_the_ready_made_scenarios() -> None:
    assert len(list((ROOT / "data" / "scenarios").glob("*.toml"))) == 9
    assert "Chín kịch bản dựng sẵn" in README
    assert "Nine ready-made ones" in README
