"""A button that hands a table out as a file."""

from collections.abc import Iterable, Sequence

import streamlit as st

from kh359.locale.spreadsheet import Cell, spreadsheet
from kh359.pages import _state


def offer_table(name: str, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Offer `name`.csv with these rows. The same name always holds the same data version."""
    say, language = _state.say(), _state.language()
    st.download_button(
        say("Download this table (CSV)"),
        data=spreadsheet(headers, rows, language),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"csv_{name}",
        on_click="ignore",
    )
