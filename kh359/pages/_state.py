"""The only module that touches Streamlit's session state and the address bar.

Save for the facts a run has settled on, which `_facts_in_use` keeps.
"""

from collections.abc import Callable
from time import monotonic
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from kh359.locale.language import Language
from kh359.locale.translate import Translator, translator
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _facts_in_use
from kh359.pages._address import (
    VINTAGE,
    Address,
    Refusal,
    is_version,
    read_address,
    write_address,
)
from kh359.pages._preset_name import in_own_words
from kh359.pages._view import View
from kh359.plan.facts import Facts

_VIEW, _REFUSALS, _ERROR, _DONE = "_view", "_refusals", "_error", "_done"
_BEFORE, _AFTER = "_scenarios_before", "_scenarios_after"
_MOVED, _ADDRESS = "_moved", "_address"
PAUSE = 1.0
"""Seconds between two moves of a widget from which on they are two steps."""
MOST_STEPS = 100
"""Changes of the scenario that can be taken back."""


def restore(facts: Facts) -> None:
    """Once in a session take the view from the link; ready-made scenarios are named anew."""
    if _VIEW not in st.session_state:
        names = list(st.query_params)
        parameters = {name: st.query_params.get_all(name) for name in names}
        linked, refusals = read_address(parameters, facts)
        st.session_state[_VIEW], st.session_state[_REFUSALS] = _as_frozen(linked, facts), refusals
    # Another name is no step that could be taken back.
    st.session_state[_VIEW] = in_own_words(view())


def _as_frozen(linked: View, facts: Facts) -> View:
    """A briefing shows the figures it was frozen on, where the store has kept them."""
    briefing = linked.briefing
    if briefing is None or linked.vintage or briefing.version == facts.version:
        return linked
    if not _facts_in_use.is_kept(briefing.version):
        return linked
    _facts_in_use.settle(briefing.version)
    return linked.as_of(briefing.version)


def vintage() -> str:
    """Data version of the figures looked at, empty for today's. First the link decides."""
    if _VIEW in st.session_state:
        return view().vintage
    named = st.query_params.get(VINTAGE, "")
    return named if is_version(named) else ""


def view() -> View:
    """What this user is looking at and supposes."""
    return st.session_state.get(_VIEW) or View()


def change(new: View, *, source: str = "") -> None:
    """Show another view from now on; what was said about the link has been read.

    Where the scenario changes, the one before can be brought back. source: the widget moved; its
    moves in quick succession are one step, so that a sweep of a slider is taken back at once.
    """
    if new.scenario != view().scenario:
        if not _goes_on(source):
            st.session_state[_BEFORE] = [*_steps(_BEFORE), view().scenario][-MOST_STEPS:]
        st.session_state[_AFTER] = []
    st.session_state[_VIEW] = new
    st.session_state[_REFUSALS] = ()


def _goes_on(source: str) -> bool:
    """Whether this move of a widget belongs to the one just before it."""
    last, when = st.session_state.get(_MOVED, ("", 0.0))
    now = monotonic()
    st.session_state[_MOVED] = (source, now)
    return bool(source) and source == last and now - when < PAUSE


def can_undo() -> bool:
    """Whether a scenario before this one is remembered."""
    return bool(_steps(_BEFORE))


def can_redo() -> bool:
    """Whether a change was taken back."""
    return bool(_steps(_AFTER))


def undo() -> None:
    """Bring back the scenario before the last change. For callbacks."""
    _step(_BEFORE, _AFTER)


def redo() -> None:
    """Make the change again that was taken back last. For callbacks."""
    _step(_AFTER, _BEFORE)


def _steps(key: str) -> list[Scenario | None]:
    return st.session_state.get(key, [])


def _step(source: str, target: str) -> None:
    if not _steps(source):
        return
    st.session_state.pop(_MOVED, None)
    *left, scenario = _steps(source)
    st.session_state[target] = [*_steps(target), view().scenario]
    st.session_state[source] = left
    st.session_state[_VIEW] = view().with_scenario(scenario)


def refusals() -> tuple[Refusal, ...]:
    """Parts of the link that were not used."""
    return st.session_state.get(_REFUSALS, ())


def language() -> Language:
    """The language of the interface. Before any facts are loaded the link alone decides."""
    if _VIEW not in st.session_state:
        return "en" if st.query_params.get("lang") == "en" else "vi"
    return view().language


def say() -> Translator:
    """The translator of the user's language."""
    return translator(language())


def publish() -> None:
    """Write the view into the address bar, so that the link can be passed on."""
    address = write_address(view(), _compute.facts())
    st.session_state[_ADDRESS] = (view(), address)
    shown = {name: st.query_params.get_all(name) for name in st.query_params}
    if shown != {k: v if isinstance(v, list) else [v] for k, v in address.items()}:
        st.query_params.from_dict(address)


def link(indicator_id: str) -> str:
    """Address of the page of one indicator with all that is supposed now."""
    return "chi-tieu?" + urlencode({**_address(), "ct": indicator_id}, doseq=True)


def _address() -> Address:
    """The link of the view, written once for each view: a table asks for it in every row."""
    written, address = st.session_state.get(_ADDRESS, (None, {}))
    if written is not view():
        address = write_address(view(), _compute.facts())
        st.session_state[_ADDRESS] = (view(), address)
    return address


def bound(key: str, value: object, take: Callable[[View, Any], View]) -> dict[str, Any]:
    """Arguments that tie a widget to the view: it shows `value`, a change goes through `take`.

    A widget that shows it already is left alone: set again, it would fall back under a hand that
    has moved on since.
    """

    def changed() -> None:
        change(take(view(), st.session_state[key]), source=key)

    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return {"key": key, "on_change": changed}


def typed(key: str) -> Any:
    """What a form's widget holds."""
    return st.session_state.get(key)


def refuse_entry(message: str) -> None:
    """Keep an error about what the user typed until the next correct entry."""
    st.session_state[_ERROR] = message


def entry_error() -> str:
    """The error about the last entry, or nothing; said once."""
    return st.session_state.pop(_ERROR, "")


def tell(message: str) -> None:
    """Keep a word about what was just done until the page is shown."""
    st.session_state[_DONE] = message


def told() -> str:
    """The word about what was just done, or nothing; said once."""
    return st.session_state.pop(_DONE, "")


def has_word() -> bool:
    """Whether there is a word or an error still to be said."""
    return bool(st.session_state.get(_DONE) or st.session_state.get(_ERROR))


def fill(key: str, value: object) -> None:
    """Put a value into a widget, over what the user left there. For callbacks."""
    st.session_state[key] = value


def fill_once(key: str, text: str) -> str:
    """Put a text into a widget that is about to be shown for the first time; returns its key."""
    st.session_state.setdefault(key, text)
    return key


def keep(key: str, value: object) -> None:
    """Remember what was asked for or found in this session, beside the view; None forgets it."""
    st.session_state[f"_kept_{key}"] = value


def kept(key: str) -> Any:
    """What `keep` remembers, or None."""
    return st.session_state.get(f"_kept_{key}")
