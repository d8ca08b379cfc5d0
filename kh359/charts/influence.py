"""What a number hangs on: frozen definitions of the charts of influence.

Probabilities and shares are as shown (percent as percent), words are finished.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class InfluenceFrame:
    """What every chart of influence says. message: in place of bars where there are none."""

    title: str
    notes: tuple[str, ...]
    value_title: str
    message: str
    alt: str
    decimal_comma: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TornadoBar:
    """One input. low, high: change of the probability, percentage points, with it low and high;
    low_text, high_text: the values it then has.
    """

    name: str
    detail: str
    low: float
    high: float
    low_text: str
    high_text: str
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TornadoChart:
    """Largest swing first."""

    frame: InfluenceFrame
    bars: tuple[TornadoBar, ...]
    low_name: str
    high_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SobolBar:
    """One input's part of the variance, percent: alone and with all it interacts with; margins
    are half widths of 95 % intervals.
    """

    name: str
    detail: str
    first: float
    first_margin: float
    total: float
    total_margin: float
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SobolChart:
    """Largest total first."""

    frame: InfluenceFrame
    bars: tuple[SobolBar, ...]
    first_name: str
    total_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """From one value to the next; a whole starts at 0 and is no change."""

    name: str
    start: float
    end: float
    label: str
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ContributionChart:
    """From rest to the scenario, one step a lever."""

    frame: InfluenceFrame
    steps: tuple[Step, ...]
