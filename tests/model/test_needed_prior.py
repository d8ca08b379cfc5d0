"""Scenarios name every assumption they need: without any one of them nothing is evaluated."""

from dataclasses import replace

import pytest

from kh359.model.assumptions import Assumptions
from kh359.model.evaluation.stage import prepare
from kh359.model.outlook import Outlook, project_plan
from kh359.model.response.needed_prior import NEEDED_PRIORS, missing_priors
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts
from kh359.plan.prior import PriorKind

OF_CHANNELS = (PriorKind.ELASTICITY, PriorKind.DEPRECIATION, PriorKind.LAG)
"""Kinds that channels.csv asks for by id; loading holds those."""


@pytest.fixture(scope="module")
def facts() -> Facts:
    return load_facts()


@pytest.fixture(scope="module")
def outlook(facts: Facts) -> Outlook:
    return project_plan(facts, Assumptions(suppose_2025_met=True), n_draws=100)


def without(facts: Facts, prior_id: str) -> Facts:
    return replace(facts, priors=tuple(p for p in facts.priors if p.assumption_id != prior_id))


def test_nothing_is_missing_from_the_project_s_own_data(facts: Facts) -> None:
    assert missing_priors(facts) == ()


def test_every_other_row_is_needed(facts: Facts) -> None:
    rows = {prior.assumption_id for prior in facts.priors if prior.kind not in OF_CHANNELS}
    assert set(NEEDED_PRIORS) == rows


@pytest.mark.parametrize("prior_id", NEEDED_PRIORS)
def test_without_one_there_is_no_stage(facts: Facts, outlook: Outlook, prior_id: str) -> None:
    lacking = without(facts, prior_id)
    assert missing_priors(lacking) == (prior_id,)
    with pytest.raises(KeyError, match=prior_id):
        prepare(lacking, outlook)
