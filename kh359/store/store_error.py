"""What can go wrong in the store: a code and values; `kh359.locale.store_error` has the words.

StoreError
├── NotAllowed   the person's roles do not allow it
└── Conflict     somebody else saved first; carries what they saved
"""

from datetime import datetime
from enum import StrEnum


class StoreCode(StrEnum):
    """Stable key of a fault. The comment names what `place` and `detail` carry."""

    # the database as a whole; place: its file, or server and database (never a password)
    LOCKED = "locked"  # another program holds it longer than we wait; detail: seconds waited
    GONE = "gone"  # the file, its folder or the database is not there (any more)
    READ_ONLY = "read_only"  # may be read, not written
    NO_ACCESS = "no_access"  # may not even be read, or the log-in is refused
    DISK_FULL = "disk_full"
    CORRUPTED = "corrupted"  # detail: the database's complaint
    FOREIGN = "foreign"  # a database of another program
    NEWER_SCHEMA = "newer_schema"  # written by a newer version; detail: its number
    UNREACHABLE = "unreachable"  # the server does not answer, or the disk fails; detail: complaint
    IN_DOUBT = "in_doubt"  # the connection broke while saving: saved or not, nobody can tell
    WRONG_URL = "wrong_url"  # KH359_DATABASE_URL is not one of ours
    NO_DRIVER = "no_driver"  # the extra `postgres` is not installed
    FAILED = "failed"  # anything else; detail: the database's complaint
    # one call
    NOT_ALLOWED = "not_allowed"  # place: the right asked for; detail: the person's name
    CONFLICT = "conflict"  # place: the name of what was saved meanwhile; detail: who
    NOT_FOUND = "not_found"  # place: the id asked for
    NAMELESS = "nameless"  # place: the field without text
    TOO_LONG = "too_long"  # place: the field; detail: characters allowed
    HIDDEN_CHARACTER = "hidden_character"  # place: the field; detail: the character, U+202E
    # the users' figures
    FIGURES_CHANGED = "figures_changed"  # somebody changed them after the caller looked
    REFUSED = "refused"  # a figure breaks a rule of data/; place: its column; detail: its value
    NEEDED = "needed"  # other data rest on the figure that was to be withdrawn
    NOT_REPRODUCED = "not_reproduced"  # place: the data version; detail: what came instead
    # an archive; place: the part of it
    NOT_AN_ARCHIVE = "not_an_archive"
    DAMAGED_ARCHIVE = "damaged_archive"  # detail: what does not fit
    TOO_LARGE = "too_large"  # detail: bytes allowed
    NEWER_ARCHIVE = "newer_archive"  # detail: its version
    CONTRADICTION = "contradiction"  # rows that both sides have, with other content; place: table


class StoreError(Exception):
    """The store could not do what was asked; nothing was changed (but see IN_DOUBT)."""

    def __init__(self, code: StoreCode, *, place: str = "", detail: str = "") -> None:
        self.code = code
        self.place = place
        self.detail = detail
        super().__init__(f"{code}: {place} {detail}".strip())


class NotAllowed(StoreError):
    """The person's roles do not allow it."""

    def __init__(self, *, right: str, person: str) -> None:
        super().__init__(StoreCode.NOT_ALLOWED, place=right, detail=person)


class Conflict(StoreError):
    """Somebody saved after the version this one is based on.

    key: id of what was to be saved. based_on: the version the caller began with. version: the
    newest one, saved by `saved_by` at `saved_at` (UTC). name: its name or title.
    """

    def __init__(
        self,
        *,
        key: str,
        based_on: int,
        version: int,
        name: str,
        saved_by: str,
        saved_at: datetime,
    ) -> None:
        super().__init__(StoreCode.CONFLICT, place=name, detail=saved_by)
        self.key = key
        self.based_on = based_on
        self.version = version
        self.name = name
        self.saved_by = saved_by
        self.saved_at = saved_at
