"""From what a database driver raises to a StoreError."""

import errno
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, SQLAlchemyError, TimeoutError

from kh359.store.store_error import StoreCode, StoreError

SQLITE: dict[int, StoreCode] = {
    sqlite3.SQLITE_BUSY: StoreCode.LOCKED,
    sqlite3.SQLITE_LOCKED: StoreCode.LOCKED,
    sqlite3.SQLITE_PROTOCOL: StoreCode.LOCKED,
    sqlite3.SQLITE_READONLY: StoreCode.READ_ONLY,
    sqlite3.SQLITE_PERM: StoreCode.NO_ACCESS,
    sqlite3.SQLITE_AUTH: StoreCode.NO_ACCESS,
    sqlite3.SQLITE_FULL: StoreCode.DISK_FULL,
    sqlite3.SQLITE_CORRUPT: StoreCode.CORRUPTED,
    sqlite3.SQLITE_NOTADB: StoreCode.CORRUPTED,
    sqlite3.SQLITE_IOERR: StoreCode.UNREACHABLE,
}
"""By SQLite's primary result code, the lowest byte."""
SQLITE_EXACT: dict[int, StoreCode] = {
    # No room even for the index of the log, without which nothing can be read.
    sqlite3.SQLITE_IOERR_SHMSIZE: StoreCode.DISK_FULL,
    sqlite3.SQLITE_READONLY_DBMOVED: StoreCode.GONE,
}
"""By the extended result code, where it says more."""
POSTGRES: dict[str, StoreCode] = {
    "08": StoreCode.UNREACHABLE,
    "57P": StoreCode.UNREACHABLE,
    "53100": StoreCode.DISK_FULL,
    "53300": StoreCode.UNREACHABLE,
    "55P03": StoreCode.LOCKED,
    "40": StoreCode.LOCKED,
    "25006": StoreCode.READ_ONLY,
    "42501": StoreCode.NO_ACCESS,
    "28": StoreCode.NO_ACCESS,
    "3D000": StoreCode.GONE,
    "XX001": StoreCode.CORRUPTED,
    "XX002": StoreCode.CORRUPTED,
    "25P03": StoreCode.UNREACHABLE,
}
"""By the beginning of SQLSTATE (PostgreSQL documentation, appendix A)."""
SYSTEM: dict[int, StoreCode] = {
    errno.ENOSPC: StoreCode.DISK_FULL,
    errno.EDQUOT: StoreCode.DISK_FULL,
    errno.EROFS: StoreCode.READ_ONLY,
    errno.ENOENT: StoreCode.GONE,
}
"""By the number of an OSError; other refusals are NO_ACCESS, with the system's reason."""


def store_error(
    error: SQLAlchemyError | sqlite3.Error | OSError, *, place: str, path: Path | None
) -> StoreError:
    """The fault behind an error. path: the SQLite file, None for PostgreSQL."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    if isinstance(error, TimeoutError):
        code = StoreCode.LOCKED
    elif isinstance(cause, OSError):
        code = SYSTEM.get(cause.errno or 0, StoreCode.NO_ACCESS)
        return StoreError(code, place=place, detail=cause.strerror or str(cause))
    elif path is not None:
        code = _sqlite_code(cause, path)
    else:
        code = _postgres_code(cause)
    return StoreError(code, place=place, detail=str(cause).strip())


def _sqlite_code(cause: BaseException, path: Path) -> StoreCode:
    number = getattr(cause, "sqlite_errorcode", None)
    if number is None:
        return StoreCode.FAILED
    if number in SQLITE_EXACT:
        return SQLITE_EXACT[number]
    primary = number & 0xFF
    if primary == sqlite3.SQLITE_CANTOPEN:
        return StoreCode.NO_ACCESS if path.exists() else StoreCode.GONE
    return SQLITE.get(primary, StoreCode.FAILED)


def _postgres_code(cause: BaseException) -> StoreCode:
    state = getattr(cause, "sqlstate", None)
    if state is None:
        # Without a state the driver itself speaks: no connection, or a broken one.
        broken = any(kind.__name__ == "OperationalError" for kind in type(cause).__mro__)
        return StoreCode.UNREACHABLE if broken else StoreCode.FAILED
    found = (POSTGRES[state[:n]] for n in (5, 3, 2) if state[:n] in POSTGRES)
    return next(found, StoreCode.FAILED)
