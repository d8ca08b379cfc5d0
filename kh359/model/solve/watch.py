"""How a long search tells how far it is, and learns that nobody waits for it any more."""

from collections.abc import Callable
from dataclasses import dataclass

from kh359.model.errors import ModelError


class Cancelled(ModelError):
    """The search was given up; there is no result."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """progress: called with the part done, 0 to 1; cancelled: whether to give up."""

    progress: Callable[[float], None] = lambda part: None
    cancelled: Callable[[], bool] = lambda: False

    def reached(self, part: float) -> None:
        """Tell the part done. Raises Cancelled."""
        if self.cancelled():
            raise Cancelled("the search was cancelled")
        self.progress(min(max(part, 0.0), 1.0))

    def part(self, start: float, end: float) -> "Watch":
        """A watch for a step that runs from `start` to `end` of the whole."""
        return Watch(
            progress=lambda part: self.progress(start + part * (end - start)),
            cancelled=self.cancelled,
        )
