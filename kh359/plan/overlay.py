"""The users' figures laid over the tables of `data/`, through the same checks.

No row of `data/` is changed: the tables that come out are new ones. Rules: docs/decisions/
vintages.md. Everything is pure; who keeps the overlay is `kh359.store.figures`.
"""

import hashlib
import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from kh359.plan.entry import Entry
from kh359.plan.facts import Facts
from kh359.plan.loading import VERSION_LENGTH, all_problems, facts_of
from kh359.plan.observation import Observation
from kh359.plan.observation_key import observation_key, subject_of
from kh359.plan.problem import Code, FactsError, Problem
from kh359.plan.row import Row, parse_row
from kh359.plan.source import Source
from kh359.plan.table import Table
from kh359.plan.tables import Tables
from kh359.plan.user_figure import UserSource, entered

HISTORY = "history.csv"
SOURCES = "sources.csv"
Rows = dict[int, Row[Observation]]
"""By line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What the figures are laid over: sound tables, and their version."""

    tables: Tables
    version: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UserFigure:
    """One row as `history.csv` would write it (text by column, percent as percent)."""

    cells: Mapping[str, str]
    entry: Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """figures: oldest first. sources: text by column of `UserSource`. withdrawn: keys
    (`observation_key`) of rows of the base that do not count.
    """

    figures: tuple[UserFigure, ...] = ()
    sources: tuple[Mapping[str, str], ...] = ()
    withdrawn: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A figure that does not fit the base (any more), and why. position: in `Overlay.figures`."""

    position: int
    figure: UserFigure
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOver:
    """tables, facts: base and figures together. accepted: figures with effect, by position in
    `Overlay.figures`, as they were entered (also where a later one stands for them).
    left_out: figures without effect. not_withdrawn: keys that name no row of the base, or one
    that the base cannot be without.
    """

    tables: Tables
    facts: Facts
    accepted: Mapping[int, Observation] = field(default_factory=dict)
    left_out: tuple[LeftOut, ...] = ()
    not_withdrawn: frozenset[str] = field(default_factory=frozenset)

    @property
    def base(self) -> Base:
        """What the next figures are laid over."""
        return Base(tables=self.tables, version=self.facts.version)


def lay_over(base: Base, overlay: Overlay) -> LaidOver:
    """Base and figures as one. A figure that breaks a rule is left out and told.

    A later figure stands for an earlier one of the same subject (indicator, region, year,
    method), which stays as superseded. `facts.version` is the base's where nothing has effect.
    Raises FactsError where the base itself is unsound.
    """
    first = 1 + max((row.line for row in base.tables.history.rows), default=1)
    # Lines below the last of the base, so that a problem finds its figure.
    lines = dict(enumerate(overlay.figures, start=first))
    rows, faults = _parsed(lines)
    while True:
        tables = _joined(base.tables, overlay, rows)
        problems = [told for told in all_problems(tables) if told.code != Code.UNUSED_SOURCE]
        own = [told for told in problems if told.file == HISTORY and told.row in rows]
        if not own:
            break
        for told in own:
            faults.setdefault(told.row, []).append(told)
        rows = {line: row for line, row in rows.items() if line not in faults}
    if problems:
        return _without_withdrawals(base, overlay, problems)
    not_withdrawn = overlay.withdrawn - _keys(base.tables)
    return LaidOver(
        tables=tables,
        accepted={line - first: row.fact for line, row in rows.items()},
        facts=facts_of(tables, _version(base, overlay, rows, overlay.withdrawn - not_withdrawn)),
        left_out=tuple(
            LeftOut(position=line - first, figure=lines[line], problems=tuple(told))
            for line, told in sorted(faults.items())
        ),
        not_withdrawn=not_withdrawn,
    )


def _parsed(lines: Mapping[int, UserFigure]) -> tuple[Rows, dict[int, list[Problem]]]:
    rows: Rows = {}
    faults: dict[int, list[Problem]] = {}
    for line, figure in lines.items():
        parsed = parse_row(HISTORY, line, figure.cells, Observation)
        if isinstance(parsed, Row):
            rows[line] = replace(parsed, fact=entered(parsed.fact, figure.entry))
        else:
            faults[line] = list(parsed)
    return rows, faults


def _without_withdrawals(base: Base, overlay: Overlay, problems: list[Problem]) -> LaidOver:
    """What the base cannot be without stays; without withdrawals the base itself is at fault."""
    if not overlay.withdrawn:
        raise FactsError(tuple(problems))
    kept = lay_over(base, replace(overlay, withdrawn=frozenset()))
    return replace(kept, not_withdrawn=overlay.withdrawn)


def _keys(tables: Tables) -> set[str]:
    return {observation_key(row.fact) for row in (*tables.history.rows, *tables.ratios.rows)}


def _joined(tables: Tables, overlay: Overlay, added: Rows) -> Tables:
    """The tables with the figures in their places; a repeated figure takes the earlier's place."""
    by_key = {observation_key(row.fact): row for row in tables.history.rows}
    ratios = {observation_key(row.fact): row for row in tables.ratios.rows}
    for key in overlay.withdrawn:
        by_key.pop(key, None)
        ratios.pop(key, None)
    by_key |= {observation_key(row.fact): row for row in added.values()}
    last = {subject_of(row.fact): row for row in added.values() if not row.fact.superseded}
    # A share that its source published takes the place of the counts it follows from.
    published = {(subject_of(row.fact), row.fact.source_id) for row in added.values()}
    kept = [
        row
        for row in ratios.values()
        if (subject_of(row.fact), row.fact.source_id) not in published
    ]
    return replace(
        tables,
        history=_with_rows(tables.history, [_standing(row, last) for row in by_key.values()]),
        ratios=_with_rows(tables.ratios, [_standing(row, last) for row in kept]),
        sources=_with_sources(tables.sources, overlay.sources),
    )


def _standing(row: Row[Any], last: Mapping[Hashable, Row[Any]]) -> Row[Any]:
    """The row, as superseded where a later figure stands for it."""
    other = last.get(subject_of(row.fact), row)
    if other is row or row.fact.superseded:
        return row
    return replace(row, fact=row.fact.model_copy(update={"superseded": True}))


def _with_rows(table: Table[Any], rows: Sequence[Row[Any]]) -> Table[Any]:
    return replace(table, rows=tuple(rows), every_row=tuple(row.cells for row in rows))


def _with_sources(table: Table[Source], texts: Sequence[Mapping[str, str]]) -> Table[Source]:
    """The sources, and the users' that are sound; a figure of an unsound one names nothing."""
    rows: dict[str, Row[Any]] = {row.fact.source_id: row for row in table.rows}
    for line, cells in enumerate(texts, start=1 + max((r.line for r in table.rows), default=1)):
        parsed = parse_row(SOURCES, line, cells, UserSource)
        if isinstance(parsed, Row):
            rows.setdefault(parsed.fact.source_id, parsed)
    return _with_rows(table, tuple(rows.values()))


def _version(base: Base, overlay: Overlay, added: Rows, withdrawn: frozenset[str]) -> str:
    """A version of its own for what has effect, whoever entered it and whenever."""
    if not added and not withdrawn:
        return base.version
    figures = [sorted(row.cells.items()) for row in added.values()]
    sources = [sorted(cells.items()) for cells in overlay.sources]
    text = json.dumps([base.version, figures, sources, sorted(withdrawn)], ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:VERSION_LENGTH]
