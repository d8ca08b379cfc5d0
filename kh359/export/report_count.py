"""How many targets of every milestone stand where, as a table and a chart."""

from kh359.charts.count_range import count_range
from kh359.charts.count_range_plotly import count_range_figure
from kh359.charts.still.picture import picture
from kh359.charts.tally import MISSED, OBSERVED_LEVELS, REACHED, tally
from kh359.export.dossier import Dossier
from kh359.export.report_block import Block, Grid, Heading, Paragraph, Plate
from kh359.export.report_chart import PLOT_HEIGHT, lower
from kh359.export.report_cycle import Charts, Cycle
from kh359.export.report_standing import source_line
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level
from kh359.plan.target import MILESTONE_YEARS


def counts(dossier: Dossier, cycle: Cycle) -> list[Block]:
    """How many targets of every milestone stand where; assumptions counted apart."""
    say = dossier.say
    blocks: list[Block] = [
        Heading(text=say("Number of targets by milestone"), level=2),
        Paragraph(
            text=say(
                "Targets that rest on figures and targets that rest on an assumption are counted "
                "apart and never added up. “Likely” means a probability of 66% or more."
            ),
            leads=True,
        ),
        _count_grid(dossier),
    ]
    if cycle.charts is not Charts.NONE:
        chart = count_range(dossier.candidates, dossier.language, has_baseline=not dossier.is_rest)
        drawn = picture(lower(count_range_figure(chart), PLOT_HEIGHT), alt=chart.alt)
        blocks.append(Plate(caption=chart.title, picture=drawn, source=source_line(dossier)))
    return blocks


def _count_grid(dossier: Dossier) -> Grid:
    say = dossier.say
    bases = ((say("Figures"), OBSERVED_LEVELS), (say("Assumption (giả định)"), (Level.ASSUMED,)))
    words = (
        (say("met or likely to be met"), REACHED),
        (say("about even"), (Verdict.EVEN,)),
        (say("not met or unlikely"), MISSED),
    )
    tallies = [tally(dossier.outlook, year) for year in MILESTONE_YEARS]
    rows: list[tuple[str, list[int]]] = []
    for base, levels in bases:
        parts = [
            (f"{base}: {told}", [one.count(levels, verdicts) for one in tallies])
            for told, verdicts in words
        ]
        if any(sum(numbers) for _, numbers in parts):
            rows += parts
    run = dossier.run
    decided = [int(run.decided[run.target_years == year].sum()) for year in MILESTONE_YEARS]
    if sum(decided):
        rows.append((say("Set by the scenario, no forecast"), decided))
    totals = [one.total for one in tallies]
    spoken = [sum(column) for column in zip(*(numbers for _, numbers in rows), strict=True)]
    silent = [total - known for total, known in zip(totals, spoken or [0] * 5, strict=True)]
    rows += [(say("No data yet"), silent), (say("Targets in the plan"), totals)]
    return Grid(
        caption=say("Targets of each milestone by what is known of them"),
        headers=(say("Resting on, and judgement"), *map(str, MILESTONE_YEARS)),
        rows=tuple((told, *map(str, numbers)) for told, numbers in rows),
        shares=(50, 10, 10, 10, 10, 10),
        source=source_line(dossier),
        numbers=frozenset(range(1, 6)),
    )
