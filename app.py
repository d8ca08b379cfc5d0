"""Router: page settings, language, facts, navigation. Everything else is in kh359/pages."""

import streamlit as st

from kh359.locale.language import LANGUAGES, NAMES
from kh359.pages import _compute, _faults, _projector, _state
from kh359.pages._document import dress_document
from kh359.pages._view import View
from kh359.plan.problem import FactsError

st.set_page_config(page_title="KH 359", layout="wide", initial_sidebar_state=250)


def pages() -> list:
    """The pages in reading order. The addresses stay when the language changes."""
    say, folder = _state.say(), "kh359/pages"
    return [
        st.Page(f"{folder}/overview.py", title=say("Overview"), default=True),
        st.Page(f"{folder}/indicator.py", title=say("Indicator"), url_path="chi-tieu"),
        st.Page(f"{folder}/reliability.py", title=say("Reliability"), url_path="do-tin-cay"),
        st.Page(f"{folder}/sources.py", title=say("Sources of figures"), url_path="nguon-so-lieu"),
        st.Page(f"{folder}/to_overview.py", url_path="tong-quan", visibility="hidden"),
    ]


def choose_language() -> None:
    """Vietnamese first, English second."""
    say = _state.say()
    st.segmented_control(
        say("Language"),
        LANGUAGES,
        format_func=NAMES.__getitem__,
        required=True,
        **_state.bound("lang", _state.language(), View.in_language),
    )


def main() -> None:
    """Show the chosen page, or every fault of the data and nothing else."""
    try:
        facts = _compute.facts()
    except FactsError as error:
        dress_document()
        _faults.show_faults(error)
        return
    _state.restore(facts)
    _compute.freeze_once()
    page = st.navigation(pages())
    _projector.enlarge()
    with st.sidebar:
        choose_language()
        dress_document()
    page.run()
    _state.publish()


main()
