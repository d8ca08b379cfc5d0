"""Rules against saying a thing twice, or saying it in two ways."""

from collections.abc import Callable, Hashable, Iterator
from itertools import chain
from typing import TypeVar

from kh359.plan.fact import Fact
from kh359.plan.observation import Observation
from kh359.plan.problem import Code, Problem
from kh359.plan.ratio import Ratio
from kh359.plan.row import Row
from kh359.plan.table import Table
from kh359.plan.tables import Tables
from kh359.plan.target import Target

F = TypeVar("F", bound=Fact)


def uniqueness_problems(tables: Tables) -> Iterator[Problem]:
    """Every row that repeats or contradicts an earlier one."""
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
    yield from _repeated(
        tables.plan_targets, "year", lambda o: (o.plan_vi, o.indicator_id, o.region, o.year)
    )
    yield from _repeated(tables.assumptions, "assumption_id", lambda p: p.assumption_id)
    yield from _repeated(tables.channels, "channel_id", lambda c: c.channel_id)
    yield from _repeated(tables.responses, "indicator_id", lambda r: r.indicator_id)
    yield from _repeated(tables.wanted, "document", lambda w: (w.document, w.year, w.indicator_ids))
    yield from _repeated(tables.history, "value", _figure)
    yield from _repeated(tables.ratios, "numerator", _figure)
    yield from _needless_ratios(tables)
    yield from _clashes(tables)


def _wording(target: Target) -> Hashable:
    return target.indicator_id, target.year, target.comparator, target.value, target.value_high


def _figure(figure: Observation | Ratio) -> Hashable:
    return _subject(figure), figure.as_of, figure.value, figure.source_id


def _repeated(table: Table[F], column: str, key: Callable[[F], Hashable]) -> Iterator[Problem]:
    first: dict[Hashable, int] = {}
    for row in table.rows:
        line = first.setdefault(key(row.fact), row.line)
        if line != row.line:
            yield row.problem(column, Code.DUPLICATE, str(line))


def _needless_ratios(tables: Tables) -> Iterator[Problem]:
    """Counts beside a share that their own source published for the same year and method."""
    published = {(_subject(row.fact), row.fact.source_id): row for row in tables.history.rows}
    for row in tables.ratios.rows:
        other = published.get((_subject(row.fact), row.fact.source_id))
        if other is not None:
            yield row.problem("numerator", Code.DUPLICATE, _line(other, row.file))


def _clashes(tables: Tables) -> Iterator[Problem]:
    """Two standing figures for one indicator, region, year and method."""
    first: dict[Hashable, Row[Observation] | Row[Ratio]] = {}
    for row in chain(tables.history.rows, tables.ratios.rows):
        if row.fact.superseded:
            continue
        other = first.setdefault(_subject(row.fact), row)
        if other is not row and not _is_told(other, row):
            column = "numerator" if isinstance(row.fact, Ratio) else "value"
            yield row.problem(column, Code.CLASH, _line(other, row.file))


def _subject(figure: Observation | Ratio) -> Hashable:
    return figure.indicator_id, figure.region, figure.year, figure.method


def _is_told(one: Row, other: Row) -> bool:
    """Whether the pair is a repetition, which has a fault of its own."""
    if one.file == other.file:
        return _figure(one.fact) == _figure(other.fact)
    return one.fact.source_id == other.fact.source_id


def _line(row: Row, file: str) -> str:
    """Where `row` stands, as seen from `file`."""
    return str(row.line) if row.file == file else f"{row.line} ({row.file})"
