"""What `check` says of the evidence: how many indicators stand on what, and which on nothing."""

from itertools import groupby

from kh359.locale.proof import level_text
from kh359.locale.subject import group_text
from kh359.locale.translate import Translator
from kh359.model.assumptions import Assumptions
from kh359.model.evidence import Level, gather_evidence
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator, Role


def evidence_summary(facts: Facts, say: Translator) -> str:
    """Indicators with targets by evidence level, then the names of those without any figure."""
    found = {
        indicator: gather_evidence(facts, indicator, Assumptions()).level
        for indicator in facts.indicators_with(Role.TARGET)
    }
    levels = [level for level in Level if level is not Level.ASSUMED]
    silent = [indicator for indicator, level in found.items() if level is Level.NONE]
    return "\n".join(
        [
            say("Evidence behind the {n} indicators with targets:", n=len(found)),
            *(
                f"{list(found.values()).count(level):>6} {level_text(level, say.language)}"
                for level in levels
            ),
            say("No usable figure of the province for {n} indicators:", n=len(silent)),
            *_names_by_group(silent, say),
        ]
    )


def _names_by_group(indicators: list[Indicator], say: Translator) -> list[str]:
    return [
        f"  {group_text(group, say.language)}: "
        + "; ".join(say.pick(member.name_vi, member.name_en) for member in members)
        for group, members in groupby(indicators, key=lambda indicator: indicator.group)
    ]
