"""What is said of one target, as a row of a file."""

from math import isinf

from kh359.charts.backtest_fit import fitting_score
from kh359.locale.outcome import verdict_text
from kh359.locale.proof import level_text
from kh359.locale.skill import skill_text
from kh359.locale.spreadsheet import Cell
from kh359.locale.unit import clause_text, indicator_unit, target_text
from kh359.model.attainment import Attainment
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.plan.facts import Facts


def record_headers() -> tuple[str, ...]:
    """Column titles of `attainment_record`."""
    say = _state.say()
    return (
        say("Indicator"),
        say("Year"),
        say("Target"),
        say("Unit"),
        say("Probability (%)"),
        say("Verdict"),
        say("Evidence"),
        say("Backtest"),
        say("Observed"),
        say("10th percentile"),
        say("Median"),
        say("90th percentile"),
        say("First year met (median)"),
        say("Where the target stands"),
        say("Source"),
        say("Address"),
    )


def attainment_record(
    facts: Facts, item: IndicatorOutlook, attainment: Attainment
) -> tuple[Cell, ...]:
    """Figures are as shown, percent as percent, projected ones with three significant digits."""
    say, language, target = _state.say(), _state.language(), attainment.target
    ids = dict.fromkeys(i for o in reversed(item.evidence.used) for i in o.source_ids)
    sources = [facts.source_by_id[source_id] for source_id in ids]

    def shown(value: float | None) -> float | None:
        return None if value is None else float(f"{target.unit.to_shown(value):.3g}")

    middle = attainment.first_year[1] if attainment.first_year else None
    based = attainment.level is not Level.NONE
    score = fitting_score(item)
    return (
        say.pick(item.indicator.name_vi, item.indicator.name_en),
        target.year,
        target_text(target, language),
        indicator_unit(item.indicator, language),
        None if attainment.p_met is None else round(100 * attainment.p_met, 4),
        verdict_text(attainment.verdict, language),
        level_text(attainment.level, language) if based else say("No data"),
        "" if score is None else skill_text(score, language),
        shown(attainment.observed),
        shown(attainment.p10),
        shown(attainment.p50),
        shown(attainment.p90),
        None if middle is None or isinf(middle) else int(middle),
        clause_text(target, language),
        " | ".join(f"{source.title} ({source.publisher})" for source in sources),
        " | ".join(source.place for source in sources),
    )
