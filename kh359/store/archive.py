"""Everything in the store as one file, and back. See docs/decisions/store.md."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

from kh359.store.database import Database
from kh359.store.person import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, rows by table. forked: histories that both sides went on with apart,
    which came in under a new id beside ours.
    """

    added: Mapping[str, int]
    known: Mapping[str, int]
    forked: int


class Archive:
    """The whole store as one file. All raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def pack(self, person: Person, target: BinaryIO) -> Mapping[str, int]:
        """Write everything to `target`; the same store gives the same bytes. Rows by table."""
        raise NotImplementedError

    def unpack(self, person: Person, source: BinaryIO) -> Imported:
        """Bring in an archive: all of it, or nothing and the store is as it was.

        Rows that are there already stay. Raises NotAllowed, StoreError (NOT_AN_ARCHIVE,
        DAMAGED_ARCHIVE, TOO_LARGE, NEWER_ARCHIVE, CONTRADICTION).
        """
        raise NotImplementedError
