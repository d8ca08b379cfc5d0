"""From start to stop: the server answers at once and warms up beside it."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from kh359.serving.readiness import WARMTH
from kh359.serving.show_app import show_app
from kh359.serving.warm_up import warm_up

log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[dict[str, object]]:
    """A stop does not wait for the warming up: it could outlast the time a system grants."""
    # Streamlit turns this log off and, when it reads its settings again, on: a line for each move.
    logging.getLogger("uvicorn.access").disabled = True
    # Nothing can break a thread off, but a daemon ends with the process; it keeps nothing on disk.
    threading.Thread(target=_warm, name="warm_up", daemon=True).start()
    await asyncio.to_thread(show_app)
    yield {}
    WARMTH.stopping.set()


def _warm() -> None:
    try:
        warm_up()
    except Exception:
        # The pages may still work, and what fails here will fail there where it can be told.
        log.exception("warming up failed")
        WARMTH.failed.set()
    else:
        WARMTH.warm.set()
