"""How often what happened lay inside the intervals, by years ahead."""

from dataclasses import dataclass

from kh359.locale.backtest import span_text
from kh359.locale.language import Language
from kh359.locale.number import number, percent
from kh359.locale.translate import translator
from kh359.reference.backtest import BandScore, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageSeries:
    """One interval: its promise, and the share kept in every span, both in percent."""

    name: str
    promised: float
    kept: tuple[float, ...]
    labels: tuple[str, ...]
    hovers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageBars:
    """Everything the bars show; `spans` are the years ahead."""

    title: str
    span_title: str
    kept_title: str
    promise_name: str
    spans: tuple[str, ...]
    series: tuple[CoverageSeries, ...]
    sign: str
    alt: str


def coverage_bars(score: Score, sign: str, language: Language) -> CoverageBars:
    """The bars of one method on one part of the backtest; spans never seen are left out."""
    say = translator(language)
    seen = [band for band in score.bands if band.coverage80 is not None]
    series = (
        _series(seen, 0.80, [band.coverage80 or 0.0 for band in seen], language),
        _series(seen, 0.95, [band.coverage95 or 0.0 for band in seen], language),
    )
    return CoverageBars(
        title=say("Do the intervals keep their promise?"),
        span_title=say("Years ahead"),
        kept_title=say("Share of cases inside the interval"),
        promise_name=say("promise"),
        spans=tuple(span_text(band.first, band.last, language) for band in seen),
        series=series,
        sign=sign,
        alt=say("Coverage of the intervals.")
        + " "
        + ". ".join(h for s in series for h in s.hovers),
    )


def _series(
    seen: list[BandScore], promised: float, kept: list[float], language: Language
) -> CoverageSeries:
    say = translator(language)
    return CoverageSeries(
        name=say("{mass} interval", mass=percent(promised, language, digits=0)),
        promised=100 * promised,
        kept=tuple(100 * share for share in kept),
        labels=tuple(number(100 * share, language, digits=0) for share in kept),
        hovers=tuple(
            say(
                "{span}: the {promised} interval held {kept} of {count} values",
                span=span_text(band.first, band.last, language),
                promised=percent(promised, language, digits=0),
                kept=percent(share, language, digits=0),
                count=number(band.n_points, language, digits=0),
            )
            for band, share in zip(seen, kept, strict=True)
        ),
    )
