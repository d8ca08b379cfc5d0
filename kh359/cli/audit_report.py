"""`audit`: what the plan says against itself, as sentences or for another program."""

import json
from argparse import Namespace

from kh359.cli.fact_check import checked_facts
from kh359.locale.finding import (
    clauses_text,
    finding_text,
    remedy_text,
    rule_name,
    rule_reason,
    severity_text,
)
from kh359.locale.translate import Translator
from kh359.model.audit.audit import Audit, audit
from kh359.model.audit.finding import Figure, Finding, Form, Severity
from kh359.plan.facts import Facts
from kh359.plan.unit import Unit

UNITS: dict[Form, str] = {
    Form.CHANCE: Unit.PERCENT.value,
    Form.TIMES: Unit.RATIO.value,
    Form.COUNT: "count",
    Form.YEAR: "year",
}
"""Unit in JSON of the figures that have none of their own."""
DECIMALS = 6


def audit_report(options: Namespace, say: Translator) -> str:
    """The whole report. Raises CommandError for faulty facts."""
    facts = checked_facts(options.data, say)
    found = audit(facts)
    return json_report(found, facts, say) if options.json else plain_report(found, facts, say)


def plain_report(found: Audit, facts: Facts, say: Translator) -> str:
    """Findings by severity, each with its clauses and what could be done."""
    names = {rule.rule_id: rule_name(rule, say.language) for rule in found.rules}
    lines = [_summary(found, say)]
    place = 0
    for severity in Severity:
        of_severity = found.of(severity)
        if of_severity:
            heading = severity_text(severity, say.language).upper()
            lines += ["", f"{heading} ({len(of_severity)})"]
        for finding in of_severity:
            place += 1
            clauses = clauses_text(finding, say.language)
            lines += [
                f"{place:>3}. {names[finding.rule_id]} [{clauses}]",
                f"     {finding_text(finding, facts, say.language)}",
                f"     → {remedy_text(finding, facts, say.language)}",
            ]
    return "\n".join(lines)


def _summary(found: Audit, say: Translator) -> str:
    counts = ", ".join(
        f"{len(found.of(severity))} {severity_text(severity, say.language)}"
        for severity in Severity
    )
    return say(
        "{n} findings about Plan 359-KH/TU by {rules} rules: {counts}. Data version {version}.",
        n=len(found.findings),
        rules=len(found.rules),
        counts=counts,
        version=found.data_version,
    )


def json_report(found: Audit, facts: Facts, say: Translator) -> str:
    """The same with stable keys; figures as in `data/` (percent as percent, decimal point)."""
    report = {
        "data_version": found.data_version,
        "language": say.language,
        "rules": [
            {
                "rule": rule.rule_id,
                "name": rule_name(rule, say.language),
                "reason": rule_reason(rule, say.language),
            }
            for rule in found.rules
        ],
        "findings": [_finding_record(finding, facts, say) for finding in found.findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def _finding_record(finding: Finding, facts: Facts, say: Translator) -> dict[str, object]:
    return {
        "rule": finding.rule_id,
        "severity": finding.severity.value,
        "indicators": list(finding.indicator_ids),
        "targets": [target.target_id for target in finding.targets],
        "clauses": list(finding.clauses),
        "text": finding_text(finding, facts, say.language),
        "remedy": remedy_text(finding, facts, say.language),
        "figures": [_figure_record(figure) for figure in finding.figures],
        "sources": list(finding.source_ids),
    }


def _figure_record(figure: Figure) -> dict[str, object]:
    unit = figure.unit or (Unit.PERCENT if figure.form is Form.CHANCE else None)
    shown = figure.value if unit is None else unit.to_shown(figure.value)
    return {
        "key": figure.key,
        "value": round(shown, DECIMALS),
        "unit": figure.unit.value if figure.unit else UNITS[figure.form],
        "year": figure.year,
        "per_year": figure.per_year,
    }
