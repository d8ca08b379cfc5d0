"""What is different from an earlier report."""

from collections.abc import Iterator

from kh359.export.dossier import Dossier
from kh359.export.kpi_table import COLUMNS, OBSERVED, kpi_rows
from kh359.export.report_block import Block, Grid, Heading, Paragraph
from kh359.export.report_cycle import Cycle
from kh359.export.report_earlier import Earlier, Standing, standing_of
from kh359.export.report_results import next_milestone
from kh359.export.report_standing import name_of, source_line
from kh359.locale.number import date, number, probability
from kh359.locale.outcome import DECIDED, VERDICTS
from kh359.locale.unit import unit_label
from kh359.model.attainment import Verdict

NOTICED = 0.05
"""Least difference of a probability that is told: less is the noise of simulation and rounding."""
SAME_FIGURE = 1e-6
"""Relative; the table keeps six digits."""


def changes(dossier: Dossier, cycle: Cycle) -> list[Block]:
    """The changes in words and a table; without an earlier table, that there is none."""
    say, earlier = dossier.say, dossier.earlier
    blocks: list[Block] = [Heading(text=say("What changed since the last report"), level=2)]
    if earlier is None:
        words = say(
            "No result of an earlier report was given, so that changes cannot be told. Give the "
            "monitoring table (CSV) that was exported with the last report to compare."
        )
        return [*blocks, Paragraph(text=words)]
    rows = list(_rows(dossier, earlier))
    blocks += [Paragraph(text=text, leads=bool(rows)) for text in _compared(dossier, earlier)]
    if not rows:
        return [*blocks, Paragraph(text=say("No target changed its standing."))]
    left_out = len(rows) - cycle.changes
    grid = Grid(
        caption=say("Targets whose standing changed"),
        headers=(say("Indicator"), say("Year"), say("Last report"), say("This report")),
        rows=tuple(rows[: cycle.changes]),
        shares=(34, 9, 35, 35),
        source=source_line(dossier),
    )
    blocks.append(grid)
    if left_out > 0:
        blocks.append(Paragraph(text=say("{count} more targets changed.", count=left_out)))
    return blocks


def _compared(dossier: Dossier, earlier: Earlier) -> Iterator[str]:
    """What is compared, and why a difference need not come from new figures."""
    say, outlook = dossier.say, dossier.outlook
    yield say(
        "Compared with the monitoring table of {day} (data version {before}; now {now}).",
        day=date(earlier.day.isoformat(), dossier.language),
        before=earlier.data_version,
        now=outlook.data_version,
    )
    supposed = kpi_rows(dossier)[0][COLUMNS.index("assumptions")].removeprefix("'")
    if earlier.scenario_hash != dossier.scenario.content_hash or earlier.assumptions != supposed:
        yield say(
            "The scenario or the assumptions differ from the last report, so that a change below "
            "need not come from new figures."
        )
    elif earlier.data_version == outlook.data_version:
        yield say("Data, scenario and assumptions are the same as then.")


def _rows(dossier: Dossier, earlier: Earlier) -> Iterator[tuple[str, ...]]:
    """New figures first, then the next milestone, then the others, each in the plan's order."""
    say, soon = dossier.say, str(next_milestone(dossier))
    found: list[tuple[tuple[bool, bool], tuple[str, ...]]] = []
    for row in kpi_rows(dossier):
        key, now = standing_of(dict(zip(COLUMNS, row, strict=True)))
        before = earlier.standings.get(key)
        if before is not None and not is_changed(before, now):
            continue
        item = dossier.outlook.of(key[0])
        texts = (
            say("not in the earlier table") if before is None else _text(before, dossier, key[0]),
            _text(now, dossier, key[0]),
        )
        seen = OBSERVED in (now.value_kind, before.value_kind if before else "")
        found.append(((not seen, key[1] != soon), (name_of(item, say), key[1], *texts)))
    yield from (texts for _, texts in sorted(found, key=lambda one: one[0]))


def is_changed(before: Standing, now: Standing) -> bool:
    """Another status, another observed figure, or a noticed probability or its evidence level."""
    if before.status != now.status:
        return True
    if OBSERVED in (before.value_kind, now.value_kind):
        return before.value_kind != now.value_kind or not _alike(before.value, now.value)
    if before.probability is None or now.probability is None:
        return before.probability is not now.probability
    moved = abs(before.probability - now.probability)
    return moved >= NOTICED or before.evidence != now.evidence


def _alike(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= SAME_FIGURE * max(abs(one), abs(other))


def _text(standing: Standing, dossier: Dossier, indicator_id: str) -> str:
    """'nhiều khả năng đạt; xác suất đạt 71 %; mức 2'."""
    say, language = dossier.say, dossier.language
    words = (
        say("set by the scenario")
        if standing.status in DECIDED.values()
        else say(VERDICTS[Verdict(standing.status)])
    )
    parts = [words]
    if standing.value_kind == OBSERVED and standing.value is not None:
        unit = dossier.facts.indicator_by_id[indicator_id].unit
        value = number(standing.value, language, digits=4)
        parts.append(say("figure {value} {unit}", value=value, unit=unit_label(unit, language)))
    if standing.probability is not None:
        parts.append(say("probability {p}", p=probability(standing.probability, language)))
    parts.append(say("evidence level {level}", level=standing.evidence))
    return "; ".join(parts)
