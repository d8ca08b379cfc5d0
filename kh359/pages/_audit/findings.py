"""The findings of the audit, gravest first, as tables of text and as a file."""

import streamlit as st

from kh359.locale.finding import (
    clauses_text,
    figure_text,
    finding_text,
    remedy_text,
    rule_name,
    rule_reason,
    severity_meaning,
    severity_text,
)
from kh359.locale.finding_record import finding_headers, finding_records
from kh359.model.audit.audit import Audit
from kh359.model.audit.finding import Figure, Finding, Severity
from kh359.pages import _state
from kh359.pages._download import offer_table
from kh359.pages._figure import source_cell
from kh359.pages._table import Text, table
from kh359.pages._tile import Tile, show_tiles
from kh359.plan.facts import Facts

LOOKS: dict[Severity, str] = {
    Severity.SERIOUS: "bad",
    Severity.NOTABLE: "unknown",
    Severity.INFORMATION: "silent",
}
MOST_LINKS = 3
"""Indicators of one finding that get a link."""


def show_counts(found: Audit) -> None:
    """How many findings of each severity, and what the word means."""
    language = _state.language()
    show_tiles(
        [
            Tile(
                label=severity_text(severity, language).capitalize(),
                figure=str(len(found.of(severity))),
                below=severity_meaning(severity, language),
                look=LOOKS[severity],
            )
            for severity in Severity
        ]
    )


def show_findings(found: Audit, facts: Facts) -> None:
    """One table for each severity; behind them the figures by milestone, sources and rules."""
    say, language = _state.say(), _state.language()
    names = {rule.rule_id: rule_name(rule, language) for rule in found.rules}
    for severity in Severity:
        of_severity = found.of(severity)
        if not of_severity:
            continue
        title = f"{severity_text(severity, language).capitalize()} ({len(of_severity)})"
        headers = (
            say("What, and where in the plan"),
            say("Finding"),
            say("What could be done"),
            say("Indicator"),
        )
        rows = [_cells(finding, facts, names[finding.rule_id]) for finding in of_severity]
        with st.expander(title, expanded=severity is Severity.SERIOUS):
            table(severity_meaning(severity, language).capitalize(), headers, rows)
    for finding in found.findings:
        _by_milestone(finding, facts, names[finding.rule_id])
    _sources(found, facts)
    _rules(found)


def offer_findings(found: Audit, facts: Facts) -> None:
    """The findings as a file."""
    language = _state.language()
    rows = finding_records(found, facts, language)
    offer_table(f"kh359_audit_{found.data_version}", finding_headers(language), rows)


def _cells(finding: Finding, facts: Facts, name: str) -> tuple[str | Text | tuple[Text, ...], ...]:
    language = _state.language()
    return (
        Text(text=name, small=clauses_text(finding, language)),
        finding_text(finding, facts, language),
        remedy_text(finding, facts, language),
        _links(finding, facts),
    )


def _links(finding: Finding, facts: Facts) -> tuple[Text, ...]:
    say = _state.say()
    known = [facts.indicator_by_id[name] for name in finding.indicator_ids]
    links = [
        Text(text=say.pick(i.name_vi, i.name_en), address=_state.link(i.indicator_id))
        for i in known[:MOST_LINKS]
    ]
    more = len(known) - MOST_LINKS
    if more > 0:
        links.append(Text(text=say.plural("and {count} more", "and {count} more", more)))
    return tuple(links)


def _by_milestone(finding: Finding, facts: Facts, name: str) -> None:
    """The figures of a finding that spans several milestones, year by year."""
    say, language = _state.say(), _state.language()
    named = [figure for figure in finding.figures if figure.name and figure.year is not None]
    if not named:
        return
    columns = list(dict.fromkeys(figure.name for figure in named))
    cells: dict[int, dict[str, Figure]] = {}
    for figure in named:
        cells.setdefault(figure.year or 0, {})[figure.name] = figure
    with st.expander(say("{rule}: the figures by milestone", rule=name)):
        table(
            name,
            (say("Year"), *(say(column) for column in columns)),
            [
                (str(year), *(figure_text(of_year[column], language) for column in columns))
                for year, of_year in sorted(cells.items())
            ],
            numbers=frozenset(range(1, len(columns) + 1)),
            tight=frozenset({0}),
        )


def _sources(found: Audit, facts: Facts) -> None:
    say, language = _state.say(), _state.language()
    with st.expander(say("Sources beside the plan itself")):
        rows = [
            (finding_text(finding, facts, language), source_cell(facts, name))
            for finding in found.findings
            for name in finding.source_ids
        ]
        table(say("Sources beside the plan itself"), (say("Finding"), say("Source")), rows)


def _rules(found: Audit) -> None:
    say, language = _state.say(), _state.language()
    with st.expander(say("The rules, and why they matter")):
        counts = [
            sum(finding.rule_id == rule.rule_id for finding in found.findings)
            for rule in found.rules
        ]
        table(
            say("The rules, and why they matter"),
            (say("Rule"), say("Why"), say("Findings")),
            [
                (rule_name(rule, language), rule_reason(rule, language), str(n))
                for rule, n in zip(found.rules, counts, strict=True)
            ],
            numbers=frozenset({2}),
        )
