"""The users' figures: accepted as a whole, withdrawn, undone; every state can be had again.

    figures = Figures(database)
    current = figures.current()                              # data/ and what users entered
    figures.accept(person, report.batch(...), why="…")       # kh359.intake.check made the report

All methods raise StoreError: NotAllowed; FIGURES_CHANGED where somebody was faster; NAMELESS
without a reason; and what can go wrong with the database.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from sqlalchemy import Connection

from kh359.intake.check_report import CheckedBatch
from kh359.plan.loading import data_files, version_of
from kh359.plan.observation_key import observation_key
from kh359.plan.overlay import Base, LaidOver, Overlay, lay_over
from kh359.plan.problem import FactsError
from kh359.plan.tables import parse_tables
from kh359.store import figure_log
from kh359.store.database import Database
from kh359.store.figure_change import Change, ChangeAct, ChangeLine, Vintage, heads_of, up_to
from kh359.store.figure_log import Line
from kh359.store.figure_row import cells_of, figure_of, rows_by_key
from kh359.store.history import LONGEST_WHY, new_id, utc_now
from kh359.store.person import Person, Right, Role, changes
from kh359.store.plain_text import checked_text
from kh359.store.store_error import StoreCode, StoreError

PROGRAM = Person("kh359", frozenset({Role.DATA_STEWARD}))
"""Who keeps the files of `data/` when the program starts."""
MOST_LINES = 1_000
"""Lines of a change that are listed unless more are asked for."""
_STEP = timedelta(microseconds=1)
_KEPT = 8
"""States that stay in memory."""


@dataclass(frozen=True, slots=True)
class _State:
    """What a transaction sees: all changes by id, the last ones, base and figures together."""

    changes: Mapping[str, Change]
    heads: tuple[str, ...]
    overlay: Overlay
    laid: LaidOver


class Figures:
    """The service. Threads may share it. files: of `data/`, by default beside the package."""

    def __init__(
        self,
        database: Database,
        files: Mapping[str, bytes] | None = None,
        *,
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._files = data_files() if files is None else dict(files)
        self._base = Base(tables=parse_tables(self._files), version=version_of(self._files))
        self._now = now
        self._known: dict[tuple[str, ...], tuple[Overlay, LaidOver]] = {}
        self._lock = Lock()

    def current(self) -> LaidOver:
        """`data/` as it is now with every change in effect. Raises FactsError for faulty data/."""
        with self._database.reading() as connection:
            return self._state(connection).laid

    def list(self) -> tuple[Change, ...]:
        """All changes, newest first."""
        with self._database.reading() as connection:
            return tuple(reversed(figure_log.read_changes(connection).values()))

    def lines(self, change_id: str, *, most: int = MOST_LINES) -> tuple[ChangeLine, ...]:
        """What a change did, figure by figure. Raises NOT_FOUND."""
        with self._database.reading() as connection:
            if change_id not in figure_log.read_changes(connection):
                raise StoreError(StoreCode.NOT_FOUND, place=change_id)
            found = figure_log.read_lines(connection, change_id, most)
        return tuple(
            ChangeLine(key=key, before=figure_of(before), after=figure_of(after))
            for key, before, after in found
        )

    def vintages(self) -> tuple[Vintage, ...]:
        """Every state there was, newest first."""
        with self._database.reading() as connection:
            return figure_log.read_vintages(connection)

    def facts_at(self, data_version: str) -> LaidOver:
        """The facts of an earlier state, the same in every figure.

        Raises NOT_FOUND for a version that was never kept, NOT_REPRODUCED where this program
        reads the kept rows otherwise than the one that kept them.
        """
        with self._database.reading() as connection:
            for vintage in figure_log.read_vintages(connection):
                if vintage.data_version == data_version:
                    return self._again(connection, vintage)
        if data_version == self._base.version:
            return lay_over(self._base, Overlay())
        raise StoreError(StoreCode.NOT_FOUND, place=data_version)

    @changes(Right.CHANGE_FIGURES)
    def keep_base(self, person: Person) -> None:
        """Keep the files of `data/`, so that today's state can be had again; called at start."""
        with self._database.writing(person, Right.CHANGE_FIGURES) as connection:
            state = self._turn(connection)
            self._add_vintage(connection, state.laid, state.heads, self._now())

    @changes(Right.CHANGE_FIGURES)
    def accept(self, person: Person, batch: CheckedBatch, why: str) -> Change:
        """Add every row of a checked batch, or none."""
        before = {row.line: row.replaces for row in batch.rows}
        with self._database.writing(person, Right.CHANGE_FIGURES) as connection:
            state = self._turn(connection, batch.against)
            rows = rows_by_key(state.laid.tables)
            lines: list[Line] = [
                (observation_key(row.observation), cells_of(before[row.line], rows), row.cells)
                for row in batch.rows
            ]
            change = self._change(state, person, ChangeAct.ACCEPTED, why, lines)
            figure_log.add_change(connection, change, lines, batch.sources)
            return self._finished(connection, change, len(state.laid.left_out))

    @changes(Right.CHANGE_FIGURES)
    def withdraw(self, person: Person, keys: Collection[str], why: str, *, against: str) -> Change:
        """Take figures away. keys: `observation_key` of rows. against: version the caller saw.

        Raises NOT_FOUND for a key that names no row, NEEDED for one that other data rest on.
        """
        with self._database.writing(person, Right.CHANGE_FIGURES) as connection:
            state = self._turn(connection, against)
            rows = rows_by_key(state.laid.tables)
            for key in keys:
                if key not in rows:
                    raise StoreError(StoreCode.NOT_FOUND, place=key)
            lines: list[Line] = [(key, rows[key].cells, None) for key in dict.fromkeys(keys)]
            change = self._change(state, person, ChangeAct.WITHDRAWN, why, lines)
            figure_log.add_change(connection, change, lines)
            return self._finished(connection, change, len(state.laid.left_out))

    @changes(Right.CHANGE_FIGURES)
    def undo(self, person: Person, change_id: str, why: str) -> Change:
        """Undo a change; undoing an undoing does it again. Raises NOT_FOUND, FIGURES_CHANGED
        where it is undone already.
        """
        with self._database.writing(person, Right.CHANGE_FIGURES) as connection:
            state = self._turn(connection)
            undoes = state.changes.get(change_id)
            if undoes is None:
                raise StoreError(StoreCode.NOT_FOUND, place=change_id)
            if not undoes.is_active:
                raise StoreError(StoreCode.FIGURES_CHANGED)
            done = figure_log.read_lines(connection, change_id)
            lines: list[Line] = [(key, after, before) for key, before, after in done]
            change = self._change(state, person, ChangeAct.UNDONE, why, lines, undoes=change_id)
            figure_log.add_change(connection, change, lines)
            return self._finished(connection, change, None)

    def _turn(self, connection: Connection, against: str | None = None) -> _State:
        """The state, with nobody else changing it. Raises FIGURES_CHANGED."""
        figure_log.keep_files(connection, self._base.version, self._files)
        figure_log.wait_for_turn(connection, self._base.version)
        state = self._state(connection)
        if against is not None and against != state.laid.facts.version:
            raise StoreError(StoreCode.FIGURES_CHANGED, detail=state.laid.facts.version)
        return state

    def _state(self, connection: Connection) -> _State:
        listed = figure_log.read_changes(connection)
        heads = heads_of(listed.values())
        with self._lock:
            known = self._known.get(heads)
        if known is None:
            overlay = figure_log.read_overlay(connection, listed.values())
            known = overlay, lay_over(self._base, overlay)
            with self._lock:
                self._known[heads] = known

        return _State(listed, heads, *known)

    def _change(
        self,
        state: _State,
        person: Person,
        act: ChangeAct,
        why: str,
        lines: Sequence[Line],
        undoes: str = "",
    ) -> Change:
        """The new change, later than every other whatever the clock says."""
        last = max((change.saved_at for change in state.changes.values()), default=None)
        at = self._now() if last is None else max(self._now(), last + _STEP)
        return Change(
            change_id=new_id(),
            act=act,
            saved_by=person.name,
            saved_at=at,
            why=checked_text("why", why, LONGEST_WHY, line_breaks=True),
            undoes=undoes,
            parents=state.heads,
            lines=len(lines),
        )

    def _finished(self, connection: Connection, change: Change, left_out: int | None) -> Change:
        """Note the new state. Raises REFUSED where a figure fails the checks of data/, NEEDED."""
        listed = figure_log.read_changes(connection)
        laid = lay_over(self._base, figure_log.read_overlay(connection, listed.values()))
        if left_out is not None and len(laid.left_out) > left_out:
            problem = laid.left_out[-1].problems[0]
            raise StoreError(StoreCode.REFUSED, place=problem.column, detail=problem.value)
        if change.act is ChangeAct.WITHDRAWN and laid.not_withdrawn:
            raise StoreError(StoreCode.NEEDED)
        self._add_vintage(connection, laid, (change.change_id,), change.saved_at)
        return change

    def _add_vintage(
        self, connection: Connection, laid: LaidOver, heads: Sequence[str], at: datetime
    ) -> None:
        figure_log.add_vintage(
            connection,
            data_version=laid.facts.version,
            base_version=self._base.version,
            heads=heads,
            at=at,
        )

    def _again(self, connection: Connection, vintage: Vintage) -> LaidOver:
        files = figure_log.read_files(connection, vintage.base_version)
        listed = figure_log.read_changes(connection)
        try:
            overlay = figure_log.read_overlay(connection, up_to(listed, vintage.heads))
            base = Base(tables=parse_tables(files), version=vintage.base_version)
            laid = lay_over(base, overlay)
        except (KeyError, FactsError) as error:
            raise _not_reproduced(vintage, str(error)) from error
        if laid.facts.version != vintage.data_version:
            raise _not_reproduced(vintage, laid.facts.version)
        return laid


def _not_reproduced(vintage: Vintage, detail: str) -> StoreError:
    return StoreError(StoreCode.NOT_REPRODUCED, place=vintage.data_version, detail=detail)
