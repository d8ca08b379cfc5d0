"""One run computes at a time, and none keeps its turn when it breaks off."""

import threading
import time

import pytest

from kh359.pages._turn import turn


def test_one_at_a_time() -> None:
    inside, most = 0, 0
    counting = threading.Lock()

    def compute() -> None:
        nonlocal inside, most
        with turn():
            with counting:
                inside += 1
                most = max(most, inside)
            time.sleep(0.02)
            with counting:
                inside -= 1

    threads = [threading.Thread(target=compute) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=10)
    assert (most, inside) == (1, 0)


def test_a_run_that_breaks_off_gives_the_turn_back() -> None:
    with pytest.raises(KeyError), turn():
        raise KeyError
    taken = threading.Event()

    def compute() -> None:
        with turn():
            taken.set()

    other = threading.Thread(target=compute, daemon=True)
    other.start()
    assert taken.wait(timeout=5)
    other.join(timeout=5)
