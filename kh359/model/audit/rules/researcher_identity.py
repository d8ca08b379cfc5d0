"""Researchers for each 10,000 people, times the people, against the number of researchers."""

from collections.abc import Iterator
from dataclasses import dataclass

from kh359.model.assumptions import Assumptions
from kh359.model.audit.finding import Figure, Finding, Form, Severity, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import quantity, stated_by_year
from kh359.model.evidence import gather_evidence
from kh359.model.forecast import fit_trend
from kh359.model.history import History
from kh359.model.projection import HORIZON_YEAR, starting_history
from kh359.plan.facts import Facts
from kh359.plan.target import Target
from kh359.plan.unit import Unit

DENSITY, TOTAL, POPULATION = "researchers_per_10k", "researchers_total", "population"
PER_10K = 10_000
AGREES = 0.10
"""Two figures within this share of each other agree: populations are estimates."""

SAYS = marked(
    "{indicators}: in {year}, {density} at a population of {population} mean {implied}, {times} "
    "times the {total} of the other target; over all milestones {least} to {most} times. "
    "Population: projected from the figures of {first_observed}–{last_observed} (median)."
)
ASKS = marked(
    "Say who is counted in each of the two (heads or full-time equivalents, the whole province or "
    "its own organisations), or bring them into line."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Both targets of one year; implied: researchers that the first one means."""

    density: Target
    total: Target
    population: float
    implied: float

    @property
    def times(self) -> float:
        """The implied number over the stated one."""
        return self.implied / self.total.value


def find(facts: Facts) -> Iterator[Finding]:
    """One finding for all years in which the two disagree."""
    history = _history(facts)
    if history is None:
        return
    people = _people(history)
    totals = {stated.year: stated.highest for stated in stated_by_year(facts, TOTAL)}
    pairs = [
        Clash(
            density=stated.highest,
            total=totals[stated.year],
            population=people[stated.year],
            implied=stated.highest.value * people[stated.year] / PER_10K,
        )
        for stated in stated_by_year(facts, DENSITY)
        if stated.year in totals and totals[stated.year].value > 0 and stated.year in people
    ]
    clashes = [pair for pair in pairs if abs(pair.times - 1) > AGREES]
    if clashes:
        yield _finding(clashes, history)


def _history(facts: Facts) -> History | None:
    """The population observed in today's territory (sums of both former provinces)."""
    indicator = facts.indicator_by_id.get(POPULATION)
    if indicator is None:
        return None
    return starting_history(indicator, gather_evidence(facts, indicator, Assumptions()))


def _people(history: History) -> dict[int, float]:
    """Population by year: observed, then the median of the projection."""
    last = int(history.years[-1])
    people = dict(zip(history.years.tolist(), history.values.tolist(), strict=True))
    if last < HORIZON_YEAR:
        later = fit_trend(history).centre(HORIZON_YEAR - last).tolist()
        people |= dict(zip(range(last + 1, HORIZON_YEAR + 1), later, strict=True))
    return people


def _finding(clashes: list[Clash], history: History) -> Finding:
    times = [clash.times for clash in clashes]
    figures = [figure for clash in clashes for figure in _figures(clash)]
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.SERIOUS,
        indicator_ids=(DENSITY, TOTAL),
        targets=tuple(target for c in clashes for target in (c.density, c.total)),
        says=SAYS,
        asks=ASKS,
        figures=(
            year("year", clashes[0].density.year),
            *figures,
            Figure(key="least", value=min(times), form=Form.TIMES),
            Figure(key="most", value=max(times), form=Form.TIMES),
            year("first_observed", int(history.years[0])),
            year("last_observed", int(history.years[-1])),
        ),
    )


def _figures(clash: Clash) -> tuple[Figure, ...]:
    when = clash.density.year
    worked_out = (
        ("population", clash.population, marked("Population")),
        ("implied", clash.implied, marked("Researchers that follow")),
    )
    return (
        quantity("density", clash.density, marked("Target per 10,000 people")),
        *(
            Figure(key=key, value=value, form=Form.COMPUTED, unit=Unit.PEOPLE, year=when, name=name)
            for key, value, name in worked_out
        ),
        quantity("total", clash.total, marked("Target for their number")),
        Figure(key="times", value=clash.times, form=Form.TIMES, year=when, name=marked("Times")),
    )


RULE = Rule(
    rule_id="researcher_identity",
    name=marked("Researchers per 10,000 people against their number"),
    reason=marked(
        "The number of researchers is their density times the population; two targets of one "
        "thing must give one number."
    ),
    find=find,
)
