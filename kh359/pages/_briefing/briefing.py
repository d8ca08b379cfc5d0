"""What a briefing shows, as a link carries it."""

import re
from dataclasses import dataclass, replace
from datetime import date

SEPARATOR = "~"
COMPARED, ALONE = "ss", "kb"
MOST_SHOWN = 6
"""Indicators with a view of their own: a briefing is short."""

_SLIDE = re.compile("[a-z0-9-]{1,40}")
_VERSION = re.compile("[0-9a-f]{4,64}")
_INDICATOR = re.compile("[a-z0-9_]{1,60}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """slide: key of the view on the screen, empty for the first. compared: the comparison instead
    of one scenario. version, day: of the data, and when the run was frozen. indicator_ids: those
    with a view of their own, in order.
    """

    version: str
    day: date
    slide: str = ""
    compared: bool = False
    indicator_ids: tuple[str, ...] = ()

    def at(self, slide: str) -> "Briefing":
        """The same briefing with another view on the screen."""
        return replace(self, slide=slide)


def write_briefing(briefing: Briefing) -> str:
    """'SLIDE~kb|ss~VERSION~DAY', then the indicators."""
    source = COMPARED if briefing.compared else ALONE
    parts = (briefing.slide, source, briefing.version, briefing.day.isoformat())
    return SEPARATOR.join((*parts, *briefing.indicator_ids))


def read_briefing(text: str) -> Briefing:
    """The briefing of a link; whether its indicators exist is for the caller to say.

    Raises ValueError for anything that `write_briefing` would not write.
    """
    slide, source, version, day, *indicator_ids = text.split(SEPARATOR)
    if slide and not _SLIDE.fullmatch(slide):
        raise ValueError(f"no view is called {slide!r}")
    if source not in (COMPARED, ALONE) or not _VERSION.fullmatch(version):
        raise ValueError(f"not a source and a data version: {source!r}, {version!r}")
    if len(indicator_ids) > MOST_SHOWN or not all(map(_INDICATOR.fullmatch, indicator_ids)):
        raise ValueError(f"not a list of indicators: {indicator_ids!r}")
    return Briefing(
        slide=slide,
        compared=source == COMPARED,
        version=version,
        day=date.fromisoformat(day),
        indicator_ids=tuple(dict.fromkeys(indicator_ids)),
    )
