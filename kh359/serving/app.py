"""The parts of the served program, put together by asgi.py."""

import os

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Route

from kh359.serving.body_limit import BodyLimit
from kh359.serving.compression import Compression
from kh359.serving.live_fan import live_fan
from kh359.serving.no_delay import NoDelay
from kh359.serving.readiness import health, ready
from kh359.serving.security_headers import SecurityHeaders

PREFIX = "_kh359"
"""First part of the path of every endpoint that a page calls."""
TLS_VARIABLE = "KH359_TLS"
"""Environment variable: 1 where the site is reached by HTTPS alone."""


def routes() -> tuple[BaseRoute, ...]:
    """Every endpoint, below the path that `server.baseUrlPath` names."""
    return (
        Route(_below_base(f"{PREFIX}/live-fan"), live_fan, methods=["POST"]),
        Route(_below_base("health"), health),
        Route(_below_base("ready"), ready),
    )


def middleware() -> tuple[Middleware, ...]:
    """From the outermost: what is refused carries the headers too."""
    return (
        Middleware(NoDelay),
        Middleware(SecurityHeaders, over_tls=os.environ.get(TLS_VARIABLE) == "1"),
        Middleware(BodyLimit, upload_megabytes=st.get_option("server.maxUploadSize")),
        Middleware(Compression),
    )


def _below_base(path: str) -> str:
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"/{base}/{path}" if base else f"/{path}"
