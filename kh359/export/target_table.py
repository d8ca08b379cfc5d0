"""Every target with what is said of it, as headers and rows for any table a person reads."""

import numpy as np

from kh359.export.dossier import Dossier
from kh359.locale.outcome import verdict_text
from kh359.locale.proof import level_text
from kh359.locale.spreadsheet import Cell
from kh359.locale.start import start_text
from kh359.locale.unit import clause_text, indicator_unit, target_text
from kh359.model.attainment import Attainment
from kh359.model.outlook import IndicatorOutlook

_DIGITS = 3
"""Significant digits of what is projected."""
_CHANCE_DIGITS = 4


def target_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `target_rows`."""
    say = dossier.say
    return (
        say("Indicator"),
        say("Year"),
        say("Target"),
        say("Unit"),
        say("Clause"),
        say("Observed"),
        say("Probability (%)"),
        say("Probability at rest (%)"),
        "p10",
        "p50",
        "p90",
        say("Verdict"),
        say("Evidence"),
        say("Assumptions (giả định)"),
    )


def target_rows(dossier: Dossier) -> list[tuple[Cell, ...]]:
    """In the plan's order; percent as percent, empty where nothing is projected."""
    return [
        _row(dossier, item, attainment)
        for item in dossier.outlook.indicators
        for attainment in item.attainments
    ]


def status_text(dossier: Dossier, attainment: Attainment) -> str:
    """The verdict in words, or that the scenario's own levers set the figure."""
    say, run = dossier.say, dossier.run
    place = run.target_ids.index(attainment.target.target_id)
    if run.decided[place]:
        return say("set by the scenario")
    return verdict_text(attainment.verdict, dossier.language)


def chance(dossier: Dossier, target_id: str, *, at_rest: bool = False) -> float | None:
    """Probability as a decimal; None without a projection and where levers set the figure."""
    run = dossier.baseline if at_rest else dossier.run
    place = run.target_ids.index(target_id)
    value = float(run.p_met[place])
    return None if np.isnan(value) or run.decided[place] else value


def rounded(value: float | None, scale: float = 1.0) -> float | None:
    """A projected figure with three significant digits."""
    return None if value is None else float(f"{scale * value:.{_DIGITS}g}")


def _in_percent(p: float | None) -> float | None:
    """The share of draws itself: three digits would make 50.0 of 49.95."""
    return None if p is None else round(100 * p, _CHANCE_DIGITS)


def _row(dossier: Dossier, item: IndicatorOutlook, attainment: Attainment) -> tuple[Cell, ...]:
    say, language, target = dossier.say, dossier.language, attainment.target
    indicator, scale = item.indicator, target.unit.scale
    observed = attainment.observed
    return (
        say.pick(indicator.name_vi, indicator.name_en),
        target.year,
        target_text(target, language),
        indicator_unit(indicator, language),
        clause_text(target, language),
        None if observed is None else target.unit.to_shown(observed),
        _in_percent(chance(dossier, target.target_id)),
        _in_percent(chance(dossier, target.target_id, at_rest=True)),
        *(rounded(q, scale) for q in (attainment.p10, attainment.p50, attainment.p90)),
        status_text(dossier, attainment),
        level_text(attainment.level, language),
        start_text(item.evidence, indicator, language),
    )
