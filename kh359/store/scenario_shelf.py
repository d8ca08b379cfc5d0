"""Saved scenarios: every version kept, nobody's work overwritten unseen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy import Connection

from kh359.model.scenario.scenario import LONGEST_NAME, Scenario, rest_scenario
from kh359.model.scenario.text import read_json, write_json
from kh359.plan.facts import Facts
from kh359.store import history
from kh359.store.act import Act
from kh359.store.database import Database
from kh359.store.history import Record, utc_now
from kh359.store.person import Person, Right, changes
from kh359.store.plain_text import checked_text
from kh359.store.store_error import StoreCode, StoreError
from kh359.store.tables import SCENARIO_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedScenario:
    """One version. text: JSON with every lever; `ScenarioShelf.scenario` reads it.

    owner: who made the first version. origin: "ID/VERSION" a fork came from, else empty.
    """

    scenario_id: str
    version: int
    act: Act
    name: str
    content_hash: str
    text: str
    owner: str
    saved_by: str
    saved_at: datetime
    why: str
    origin: str


class ScenarioShelf:
    """Everyone sees what was saved; every planner may add a version. All raise StoreError."""

    def __init__(
        self, database: Database, facts: Facts, *, now: Callable[[], datetime] = utc_now
    ) -> None:
        self._database = database
        self._facts = facts
        self._now = now

    def list(self, person: Person, *, deleted: bool = False) -> tuple[SavedScenario, ...]:
        """The newest version of each, latest saved first; of the deleted ones when asked."""
        with self._database.reading() as connection:
            found = history.all_newest(connection, SCENARIO_VERSION, deleted=deleted)
        return tuple(map(_saved, found))

    def get(self, person: Person, scenario_id: str, version: int | None = None) -> SavedScenario:
        """One version, the newest by default; a deleted one too. Raises NOT_FOUND."""
        with self._database.reading() as connection:
            return self._get(connection, scenario_id, version)

    def versions(self, person: Person, scenario_id: str) -> tuple[SavedScenario, ...]:
        """All versions, newest first. Raises NOT_FOUND."""
        with self._database.reading() as connection:
            found = history.every_version(connection, SCENARIO_VERSION, scenario_id)
        return tuple(map(_saved, reversed(found)))

    def scenario(self, saved: SavedScenario) -> Scenario:
        """What was saved, bit for bit.

        Raises ScenarioError where the facts have changed so that it cannot be used any more.
        """
        return read_json(saved.text, rest_scenario(self._facts), self._facts.indicator_by_id)

    @changes(Right.SAVE_SCENARIOS)
    def create(
        self, person: Person, scenario: Scenario, *, why: str = "", forked_from: str = ""
    ) -> SavedScenario:
        """Save a scenario for the first time. forked_from: "ID/VERSION" it was made from.

        Raises NAMELESS for one without a name.
        """
        with self._database.writing(person, Right.SAVE_SCENARIOS) as connection:
            scenario_id = history.begin(
                connection,
                SCENARIO_VERSION,
                person,
                at=self._now(),
                why=why,
                origin=forked_from,
                **self._content(scenario),
            )
            return self._get(connection, scenario_id)

    @changes(Right.SAVE_SCENARIOS)
    def save(
        self,
        person: Person,
        scenario_id: str,
        scenario: Scenario,
        *,
        based_on: int,
        why: str = "",
    ) -> SavedScenario:
        """Add a version. based_on: the version the person began with.

        Raises Conflict when somebody saved since: then `merge` theirs, or `create` a fork.
        A scenario equal to the version it is based on adds none.
        """
        content = self._content(scenario)
        with self._database.writing(person, Right.SAVE_SCENARIOS) as connection:
            last = history.newest(connection, SCENARIO_VERSION, scenario_id)
            same = last.version == based_on and last.text == content["text"]
            if not same or last.act == Act.DELETED:
                self._append(connection, person, scenario_id, based_on, Act.SAVED, why, content)
            return self._get(connection, scenario_id)

    @changes(Right.SAVE_SCENARIOS)
    def rename(
        self, person: Person, scenario_id: str, name: str, *, based_on: int, why: str = ""
    ) -> SavedScenario:
        """Add a version that differs by its name alone. Raises as `save`, and ScenarioError."""
        named = checked_text("name", name, LONGEST_NAME)
        base = self.get(person, scenario_id, based_on)
        content = self._content(replace(self.scenario(base), name=named))
        with self._database.writing(person, Right.SAVE_SCENARIOS) as connection:
            self._append(connection, person, scenario_id, based_on, Act.RENAMED, why, content)
            return self._get(connection, scenario_id)

    @changes(Right.SAVE_SCENARIOS)
    def delete(
        self, person: Person, scenario_id: str, *, based_on: int, why: str = ""
    ) -> SavedScenario:
        """Take it off the list; its versions stay, and `restore` brings it back."""
        with self._database.writing(person, Right.SAVE_SCENARIOS) as connection:
            self._append(connection, person, scenario_id, based_on, Act.DELETED, why, {})
            return self._get(connection, scenario_id)

    @changes(Right.SAVE_SCENARIOS)
    def restore(
        self, person: Person, scenario_id: str, *, based_on: int, why: str = ""
    ) -> SavedScenario:
        """Put a deleted scenario back on the list."""
        with self._database.writing(person, Right.SAVE_SCENARIOS) as connection:
            self._append(connection, person, scenario_id, based_on, Act.RESTORED, why, {})
            return self._get(connection, scenario_id)

    def _append(
        self,
        connection: Connection,
        person: Person,
        scenario_id: str,
        based_on: int,
        act: Act,
        why: str,
        content: dict[str, str],
    ) -> None:
        history.append(
            connection,
            SCENARIO_VERSION,
            person,
            scenario_id,
            based_on=based_on,
            act=act,
            at=self._now(),
            named="name",
            why=why,
            **content,
        )

    def _get(
        self, connection: Connection, scenario_id: str, version: int | None = None
    ) -> SavedScenario:
        if version is None:
            return _saved(history.newest(connection, SCENARIO_VERSION, scenario_id))
        return _saved(history.one_version(connection, SCENARIO_VERSION, scenario_id, version))

    def _content(self, scenario: Scenario) -> dict[str, str]:
        if not scenario.name.strip():
            raise StoreError(StoreCode.NAMELESS, place="name")
        return {
            "name": scenario.name,
            "content_hash": scenario.content_hash,
            "text": write_json(scenario, self._facts.indicator_by_id),
        }


def _saved(record: Record) -> SavedScenario:
    return SavedScenario(**record._mapping)
