"""Who asks, and what his roles allow.

Checked twice: `changes` before a service looks at anything else, and where a writing transaction
begins, which no service can go around.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

from kh359.store.plain_text import checked_text
from kh359.store.store_error import NotAllowed

Service = TypeVar("Service")
Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
Method = Callable[Concatenate[Service, "Person", Arguments], Result]

CHANGES = "changes"
"""Attribute of a checked method: the right it takes."""
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


def changes(
    right: Right,
) -> Callable[[Method[Service, Arguments, Result]], Method[Service, Arguments, Result]]:
    """Decorate every method of a service that changes something; its first argument is the person.

    The method then raises NotAllowed unless the person has the right.
    """

    def checked(method: Method[Service, Arguments, Result]) -> Method[Service, Arguments, Result]:
        @wraps(method)
        def call(
            service: Service, person: Person, *args: Arguments.args, **kwargs: Arguments.kwargs
        ) -> Result:
            person.must(right)
            return method(service, person, *args, **kwargs)

        setattr(call, CHANGES, right)
        return call

    return checked
