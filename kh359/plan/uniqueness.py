"""Rules against saying a thing twice, or saying it in two ways."""

from collections.abc import Callable, Hashable, Iterator
from typing import TypeVar

from kh359.plan.fact import Fact
from kh359.plan.observation import Observation
from kh359.plan.problem import Code, Problem
from kh359.plan.table import Table
from kh359.plan.tables import Tables
from kh359.plan.target import Target

F = TypeVar("F", bound=Fact)


def uniqueness_problems(tables: Tables) -> Iterator[Problem]:
    """Every row that repeats or contradicts an earlier one of its file."""
    yield from _repeated(tables.indicators, "indicator_id", lambda i: i.indicator_id)
    yield from _repeated(tables.sources, "source_id", lambda s: s.source_id)
    yield from _repeated(tables.milestones, "milestone_id", lambda m: m.milestone_id)
    yield from _repeated(tables.targets, "target_id", lambda t: t.target_id)
    yield from _repeated(tables.targets, "clause", lambda t: (t.indicator_id, t.clause))
    yield from _repeated(tables.targets, "value", _wording)
    yield from _repeated(
        tables.breaks, "year", lambda b: (b.indicator_id, b.region, b.year, b.cause)
    )
    yield from _repeated(tables.definition_changes, "year", lambda d: (d.indicator_id, d.year))
    yield from _repeated(
        tables.peers, "year", lambda p: (p.indicator_id, p.province, p.year, p.method)
    )
    yield from _repeated(tables.proxies, "year", lambda p: (p.proxy_id, p.year))
    yield from _repeated(tables.comparables, "indicator_id", lambda c: c.indicator_id)
    yield from _repeated(tables.history, "value", _figure)
    yield from _clashes(tables.history)


def _wording(target: Target) -> Hashable:
    return target.indicator_id, target.year, target.comparator, target.value, target.value_high


def _figure(observation: Observation) -> Hashable:
    o = observation
    return o.indicator_id, o.region, o.year, o.method, o.as_of, o.value, o.source_id


def _repeated(table: Table[F], column: str, key: Callable[[F], Hashable]) -> Iterator[Problem]:
    first: dict[Hashable, int] = {}
    for row in table.rows:
        line = first.setdefault(key(row.fact), row.line)
        if line != row.line:
            yield row.problem(column, Code.DUPLICATE, str(line))


def _clashes(history: Table[Observation]) -> Iterator[Problem]:
    """Two standing figures for one indicator, region, year and method."""
    first: dict[Hashable, tuple[int, Hashable]] = {}
    for row in history.rows:
        o = row.fact
        if o.superseded:
            continue
        key = (o.indicator_id, o.region, o.year, o.method)
        line, figure = first.setdefault(key, (row.line, _figure(o)))
        if line != row.line and figure != _figure(o):
            yield row.problem("value", Code.CLASH, str(line))
