"""Results kept for all sessions by the values they were computed from.

Not Streamlit's cache: a look into it takes half a millisecond, a page looks ten times in a run, and
any visitor may empty it for all.
"""

from collections.abc import Callable
from inspect import signature
from threading import Condition
from typing import ParamSpec, TypeVar

from cachetools import LRUCache, cached

P = ParamSpec("P")
R = TypeVar("R")


def kept(*, most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep so many results of a function that is called by position; the one longest unused goes.

    Arguments whose names begin with an underscore are what others already tell: they are no part
    of the key. Who asks for what is being computed waits for it. What raises is not kept.
    """

    def keeping(function: Callable[P, R]) -> Callable[P, R]:
        names = signature(function).parameters
        keyed = tuple(place for place, name in enumerate(names) if not name.startswith("_"))

        def key(*given: object) -> tuple[object, ...]:
            return tuple(given[place] for place in keyed)

        return cached(LRUCache[object, R](most), key=key, condition=Condition())(function)

    return keeping
