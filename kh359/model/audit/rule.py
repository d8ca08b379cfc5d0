"""A rule of the audit: a small function with a name and a reason."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kh359.model.audit.finding import Finding
from kh359.plan.facts import Facts


def marked(message: str) -> str:
    """Mark a source string of a rule for the catalogues; the model itself speaks no language."""
    return message


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """rule_id: stable, the name of its file; name, reason: source strings.

    find: every finding in the facts, from the facts alone.
    """

    rule_id: str
    name: str
    reason: str
    find: Callable[[Facts], Iterable[Finding]]
