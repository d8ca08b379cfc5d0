"""One scenario in a file, TOML or JSON."""

from pathlib import Path

from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.scenario.text import LONGEST_TEXT, read_json, read_toml
from kh359.plan.facts import Facts


def read_scenario_file(path: Path, facts: Facts, *, english: bool = False) -> Scenario:
    """The scenario of a file; one whose name ends in .json is JSON, any other TOML.

    english: whether the English name and note are wanted. Raises OSError when the file cannot be
    read, ScenarioError with every fault of it.
    """
    with path.open("rb") as file:
        # One byte more than is allowed tells a long file without reading all of it.
        content = file.read(LONGEST_TEXT + 1)
    read = read_json if path.suffix.lower() == ".json" else read_toml
    return read(content, rest_scenario(facts), facts.indicator_by_id, english=english)
