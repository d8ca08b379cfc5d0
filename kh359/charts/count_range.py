"""How many targets each scenario is expected to meet, milestone by milestone, with a range."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kh359.charts.candidate import Candidate
from kh359.locale.language import Language
from kh359.locale.number import expected_count, number
from kh359.locale.translate import translator
from kh359.model.evidence import Level
from kh359.model.history import BoolArray
from kh359.plan.target import MILESTONE_YEARS

COUNTED_YEARS = MILESTONE_YEARS[1:]
"""2025 is judged on figures and the same in every scenario."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPoint:
    """Targets met in one milestone year: expected, and one draw in ten below `low`, above `high`.

    label: the expected number in words of the language.
    """

    year: int
    expected: float
    low: float
    high: float
    label: str
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountSeries:
    """One scenario; slot decides colour and symbol."""

    name: str
    slot: int
    points: tuple[CountPoint, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountYear:
    """A milestone year. counted: targets that every scenario forecasts; assumed: those of them
    that rest on an assumed start; total: all targets of the year.
    """

    year: int
    counted: int
    assumed: int
    total: int
    text: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRange:
    """Everything the chart shows. has_baseline: the first scenario is the grey one."""

    title: str
    notes: tuple[str, ...]
    count_title: str
    years: tuple[CountYear, ...]
    series: tuple[CountSeries, ...]
    message: str
    alt: str
    decimal_comma: bool
    has_baseline: bool


def count_range(
    candidates: Sequence[Candidate], language: Language, *, has_baseline: bool
) -> CountRange:
    """Counts over the targets that all candidates forecast, so that they can be held together.

    What a scenario's own levers set is no forecast and counted nowhere here.
    """
    say = translator(language)
    among = forecast_by_all(candidates)
    years = tuple(_year(candidates, among, year, language) for year in COUNTED_YEARS)
    series = tuple(
        CountSeries(
            name=candidate.name,
            slot=slot,
            points=tuple(
                _point(candidate, year, among, language) for year in years if year.counted
            ),
        )
        for slot, candidate in enumerate(candidates)
    )
    known = any(year.counted for year in years)
    return CountRange(
        title=say("Targets expected to be met, by milestone"),
        notes=(
            say("Mark: expected number (above the bar) · bar: 8 of 10 draws"),
            say(
                "Below: targets that every scenario forecasts; of those, from an assumed start only"
            ),
        ),
        count_title=say("targets"),
        years=years,
        series=series if known else (),
        message="" if known else say("No data: not projected"),
        alt=_alt(series, years, language),
        decimal_comma=language == "vi",
        has_baseline=has_baseline,
    )


def forecast_by_all(candidates: Sequence[Candidate]) -> BoolArray:
    """(n_targets,) targets that every candidate forecasts, and none sets by its own levers."""
    return np.logical_and.reduce([c.run.projected & ~c.run.decided for c in candidates])


def _year(
    candidates: Sequence[Candidate], among: BoolArray, year: int, language: Language
) -> CountYear:
    say, run = translator(language), candidates[0].run
    count = run.count(year, among=among)
    counted = {run.target_ids[i] for i in np.flatnonzero(among & (run.target_years == year))}
    assumed = {
        item.target.target_id
        for candidate in candidates
        for item in candidate.outlook.attainments_in(year)
        if item.level is Level.ASSUMED
    }
    n_assumed = len(counted & assumed)
    share = say("{known} of {total} forecast", known=count.n_projected, total=count.n_targets)
    lines = [f"<b>{year}</b>", share]
    if n_assumed:
        lines.append(say("{count} by assumption", count=n_assumed))
    return CountYear(
        year=year,
        counted=count.n_projected,
        assumed=n_assumed,
        total=count.n_targets,
        text=tuple(lines),
    )


def _point(
    candidate: Candidate, year: CountYear, among: BoolArray, language: Language
) -> CountPoint:
    say = translator(language)
    count = candidate.run.count(year.year, among=among)
    label = expected_count(count.expected, language)
    span = say(
        "8 of 10 draws: {low} to {high}",
        low=number(count.p10, language, digits=0),
        high=number(count.p90, language, digits=0),
    )
    of_all = say("of {total} targets forecast", total=year.counted)
    return CountPoint(
        year=year.year,
        expected=count.expected,
        low=count.p10,
        high=count.p90,
        label=label,
        hover=f"<b>{label}</b> {of_all} · {year.year}<br>{span}",
    )


def _alt(series: Sequence[CountSeries], years: Sequence[CountYear], language: Language) -> str:
    say = translator(language)
    parts = [say("Targets expected to be met, by milestone") + "."]
    for year in years:
        told = "; ".join(
            f"{one.name} {point.label}"
            for one in series
            for point in one.points
            if point.year == year.year
        )
        share = say("{known} of {total} forecast", known=year.counted, total=year.total)
        parts.append(f"{year.year} ({share}): {told or '–'}.")
    return " ".join(parts)
