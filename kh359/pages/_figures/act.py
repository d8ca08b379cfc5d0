"""What this person may do to the figures now, and how it is told when it is done."""

from collections.abc import Callable

from kh359.locale.plain_text import plain_markdown
from kh359.locale.store_error import store_error_text
from kh359.pages import _facts_in_use, _person, _state
from kh359.store.figures import Figures
from kh359.store.person import Right
from kh359.store.store_error import StoreError


def barred() -> str | None:
    """Why nothing can be changed now; None where it can. The store decides again."""
    say, found = _state.say(), _facts_in_use.in_use()
    if found.laid is None or found.fault is not None:
        return say("The store is away: nothing can be changed.")
    if found.is_past and found.vintage != _facts_in_use.version_of_today():
        return say("These are earlier figures: go back to today's to change something.")
    return _person.why_not(Right.CHANGE_FIGURES)


def acting(act: Callable[[Figures], str]) -> bool:
    """Do it and tell; whether it was done. A fault is told in words and nothing is lost."""
    try:
        _state.tell(act(_facts_in_use.figures()))
    except StoreError as error:
        _state.refuse_entry(plain_markdown(store_error_text(error, _state.language())))
        return False
    finally:
        _facts_in_use.forget_today()
    return True
