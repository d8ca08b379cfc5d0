"""Roles and rights of people in words."""

from collections.abc import Iterable

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.store.person import RIGHTS, Right, Role

ROLES: dict[Role, str] = {
    Role.VIEWER: marked("viewer"),
    Role.PLANNER: marked("planner"),
    Role.DATA_STEWARD: marked("data steward"),
}


def roles_text(roles: Iterable[Role], language: Language) -> str:
    """The roles that say something: viewer only where there is no other."""
    say = translator(language)
    held = [role for role in Role if role in roles]
    shown = [role for role in held if role is not Role.VIEWER] or [Role.VIEWER]
    return ", ".join(say(ROLES[role]) for role in shown)


def needed_roles(right: Right, language: Language) -> str:
    """Why a button is not for this person, and who may press it."""
    say = translator(language)
    allowed = [say(ROLES[role]) for role in Role if right in RIGHTS[role]]
    return say(
        "Your role may only look. This is for: {roles}. Ask whoever runs the program for the role.",
        roles=", ".join(allowed),
    )
