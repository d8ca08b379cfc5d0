"""Runs of a page that computes take turns, one at a time.

Python lets one thread compute at a time and passes that right on every few milliseconds. Of many
runs at once each takes as long as all of them, and the chart of a lever, asked for meanwhile, waits
for its share as often as it says something (docs/decisions/serving.md).
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

_turns = threading.Lock()


@contextmanager
def turn() -> Iterator[None]:
    """Wait for one's turn and hold it: for computing and showing, never for a database, a pause or
    anything that a reader opens because it takes its time.
    """
    with _turns:
        yield
