"""The app opened in the browser of whoever started it. Streamlit does so for a script alone."""

import os
import webbrowser

import streamlit as st

VARIABLE = "KH359_SHOW"
"""Environment variable: 1 where somebody sits at the machine; `python dev.py run` sets it."""
EVERYWHERE = ("0.0.0.0", "::", "")


def show_app() -> None:
    """Open the first page, unless Streamlit knows of no screen."""
    if os.environ.get(VARIABLE) == "1" and not st.get_option("server.headless"):
        webbrowser.open(app_address())


def app_address() -> str:
    """Where a browser on this machine finds the app; the port is the one that was free."""
    named = st.get_option("server.address") or ""
    host = "localhost" if named in EVERYWHERE else named
    scheme = "https" if st.get_option("server.sslCertFile") else "http"
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{scheme}://{host}:{st.get_option('server.port')}/{base}"
