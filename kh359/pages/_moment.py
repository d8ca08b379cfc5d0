"""Day and hour in the reader's own zone."""

from datetime import datetime, timedelta, timezone

import streamlit as st

from kh359.locale.moment import HOME, moment
from kh359.pages import _state


def moment_text(at: datetime) -> str:
    """'15:05, 23/11/2026'."""
    return moment(at, _state.language(), reader_zone())


def reader_zone() -> timezone:
    """The browser says how far it is from UTC; without one it is Viet Nam's time."""
    offset = st.context.timezone_offset
    return HOME if offset is None else timezone(timedelta(minutes=-offset))
