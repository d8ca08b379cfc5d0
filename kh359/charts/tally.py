"""How many targets of a milestone stand where, split by evidence; assumptions counted apart."""

from collections import Counter
from dataclasses import dataclass

from kh359.charts.judged_figure import judged_match
from kh359.model.attainment import Attainment, Verdict
from kh359.model.evidence import Level
from kh359.model.outlook import Outlook
from kh359.plan.observation import Match

OBSERVED_LEVELS = (Level.TREND, Level.PACE)
"""Levels whose projections rest on observations; only these are ever summed."""

REACHED = (Verdict.MET, Verdict.VERY_LIKELY, Verdict.LIKELY)
MISSED = (Verdict.NOT_MET, Verdict.UNLIKELY, Verdict.VERY_UNLIKELY)
SPOKEN = (*REACHED, Verdict.EVEN, *MISSED)
"""Verdicts that say something; the others say that there is no data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Targets of one milestone year. `counts` has a number for every level and verdict.

    near: of the targets judged on a figure, those whose figure is only close to the plan's
        definition, by verdict.
    """

    year: int
    counts: dict[tuple[Level, Verdict], int]
    near: dict[Verdict, int]

    def count(self, levels: tuple[Level, ...], verdicts: tuple[Verdict, ...] | None = None) -> int:
        """Targets at these levels with one of these verdicts (every verdict for None)."""
        return sum(
            n
            for (level, verdict), n in self.counts.items()
            if level in levels and (verdicts is None or verdict in verdicts)
        )

    @property
    def known(self) -> int:
        """Targets judged on a figure, or projected from figures."""
        return self.count(OBSERVED_LEVELS, SPOKEN)

    @property
    def assumed(self) -> int:
        """Targets projected from an assumption."""
        return self.count((Level.ASSUMED,), SPOKEN)

    @property
    def total(self) -> int:
        """All targets of the milestone."""
        return sum(self.counts.values())


def tally(outlook: Outlook, year: int) -> Tally:
    """Count the targets of one milestone year."""
    found = Counter((item.level, item.verdict) for item in outlook.attainments_in(year))
    counts = {(level, verdict): found[level, verdict] for level in Level for verdict in Verdict}
    near = Counter(
        attainment.verdict
        for item in outlook.indicators
        for attainment in item.attainments
        if attainment.target.year == year and judged_match(item, attainment) is Match.NEAR
    )
    return Tally(year=year, counts=counts, near={verdict: near[verdict] for verdict in Verdict})


def most_at_risk(
    outlook: Outlook, year: int, levels: tuple[Level, ...], limit: int
) -> tuple[Attainment, ...]:
    """Targets below an even chance, the least likely first."""
    risky = [
        item
        for item in outlook.attainments_in(year)
        if item.p_met is not None and item.p_met < 0.5 and item.level in levels
    ]
    return tuple(sorted(risky, key=lambda item: item.p_met or 0.0)[:limit])
