"""Who entered a figure that did not come with the program."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """change: id of the change. at: UTC, ISO form. why: the reason."""

    change: str
    by: str
    at: str
    why: str
