"""The real plan, as shipped: every target has a probability or a reason."""

from dataclasses import replace

import numpy as np
import pytest

from kh359.model.assumptions import Assumptions
from kh359.model.attainment import Verdict
from kh359.model.evidence import Level, Start
from kh359.model.outlook import Outlook, project_plan
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts

JUDGED = {Verdict.MET, Verdict.NOT_MET, Verdict.NO_DATA}
UNPROJECTED = {*JUDGED, Verdict.NO_EVIDENCE}


@pytest.fixture(scope="module")
def known() -> Facts:
    return load_facts()


@pytest.fixture(scope="module", params=[False, True], ids=["as known", "2025 supposed met"])
def run(known: Facts, request: pytest.FixtureRequest) -> Outlook:
    return project_plan(known, Assumptions(suppose_2025_met=request.param), n_draws=300)


def test_every_target_has_a_probability_or_a_reason(known: Facts, run: Outlook) -> None:
    attainments = [a for outlook in run.indicators for a in outlook.attainments]
    assert [a.target for a in attainments] == [
        t for i in known.indicators for t in known.targets_of(i.indicator_id)
    ]
    assert len(attainments) == 194
    for attainment in attainments:
        assert (attainment.p_met is None) == (attainment.verdict in UNPROJECTED)
        if attainment.target.year == 2025:
            assert attainment.verdict in JUDGED
        if attainment.p_met is not None:
            assert attainment.p_met_by is not None
            assert 0 <= attainment.p_met <= attainment.p_met_by <= 1


def test_levels_and_projections_agree(run: Outlook) -> None:
    for outlook in run.indicators:
        evidence = outlook.evidence
        assert (outlook.projection is None) == (evidence.level is Level.NONE)
        assert (evidence.start is Start.OBSERVED) == bool(evidence.used)
        assert not set(evidence.used) & set(evidence.context)


def test_draws_are_finite_and_inside_the_bounds(run: Outlook) -> None:
    for outlook in run.indicators:
        if outlook.projection is None:
            continue
        paths, indicator = outlook.projection.paths, outlook.indicator
        assert np.isfinite(paths).all()
        assert paths.min() >= (-np.inf if indicator.lower is None else indicator.lower)
        assert paths.max() <= (np.inf if indicator.upper is None else indicator.upper)


def test_another_indicators_figures_change_nothing(known: Facts) -> None:
    some = replace(known, indicators=known.indicators[10:20])
    whole = project_plan(known, Assumptions(suppose_2025_met=True), n_draws=50)
    for outlook in project_plan(some, Assumptions(suppose_2025_met=True), n_draws=50).indicators:
        assert outlook.attainments == whole.of(outlook.indicator.indicator_id).attainments
