"""Which observations may share one trend, given the breaks between them."""

from collections.abc import Iterable, Sequence

from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.series_break import Cause, SeriesBreak

FITTED_MATCHES = (Match.SAME, Match.NEAR)
GRADES_FROM_BEST = (Grade.OFFICIAL, Grade.PRESS, Grade.DERIVED, Grade.PROXY)
PARTS = (Region.OLD_PROVINCE, Region.KON_TUM)


def is_usable(observation: Observation) -> bool:
    """Whether a figure may be fitted or judged at all: standing, and close to the definition."""
    return not observation.superseded and observation.match in FITTED_MATCHES


def preference(observation: Observation) -> tuple[bool, int, str]:
    """Sort key among figures of one year: same definition, better grade, then later date."""
    return (
        observation.match is Match.SAME,
        -GRADES_FROM_BEST.index(observation.grade),
        observation.as_of or "",
    )


def separates(series_break: SeriesBreak, earlier: Observation, later: Observation) -> bool:
    """Whether a break stands between two figures of one indicator.

    The merger of the province stands between figures of an old part and of the merged province,
    never between two figures of the merged territory (sums of both parts are such figures). Any
    other break stands between two figures of its region; a derived figure shares those of its
    parts.
    """
    if series_break.indicator_id not in ("*", earlier.indicator_id):
        return False
    if not earlier.year < series_break.year <= later.year:
        return False
    region = series_break.region
    if series_break.cause is Cause.MERGER and region is Region.PROVINCE:
        return earlier.region is not later.region
    if region is None:
        return True
    return any(_shares_breaks(o, region) for o in (earlier, later))


def _shares_breaks(observation: Observation, region: Region) -> bool:
    derived = observation.grade is Grade.DERIVED and region in PARTS
    return observation.region is region or derived


def latest_segment(
    observations: Iterable[Observation], breaks: Sequence[SeriesBreak], region: Region
) -> tuple[Observation, ...]:
    """The unbroken series of one region and method that ends last; ties go to the longer one.

    Returns usable figures, one a year, oldest first; empty where there is none.
    """
    by_method: dict[str, dict[int, Observation]] = {}
    for observation in sorted(filter(is_usable, observations), key=preference):
        if observation.region is region:
            by_method.setdefault(observation.method, {})[observation.year] = observation
    segments = [_last_unbroken(series, breaks) for series in by_method.values()]
    return max(segments, key=lambda s: (s[-1].year, len(s), preference(s[-1])), default=())


def _last_unbroken(
    series: dict[int, Observation], breaks: Sequence[SeriesBreak]
) -> tuple[Observation, ...]:
    years = sorted(series, reverse=True)
    kept = [series[years[0]]]
    for year in years[1:]:
        if any(separates(b, series[year], kept[-1]) for b in breaks):
            break
        kept.append(series[year])
    return tuple(reversed(kept))
