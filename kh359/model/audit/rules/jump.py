"""A step between two milestones that hardly any comparable episode elsewhere ever made."""

from collections.abc import Iterator

import numpy as np

from kh359.model.audit.finding import Figure, Finding, Form, Severity, count, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import Step, aimed_at, quantity, steps
from kh359.model.history import History
from kh359.model.reference_class import TargetShare, target_shares
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator

RARE, VERY_RARE = 0.10, 0.05
"""Shares of comparable episodes below which a step is notable, and serious."""
FEWEST_EPISODES = 20.0
"""Effective number of episodes below which a share of them says nothing."""
FEWEST_PIECES = 10
"""Whole things below which a rise in proportion says nothing: 1 to 5 prizes is no 400 %."""

SAYS = marked(
    "{indicator}: from {earlier} in {earlier_year} to {later} in {later_year}. Of the comparable "
    "episodes elsewhere that start near {earlier}, {share} got as far in {years} years: percentile "
    "{percentile} of a class that weighs as much as {episodes} full episodes."
)
NEVER = marked(
    "{indicator}: from {earlier} in {earlier_year} to {later} in {later_year}. None of the "
    "comparable episodes elsewhere that start near {earlier} got as far in {years} years (the "
    "class weighs as much as {episodes} full episodes)."
)
ASKS = marked(
    "Say what is to make the difference in {earlier_year}–{later_year}, or spread the rise over "
    "more years."
)
SILENT = marked(
    "For {n} steps the class gives no answer: they start from fewer than {pieces} whole things, or "
    "too few episodes were followed so long. Indicators: {indicators}."
)
ASK_SILENT = marked("Judge these steps by the projects behind them, not by proportion.")


def find(facts: Facts) -> Iterator[Finding]:
    """Rising steps counted alike; of two figures for a year the one that asks for less counts."""
    silent: list[Step] = []
    for indicator in aimed_at(facts):
        for step in steps(facts, indicator.indicator_id):
            if not step.is_alike or step.later.lowest.value <= step.earlier.highest.value:
                continue
            reached = _share(indicator, step)
            if reached is None:
                silent.append(step)
            elif reached.share < RARE:
                yield _finding(step, reached)
    if silent:
        yield _silence(silent)


def _share(indicator: Indicator, step: Step) -> TargetShare | None:
    """The comparable episodes that went as far; None where the class cannot say."""
    start, goal = step.earlier.highest, step.later.lowest
    shares = target_shares(
        History(
            years=np.array([start.year]),
            values=np.array([start.value]),
            lower=indicator.lower,
            upper=indicator.upper,
        ),
        (goal,),
        kind=indicator.reference_class,
    )
    few_pieces = indicator.is_whole and start.value < FEWEST_PIECES
    if few_pieces or not shares or shares[0].effective_n < FEWEST_EPISODES:
        return None
    return shares[0]


def _finding(step: Step, reached: TargetShare) -> Finding:
    earlier, later, share = step.earlier.highest, step.later.lowest, reached.share
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.SERIOUS if share < VERY_RARE else Severity.NOTABLE,
        indicator_ids=(earlier.indicator_id,),
        targets=(earlier, later),
        says=SAYS if share > 0 else NEVER,
        asks=ASKS,
        figures=(
            quantity("earlier", earlier),
            year("earlier_year", earlier.year),
            quantity("later", later),
            year("later_year", later.year),
            count("years", later.year - earlier.year),
            Figure(key="share", value=share, form=Form.CHANCE),
            count("percentile", min(99, 100 - round(100 * share))),
            count("episodes", round(reached.effective_n)),
        ),
    )


def _silence(silent: list[Step]) -> Finding:
    targets = tuple(step.later.lowest for step in silent)
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.INFORMATION,
        indicator_ids=tuple(dict.fromkeys(target.indicator_id for target in targets)),
        targets=targets,
        says=SILENT,
        asks=ASK_SILENT,
        figures=(count("n", len(silent)), count("pieces", FEWEST_PIECES)),
    )


RULE = Rule(
    rule_id="jump",
    name=marked("Jumps beyond what was seen elsewhere"),
    reason=marked(
        "What happened elsewhere from the same place is the fairest guess of what can happen here "
        "(reference-class forecasting)."
    ),
    find=find,
)
