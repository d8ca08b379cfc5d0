"""The monitoring table of the last report, for reports that tell what changed since."""

from collections.abc import Sequence

import streamlit as st

from kh359.export.kind import Kind
from kh359.export.report_earlier import Earlier, EarlierError, read_earlier
from kh359.export.report_kind import REPORT_KINDS
from kh359.locale.plain_text import plain_markdown
from kh359.pages import _state
from kh359.pages._scenario.file import UPLOADER_STYLE

FILE = "export_earlier"


def choose_earlier(kinds: Sequence[Kind]) -> Earlier | None:
    """A box for the file while a report is chosen; a file that is no such table is refused."""
    if not any(kind in REPORT_KINDS for kind in kinds):
        return None
    say = _state.say()
    st.html(f"<style>{UPLOADER_STYLE.replace('WORDS', say('Choose a file…'))}</style>")
    file = st.file_uploader(
        say("For reports: the monitoring table (CSV) of the last report, to tell what changed"),
        type=["csv"],
        key=FILE,
    )
    if file is None:
        return None
    try:
        return read_earlier(file.getvalue(), say)
    except EarlierError as error:
        st.error(plain_markdown(str(error)))
        return None
