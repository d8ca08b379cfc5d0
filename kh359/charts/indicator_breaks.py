"""The vertical lines of an indicator's chart: years from which its figures mean something else."""

from kh359.charts.fan import BreakLine
from kh359.locale.language import Language
from kh359.locale.proof import word
from kh359.locale.translate import translator
from kh359.plan.facts import Facts
from kh359.plan.series_break import Cause, SeriesBreak


def break_lines(facts: Facts, indicator_id: str, language: Language) -> tuple[BreakLine, ...]:
    """One line a year, naming every cause once."""
    by_year: dict[int, list[str]] = {}
    for row in facts.breaks:
        if row.indicator_id in (indicator_id, "*"):
            labels = by_year.setdefault(row.year, [])
            label = _label(row, language)
            if label not in labels:
                labels.append(label)
    return tuple(
        BreakLine(at=year - 0.5, label=", ".join(labels))
        for year, labels in sorted(by_year.items())
    )


def _label(row: SeriesBreak, language: Language) -> str:
    """A merger that concerns one indicator alone is a rule of counting, whatever its year."""
    if row.cause is Cause.MERGER and row.indicator_id != "*":
        say = translator(language)
        return say("special rule for merged provinces")
    return word(row.cause, language)
