"""Chapter V of a report: what the results give reason to consider, by fixed rules."""

from collections.abc import Iterator

from kh359.charts.judged_figure import judged_match
from kh359.charts.tally import OBSERVED_LEVELS
from kh359.export.dossier import Dossier
from kh359.export.report_block import Block, Heading, Paragraph, points
from kh359.export.report_results import judged, next_milestone, risky, without_data
from kh359.export.report_standing import chance_text, name_of
from kh359.model.attainment import Verdict
from kh359.model.audit.audit import audit
from kh359.model.audit.finding import Severity
from kh359.plan.observation import Match


def proposals(dossier: Dossier) -> list[Block]:
    """Each says 'consider', and follows from a result of this report alone."""
    say, texts = dossier.say, tuple(_texts(dossier))
    blocks: list[Block] = [Heading(text=say("Proposals"))]
    if not texts:
        return [*blocks, Paragraph(text=say("The results give no reason for a proposal."))]
    lead = Paragraph(text=say("From the results above, it is proposed to consider:"), leads=True)
    return [*blocks, lead, *points(texts)]


def _texts(dossier: Dossier) -> Iterator[str]:
    say = dossier.say
    missing = without_data(dossier)
    if missing:
        yield say(
            "Naming an agency to collect and publish figures of the {count} indicators without "
            "data, so that their progress can be judged.",
            count=len(missing),
        )
    if dossier.outlook.assumptions.suppose_2025_met:
        yield say(
            "Replacing the assumption that the 2025 targets were just met by the figures of 2025."
        )
    at_risk = risky(dossier, OBSERVED_LEVELS)
    if at_risk:
        names = "; ".join(
            say(
                "{indicator} (probability {p}, evidence level {level})",
                indicator=name_of(dossier.outlook.of(item.target.indicator_id), say),
                p=chance_text(dossier, item),
                level=int(item.level),
            )
            for item in at_risk
        )
        yield say(
            "Measures for the targets of {year} that figures show at risk: {names}.",
            year=next_milestone(dossier),
            names=names,
        )
    missed = judged(dossier, Verdict.NOT_MET)
    if missed:
        names = "; ".join(f"{name_of(item, say)} ({a.target.year})" for item, a in missed)
        yield say("Finding out why these targets were missed: {names}.", names=names)
    yield from _about_definitions(dossier)


def _about_definitions(dossier: Dossier) -> Iterator[str]:
    say = dossier.say
    near = [
        name_of(item, say)
        for item in dossier.outlook.indicators
        if any(judged_match(item, attainment) is Match.NEAR for attainment in item.attainments)
    ]
    if near:
        yield say(
            "Agreeing on one definition with the agency that publishes the figure, which is only "
            "close to the plan's, for: {names}.",
            names="; ".join(near),
        )
    serious = len(audit(dossier.facts).of(Severity.SERIOUS))
    if serious:
        yield say(
            "Clearing up the {count} serious points found in the plan (chapter IV).", count=serious
        )
