"""The outlook of one target's indicator, so that variants of it cost little."""

from dataclasses import replace

from kh359.model.assumptions import Assumptions
from kh359.model.outlook import Outlook, project_plan
from kh359.model.sensitivity.reach import Reach
from kh359.plan.facts import Facts


def narrowed(outlook: Outlook, reach: Reach) -> Outlook:
    """The target's indicator, and the head-count where it follows one; the same draws."""
    ids = {track.indicator.indicator_id for track in (reach.track, reach.source)}
    kept = tuple(item for item in outlook.indicators if item.indicator.indicator_id in ids)
    return replace(outlook, indicators=kept)


def projected_again(facts: Facts, outlook: Outlook) -> Outlook:
    """The indicators of a narrowed outlook under other facts: some enter the baseline itself."""
    ids = {item.indicator.indicator_id for item in outlook.indicators}
    supposed = outlook.assumptions
    return project_plan(
        replace(facts, indicators=tuple(item.indicator for item in outlook.indicators)),
        Assumptions(
            suppose_2025_met=supposed.suppose_2025_met,
            starting_values=tuple(s for s in supposed.starting_values if s.indicator_id in ids),
            family_choices=tuple(c for c in supposed.family_choices if c.indicator_id in ids),
        ),
        n_draws=outlook.n_draws,
        seed=outlook.seed,
    )
