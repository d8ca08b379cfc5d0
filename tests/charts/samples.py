"""Four small outlooks, one for each evidence level, with numbers chosen by hand."""

from dataclasses import replace

import numpy as np

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import Attainment, Verdict
from kh359.model.crosscheck import CrossCheck, Extrapolation, Ratio
from kh359.model.evidence import Evidence, Level, Start
from kh359.model.family import Family
from kh359.model.outlook import IndicatorOutlook, Outlook, RequiredPath
from kh359.model.projection import Projection
from kh359.plan.comparison import PeerValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Driver, Group, Indicator, Kind, Role
from kh359.plan.milestone import Milestone, Status
from kh359.plan.observation import Grade, Match, Observation, Region
from kh359.plan.series_break import Cause, SeriesBreak
from kh359.plan.source import Source
from kh359.plan.target import Comparator, Period, Target
from kh359.plan.unit import Unit

YEARS = np.arange(2026, 2046)
LEVELS = {
    Level.TREND: "trend_share",
    Level.PACE: "pace_share",
    Level.ASSUMED: "assumed_share",
    Level.NONE: "empty_share",
}


def indicator(indicator_id: str, group: Group) -> Indicator:
    return Indicator(
        indicator_id=indicator_id,
        name_vi=f"Chỉ tiêu {indicator_id}",
        name_en=f"Indicator {indicator_id}",
        group=group,
        role=Role.TARGET,
        unit=Unit.PERCENT,
        kind=Kind.SHARE,
        lower=0,
        upper=100,
        driver=Driver.PROVINCE,
    )


def target(indicator_id: str, year: int, value: float, group: Group) -> Target:
    return Target(
        target_id=f"{indicator_id}-{year}",
        indicator_id=indicator_id,
        group=group,
        year=year,
        comparator=Comparator.AT_LEAST,
        value=value,
        unit=Unit.PERCENT,
        period=Period.LEVEL,
        clause="II.2.1.a.1",
    )


def observation(
    indicator_id: str,
    year: int,
    value: float,
    region: Region = Region.OLD_PROVINCE,
    match: Match = Match.SAME,
) -> Observation:
    return Observation(
        indicator_id=indicator_id,
        region=region,
        year=year,
        value=value,
        unit=Unit.PERCENT,
        grade=Grade.OFFICIAL,
        match=match,
        source_id="yearbook",
        note_vi="Ghi chú <mẫu>",
    )


def projection(indicator_id: str) -> Projection:
    """101 paths: path k starts at 0.30 + k/1000 and gains one point a year."""
    starts = 0.30 + np.arange(101)[:, None] / 1000
    paths = starts + 0.01 * np.arange(YEARS.size)[None, :]
    return Projection(indicator_id=indicator_id, family=Family.LINEAR, years=YEARS, paths=paths)


def facts() -> Facts:
    groups = dict(
        zip(
            LEVELS.values(),
            (Group.INFRASTRUCTURE, Group.RESOURCES, Group.SCIENCE, Group.DIGITAL),
            strict=True,
        )
    )
    ids = tuple(groups)
    return Facts(
        indicators=tuple(indicator(i, groups[i]) for i in ids),
        targets=tuple(
            target(i, year, value, groups[i])
            for i in ids
            for year, value in ((2025, 30.0), (2030, 60.0))
        ),
        milestones=(
            Milestone(
                milestone_id="centre-2025",
                name_vi="Trung tâm mẫu",
                name_en="Sample centre",
                group=Group.INFRASTRUCTURE,
                year=2025,
                clause="II.2.1.a.3",
                status=Status.NOT_STARTED,
            ),
        ),
        observations=(
            *(observation("trend_share", y, v) for y, v in ((2022, 20), (2023, 24), (2024, 28))),
            observation("trend_share", 2024, 44, Region.NATION, Match.OTHER),
            observation("pace_share", 2025, 35, Region.PROVINCE),
        ),
        sources=(
            Source(
                source_id="yearbook",
                title="Niên giám mẫu",
                publisher="Cục Thống kê",
                date="2025-06",
                address="https://example.org/yearbook",
            ),
        ),
        breaks=(
            SeriesBreak(
                indicator_id="*",
                year=2025,
                cause=Cause.MERGER,
                note_vi="Hợp nhất",
                note_en="Merger",
            ),
        ),
        definition_changes=(),
        peers=(
            PeerValue(
                indicator_id="trend_share",
                province="Đà Nẵng",
                year=2024,
                value=50,
                unit=Unit.PERCENT,
                source_id="yearbook",
            ),
        ),
        proxies=(),
        comparables=(),
        version="abc123",
    )


def evidence(level: Level, plan: Facts) -> Evidence:
    own = plan.observations_of(LEVELS[level])
    start = {Level.ASSUMED: Start.TARGET_2025_MET, Level.NONE: Start.NOTHING}
    assumed = level is Level.ASSUMED
    return Evidence(
        indicator_id=LEVELS[level],
        level=level,
        start=start.get(level, Start.OBSERVED),
        used=tuple(o for o in own if o.match is Match.SAME),
        context=tuple(o for o in own if o.match is Match.OTHER),
        crossed=(),
        comparable=None,
        start_year=2025 if assumed else None,
        start_value=0.3 if assumed else None,
    )


def outlook_of(level: Level) -> IndicatorOutlook:
    plan, indicator_id = facts(), LEVELS[level]
    past, future = plan.targets_of(indicator_id)
    known = level is Level.PACE
    seen = Attainment(
        target=past,
        level=level,
        verdict=Verdict.MET if known else Verdict.NO_DATA,
        observed=0.35 if known else None,
    )
    if level is Level.NONE:
        coming = Attainment(target=future, level=level, verdict=Verdict.NO_EVIDENCE)
    else:
        coming = Attainment(
            target=future,
            level=level,
            verdict=Verdict.UNLIKELY,
            p_met=0.234,
            p_met_by=0.3,
            p10=0.35,
            p50=0.39,
            p90=0.43,
            first_year=(2031.0, 2040.0, np.inf),
            growth_needed=0.05,
            growth_seen=0.02,
        )
    none = CrossCheck(
        target_id=past.target_id,
        ratio=Ratio.NOT_AVAILABLE,
        extrapolation=Extrapolation.NOT_AVAILABLE,
        agree=None,
    )
    return IndicatorOutlook(
        indicator=plan.indicator_by_id[indicator_id],
        evidence=evidence(level, plan),
        projection=None if level is Level.NONE else projection(indicator_id),
        required=RequiredPath(years=np.array([2025, 2030]), values=np.array([0.3, 0.6])),
        attainments=(seen, coming),
        crosschecks=(
            none,
            replace(
                none,
                target_id=future.target_id,
                ratio=Ratio.LIMITED,
                extrapolation=Extrapolation.FALLS_SHORT,
                agree=True,
            ),
        ),
    )


def outlook(assumptions: Assumptions | None = None) -> Outlook:
    return Outlook(
        data_version="abc123",
        assumptions=assumptions or Assumptions(),
        seed=359,
        n_draws=101,
        indicators=tuple(outlook_of(level) for level in Level),
    )
