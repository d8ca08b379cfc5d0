"""Chapter II of a report: how many targets stand where, the next milestone, risks, gaps."""

from kh359.charts.tally import OBSERVED_LEVELS, most_at_risk
from kh359.export.dossier import Dossier
from kh359.export.report_block import Block, Grid, Heading, Paragraph, Point
from kh359.export.report_cycle import Cycle
from kh359.export.report_standing import (
    chance_text,
    judged_text,
    judgement_text,
    latest_text,
    level_cell,
    name_of,
    pace_needed,
    short_level_cell,
    source_line,
)
from kh359.locale.unit import target_text
from kh359.model.attainment import Attainment, Verdict
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.target import MILESTONE_YEARS

MOST_AT_RISK = 5


def next_milestone(dossier: Dossier) -> int:
    """The first milestone that is not over on the dossier's day; the last one after it."""
    open_years = [year for year in MILESTONE_YEARS if year >= dossier.day.year]
    return open_years[0] if open_years else MILESTONE_YEARS[-1]


def risky(dossier: Dossier, levels: tuple[Level, ...]) -> tuple[Attainment, ...]:
    """The targets of the next milestone most at risk, those set by the scenario left out."""
    return most_at_risk(dossier.outlook, next_milestone(dossier), levels, MOST_AT_RISK)


def judged(dossier: Dossier, verdict: Verdict) -> tuple[tuple[IndicatorOutlook, Attainment], ...]:
    """Targets judged on a figure, with one verdict."""
    return tuple(
        (item, attainment)
        for item in dossier.outlook.indicators
        for attainment in item.attainments
        if attainment.observed is not None and attainment.verdict is verdict
    )


def without_data(dossier: Dossier) -> tuple[IndicatorOutlook, ...]:
    """Indicators with targets of which the province has no usable figure."""
    return tuple(
        item
        for item in dossier.outlook.indicators
        if item.attainments and item.evidence.level in (Level.ASSUMED, Level.NONE)
    )


def milestone_table(dossier: Dossier, cycle: Cycle) -> list[Block]:
    """Every target of the next milestone; in a short report those that rest on figures."""
    say, year = dossier.say, next_milestone(dossier)
    pairs = pairs_of(dossier, year)
    if not cycle.every_target:
        pairs = [pair for pair in pairs if pair[1].level in OBSERVED_LEVELS]
    blocks: list[Block] = [Heading(text=say("Targets of {year}", year=year), level=2)]
    if not pairs:
        blocks.append(Paragraph(text=say("No target of {year} rests on a figure.", year=year)))
        return blocks
    caption = (
        say("Every target of {year}: figure, probability, evidence", year=year)
        if cycle.every_target
        else say("Targets of {year} that rest on figures", year=year)
    )
    return [*blocks, standing_grid(dossier, caption, pairs)]


def pairs_of(dossier: Dossier, year: int) -> list[tuple[IndicatorOutlook, Attainment]]:
    """The targets of one milestone with their indicators, in the plan's order."""
    return [
        (item, attainment)
        for item in dossier.outlook.indicators
        for attainment in item.attainments
        if attainment.target.year == year
    ]


def standing_grid(
    dossier: Dossier, caption: str, pairs: list[tuple[IndicatorOutlook, Attainment]]
) -> Grid:
    """Target, last figure, probability, judgement and evidence, a row each."""
    say = dossier.say
    return Grid(
        caption=caption,
        headers=(
            say("Indicator"),
            say("Target"),
            say("Latest figure (year)"),
            say("Probability"),
            say("Judgement"),
            say("Evidence level"),
        ),
        rows=tuple(
            (
                name_of(item, say),
                target_text(attainment.target, dossier.language),
                latest_text(dossier, item),
                chance_text(dossier, attainment),
                judgement_text(dossier, attainment),
                short_level_cell(attainment.level, dossier),
            )
            for item, attainment in pairs
        ),
        shares=(30, 17, 21, 11, 19, 16),
        source=source_line(dossier),
        numbers=frozenset({3}),
    )


def risks(dossier: Dossier) -> list[Block]:
    """The five targets least likely to be met: by figures, then by assumption."""
    say, year = dossier.say, next_milestone(dossier)
    blocks: list[Block] = [
        Heading(text=say("Targets of {year} most at risk of being missed", year=year), level=2)
    ]
    by_figures = risky(dossier, OBSERVED_LEVELS)
    if by_figures:
        blocks.append(_risk_grid(dossier, say("Most at risk, by figures"), by_figures))
    else:
        blocks.append(
            Paragraph(text=say("No target that rests on figures is below an even chance."))
        )
    by_assumption = risky(dossier, (Level.ASSUMED,))
    if by_assumption:
        caption = say("Most at risk, by assumption (giả định): not a forecast from figures")
        blocks.append(_risk_grid(dossier, caption, by_assumption))
    return blocks


def _risk_grid(dossier: Dossier, caption: str, found: tuple[Attainment, ...]) -> Grid:
    say = dossier.say
    return Grid(
        caption=caption,
        headers=(
            say("Indicator"),
            say("Target"),
            say("Probability"),
            say("Evidence level"),
            say("Why"),
        ),
        rows=tuple(
            (
                name_of(dossier.outlook.of(item.target.indicator_id), say),
                target_text(item.target, dossier.language),
                chance_text(dossier, item),
                level_cell(item.level, dossier),
                pace_needed(dossier, item),
            )
            for item in found
        ),
        shares=(28, 17, 14, 16, 34),
        source=source_line(dossier),
        numbers=frozenset({2}),
    )


def met(dossier: Dossier) -> list[Block]:
    """Targets judged on figures of their own year."""
    say = dossier.say
    blocks: list[Block] = [Heading(text=say("Targets judged on figures"), level=2)]
    reached, missed = judged(dossier, Verdict.MET), judged(dossier, Verdict.NOT_MET)
    if not reached and not missed:
        return [*blocks, Paragraph(text=say("No target has a figure of its own year yet."))]
    blocks.append(
        Paragraph(
            text=say(
                "{met} targets are met and {missed} are not, by figures of the target's own year.",
                met=len(reached),
                missed=len(missed),
            ),
            leads=True,
        )
    )
    for words, pairs in ((say("met"), reached), (say("not met"), missed)):
        for item, attainment in pairs:
            told = say(
                "{indicator}: {figure}; target {target} ({year}): {verdict}",
                indicator=name_of(item, say),
                figure=judged_text(dossier, item, attainment),
                target=target_text(attainment.target, dossier.language),
                year=attainment.target.year,
                verdict=words,
            )
            blocks.append(Point(text=told + "."))
    return blocks


def gaps(dossier: Dossier, cycle: Cycle) -> list[Block]:
    """Indicators without a figure, by name except in the shortest report."""
    say, missing = dossier.say, without_data(dossier)
    total = sum(1 for item in dossier.outlook.indicators if item.attainments)
    blocks: list[Block] = [
        Heading(text=say("Indicators without data"), level=2),
        Paragraph(
            text=say(
                "{missing} of {total} indicators with targets have no usable figure of the "
                "province (“no data”); whether they are on the way cannot be said.",
                missing=len(missing),
                total=total,
            ),
        ),
    ]
    if cycle.every_target and missing:
        names = "; ".join(name_of(item, say) for item in missing)
        blocks.append(Paragraph(text=say("They are: {names}.", names=names)))
    return blocks
