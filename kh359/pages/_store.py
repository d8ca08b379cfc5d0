"""The store as pages reach it: opened once, and tried again after a while where it was away."""

import os
import threading
import time

from kh359.pages._kept import kept
from kh359.store.archive import Archive
from kh359.store.briefing_shelf import BriefingShelf
from kh359.store.database import Database, open_database
from kh359.store.location import URL_VARIABLE
from kh359.store.store_error import StoreError

PAUSE = 15.0
"""Seconds before a store that could not be opened is tried again: a try may take five."""


class Door:
    """The way to one database. Threads may share it."""

    def __init__(self, url: str | None) -> None:
        self._url = url
        self._lock = threading.Lock()
        self._database: Database | None = None
        self._fault: StoreError | None = None
        self._tried = 0.0

    def open(self) -> Database:
        """The database. Raises StoreError; the same one again until PAUSE is over."""
        if self._database is not None:
            return self._database
        with self._lock:
            if self._database is None:
                self._database = self._opened()
            return self._database

    def close(self) -> None:
        """Give back the connections; the next call opens it anew."""
        with self._lock:
            if self._database is not None:
                self._database.close()
            self._database, self._fault = None, None

    def _opened(self) -> Database:
        if self._fault is not None and time.monotonic() - self._tried < PAUSE:
            raise self._fault
        try:
            return open_database(self._url)
        except StoreError as error:
            self._fault, self._tried = error, time.monotonic()
            raise


def door() -> Door:
    """The door to the database that KH359_DATABASE_URL names, else to the user's own file."""
    return _door(url())


def url() -> str | None:
    """What KH359_DATABASE_URL names."""
    return os.environ.get(URL_VARIABLE)


def database() -> Database:
    """The open store. Raises StoreError."""
    return door().open()


def briefing_shelf() -> BriefingShelf:
    """Saved briefings. Raises StoreError."""
    return BriefingShelf(database())


def archive() -> Archive:
    """Everything as one file. Raises StoreError."""
    return Archive(database())


@kept(most=4)
def _door(url: str | None) -> Door:
    return Door(url)
