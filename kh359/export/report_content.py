"""A whole report of one cycle, before any file format."""

from kh359.export.dossier import Dossier
from kh359.export.report_annex import annexes
from kh359.export.report_block import Block, Heading, Paragraph, Report
from kh359.export.report_change import changes
from kh359.export.report_count import counts
from kh359.export.report_cycle import REVIEW, Cycle, period_text
from kh359.export.report_finding import to_clear_up
from kh359.export.report_money import scenario_and_money
from kh359.export.report_proposal import proposals
from kh359.export.report_results import gaps, met, milestone_table, risks
from kh359.export.run_record import run_record
from kh359.export.watch import Watch
from kh359.locale.number import date
from kh359.locale.scenario_summary import supposed_text
from kh359.plan.indicator import Role


def report(dossier: Dossier, cycle: Cycle, watch: Watch) -> Report:
    """The report; the same dossier and cycle give the same report. Raises Cancelled."""
    say = dossier.say
    subject = say("Progress towards the targets of Plan 359-KH/TU")
    blocks: list[Block] = [
        *_ground(dossier, cycle),
        Heading(text=say("Results")),
        *changes(dossier, cycle),
        *counts(dossier, cycle),
        *milestone_table(dossier, cycle),
        *risks(dossier),
        *met(dossier),
        *gaps(dossier, cycle),
        *scenario_and_money(dossier, cycle),
        *to_clear_up(dossier, cycle),
        *proposals(dossier),
    ]
    return Report(
        subject=(subject, period_text(cycle, dossier.day, say)),
        blocks=tuple(blocks),
        annexes=annexes(dossier, cycle, watch),
        addressees=_addressees(dossier, cycle),
        told=run_record(dossier).rows,
    )


def report_name(dossier: Dossier, cycle: Cycle) -> str:
    """What the file is called, without its ending."""
    period = period_text(cycle, dossier.day, dossier.say)
    if cycle is REVIEW:
        period = dossier.say(cycle.name)
    return f"{dossier.say('Report')} {period} {run_record(dossier).key}"


def _ground(dossier: Dossier, cycle: Cycle) -> list[Block]:
    say, outlook = dossier.say, dossier.outlook
    followed = [item for item in outlook.indicators if item.indicator.role is Role.TARGET]
    rest = dossier.baseline.scenario
    supposed = supposed_text(dossier.scenario, rest, dossier.facts, dossier.language)
    record = run_record(dossier)
    texts = (
        say(
            "This report is made under section IV.7 of Plan 359-KH/TU of the Quảng Ngãi Party "
            "Committee, which carries out Resolution 57-NQ/TW of the Politburo of 22/12/2024: "
            "reports each month, 3 months, 6 months and year, and a review every 2.5 years."
        ),
        say(
            "It follows {indicators} indicators with {targets} targets for the years 2025 to "
            "2045. Figures are those of data version {version}; the run is of {day}.",
            indicators=len(followed),
            targets=len(dossier.facts.targets),
            version=outlook.data_version,
            day=date(dossier.day.isoformat(), dossier.language),
        ),
        say(
            "A probability is the share of simulated futures that meet the target; it is an "
            "estimate and no commitment, and the evidence level stands beside it (level 1 is the "
            "highest, 4 the lowest). What is marked as an assumption (giả định) is no figure; a "
            "target of the plan is never taken for a result."
        ),
        say(
            "Scenario: {name}. {supposed} Besides, {assumed}.",
            name=dossier.name,
            supposed=supposed,
            assumed="; ".join(record.assumptions),
        ),
    )
    return [
        Heading(text=say("Grounds and scope")),
        *(Paragraph(text=text) for text in texts),
    ]


def _addressees(dossier: Dossier, cycle: Cycle) -> tuple[str, ...]:
    """Whom section IV.7 names; nobody is named for the review."""
    say = dossier.say
    named = () if cycle is REVIEW else (say("The province's Steering Committee"),)
    return (*named, "……………………", say("File: ……"))
