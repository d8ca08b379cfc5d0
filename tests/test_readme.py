"""What the README states as a number is what the commands print."""

import re
from pathlib import Path

from kh359.model.assumptions import Assumptions
from kh359.model.evidence import Level, gather_evidence
from kh359.model.outlook import N_DRAWS
from kh359.plan.indicator import Role
from kh359.plan.loading import load_facts

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
PLAIN = " ".join(README.split())


def test_the_unknown_is_counted_as_the_program_counts_it() -> None:
    facts = load_facts()
    indicators = facts.indicators_with(Role.TARGET)
    silent = [
        indicator
        for indicator in indicators
        if gather_evidence(facts, indicator, Assumptions()).level is Level.NONE
    ]
    assert f"**{len(silent)} trong {len(indicators)} chỉ tiêu**" in PLAIN
    assert f"**{len(silent)} of the {len(indicators)} indicators**" in PLAIN
    assert f"{len(facts.targets)} mục tiêu định lượng" in PLAIN
    assert f"{len(facts.targets)} quantitative targets" in PLAIN
    assert f"{len(facts.milestones)} mốc định tính" in PLAIN
    assert f"{len(facts.milestones)} qualitative milestones" in PLAIN


def test_the_number_of_draws_is_the_one_used() -> None:
    assert f"{N_DRAWS:,}".replace(",", ".") + " lượt" in PLAIN
    assert f"{N_DRAWS:,} draws" in PLAIN


def test_the_two_counts_of_the_unknown_are_told_apart() -> None:
    facts = load_facts()
    known = {o.indicator_id for o in facts.observations}
    listed = [i for i in facts.indicators if i.role is not Role.ECONOMY]
    nothing = [i for i in listed if i.indicator_id not in known]
    assert f"**{len(nothing)} chỉ tiêu**" in PLAIN
    assert f"**{len(nothing)} indicators**" in PLAIN
    assert sum(i.role is Role.TRACKED for i in nothing) == 1


def test_every_local_link_and_data_file_exists() -> None:
    links = set(re.findall(r"\]\(([^)#][^)]*)\)", README))
    named = {f"data/{name}" for name in re.findall(r"`(?:data/)?(\w+\.csv)`", README)}
    written = {"data/attainment.csv", "data/projections.csv"}
    assert links
    assert [name for name in links | (named - written) if not (ROOT / name).exists()] == []


def test_every_data_file_is_explained() -> None:
    assert [f.name for f in (ROOT / "data").glob("*.csv") if f"`{f.name}`" not in README] == []
