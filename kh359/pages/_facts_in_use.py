"""The facts a page works with: `data/` and what people entered, of today or of an earlier state.

A run settles them once; whatever it computes then rests on the same ones.
"""

import os
import threading
from collections.abc import Iterable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from time import monotonic
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from kh359.pages import _store
from kh359.pages._file_stamp import file_stamp
from kh359.pages._kept import kept
from kh359.plan.facts import Facts
from kh359.plan.loading import DATA_FOLDER, data_files, load_facts
from kh359.plan.overlay import LaidOver
from kh359.plan.problem import FactsError
from kh359.plan.tables import FILE_NAMES
from kh359.store.figure_revision import figure_revision
from kh359.store.figures import PROGRAM, Figures
from kh359.store.store_error import StoreError

DATA_VARIABLE = "KH359_DATA"
"""Environment variable naming another data folder."""
FRESH_SECONDS, PAUSE = 2.0, 15.0
"""So long today's state is taken to hold, or the store to be away; own changes count at once."""
STALE_SECONDS = 60.0
"""Changes of another process show a run late within this time, and at once after it."""
_SETTLED = "_facts_in_use"
_Key = tuple[str, str, str]
"""Folder, stamp of its files, address of the store."""


@dataclass(frozen=True, kw_only=True, eq=False)
class FactsInUse:
    """vintage: data version asked for, empty for today's. laid: None where the store told nothing.
    revision: of the users' figures that `laid` holds.

    fault: why the store gave no state of today. refused: why the vintage is not shown; then the
    facts are today's.
    """

    facts: Facts
    laid: LaidOver | None = None
    revision: str = ""
    vintage: str = ""
    fault: StoreError | None = None
    refused: StoreError | None = None

    @property
    def is_past(self) -> bool:
        """Whether an earlier state is shown."""
        return bool(self.vintage) and self.refused is None


def data_folder() -> Path:
    """The folder of `data/`."""
    named = os.environ.get(DATA_VARIABLE)
    return Path(named) if named else DATA_FOLDER


def settle(vintage: str = "") -> FactsInUse:
    """Look anew; what `in_use` gives until the next time. Raises FactsError for faulty `data/`."""
    found = _as_of(vintage) if vintage else _today()
    _kept()[_SETTLED] = found
    return found


def in_use() -> FactsInUse:
    """What this run settled; today's where nothing was settled yet. Raises FactsError."""
    return _kept().get(_SETTLED) or _today()


def figures() -> Figures:
    """The service for the users' figures. Raises StoreError, FactsError."""
    folder = data_folder()
    database = _store.database()
    return _figures(str(folder), file_stamp(folder, _fact_files), id(database), database)


def is_kept(data_version: str) -> bool:
    """Whether the store can show this state again."""
    try:
        return any(v.data_version == data_version for v in figures().vintages())
    except StoreError:
        return False


def version_of_today() -> str:
    """Data version of the figures as they stand now."""
    return _today().facts.version


def forget_today() -> None:
    """The figures were changed here: the next run sees it."""
    _forgotten.append(monotonic())
    del _forgotten[:-1]
    _seen.clear()


def _today() -> FactsInUse:
    """What the store said last; asked anew every two seconds at most, beside the page if it can."""
    folder = data_folder()
    key = (str(folder), file_stamp(folder, _fact_files), _store.url() or "")
    until, found = _seen.get(key, (0.0, None))
    if found is not None and monotonic() < until:
        return found
    if found is not None and found.fault is None and monotonic() < until + STALE_SECONDS:
        if not _asking.locked():
            _beside.submit(_ask, folder, key)
        return found
    return _ask(folder, key)


def _ask(folder: Path, key: _Key) -> FactsInUse:
    """By one thread for all."""
    with _asking:
        until, found = _seen.get(key, (0.0, None))
        if found is None or monotonic() >= until:
            began = monotonic()
            try:
                found = _asked(folder, key[1], found)
            except FactsError:
                _seen.pop(key, None)
                raise
            if len(_seen) > _MOST_SEEN:
                _seen.clear()
            if not _forgotten or _forgotten[0] < began:  # else it may be older than a change here
                _seen[key] = monotonic() + (PAUSE if found.fault else FRESH_SECONDS), found
        return found


def _asked(folder: Path, stamp: str, last: FactsInUse | None) -> FactsInUse:
    """Where the store is away: what it said last, else `data/` alone."""
    base = _base(str(folder), stamp)
    try:
        revision = figure_revision(_store.database())
        if last is not None and last.fault is None and last.revision == revision:
            return last
        laid = figures().current()
    except StoreError as fault:
        if last is not None and last.laid is not None:
            return replace(last, fault=fault)
        return FactsInUse(facts=base, fault=fault)
    facts = base if laid.facts.version == base.version else laid.facts
    return FactsInUse(facts=facts, laid=laid, revision=revision)


def _as_of(vintage: str) -> FactsInUse:
    now = _today()
    if vintage == now.facts.version:
        return replace(now, vintage=vintage)
    try:
        laid = _laid_at(vintage, str(data_folder()), _store.url())
    except StoreError as refused:
        return replace(now, vintage=vintage, refused=refused)
    return FactsInUse(facts=laid.facts, laid=laid, vintage=vintage, fault=now.fault)


def _kept() -> MutableMapping[Any, Any]:
    """Of the session; outside of one, of the thread."""
    if get_script_run_ctx(suppress_warning=True) is not None:
        return st.session_state  # pyright: ignore[reportReturnType]
    return _thread.__dict__


def _fact_files(folder: Path) -> Iterable[Path]:
    return (folder / name for name in FILE_NAMES)


_thread = threading.local()
_asking = threading.Lock()
_beside = ThreadPoolExecutor(1, thread_name_prefix="facts")
_seen: dict[_Key, tuple[float, FactsInUse]] = {}
_forgotten: list[float] = []
_MOST_SEEN = 8


@kept(most=2)
def _base(folder: str, stamp: str) -> Facts:
    return load_facts(Path(folder))


@kept(most=2)
def _figures(folder: str, stamp: str, opened: int, _database: Any) -> Figures:
    """One for the process. Keeps `data/` as it is today, so that it can be had again."""
    service = Figures(_database, data_files(Path(folder)))
    with suppress(StoreError):  # may be read only: whoever writes is told then
        service.keep_base(PROGRAM)
    return service


@kept(most=4)
def _laid_at(vintage: str, folder: str, url: str | None) -> LaidOver:
    return figures().facts_at(vintage)
