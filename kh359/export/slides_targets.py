"""Slides with tables: the matrix of all targets, and those most at risk."""

from kh359.charts.attainment_matrix import mark_text
from kh359.charts.decided_mark import DECIDED, DECIDED_SYMBOL
from kh359.charts.palette import TONES
from kh359.charts.tally import OBSERVED_LEVELS, most_at_risk
from kh359.export.dossier import Dossier
from kh359.export.slides_deck import Deck
from kh359.export.slides_plan import plan_source
from kh359.export.slides_table import SlideCell, SlideTable
from kh359.locale.language import Language
from kh359.locale.number import probability
from kh359.locale.outcome import SYMBOLS
from kh359.locale.proof import short_level
from kh359.locale.subject import group_text
from kh359.locale.unit import target_text
from kh359.model.attainment import Attainment, Verdict
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.indicator import Group
from kh359.plan.target import MILESTONE_YEARS

MOST_ROWS, FEW_ROWS = 11, 7
"""Indicators on one slide; few of them stand in larger type."""
AT_RISK = 5
RISK_YEAR = MILESTONE_YEARS[1]
"""The next milestone."""


def matrix_slides(deck: Deck, dossier: Dossier) -> None:
    """One slide for each group of the plan, two where it is long."""
    say, language = dossier.say, dossier.language
    words = (say("Indicator"), say("Evidence"), *map(str, MILESTONE_YEARS))
    headers = tuple(SlideCell(text=text, centred=i > 1) for i, text in enumerate(words))
    for group in Group:
        items = [
            item
            for item in dossier.outlook.indicators
            if item.attainments and item.indicator.group is group
        ]
        pages = -(-len(items) // MOST_ROWS)
        for page in range(pages):
            size = -(-len(items) // pages)
            rows = tuple(_row(dossier, item) for item in items[page * size : (page + 1) * size])
            title = group_text(group, language)
            deck.table(
                f"{title} ({page + 1}/{pages})" if pages > 1 else title,
                say("Probability that each target is met in its year (2025: judged on figures)"),
                SlideTable(
                    headers=headers,
                    rows=rows,
                    widths=(0.36, 0.19, 0.09, 0.09, 0.09, 0.09, 0.09),
                    size=13 if size > FEW_ROWS else 16,
                    row_height=0.36 if size > FEW_ROWS else 0.48,
                ),
                _legend(dossier) + " " + plan_source(dossier),
            )


def risk_slides(deck: Deck, dossier: Dossier) -> None:
    """By figures, then by assumption: the two never share a list."""
    say = dossier.say
    _risk(deck, dossier, OBSERVED_LEVELS, say("Most at risk by {year}, by figures", year=RISK_YEAR))
    title = say("Most at risk by {year}, by assumption", year=RISK_YEAR)
    _risk(deck, dossier, (Level.ASSUMED,), title)


def _risk(deck: Deck, dossier: Dossier, levels: tuple[Level, ...], title: str) -> None:
    say, language = dossier.say, dossier.language
    aimed = dossier.outlook.attainments_in(RISK_YEAR)
    known = [item for item in aimed if item.level in levels and item.p_met is not None]
    if not known:
        return
    found = most_at_risk(dossier.outlook, RISK_YEAR, levels, AT_RISK)
    share = say(
        "{known} of {total} targets for {year} are projected this way; those below an even chance, "
        "least likely first.",
        known=len(known),
        total=len(aimed),
        year=RISK_YEAR,
    )
    if not found:
        share = say(
            "{known} of {total} targets for {year} are projected this way; none is below an even "
            "chance.",
            known=len(known),
            total=len(aimed),
            year=RISK_YEAR,
        )
        deck.text(title, share, (), plan_source(dossier))
        return
    headers = (say("Indicator"), say("Target"), say("Probability"), say("Evidence"))
    rows = []
    for item in found:
        indicator = dossier.facts.indicator_by_id[item.target.indicator_id]
        rows.append(
            (
                SlideCell(text=say.pick(indicator.name_vi, indicator.name_en), bold=True),
                SlideCell(text=target_text(item.target, language)),
                SlideCell(
                    text=probability(item.p_met, language),
                    background=TONES[item.verdict][0],
                    colour=TONES[item.verdict][1],
                    bold=True,
                    centred=True,
                    hatched=item.level is Level.ASSUMED,
                ),
                SlideCell(text=f"{int(item.level)} · {short_level(item.level, language)}"),
            )
        )
    table = SlideTable(
        headers=tuple(SlideCell(text=text) for text in headers),
        rows=tuple(rows),
        widths=(0.41, 0.24, 0.14, 0.21),
        size=18,
        row_height=0.68,
    )
    stamp = say("ASSUMPTION") if Level.ASSUMED in levels else ""
    deck.table(title, share, table, plan_source(dossier), stamp)


def _row(dossier: Dossier, item: IndicatorOutlook) -> tuple[SlideCell, ...]:
    say, level = dossier.say, item.evidence.level
    name = say.pick(item.indicator.name_vi, item.indicator.name_en)
    years = (_cell(dossier, item, year) for year in MILESTONE_YEARS)
    evidence = f"{int(level)} · {short_level(level, dossier.language)}"
    return (SlideCell(text=name), SlideCell(text=evidence), *years)


def _cell(dossier: Dossier, item: IndicatorOutlook, year: int) -> SlideCell:
    """Two targets of one year stand in one cell, in the look of the less likely one."""
    own = [a for a in item.attainments if a.target.year == year]
    if not own:
        return SlideCell(text="")
    run = dossier.run
    decided = any(run.decided[run.target_ids.index(a.target.target_id)] for a in own)
    worst = min(own, key=lambda a: 1.0 if a.p_met is None else a.p_met)
    ground, ink = TONES[DECIDED if decided else worst.verdict]
    texts = (_mark(item, a, dossier.language) for a in own)
    return SlideCell(
        text=DECIDED_SYMBOL if decided else " / ".join(dict.fromkeys(texts)),
        background=ground,
        colour=ink,
        centred=True,
        hatched=worst.level is Level.ASSUMED and worst.p_met is not None,
    )


def _mark(item: IndicatorOutlook, attainment: Attainment, language: Language) -> str:
    """As in the matrix on the screen; without figures its sign alone."""
    if attainment.verdict is Verdict.NO_DATA:
        return SYMBOLS[Verdict.NO_DATA]
    return mark_text(item, attainment, language)


def _legend(dossier: Dossier) -> str:
    say = dossier.say
    told = say(
        "Evidence from 1 (highest) to 4 (lowest); level 3 (hatched) is an assumption. {met} met, "
        "{missed} not met, {dash} no data; empty: the plan sets no number.",
        met=SYMBOLS[Verdict.MET],
        missed=SYMBOLS[Verdict.NOT_MET],
        dash=SYMBOLS[Verdict.NO_DATA],
    )
    if dossier.run.decided.any():
        told += f" {DECIDED_SYMBOL} {say('set by the scenario')}."
    return told
