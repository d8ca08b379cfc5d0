"""Chapter IV of a report: what in the plan has to be cleared up, gravest first."""

from kh359.export.dossier import Dossier
from kh359.export.report_block import Block, Heading, Paragraph, points
from kh359.export.report_cycle import Cycle
from kh359.locale.finding import clauses_text, finding_text, remedy_text, severity_text
from kh359.model.audit.audit import audit
from kh359.model.audit.finding import Finding


def to_clear_up(dossier: Dossier, cycle: Cycle) -> list[Block]:
    """The first findings of the audit, each with its place in the plan and what could be done."""
    say, found = dossier.say, audit(dossier.facts).findings
    shown = found[: cycle.findings]
    blocks: list[Block] = [Heading(text=say("Points to clear up in the plan"))]
    if not shown:
        return [*blocks, Paragraph(text=say("The audit of the plan found nothing."))]
    blocks.append(
        Paragraph(
            text=say(
                "Checking the plan against itself gave {total} findings; the {shown} gravest "
                "follow. A finding is a question to clear up, not a verdict on anyone's work.",
                total=len(found),
                shown=len(shown),
            ),
            leads=True,
        )
    )
    return [*blocks, *points(tuple(_told(finding, dossier) for finding in shown))]


def _told(finding: Finding, dossier: Dossier) -> str:
    say, facts, language = dossier.say, dossier.facts, dossier.language
    told = [finding_text(finding, facts, language)]
    if finding.clauses:
        told.append(
            say(
                "({severity}; Plan 359-KH/TU, clause {clauses}.)",
                severity=severity_text(finding.severity, language),
                clauses=clauses_text(finding, language),
            )
        )
    told.append(remedy_text(finding, facts, language))
    return " ".join(part for part in told if part)
