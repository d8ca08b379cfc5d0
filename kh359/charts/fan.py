"""The fan chart of one indicator: a frozen definition every renderer draws alike.

Figures are as shown (percent as percent), words are finished in the reader's language.
"""

from dataclasses import dataclass

HEADROOM = 1.12
"""The value axis ends this much above `FanChart.top`, so that labels have room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure at a year; `hover` holds lines separated by <br>."""

    year: float
    value: float
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Observed figures that look alike. Each region has its own shape.

    hollow: another definition than the plan's. fitted: the projection rests on them.
    """

    name: str
    region: str
    hollow: bool
    fitted: bool
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A central interval of probability `mass` (0.5 is half of the draws)."""

    mass: float
    name: str
    low: tuple[float, ...]
    high: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fan:
    """The projection. All tuples have the length of `years`; bands come widest first.

    anchor: year and value the fan grows out of (the last known figure), when it has one.
    """

    years: tuple[int, ...]
    median: tuple[float, ...]
    median_name: str
    bands: tuple[Band, ...]
    hovers: tuple[str, ...]
    anchor: tuple[int, float] | None
    assumed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetMark:
    """A target of the plan; `high` closes a range."""

    year: int
    low: float
    high: float | None
    label: str
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """A line through years."""

    name: str
    years: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BreakLine:
    """A vertical line: figures to its left and right mean different things."""

    at: float
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FanChart:
    """Everything the chart shows. `fan` is None where nothing is projected.

    note: what the chart supposes, a sentence below the title, empty for none.
    credit: lines below the chart, for a picture that leaves the page.
    stamp: a word printed across the chart (GIẢ ĐỊNH), empty for none.
    cut_note: what to say when the fan's upper end lies above `top`.
    message: a sentence inside the chart when there is no fan, empty for none.
    alt: the chart in words, for a screen reader.
    """

    title: str
    unit: str
    note: str
    credit: tuple[str, ...]
    year_title: str
    target_name: str
    marks: tuple[Marks, ...]
    observed_line: Path | None
    fan: Fan | None
    targets: tuple[TargetMark, ...]
    required: Path | None
    peers: Marks | None
    breaks: tuple[BreakLine, ...]
    cut_note: str
    stamp: str
    message: str
    alt: str
    decimal_comma: bool
    floor: float | None

    @property
    def first_year(self) -> float:
        """The left edge of what is drawn."""
        known = (*self.marks, self.peers) if self.peers else self.marks
        years = [point.year for marks in known for point in marks.points]
        years += [mark.year for mark in self.targets]
        years += self.fan.years if self.fan else ()
        return min(years, default=2025)

    @property
    def top(self) -> float:
        """A ceiling for the value axis that keeps a wild upper tail from flattening the rest."""
        firm = [point.value for marks in self.marks for point in marks.points if not marks.hollow]
        firm += [mark.high if mark.high is not None else mark.low for mark in self.targets]
        firm += self.fan.median if self.fan else ()
        return max([*firm, min(self.tail, 1.6 * max(firm, default=self.tail))])

    @property
    def tail(self) -> float:
        """The highest value of the fan, 0 without one."""
        bands = self.fan.bands if self.fan else ()
        return max((value for band in bands for value in band.high), default=0.0)

    @property
    def is_cut(self) -> bool:
        """Whether the fan goes beyond the frame."""
        return self.tail > HEADROOM * self.top
