"""Progress of a long export, and the way to stop it."""

from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):
    """The reader asked to stop; nothing is handed out."""


def _unheard(share: float, words: str) -> None:
    """Nobody listens."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """tell: called with the share done (0-1) and what is being made. is_cancelled: asked at every
    step, from the thread that works.
    """

    tell: Callable[[float, str], None] = _unheard
    is_cancelled: Callable[[], bool] = _never

    def step(self, done: float, of: float, words: str) -> None:
        """`done` of `of` steps are behind. Raises Cancelled."""
        if self.is_cancelled():
            raise Cancelled
        self.tell(done / of if of else 1.0, words)

    def part(self, place: int, of: int) -> "Watch":
        """The watch of one of `of` equal parts: its shares lie inside that part."""
        tell = self.tell
        return Watch(
            tell=lambda share, words: tell((place + share) / of, words),
            is_cancelled=self.is_cancelled,
        )
