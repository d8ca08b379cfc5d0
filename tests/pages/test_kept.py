"""What pages compute is computed once for all who ask, and the oldest goes first."""

import threading
import time

import pytest

from kh359.pages._kept import kept


def test_the_key_leaves_out_what_begins_with_an_underscore() -> None:
    made = []

    @kept(most=2)
    def twice(number: int, _thing: object) -> int:
        made.append(number)
        return 2 * number

    assert [twice(1, "a"), twice(1, "b"), twice(2, "a")] == [2, 2, 4]
    assert made == [1, 2]


def test_the_one_longest_unused_goes() -> None:
    made = []

    @kept(most=2)
    def same(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        same(number)
    assert made == [1, 2, 3, 2]


def test_who_asks_meanwhile_waits_for_the_one_computation() -> None:
    made, found = [], []

    @kept(most=2)
    def slow(number: int) -> object:
        made.append(number)
        time.sleep(0.05)
        return object()

    threads = [threading.Thread(target=lambda: found.append(slow(1))) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert made == [1]
    assert len(found) == 5
    assert len({id(one) for one in found}) == 1


def test_a_failure_is_not_kept() -> None:
    tries = []

    @kept(most=2)
    def fails_once(number: int) -> int:
        tries.append(number)
        if len(tries) == 1:
            raise ValueError(number)
        return number

    with pytest.raises(ValueError, match="7"):
        fails_once(7)
    assert fails_once(7) == 7
