"""Chapter III of a report: the scenario, and what it costs by programme."""

import numpy as np

from kh359.charts.money import Purse, by_programme, money_stack
from kh359.charts.money_plotly import money_figure as drawn_money
from kh359.charts.still.picture import picture
from kh359.export.dossier import Dossier
from kh359.export.report_block import Block, Grid, Heading, Paragraph, Plate
from kh359.export.report_chart import PLOT_HEIGHT, lower
from kh359.export.report_cycle import Charts, Cycle
from kh359.export.report_standing import source_line
from kh359.locale.money import money_figure
from kh359.locale.scenario_summary import scenario_summary
from kh359.locale.subject import group_text
from kh359.model.response.money import Money
from kh359.model.scenario.lever import PROGRAMMES
from kh359.plan.indicator import Group

SPANS = ((2026, 2026), (2026, 2030), (2031, 2045))
"""First and last year of the columns."""


def scenario_and_money(dossier: Dossier, cycle: Cycle) -> list[Block]:
    """What is supposed in one paragraph, then the money of the five programmes."""
    say, money = dossier.say, dossier.run.money
    summary = scenario_summary(dossier.run, dossier.baseline, dossier.facts, dossier.language)
    blocks: list[Block] = [
        Heading(text=say("Scenario and money")),
        Heading(text=say("Scenario"), level=2),
        Paragraph(text=summary),
        Heading(text=say("Money by programme"), level=2),
    ]
    if np.isnan(money.grdp).any():
        words = say("Without the province's GRDP of 2025 it cannot be told in đồng.")
        return [*blocks, Paragraph(text=words)]
    blocks += [
        Paragraph(
            text=say(
                "The amounts are an assumption (giả định): they follow from the scenario's growth "
                "and shares, and are no approved estimate of the budget. Prices of 2025, median."
            ),
            leads=True,
        ),
        money_grid(dossier, money),
    ]
    if cycle.charts is not Charts.NONE:
        chart = money_stack(dossier.candidates[-1], Purse.PUBLIC, dossier.language)
        drawn = picture(lower(drawn_money(chart), PLOT_HEIGHT), alt=chart.alt)
        source = source_line(dossier, assumed=True)
        blocks.append(Plate(caption=chart.title, picture=drawn, source=source))
    return blocks


def money_grid(dossier: Dossier, money: Money) -> Grid:
    """Billion đồng by programme and purse over three spans of years."""
    say, language = dossier.say, dossier.language
    purses = (
        (say("budget"), by_programme(money, Purse.PUBLIC)),
        (say("from outside"), by_programme(money, Purse.PRIVATE)),
    )
    names = [group_text(Group(letter), language) for letter in PROGRAMMES]
    rows = []
    for words, amounts in purses:
        for place, name in enumerate(names):
            rows.append((name, words, *_sums(amounts[:, place], money, dossier)))
        whole = amounts.sum(axis=1)
        rows.append((say("Five programmes together"), words, *_sums(whole, money, dossier)))
    years = [str(a) if a == b else f"{a}–{b}" for a, b in SPANS]
    return Grid(
        caption=say("Money of the five programmes, billion đồng, prices of 2025 (giả định)"),
        headers=(say("Programme"), say("Purse"), *years),
        rows=tuple(rows),
        shares=(38, 22, 14, 16, 16),
        source=source_line(dossier, assumed=True),
        numbers=frozenset({2, 3, 4}),
    )


def _sums(amounts: np.ndarray, money: Money, dossier: Dossier) -> list[str]:
    return [
        money_figure(
            float(amounts[(money.years >= first) & (money.years <= last)].sum()), dossier.language
        )
        for first, last in SPANS
    ]
