"""Router: page settings, language, facts, navigation. Everything else is in kh359/pages."""

import streamlit as st

from kh359.pages import _compute, _facts_in_use, _faults, _person, _projector, _standing, _state
from kh359.pages._document import dress_document
from kh359.pages._language_choice import choose_language
from kh359.plan.problem import FactsError

st.set_page_config(page_title="KH 359", layout="wide", initial_sidebar_state=250)


def pages() -> list:
    """The pages in reading order. The addresses stay when the language changes."""
    say, folder = _state.say(), "kh359/pages"
    return [
        st.Page(f"{folder}/overview.py", title=say("Overview"), default=True),
        st.Page(f"{folder}/indicator.py", title=say("Indicator"), url_path="chi-tieu"),
        st.Page(f"{folder}/scenario.py", title=say("Scenario"), url_path="kich-ban"),
        st.Page(f"{folder}/comparison.py", title=say("Compare"), url_path="so-sanh"),
        st.Page(f"{folder}/goal.py", title=say("What it takes"), url_path="can-gi-de-dat"),
        st.Page(f"{folder}/briefing.py", title=say("Briefing"), url_path="trinh-chieu"),
        st.Page(f"{folder}/export.py", title=say("Export"), url_path="xuat"),
        st.Page(f"{folder}/audit.py", title=say("Plan check"), url_path="soi-ke-hoach"),
        st.Page(f"{folder}/reliability.py", title=say("Reliability"), url_path="do-tin-cay"),
        st.Page(f"{folder}/figures.py", title=say("Figures"), url_path="so-lieu"),
        st.Page(f"{folder}/sources.py", title=say("Sources of figures"), url_path="nguon-so-lieu"),
        st.Page(f"{folder}/to_overview.py", url_path="tong-quan", visibility="hidden"),
    ]


def main() -> None:
    """Show the chosen page, or every fault of the data and nothing else."""
    try:
        facts = _facts_in_use.settle(_state.vintage()).facts
    except FactsError as error:
        dress_document()
        _faults.show_faults(error)
        return
    fault = _compute.rest_fault(_state.language())
    if fault:
        dress_document()
        _faults.show_rest_fault(fault)
        return
    _state.restore(facts)
    _compute.freeze_once()
    page = st.navigation(pages())
    _standing.show_standing(page.url_path)
    # What stays the same from run to run comes last: the page's answer need not wait for it.
    page.run()
    with st.sidebar:
        choose_language()
        _person.show_person()
        dress_document()
        _projector.enlarge()
    _state.publish()


main()
