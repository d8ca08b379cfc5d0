"""What is shown instead of the program when the facts are broken."""

import streamlit as st

from kh359.locale.fault import fault_text
from kh359.locale.plain_text import clipped, plain_markdown
from kh359.pages import _state
from kh359.pages._table import table
from kh359.plan.problem import FactsError

MOST = 200
"""Problems listed on the page; `python -m kh359 check` lists them all."""


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
            clipped(p.column) or "–",
            clipped(p.value) or "–",
            *fault_text(p, _state.language()),
        )
        for p in error.problems[:MOST]
    ]
    table(say("All problems"), headers, rows, numbers=frozenset({1}))
    rest = len(error.problems) - MOST
    if rest > 0:
        st.write(say.plural("… and {count} more problem", "… and {count} more problems", rest))
    st.write(say("Correct the files in a table editor, save them as CSV (UTF-8), then reload."))


def show_rest_fault(fault: str) -> None:
    """Without a place for the levers to rest, nothing can be supposed and no link can be read."""
    say = _state.say()
    st.title(say("The data files have faults"), anchor=False)
    st.error("\n\n".join(plain_markdown(line) for line in fault.splitlines()))
