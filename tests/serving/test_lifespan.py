"""The program stops when it is told to, whatever it is doing."""

import threading

import pytest

from kh359.serving import lifespan
from kh359.serving.readiness import Obstacle, Warmth
from tests.event_loop import finish


def test_a_stop_does_not_wait_for_the_warming_up(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on, warmth = threading.Event(), threading.Event(), Warmth()

    def endless() -> None:
        begun.set()
        go_on.wait(60)

    monkeypatch.setattr(lifespan, "WARMTH", warmth)
    monkeypatch.setattr(lifespan, "warm_up", endless)
    monkeypatch.setattr(lifespan, "show_app", lambda: None)

    async def start_and_stop() -> None:
        async with lifespan.lifespan(None):  # type: ignore[arg-type]
            assert begun.wait(10)

    finish(start_and_stop())
    (warming,) = [one for one in threading.enumerate() if one.name == "warm_up"]
    assert warming.is_alive()
    assert warming.daemon, "the end of the process does not wait for it either"
    assert warmth.obstacles() == [Obstacle.STOPPING]
    go_on.set()
    warming.join(10)
    assert warmth.obstacles() == [Obstacle.STOPPING]
