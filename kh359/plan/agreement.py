"""Rules on figures: a row must agree with its indicator, and its cells with each other."""

from collections.abc import Iterator, Mapping

from kh359.plan.channel import CHANNEL_PRIORS
from kh359.plan.comparison import PeerValue
from kh359.plan.indicator import Indicator, Kind, Role
from kh359.plan.milestone import Milestone
from kh359.plan.observation import Grade, Observation, Region
from kh359.plan.other_target import OtherTarget
from kh359.plan.problem import Code, Problem
from kh359.plan.ratio import Ratio
from kh359.plan.row import Row
from kh359.plan.tables import Tables
from kh359.plan.target import MILESTONE_YEARS, Period, Target

# Derived figures are computed, never written; a national figure is a proxy for the province.
PROVINCIAL_GRADES = (Grade.OFFICIAL, Grade.PRESS)
NATIONAL_GRADES = (Grade.PROXY,)
ANSWERING_ROLES = (Role.TARGET, Role.TRACKED)


def agreement_problems(tables: Tables) -> Iterator[Problem]:
    """Rows whose unit, group, bounds, grade, clause or id do not fit what they are about."""
    indicators = {i.indicator_id: i for i in tables.indicators.facts}
    for target in tables.targets.rows:
        yield from _target_problems(target, indicators)
    for milestone in tables.milestones.rows:
        yield from _clause_problems(milestone)
    for observation in tables.history.rows:
        yield from _figure_problems(observation, indicators)
        yield from _grade_problems(observation)
    for ratio in tables.ratios.rows:
        yield from _figure_problems(ratio, indicators, "numerator")
    for peer in tables.peers.rows:
        yield from _figure_problems(peer, indicators)
    for other in tables.plan_targets.rows:
        yield from _figure_problems(other, indicators)
    yield from _proxy_unit_problems(tables)
    yield from _role_problems(tables, indicators)
    yield from _channel_problems(tables)
    yield from _response_problems(tables, indicators)


def _target_problems(row: Row[Target], indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    target = row.fact
    start = f"{target.indicator_id}-{target.year}"
    if not target.target_id.startswith(start):
        yield row.problem("target_id", Code.WRONG_ID, start)
    yield from _clause_problems(row)
    indicator = indicators.get(target.indicator_id)
    if indicator is None:
        return
    if target.group is not indicator.group:
        yield row.problem("group", Code.WRONG_GROUP, indicator.group)
    if target.period is Period.PER_YEAR and indicator.kind is not Kind.FLOW:
        yield row.problem("period", Code.WRONG_PERIOD, Period.LEVEL)
    if target.unit is not indicator.unit:
        yield row.problem("unit", Code.WRONG_UNIT, indicator.unit)
    else:
        yield from _bound_problems(row, "value", target.value, indicator)
        yield from _bound_problems(row, "value_high", target.value_high, indicator)


def _clause_problems(row: Row[Target] | Row[Milestone]) -> Iterator[Problem]:
    """Section II.2.1 is 2025, II.2.2 is 2030 and so on; the letter is the group."""
    fact = row.fact
    if fact.year not in MILESTONE_YEARS:
        expected = ", ".join(map(str, MILESTONE_YEARS))
        yield row.problem("year", Code.UNKNOWN_CHOICE, expected)
        return
    start = f"II.2.{MILESTONE_YEARS.index(fact.year) + 1}.{fact.group}."
    if not fact.clause.startswith(start):
        yield row.problem("clause", Code.WRONG_CLAUSE, start)


def _figure_problems(
    row: Row[Observation] | Row[PeerValue] | Row[Ratio] | Row[OtherTarget],
    indicators: Mapping[str, Indicator],
    column: str = "value",
) -> Iterator[Problem]:
    figure = row.fact
    indicator = indicators.get(figure.indicator_id)
    if indicator is None:
        return
    if figure.unit is not indicator.unit:
        yield row.problem("unit", Code.WRONG_UNIT, indicator.unit)
    else:
        yield from _bound_problems(row, column, figure.value, indicator)


def _bound_problems(
    row: Row, column: str, value: float | None, indicator: Indicator
) -> Iterator[Problem]:
    """`value` and the bounds are decimals here; the remedy quotes them as written in `data/`."""
    low, high = indicator.lower, indicator.upper
    if value is None:
        return
    if (low is not None and value < low) or (high is not None and value > high):
        shown = [
            f"{sign} {indicator.unit.to_shown(bound):g}"
            for sign, bound in ((">=", low), ("<=", high))
            if bound is not None
        ]
        yield row.problem(column, Code.OUT_OF_BOUNDS, ", ".join(shown))


def _grade_problems(row: Row[Observation]) -> Iterator[Problem]:
    is_national = row.fact.region is Region.NATION
    grades = NATIONAL_GRADES if is_national else PROVINCIAL_GRADES
    if row.fact.grade not in grades:
        yield row.problem("grade", Code.WRONG_GRADE, ", ".join(grades))


def _proxy_unit_problems(tables: Tables) -> Iterator[Problem]:
    """A proxy keeps one unit over all its years."""
    units: dict[str, str] = {}
    for row in tables.proxies.rows:
        unit = units.setdefault(row.fact.proxy_id, row.fact.unit)
        if row.fact.unit != unit:
            yield row.problem("unit", Code.WRONG_UNIT, unit)


def _role_problems(tables: Tables, indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """Targets belong to indicators of that role, and each of these has one."""
    for row in tables.targets.rows:
        indicator = indicators.get(row.fact.indicator_id)
        if indicator is not None and indicator.role is not Role.TARGET:
            yield row.problem("indicator_id", Code.WRONG_ROLE, Role.TARGET)
    aimed_at = tables.targets.written("indicator_id")
    if aimed_at is None:
        return
    for row in tables.indicators.rows:
        if row.fact.role is Role.TARGET and row.fact.indicator_id not in aimed_at:
            yield row.problem("role", Code.WRONG_ROLE, Role.TRACKED)


def _channel_problems(tables: Tables) -> Iterator[Problem]:
    """What a channel names as its elasticity is one, and so on."""
    kinds = {prior.assumption_id: prior.kind for prior in tables.assumptions.facts}
    for row in tables.channels.rows:
        for column, kind in CHANNEL_PRIORS.items():
            if kinds.get(getattr(row.fact, column), kind) is not kind:
                yield row.problem(column, Code.WRONG_ASSUMPTION, kind)


def _response_problems(tables: Tables, indicators: Mapping[str, Indicator]) -> Iterator[Problem]:
    """Money moves what the plan aims at or follows, not the economy behind it."""
    for row in tables.responses.rows:
        indicator = indicators.get(row.fact.indicator_id)
        if indicator is not None and indicator.role not in ANSWERING_ROLES:
            yield row.problem("indicator_id", Code.WRONG_ROLE, ", ".join(ANSWERING_ROLES))
