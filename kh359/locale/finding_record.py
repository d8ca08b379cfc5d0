"""The findings of the audit as rows of a file."""

from kh359.locale.finding import finding_text, remedy_text, rule_name, severity_text
from kh359.locale.language import Language
from kh359.locale.spreadsheet import Cell
from kh359.locale.translate import translator
from kh359.model.audit.audit import Audit
from kh359.plan.facts import Facts


def finding_headers(language: Language) -> tuple[str, ...]:
    """Column titles of `finding_records`."""
    say = translator(language)
    return (
        say("Severity"),
        say("Rule"),
        say("Finding"),
        say("What could be done"),
        say("Where the target stands"),
        say("Indicator"),
        say("Source"),
    )


def finding_records(found: Audit, facts: Facts, language: Language) -> list[tuple[Cell, ...]]:
    """One row a finding, gravest first; several clauses or sources stand in one cell each."""
    say = translator(language)
    names = {rule.rule_id: rule_name(rule, language) for rule in found.rules}
    known = facts.indicator_by_id
    return [
        (
            severity_text(finding.severity, language),
            names[finding.rule_id],
            finding_text(finding, facts, language),
            remedy_text(finding, facts, language),
            ", ".join(finding.clauses),
            " | ".join(
                say.pick(known[name].name_vi, known[name].name_en) for name in finding.indicator_ids
            ),
            " | ".join(facts.source_by_id[name].place for name in finding.source_ids),
        )
        for finding in found.findings
    ]
