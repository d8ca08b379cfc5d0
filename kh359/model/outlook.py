"""The whole plan under one set of assumptions: the object pages, exports and the CLI read."""

from dataclasses import dataclass, replace

import numpy as np

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import Attainment, judge, observed_value
from kh359.model.borrowed import BorrowedPace, borrowed_pace
from kh359.model.crosscheck import CrossCheck, cross_check
from kh359.model.errors import AssumptionError
from kh359.model.evidence import Evidence, Level, gather_evidence
from kh359.model.family import Family
from kh359.model.history import FloatArray, History, IntArray
from kh359.model.projection import HORIZON_YEAR, Projection, project, starting_history
from kh359.model.reference_class import ReferenceClass, reference_class
from kh359.model.researcher_rate import following_rate
from kh359.model.response.identity import RESEARCHER_RATE, RESEARCHERS
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator
from kh359.plan.target import Target

N_DRAWS = 2000
SEED = 359


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RequiredPath:
    """The path that just meets every target: years (n,) int, values (n,) decimals.

    Starts at the last known value when there is one, else at the first target.
    """

    years: IntArray
    values: FloatArray


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class IndicatorOutlook:
    """All that is said of one indicator. `projection`, `reference`: None at evidence level 4."""

    indicator: Indicator
    evidence: Evidence
    projection: Projection | None
    required: RequiredPath | None
    attainments: tuple[Attainment, ...]
    crosschecks: tuple[CrossCheck, ...]
    reference: ReferenceClass | None = None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outlook:
    """A run: frozen, with the data version, assumptions and seed that made it."""

    data_version: str
    assumptions: Assumptions
    seed: int
    n_draws: int
    indicators: tuple[IndicatorOutlook, ...]

    def of(self, indicator_id: str) -> IndicatorOutlook:
        """The outlook of one indicator. Raises KeyError for an unknown id."""
        for outlook in self.indicators:
            if outlook.indicator.indicator_id == indicator_id:
                return outlook
        raise KeyError(indicator_id)

    def attainments_in(self, year: int) -> tuple[Attainment, ...]:
        """Attainments of all targets of one milestone year, in the plan's order."""
        return tuple(
            attainment
            for outlook in self.indicators
            for attainment in outlook.attainments
            if attainment.target.year == year
        )


def project_plan(
    facts: Facts, assumptions: Assumptions, *, n_draws: int = N_DRAWS, seed: int = SEED
) -> Outlook:
    """Evidence, projection and verdicts of every indicator, in the order of the facts.

    The same facts, assumptions, n_draws and seed give the same numbers. Raises AssumptionError
    for an assumption about an unknown indicator or outside its bounds.
    """
    _check_known(facts, assumptions)
    drafts = [
        _draft(facts, indicator, assumptions, n_draws, seed) for indicator in facts.indicators
    ]
    return Outlook(
        data_version=facts.version,
        assumptions=assumptions,
        seed=seed,
        n_draws=n_draws,
        indicators=tuple(_judged(facts, draft) for draft in _bound(facts, drafts, seed)),
    )


def attainments_of(
    facts: Facts, indicator: Indicator, assumptions: Assumptions, *, n_draws: int, seed: int
) -> tuple[Attainment, ...]:
    """The outcomes of one indicator's targets alone, without what identities bind it to."""
    draft = _draft(facts, indicator, assumptions, n_draws, seed)
    return _attainments(facts, draft, facts.targets_of(indicator.indicator_id))


