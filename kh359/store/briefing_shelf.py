"""Saved briefings: what was shown, with all that is needed to show it again."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from typing import Any

from kh359.store import history
from kh359.store.act import Act
from kh359.store.database import Database
from kh359.store.history import Record, utc_now
from kh359.store.person import Person, Right, changes
from kh359.store.plain_text import checked_text
from kh359.store.tables import BRIEFING_VERSION

LONGEST_TITLE = 200
LONGEST_NOTE = 2_000
LONGEST_LINK = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """What a briefing shows. link: the address behind "?" (docs/decisions/links.md).

    data_version: of the facts. vintage: of the observations, empty for those of `data/` alone.
    """

    title: str
    note: str = ""
    link: str
    data_version: str
    vintage: str = ""
    seed: int
    made_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedBriefing:
    """One version of a briefing. owner: who made the first version."""

    briefing_id: str
    version: int
    act: Act
    briefing: Briefing
    owner: str
    saved_by: str
    saved_at: datetime
    why: str


class BriefingShelf:
    """Everyone sees what was saved; every planner may add a version. All raise StoreError."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._now = now

    def list(self, person: Person, *, deleted: bool = False) -> tuple[SavedBriefing, ...]:
        """The newest version of each, latest saved first; of the deleted ones when asked."""
        with self._database.reading() as connection:
            found = history.all_newest(connection, BRIEFING_VERSION, deleted=deleted)
        return tuple(map(_saved, found))

    def get(self, person: Person, briefing_id: str) -> SavedBriefing:
        """The newest version; a deleted one too. Raises NOT_FOUND."""
        with self._database.reading() as connection:
            return _saved(history.newest(connection, BRIEFING_VERSION, briefing_id))

    def versions(self, person: Person, briefing_id: str) -> tuple[SavedBriefing, ...]:
        """All versions, newest first. Raises NOT_FOUND."""
        with self._database.reading() as connection:
            found = history.every_version(connection, BRIEFING_VERSION, briefing_id)
        return tuple(map(_saved, reversed(found)))

    @changes(Right.SAVE_BRIEFINGS)
    def create(self, person: Person, briefing: Briefing, *, why: str = "") -> SavedBriefing:
        """Save a briefing for the first time."""
        with self._database.writing(person, Right.SAVE_BRIEFINGS) as connection:
            content = _content(briefing)
            briefing_id = history.begin(
                connection, BRIEFING_VERSION, person, at=self._now(), why=why, **content
            )
            return _saved(history.newest(connection, BRIEFING_VERSION, briefing_id))

    @changes(Right.SAVE_BRIEFINGS)
    def save(
        self, person: Person, briefing_id: str, briefing: Briefing, *, based_on: int, why: str = ""
    ) -> SavedBriefing:
        """Add a version. Raises Conflict when somebody saved since version `based_on`."""
        content = _content(briefing)
        return self._append(person, briefing_id, based_on, Act.SAVED, why, content)

    @changes(Right.SAVE_BRIEFINGS)
    def delete(
        self, person: Person, briefing_id: str, *, based_on: int, why: str = ""
    ) -> SavedBriefing:
        """Take it off the list; its versions stay, and `restore` brings it back."""
        return self._append(person, briefing_id, based_on, Act.DELETED, why, {})

    @changes(Right.SAVE_BRIEFINGS)
    def restore(
        self, person: Person, briefing_id: str, *, based_on: int, why: str = ""
    ) -> SavedBriefing:
        """Put a deleted briefing back on the list."""
        return self._append(person, briefing_id, based_on, Act.RESTORED, why, {})

    def _append(
        self,
        person: Person,
        briefing_id: str,
        based_on: int,
        act: Act,
        why: str,
        content: dict[str, Any],
    ) -> SavedBriefing:
        with self._database.writing(person, Right.SAVE_BRIEFINGS) as connection:
            history.append(
                connection,
                BRIEFING_VERSION,
                person,
                briefing_id,
                based_on=based_on,
                act=act,
                at=self._now(),
                named="title",
                why=why,
                **content,
            )
            return _saved(history.newest(connection, BRIEFING_VERSION, briefing_id))


def _content(briefing: Briefing) -> dict[str, Any]:
    return asdict(briefing) | {
        "title": checked_text("title", briefing.title, LONGEST_TITLE),
        "note": checked_text("note", briefing.note, LONGEST_NOTE, required=False, line_breaks=True),
        "link": checked_text("link", briefing.link, LONGEST_LINK, required=False, composed=False),
    }


def _saved(record: Record) -> SavedBriefing:
    row = dict(record._mapping)
    briefing = Briefing(**{field.name: row.pop(field.name) for field in fields(Briefing)})
    del row["origin"]
    return SavedBriefing(**row, briefing=briefing)
