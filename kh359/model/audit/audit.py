"""All rules applied to the facts."""

import pkgutil
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import import_module

from kh359.model.audit import rules
from kh359.model.audit.finding import Finding, Severity
from kh359.model.audit.rule import Rule
from kh359.plan.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """findings: gravest first, then by rule, then in the plan's order; rules: every rule asked."""

    data_version: str
    rules: tuple[Rule, ...]
    findings: tuple[Finding, ...]

    def of(self, severity: Severity) -> tuple[Finding, ...]:
        """The findings of one severity."""
        return tuple(found for found in self.findings if found.severity is severity)


@cache
def all_rules() -> tuple[Rule, ...]:
    """The rules, one in each module of `rules`, in the order of the modules' names."""
    names = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
    return tuple(import_module(f"{rules.__name__}.{name}").RULE for name in names)


@lru_cache(maxsize=2)
def audit(facts: Facts) -> Audit:
    """What the plan's own figures say against each other and against what is known.

    Kept for the facts last asked about: several parts of one file quote it.
    """
    order = list(Severity)
    found = [finding for rule in all_rules() for finding in rule.find(facts)]
    return Audit(
        data_version=facts.version,
        rules=all_rules(),
        findings=tuple(sorted(found, key=lambda finding: order.index(finding.severity))),
    )
