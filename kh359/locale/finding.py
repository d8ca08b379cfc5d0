"""Words of the audit: a finding's sentences with its figures filled in."""

from math import floor, log10

from kh359.locale.language import Language
from kh359.locale.number import number, probability
from kh359.locale.translate import marked, translator
from kh359.locale.unit import quantity
from kh359.model.audit.finding import Figure, Finding, Form, Severity
from kh359.model.audit.rule import Rule
from kh359.plan.facts import Facts

SEVERITIES: dict[Severity, str] = {
    Severity.SERIOUS: marked("serious"),
    Severity.NOTABLE: marked("notable"),
    Severity.INFORMATION: marked("for information"),
}
MEANINGS: dict[Severity, str] = {
    Severity.SERIOUS: marked("two statements cannot both hold, or hardly anything went so far"),
    Severity.NOTABLE: marked("cannot be followed or compared until it is made clear"),
    Severity.INFORMATION: marked("good to know; nothing is wrong"),
}
MOST_CLAUSES = 4
"""Places of the plan that are written out."""
SIGNIFICANT = 3
"""Digits that a figure worked out here deserves."""


def severity_text(severity: Severity, language: Language) -> str:
    """The severity in words."""
    return translator(language)(SEVERITIES[severity])


def severity_meaning(severity: Severity, language: Language) -> str:
    """When a finding has this severity."""
    return translator(language)(MEANINGS[severity])


def rule_name(rule: Rule, language: Language) -> str:
    """What the rule looks for."""
    return translator(language)(rule.name)


def rule_reason(rule: Rule, language: Language) -> str:
    """Why it matters."""
    return translator(language)(rule.reason)


def finding_text(finding: Finding, facts: Facts, language: Language) -> str:
    """What was found, in one or two sentences."""
    return translator(language)(finding.says, **_fields(finding, facts, language)).strip()


def remedy_text(finding: Finding, facts: Facts, language: Language) -> str:
    """What could be done about it."""
    return translator(language)(finding.asks, **_fields(finding, facts, language)).strip()


def clauses_text(finding: Finding, language: Language, most: int = MOST_CLAUSES) -> str:
    """Where in the plan: 'II.2.1.e.12, II.2.2.e.12', the first ones of many."""
    shown = ", ".join(finding.clauses[:most])
    more = len(finding.clauses) - most
    if more <= 0:
        return shown
    say = translator(language)
    return shown + " " + say.plural("and {count} more place", "and {count} more places", more)


def figure_text(figure: Figure, language: Language) -> str:
    """One figure with its unit: '85 %', '4 nhiệm vụ/năm', '1.870.000 người', '2 %'."""
    value = figure.value
    if figure.form is Form.YEAR:
        return str(int(value))
    if figure.form is Form.CHANCE:
        return probability(value, language)
    if figure.form is Form.COUNT:
        return number(value, language, digits=0)
    if figure.form is Form.TIMES or figure.unit is None:
        return number(value, language, digits=1)
    if figure.form is Form.COMPUTED:
        value = _rounded(value)
    return quantity(value, figure.unit, language, per_year=figure.per_year)


def _rounded(value: float) -> float:
    """Three significant digits."""
    return round(value, SIGNIFICANT - 1 - floor(log10(abs(value)))) if value else 0.0


def _fields(finding: Finding, facts: Facts, language: Language) -> dict[str, str]:
    say = translator(language)
    known = [facts.indicator_by_id[name] for name in finding.indicator_ids]
    names = [say.pick(indicator.name_vi, indicator.name_en) for indicator in known]
    fields = {"indicator": names[0], "indicators": "; ".join(names)}
    for figure in finding.figures:
        fields.setdefault(figure.key, figure_text(figure, language))
    for phrase in finding.phrases:
        fields.setdefault(phrase.key, say.pick(phrase.vi, phrase.en))
    return fields
