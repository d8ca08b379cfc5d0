"""Rules on ids: what a row names must exist, and what exists must be used."""

from collections.abc import Iterator
from dataclasses import replace
from difflib import get_close_matches

from kh359.plan.channel import CHANNEL_PRIORS
from kh359.plan.observation import Region
from kh359.plan.problem import Code, Problem
from kh359.plan.table import Table
from kh359.plan.tables import Tables

EVERY_INDICATOR = "*"
OWN_HISTORY = "history"


def reference_problems(tables: Tables) -> Iterator[Problem]:
    """Rows that name what there is not, and sources that nothing names."""
    yield from _unknown_indicators(tables)
    yield from _unknown_sources(tables)
    yield from _unused_sources(tables)
    yield from _unknown_series(tables)
    yield from _unknown_channels(tables)
    yield from _unknown_assumptions(tables)


def _unknown_indicators(tables: Tables) -> Iterator[Problem]:
    known = tables.indicators.written("indicator_id")
    if known is None:
        return
    for table in (
        tables.targets,
        tables.history,
        tables.ratios,
        tables.definition_changes,
        tables.peers,
        tables.comparables,
        tables.plan_targets,
        tables.responses,
    ):
        yield from _unknown(table, "indicator_id", known, Code.UNKNOWN_INDICATOR)
    for row in tables.wanted.rows:
        for name in row.fact.indicators:
            if name not in known:
                told = row.problem("indicator_ids", Code.UNKNOWN_INDICATOR, _nearest(name, known))
                yield replace(told, value=name)
    yield from _unknown(
        tables.breaks, "indicator_id", known | {EVERY_INDICATOR}, Code.UNKNOWN_INDICATOR
    )


def _cited_tables(tables: Tables) -> tuple[Table, ...]:
    return (
        tables.history,
        tables.ratios,
        tables.peers,
        tables.proxies,
        tables.breaks,
        tables.milestones,
        tables.plan_targets,
    )


def _unknown_sources(tables: Tables) -> Iterator[Problem]:
    known = tables.sources.written("source_id")
    if known is None:
        return
    for table in _cited_tables(tables):
        yield from _unknown(table, "source_id", known, Code.UNKNOWN_SOURCE)
    for row in tables.assumptions.rows:
        for name in row.fact.sources:
            if name not in known:
                told = row.problem("source_ids", Code.UNKNOWN_SOURCE, _nearest(name, known))
                yield replace(told, value=name)


def _unused_sources(tables: Tables) -> Iterator[Problem]:
    cited: set[str] = set()
    for table in _cited_tables(tables):
        written = table.written("source_id")
        if written is None:  # a file that could not be read may cite anything
            return
        cited |= written
    listed = tables.assumptions.written("source_ids")
    if listed is None:
        return
    cited.update(name for names in listed for name in names.split("|"))
    for row in tables.sources.rows:
        if row.fact.source_id not in cited:
            yield row.problem("source_id", Code.UNUSED_SOURCE)


def _unknown_series(tables: Tables) -> Iterator[Problem]:
    """A comparable is a proxy, or the indicator's own national rows of the same method."""
    proxies = tables.proxies.written("proxy_id")
    if proxies is not None:
        series = ", ".join((OWN_HISTORY, *sorted(proxies)))
        for row in tables.comparables.rows:
            if row.fact.series not in proxies | {OWN_HISTORY}:
                yield row.problem("series", Code.UNKNOWN_SERIES, series)
    if tables.history.every_row is None:
        return
    national = {
        (cells.get("indicator_id"), cells.get("method") or "main")
        for cells in tables.history.every_row
        if cells.get("region") == Region.NATION
    }
    for row in tables.comparables.rows:
        own = (row.fact.indicator_id, row.fact.method)
        if row.fact.series == OWN_HISTORY and own not in national:
            methods = sorted(str(method) for name, method in national if name == own[0])
            yield row.problem("method", Code.UNKNOWN_SERIES, ", ".join(methods))


def _unknown_channels(tables: Tables) -> Iterator[Problem]:
    known = tables.channels.written("channel_id")
    if known is not None:
        yield from _unknown(tables.responses, "channel_id", known, Code.UNKNOWN_CHANNEL)


def _unknown_assumptions(tables: Tables) -> Iterator[Problem]:
    known = tables.assumptions.written("assumption_id")
    if known is not None:
        for column in CHANNEL_PRIORS:
            yield from _unknown(tables.channels, column, known, Code.UNKNOWN_ASSUMPTION)


def _unknown(table: Table, column: str, known: frozenset[str], code: Code) -> Iterator[Problem]:
    for row in table.rows:
        name = getattr(row.fact, column)
        if name is not None and name not in known:
            yield row.problem(column, code, _nearest(name, known))


def _nearest(name: str, known: frozenset[str]) -> str:
    return "".join(get_close_matches(name, known, n=1))
