"""The two tables, row by row against values worked out by hand."""

import numpy as np
import pytest

from kh359.cli.table import attainment_table, projection_table
from kh359.model.assumptions import Assumptions
from kh359.model.attainment import Attainment, Verdict
from kh359.model.evidence import Evidence, Level, Start
from kh359.model.family import Family
from kh359.model.outlook import IndicatorOutlook, Outlook
from kh359.model.projection import Projection
from kh359.plan.indicator import Driver, Group, Indicator, Kind, Role
from kh359.plan.target import Comparator, Period, Target
from kh359.plan.unit import Unit


def indicator(indicator_id: str, unit: Unit) -> Indicator:
    return Indicator(
        indicator_id=indicator_id,
        name_vi="Tên",
        name_en="Name",
        group=Group.DIGITAL,
        role=Role.TARGET,
        unit=unit,
        kind=Kind.SHARE if unit is Unit.PERCENT else Kind.INDEX,
        lower=0,
        upper=100 if unit is Unit.PERCENT else None,
        driver=Driver.PROVINCE,
    )


def target(indicator_id: str, year: int, shown: float, unit: Unit, **more: float) -> Target:
    return Target(
        target_id=f"{indicator_id}-{year}",
        indicator_id=indicator_id,
        group=Group.DIGITAL,
        year=year,
        comparator=Comparator.RANGE if more else Comparator.AT_LEAST,
        value=shown,
        unit=unit,
        period=Period.LEVEL,
        clause="II.2.1.e.1",
        **more,  # type: ignore[arg-type]
    )


COVERED = target("share", 2025, 7, Unit.PERCENT)
RANGED = target("share", 2030, 40, Unit.PERCENT, value_high=50)
SCORE = target("score", 2030, 0.6, Unit.INDEX)


@pytest.fixture
def outlook() -> Outlook:
    """A share with five draws of one year, and an index without evidence."""
    share = IndicatorOutlook(
        indicator=indicator("share", Unit.PERCENT),
        evidence=_evidence("share", Level.PACE, Start.OBSERVED),
        projection=Projection(
            indicator_id="share",
            family=Family.PACE,
            years=np.array([2029, 2030]),
            paths=np.array([[0.07, 0.1], [0.07, 0.2], [0.07, 0.3], [0.07, 0.4], [0.07, 0.5]]),
        ),
        required=None,
        attainments=(
            Attainment(target=COVERED, level=Level.PACE, verdict=Verdict.MET, observed=0.08),
            Attainment(
                target=RANGED,
                level=Level.PACE,
                verdict=Verdict.UNLIKELY,
                p_met=0.4,
                p10=0.14,
                p50=0.3,
                p90=0.46,
            ),
        ),
        crosschecks=(),
    )
    score = IndicatorOutlook(
        indicator=indicator("score", Unit.INDEX),
        evidence=_evidence("score", Level.NONE, Start.NOTHING),
        projection=None,
        required=None,
        attainments=(Attainment(target=SCORE, level=Level.NONE, verdict=Verdict.NO_EVIDENCE),),
        crosschecks=(),
    )
    return Outlook(
        data_version="v",
        assumptions=Assumptions(),
        seed=1,
        n_draws=5,
        indicators=(share, score),
    )


def _evidence(indicator_id: str, level: Level, start: Start) -> Evidence:
    return Evidence(
        indicator_id=indicator_id,
        level=level,
        start=start,
        used=(),
        context=(),
        crossed=(),
        comparable=None,
    )


def test_attainment_has_the_plans_order_and_units(outlook: Outlook) -> None:
    table = attainment_table(outlook, (SCORE, COVERED, RANGED)).decode("utf-8")
    assert table.splitlines() == [
        "target_id,indicator_id,year,comparator,value,p_met,p10,p50,p90,evidence,verdict",
        "score-2030,score,2030,>=,0.6,,,,,4,no_evidence",
        "share-2025,share,2025,>=,7,,,,,2,met",
        "share-2030,share,2030,range,40,0.4,14,30,46,2,unlikely",
    ]


def test_a_target_the_model_did_not_judge_is_an_error(outlook: Outlook) -> None:
    with pytest.raises(KeyError, match="other-2030"):
        attainment_table(outlook, (target("other", 2030, 1, Unit.PERCENT),))


def test_projections_are_quantiles_in_the_units_of_data(outlook: Outlook) -> None:
    # Five draws 10, 20 ... 50 %: position of quantile q among them is 4q, linear in between.
    assert projection_table(outlook).decode("utf-8").splitlines() == [
        "indicator_id,year,p05,p10,p25,p50,p75,p90,p95",
        "share,2029,7,7,7,7,7,7,7",
        "share,2030,12,14,20,30,40,46,48",
    ]
