"""One indicator under several scenarios: a frozen definition every renderer draws alike.

Figures are as shown (percent as percent), words are finished in the reader's language.
"""

from dataclasses import dataclass

from kh359.charts.fan import HEADROOM, Band, Marks, Path, TargetMark

LAST_YEAR = 2045
"""The right end of every strand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """One scenario. All tuples have the length of `years`; bands come widest first.

    slot: 0 for the first scenario, then 1, 2, ...: decides colour and symbol.
    anchor: year and value the projection grows out of, when there is one.
    assumed: it rests on an assumed start. decided: the scenario's levers set the figure.
    """

    name: str
    slot: int
    years: tuple[int, ...]
    median: tuple[float, ...]
    bands: tuple[Band, ...]
    anchor: tuple[int, float] | None
    assumed: bool
    decided: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioFan:
    """Everything the chart shows; no strands where nothing is projected.

    notes: what lines, bands and symbols mean, one a line. digits: decimals of a value in a label.
    unit_suffix: what follows a value in a label (' %', ' doanh nghiệp').
    cut_note: what to say when a band goes beyond `top`. message: a sentence inside an empty chart.
    stamp: a word printed above the chart (GIẢ ĐỊNH), empty for none.
    alt: the chart in words. key: changes with the indicator only, so that a zoom survives a lever.
    """

    title: str
    unit: str
    notes: tuple[str, ...]
    year_title: str
    median_name: str
    target_name: str
    strands: tuple[Strand, ...]
    marks: tuple[Marks, ...]
    targets: tuple[TargetMark, ...]
    required: Path | None
    digits: int
    unit_suffix: str
    cut_note: str
    stamp: str
    message: str
    alt: str
    decimal_comma: bool
    floor: float | None
    key: str

    @property
    def first_year(self) -> int:
        """The left edge of what is drawn."""
        years = [int(point.year) for marks in self.marks for point in marks.points]
        years += [mark.year for mark in self.targets]
        years += [strand.years[0] for strand in self.strands]
        return min(years, default=2025)

    @property
    def top(self) -> float:
        """A ceiling for the value axis that keeps a wild upper tail from flattening the rest."""
        firm = [point.value for marks in self.marks for point in marks.points if not marks.hollow]
        firm += [mark.low if mark.high is None else mark.high for mark in self.targets]
        firm += [value for strand in self.strands for value in strand.median]
        return max([*firm, min(self.tail, 1.6 * max(firm, default=self.tail))])

    @property
    def tail(self) -> float:
        """The highest value of the bands, 0 without one."""
        bands = [band for strand in self.strands for band in strand.bands]
        return max((value for band in bands for value in band.high), default=0.0)

    @property
    def is_cut(self) -> bool:
        """Whether a band goes beyond the frame."""
        return self.tail > HEADROOM * self.top

    @property
    def span(self) -> tuple[float, float]:
        """The value axis: from its floor, or from the lowest of 0 and the bands."""
        low = min(0.0, self.floor) if self.floor is not None else 0.0
        if self.floor is None:
            low = min([low, *(v for s in self.strands for b in s.bands for v in b.low)])
        return low, HEADROOM * (self.top or 1.0)
