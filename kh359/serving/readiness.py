"""Two questions of whoever watches the program: does it live, and may visitors be sent to it."""

import os
import threading
from enum import StrEnum

from sqlalchemy import text
from starlette.requests import Request
from starlette.responses import JSONResponse

from kh359.locale.language import LANGUAGES
from kh359.pages import _compute, _store
from kh359.plan.problem import FactsError
from kh359.store.location import URL_VARIABLE
from kh359.store.store_error import StoreError

NEVER_KEPT = {"Cache-Control": "no-store"}


class Obstacle(StrEnum):
    """Why nobody should be sent here."""

    WARMING_UP = "warming_up"  # goes by itself within seconds
    WARM_UP_FAILED = "warm_up_failed"  # the log tells
    STOPPING = "stopping"
    FACTS = "facts"  # `python -m kh359 check` tells every fault
    ASSUMPTIONS = "assumptions"  # leave the levers nowhere to rest; the pages tell
    STORE = "store"  # the database of KH359_DATABASE_URL; `store_fault` has the store's own code


class Warmth:
    """How far this process is, from start to stop. Written by one thread, read by others."""

    def __init__(self) -> None:
        self.warm = threading.Event()
        self.failed = threading.Event()
        self.stopping = threading.Event()

    def obstacles(self) -> list[Obstacle]:
        """What stands in the way, nothing where all is done."""
        if self.stopping.is_set():
            return [Obstacle.STOPPING]
        if self.failed.is_set():
            return [Obstacle.WARM_UP_FAILED]
        return [] if self.warm.is_set() else [Obstacle.WARMING_UP]


WARMTH = Warmth()
"""Of this process."""


async def health(request: Request) -> JSONResponse:
    """The process lives and answers, whatever else it may lack."""
    return JSONResponse({"alive": True}, headers=NEVER_KEPT)


def ready(request: Request) -> JSONResponse:
    """200 where visitors may come, else 503 with the code of every obstacle."""
    answer: dict[str, object] = {}
    obstacles = WARMTH.obstacles() or _data_obstacles()
    # A database of one's own, made where there is none, keeps nobody out.
    if not obstacles and os.environ.get(URL_VARIABLE):
        fault = _store_fault()
        if fault:
            obstacles, answer["store_fault"] = [Obstacle.STORE], fault
    answer |= {"ready": not obstacles, "obstacles": obstacles}
    return JSONResponse(answer, status_code=503 if obstacles else 200, headers=NEVER_KEPT)


def _data_obstacles() -> list[Obstacle]:
    try:
        _compute.facts()
    except FactsError:
        return [Obstacle.FACTS]
    if any(_compute.rest_fault(language) for language in LANGUAGES):
        return [Obstacle.ASSUMPTIONS]
    return []


def _store_fault() -> str:
    """Code of what keeps the database from answering; empty where it answers."""
    try:
        with _store.database().reading() as connection:
            connection.execute(text("SELECT 1"))
    except StoreError as error:
        return error.code
    return ""
