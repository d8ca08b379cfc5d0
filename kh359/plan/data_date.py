"""How recent the facts are."""

from collections.abc import Iterable

from kh359.plan.source import Source


def latest_date(sources: Iterable[Source]) -> str | None:
    """The latest date that a source states, in ISO form; None where no source has one.

    A year alone stands before its months, a month before its days: what is stated more exactly
    is the later of the two.
    """
    return max((source.date for source in sources if source.date), default=None)
