"""The projection of every indicator by year, as headers and rows."""

from collections.abc import Iterator

from kh359.export.dossier import Dossier
from kh359.export.target_table import rounded
from kh359.locale.proof import level_text
from kh359.locale.spreadsheet import Cell
from kh359.locale.unit import indicator_unit
from kh359.model.projection import quantile_name

YEAR_QUANTILES = (0.025, 0.1, 0.25, 0.5, 0.75, 0.9, 0.975)
"""The ends of the bands that charts draw, and the median."""


def year_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `year_rows`."""
    say = dossier.say
    names = map(quantile_name, YEAR_QUANTILES)
    return (say("Indicator"), say("Unit"), say("Year"), *names, say("Evidence"))


def year_rows(dossier: Dossier) -> Iterator[tuple[Cell, ...]]:
    """Indicators without a projection have none."""
    say, language = dossier.say, dossier.language
    for item in dossier.outlook.indicators:
        if item.projection is None:
            continue
        indicator, scale = item.indicator, item.indicator.unit.scale
        drawn = [item.projection.quantile(q) for q in YEAR_QUANTILES]
        for place, year in enumerate(item.projection.years):
            yield (
                say.pick(indicator.name_vi, indicator.name_en),
                indicator_unit(indicator, language),
                int(year),
                *(rounded(float(column[place]), scale) for column in drawn),
                level_text(item.evidence.level, language),
            )
