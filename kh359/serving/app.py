"""The parts of the served program, put together by asgi.py."""

import streamlit as st
from starlette.routing import BaseRoute, Route

from kh359.serving.live_fan import live_fan

PREFIX = "_kh359"
"""First part of the path of every endpoint beside the pages."""


def routes() -> tuple[BaseRoute, ...]:
    """Every endpoint, below the path that `server.baseUrlPath` names."""
    base = "/".join(part for part in (_base_path(), PREFIX) if part)
    return (Route(f"/{base}/live-fan", live_fan, methods=["POST"]),)


def _base_path() -> str:
    return (st.get_option("server.baseUrlPath") or "").strip("/")
