"""Hand-made facts that a rule finds something in, or nothing."""

from dataclasses import replace
from functools import cache

from plan_pieces import count, facts, share, target

from kh359.model.audit.finding import Figure, Finding
from kh359.model.audit.rule import Rule
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator
from kh359.plan.loading import load_facts
from kh359.plan.series_break import DefinitionChange
from kh359.plan.target import Comparator, Period, Target

__all__ = ["asked", "change", "count", "figure", "real", "renamed", "share", "stated", "target"]


@cache
def real() -> Facts:
    """The facts of the project."""
    return load_facts()


def renamed(indicator: Indicator, **changed: object) -> Indicator:
    """The same indicator with other fields."""
    return indicator.model_copy(update=changed)


def stated(
    values: dict[int, float],
    indicator: Indicator | None = None,
    *,
    comparator: Comparator = Comparator.AT_LEAST,
    per_year_from: int = 9999,
) -> tuple[Target, ...]:
    """One target a year; values as written in `data/` (50 for 50 %)."""
    made = (
        target(year, value, indicator=indicator, comparator=comparator)
        for year, value in values.items()
    )
    return tuple(
        t.model_copy(update={"period": Period.PER_YEAR}) if t.year >= per_year_from else t
        for t in made
    )


def change(year: int, indicator: Indicator | None = None) -> DefinitionChange:
    """The plan counts in another way from `year` on."""
    name = (indicator or share()).indicator_id
    return DefinitionChange(indicator_id=name, year=year, note_vi="đổi", note_en="changed")


def asked(
    rule: Rule,
    targets: tuple[Target, ...],
    *indicators: Indicator,
    **more: object,
) -> list[Finding]:
    """What one rule finds in these targets of one share, or of the indicators named."""
    made = facts(indicators or (share(),), targets=targets)
    return list(rule.find(replace(made, **more)))  # type: ignore[arg-type]


def figure(finding: Finding, key: str, year: int | None = None) -> float:
    """The value of the first figure of a key (of a year)."""
    found: list[Figure] = [
        f for f in finding.figures if f.key == key and (year is None or f.year == year)
    ]
    return found[0].value
