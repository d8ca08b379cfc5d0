"""Figures people entered that no longer fit the files of the program: told, never used."""

import streamlit as st

from kh359.locale.fault import fault_text
from kh359.locale.plain_text import clipped
from kh359.pages import _facts_in_use, _state
from kh359.pages._figures.filter import indicator_names
from kh359.pages._table import table
from kh359.plan.facts import Facts
from kh359.plan.overlay import LeftOut


def show_left_out(facts: Facts) -> None:
    """Nothing where every figure fits."""
    say, laid = _state.say(), _facts_in_use.in_use().laid
    if laid is None or not laid.left_out:
        return
    st.warning(
        say.plural(
            "{count} figure that was entered does not fit the files of the program any more and "
            "is not used. Correct or undo it.",
            "{count} figures that were entered do not fit the files of the program any more and "
            "are not used. Correct or undo them.",
            len(laid.left_out),
        )
    )
    headers = (say("Indicator"), say("Year"), say("Value"), say("Entered by"), say("What is wrong"))
    table(say("Entered and not used"), headers, [_cells(facts, one) for one in laid.left_out])


def _cells(facts: Facts, one: LeftOut) -> tuple[str, ...]:
    cells, names = one.figure.cells, indicator_names(facts)
    told = "; ".join(fault_text(problem, _state.language())[0] for problem in one.problems)
    indicator_id = cells.get("indicator_id", "")
    return (
        names.get(indicator_id, clipped(indicator_id)),
        clipped(cells.get("year", "")),
        clipped(f"{cells.get('value', '')} {cells.get('unit', '')}"),
        one.figure.entry.by,
        told,
    )
