"""A change of the figures: who, when, why, and what stood before and after."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kh359.plan.observation import Observation


class ChangeAct(StrEnum):
    """What a change did."""

    ACCEPTED = "accepted"
    """A checked batch, of one row or many."""
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"
    """Another change, which may itself be an undoing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """saved_at: UTC. undoes: id of the change undone, else empty. parents: the changes it came
    after. lines: how many figures it touches. is_active: whether nothing has undone it.
    """

    change_id: str
    act: ChangeAct
    saved_by: str
    saved_at: datetime
    why: str
    undoes: str
    parents: tuple[str, ...]
    lines: int
    is_active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One figure of a change. before: what stood for its subject; None where nothing did. after:
    None where it was taken away. Values are decimals.
    """

    key: str
    before: Observation | None
    after: Observation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vintage:
    """The state of all figures after a change, or after `data/` was replaced. data_version: of
    the facts. base_version: of `data/` alone. heads: the last changes.
    """

    vintage_id: str
    data_version: str
    base_version: str
    heads: tuple[str, ...]
    saved_at: datetime


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Oldest first; the same on every machine."""
    return tuple(sorted(changes, key=lambda change: (change.saved_at, change.change_id)))


def undone(changes: Sequence[Change]) -> frozenset[str]:
    """Ids of the changes that an undoing in effect undoes. changes: oldest first."""
    gone: set[str] = set()
    for change in reversed(changes):
        if change.undoes and change.change_id not in gone:
            gone.add(change.undoes)
    return frozenset(gone)


def heads_of(changes: Iterable[Change]) -> tuple[str, ...]:
    """The changes that no other came after: one, or several where stores were brought together."""
    listed = tuple(changes)
    followed = {parent for change in listed for parent in change.parents}
    return tuple(sorted(c.change_id for c in listed if c.change_id not in followed))


def up_to(changes: Mapping[str, Change], heads: Iterable[str]) -> tuple[Change, ...]:
    """The heads and all changes before them, oldest first. Raises KeyError where one is missing."""
    found: dict[str, Change] = {}
    wanted = list(heads)
    while wanted:
        change = changes[wanted.pop()]
        if change.change_id not in found:
            found[change.change_id] = change
            wanted.extend(change.parents)
    return in_order(found.values())
