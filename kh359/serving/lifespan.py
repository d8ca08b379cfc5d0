"""From start to stop: the server answers at once and warms up beside it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st

from kh359.serving.readiness import WARMTH
from kh359.serving.show_app import show_app
from kh359.serving.warm_up import warm_up

log = logging.getLogger(__name__)


@asynccontextmanager
async def lifespan(app: st.App) -> AsyncIterator[dict[str, object]]:
    """A stop waits for the warming up, which no thread can break off."""
    # Streamlit turns this log off and, when it reads its settings again, on: a line for each move.
    logging.getLogger("uvicorn.access").disabled = True
    warming = asyncio.create_task(asyncio.to_thread(_warm))
    await asyncio.to_thread(show_app)
    yield {}
    WARMTH.stopping.set()
    await warming


def _warm() -> None:
    try:
        warm_up()
    except Exception:
        # The pages may still work, and what fails here will fail there where it can be told.
        log.exception("warming up failed")
        WARMTH.failed.set()
    else:
        WARMTH.warm.set()
