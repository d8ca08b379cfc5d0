"""Runs of a page that computes take turns.

Python lets one thread compute at a time and passes that right on every few milliseconds: of many
runs at once each takes as long as all of them, and the chart of a lever, asked for meanwhile, waits
for its share as often as it says something. In turn all are as quick together, and the chart waits
for one of them at most (docs/decisions/serving.md has the figures).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_turn = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one's turn and hold it: for computing and showing, never for a database, a pause or
    anything that a reader opens because it takes its time.
    """
    with _turn:
        yield