def required_path(history: History | None, targets: tuple[Target, ...]) -> RequiredPath | None:
    """Straight lines from the last known value through the targets, never falling.

    A target below an earlier one or below the last value asks for no more than was reached.
    None where there is no target after the last known year.
    """
    start = int(history.years[-1]) if history is not None else None
    goals = {
        year: max(t.value for t in targets if t.year == year)
        for year in sorted({t.year for t in targets})
        if start is None or year > start
    }
    if not goals:
        return None
    knots = {} if history is None else {int(history.years[-1]): float(history.values[-1])}
    knots |= goals
    years = np.arange(min(knots), max(knots) + 1)
    heights = np.maximum.accumulate(list(knots.values()))
    return RequiredPath(years=years, values=np.interp(years, list(knots), heights))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Draft:
    """One indicator's own projection, before identities bind it to others."""

    indicator: Indicator
    evidence: Evidence
    history: History | None
    borrowed: BorrowedPace | None
    projection: Projection | None


def _draft(
    facts: Facts, indicator: Indicator, assumptions: Assumptions, n_draws: int, seed: int
) -> _Draft:
    evidence = gather_evidence(facts, indicator, assumptions)
    borrowed = _borrowed(facts, indicator, evidence)
    return _Draft(
        indicator=indicator,
        evidence=evidence,
        history=starting_history(indicator, evidence),
        borrowed=borrowed,
        projection=project(
            indicator,
            evidence,
            family=_family(indicator, assumptions),
            borrowed=borrowed,
            n_draws=n_draws,
            seed=seed,
        ),
    )


def _bound(facts: Facts, drafts: list[_Draft], seed: int) -> list[_Draft]:
    """Researchers per 10,000 people grows as the head-count and the population do."""
    by_id = {draft.indicator.indicator_id: draft for draft in drafts}
    rate, count = by_id.get(RESEARCHER_RATE), by_id.get(RESEARCHERS)
    if rate is None or count is None or count.projection is None or count.history is None:
        return drafts
    if rate.projection is None or rate.history is None:
        return drafts
    projection = following_rate(
        facts, rate.projection, rate.history, count.projection, count.history, seed
    )
    return [replace(d, projection=projection) if d is rate else d for d in drafts]


def _judged(facts: Facts, draft: _Draft) -> IndicatorOutlook:
    history, evidence = draft.history, draft.evidence
    targets = facts.targets_of(draft.indicator.indicator_id)
    attainments = _attainments(facts, draft, targets)
    observed = history if evidence.used else None
    return IndicatorOutlook(
        indicator=draft.indicator,
        evidence=evidence,
        projection=draft.projection,
        required=required_path(history, targets),
        attainments=attainments,
        crosschecks=tuple(cross_check(attainment, observed) for attainment in attainments),
        reference=_reference(draft.indicator, history, targets, draft.borrowed),
    )


def _attainments(
    facts: Facts, draft: _Draft, targets: tuple[Target, ...]
) -> tuple[Attainment, ...]:
    return tuple(
        judge(
            target, draft.evidence, draft.history, draft.projection, observed_value(facts, target)
        )
        for target in targets
    )


def _borrowed(facts: Facts, indicator: Indicator, evidence: Evidence) -> BorrowedPace | None:
    """From three observations of its own on, an indicator borrows no pace."""
    if evidence.level is Level.TREND:
        return None
    return borrowed_pace(facts, indicator, evidence.used[-1].method if evidence.used else None)


def _reference(
    indicator: Indicator,
    history: History | None,
    targets: tuple[Target, ...],
    borrowed: BorrowedPace | None,
) -> ReferenceClass | None:
    if history is None or history.years[-1] >= HORIZON_YEAR:
        return None
    return reference_class(
        history,
        targets,
        kind=indicator.reference_class,
        peer_weight=borrowed.weight if borrowed else 0.0,
        n_peer_changes=borrowed.n_changes if borrowed else 0,
    )


def _family(indicator: Indicator, assumptions: Assumptions) -> Family | None:
    for choice in assumptions.family_choices:
        if choice.indicator_id == indicator.indicator_id:
            return choice.family
    return None


def _check_known(facts: Facts, assumptions: Assumptions) -> None:
    for supposed in (*assumptions.starting_values, *assumptions.family_choices):
        if supposed.indicator_id not in facts.indicator_by_id:
            raise AssumptionError(f"no indicator {supposed.indicator_id!r}")
