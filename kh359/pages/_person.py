"""Who uses the program: one person on this machine, or people who sign in (OIDC)."""

import getpass
from collections.abc import Mapping
from typing import Any

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.role import needed_roles, roles_text
from kh359.pages import _state
from kh359.store.person import LONGEST_PERSON, Person, Right, Role
from kh359.store.store_error import StoreError

EVERY_ROLE = frozenset(Role)
FORWARDED = "X-Forwarded-For"
"""Who comes through a proxy comes from elsewhere, though the proxy may stand on this machine."""


def person() -> Person:
    """Whoever looks at this page; what he may do is checked by the store, not here.

    Without a login whoever sits at this machine holds every role, and whoever comes over the
    network may only look (docs/decisions/people.md).
    """
    if login_is_configured():
        return _signed_in()
    if _is_local():
        return _named(_account(), EVERY_ROLE)
    return _guest()


def login_is_configured() -> bool:
    """Whether `.streamlit/secrets.toml` holds a section [auth]."""
    return "auth" in _secrets()


def may(right: Right) -> bool:
    """Whether to offer a button; the store decides again when it is pressed."""
    return person().may(right)


def why_not(right: Right) -> str | None:
    """The reason to show on a button that is not for this person; None where it is."""
    return None if may(right) else needed_roles(right, _state.language())


def show_person() -> None:
    """Name and roles, and the way in and out; nothing where nobody signs in."""
    if not login_is_configured():
        return
    say, now = _state.say(), person()
    signed_in = bool(st.user.get("is_logged_in"))
    name = plain_markdown(now.name)
    st.caption(f"{name} · {roles_text(now.roles, _state.language())}" if signed_in else name)
    if signed_in and not _email():
        st.caption(
            say(
                "The sign-in service told no verified e-mail address of yours, so you can only "
                "look. Tell whoever looks after this program."
            )
        )
    if signed_in:
        st.button(say("Sign out"), key="sign_out", on_click=st.logout)
    else:
        st.button(say("Sign in"), key="sign_in", on_click=st.login)


def _signed_in() -> Person:
    """The e-mail decides on the roles."""
    email = _email()
    if not email:
        return _guest()
    name = str(st.user.get("name") or "").strip()
    shown = f"{name} ({email})" if name else email
    return _named(shown, _roles_of(email))


def _email() -> str:
    """Of whoever has signed in; one that the provider calls unverified is nobody's."""
    if not st.user.get("is_logged_in") or st.user.get("email_verified") is False:
        return ""
    return str(st.user.get("email") or "").strip()


def _roles_of(email: str) -> frozenset[Role]:
    """Viewer, and what [kh359.roles] gives this address; capital letters do not count."""
    listed = _secrets().get("kh359", {}).get("roles", {})
    given = {
        role
        for role in Role
        if email.casefold() in {str(one).strip().casefold() for one in listed.get(role.value, ())}
    }
    return frozenset({Role.VIEWER} | given)


def _guest() -> Person:
    say = _state.say()
    return Person(say("Guest"))


def _named(name: str, roles: frozenset[Role]) -> Person:
    try:
        return Person(name[:LONGEST_PERSON], roles)
    except StoreError:
        say = _state.say()
        return Person(say("User of this machine"), roles)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _is_local() -> bool:
    """Streamlit names no address where the connection is of this machine."""
    named = isinstance(st.context.ip_address, str)
    return not named and FORWARDED not in st.context.headers


def _secrets() -> Mapping[str, Any]:
    return st.secrets if st.secrets.load_if_toml_exists() else {}
