"""The fan of one indicator as columns over years, for charts that PowerPoint and Excel draw."""

from dataclasses import dataclass

Column = tuple[float | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """One layer on top of the one before. colour: empty for the invisible base.

    listed: named in the legend; the two halves of a band share one name.
    """

    name: str
    values: Column
    colour: str
    hatched: bool
    listed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """A line, or points without one. dash: DrawingML's word, empty for no line; symbol likewise.

    number_format: of its cells, as many decimals as were written; empty for those of the fan.
    """

    name: str
    values: Column
    colour: str
    dash: str = ""
    symbol: str = ""
    hollow: bool = False
    labels: tuple[str, ...] = ()
    listed: bool = True
    number_format: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NativeFan:
    """Every column has the length of `years`; figures as shown, blanks are None.

    areas: none without a projection. top: where the value axis ends, step: between its marks; None
        for the program's choice.
    number_format: of the axis. figure_format: of the cells of what is projected.
    notes: what the picture has to say besides, finished sentences.
    """

    title: str
    unit: str
    year_title: str
    years: tuple[int, ...]
    areas: tuple[Area, ...]
    traces: tuple[Trace, ...]
    floor: float | None
    top: float | None
    step: float | None
    number_format: str
    figure_format: str
    notes: tuple[str, ...]
    stamp: str
    alt: str
