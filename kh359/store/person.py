"""Who asks, and what his roles allow. Checked where a writing transaction begins."""

from dataclasses import dataclass
from enum import StrEnum

from kh359.store.plain_text import checked_text
from kh359.store.store_error import NotAllowed

LONGEST_PERSON = 200
"""Characters of a person's name."""


class Role(StrEnum):
    """What a person is in this program."""

    VIEWER = "viewer"
    PLANNER = "planner"
    DATA_STEWARD = "data_steward"


class Right(StrEnum):
    """What a role may allow; whoever may open the program may read all that was saved."""

    SAVE_SCENARIOS = "save_scenarios"
    SAVE_BRIEFINGS = "save_briefings"
    CHANGE_FIGURES = "change_figures"
    IMPORT_STORE = "import_store"


_PLANNER = frozenset({Right.SAVE_SCENARIOS, Right.SAVE_BRIEFINGS})
RIGHTS: dict[Role, frozenset[Right]] = {
    Role.VIEWER: frozenset(),
    Role.PLANNER: _PLANNER,
    Role.DATA_STEWARD: _PLANNER | {Right.CHANGE_FIGURES, Right.IMPORT_STORE},
}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a name, which stands beside what he saves, and roles.

    Raises StoreError for a name that is empty, too long or holds what is not shown.
    """

    name: str
    roles: frozenset[Role] = frozenset({Role.VIEWER})

    def __post_init__(self) -> None:

        object.__setattr__(self, "name", checked_text("person", self.name, LONGEST_PERSON))

    def may(self, right: Right) -> bool:
        """Whether one of the roles allows it."""
        return any(right in RIGHTS[role] for role in self.roles)

    def must(self, right: Right) -> None:
        """Raises NotAllowed where no role allows it."""
        if not self.may(right):
            raise NotAllowed(right=right, person=self.name)
