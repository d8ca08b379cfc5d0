"""What is shown instead of the program when the facts are broken."""

import streamlit as st

from kh359.locale.fault import fault_text
from kh359.pages import _state
from kh359.pages._table import table
from kh359.plan.problem import FactsError


def show_faults(error: FactsError) -> None:
    """List every problem; nothing half loaded is shown."""
    say = _state.say()
    st.title(say("The data files have faults"), anchor=False)
    st.error(
        say.plural(
            "{count} problem was found. Nothing is shown until it is put right.",
            "{count} problems were found. Nothing is shown until they are put right.",
            len(error.problems),
        )
    )
    headers = (
        say("File"),
        say("Line"),
        say("Column"),
        say("Value"),
        say("What is wrong"),
        say("What to do"),
    )
    rows = [
        (
            p.file,
            str(p.row) if p.row else say("whole file"),
            p.column or "–",
            p.value or "–",
            *fault_text(p, _state.language()),
        )
        for p in error.problems
    ]
    table(say("All problems"), headers, rows, numbers=frozenset({1}))
    st.write(say("Correct the files in a table editor, save them as CSV (UTF-8), then reload."))
