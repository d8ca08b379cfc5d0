"""What commands of one test file may share."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kh359.cli import fact_check, goal_seek
from kh359.model.assumptions import Assumptions
from kh359.model.outlook import Outlook, project_plan
from kh359.plan.facts import Facts
from kh359.plan.loading import load_facts


@pytest.fixture(scope="module")
def projected_once() -> Iterator[None]:
    """`solve` without reading the same facts and projecting the same plan again and again.

    Both give the same for the same arguments (tests/model/test_outlook.py); a command still goes
    through every other step.
    """
    own_facts = cache(load_facts)
    outlooks: dict[tuple[Any, ...], Outlook] = {}

    def facts_of(folder: Path | None = None) -> Facts:
        return own_facts() if folder is None else load_facts(folder)

    def outlook_of(facts: Facts, assumptions: Assumptions, *, n_draws: int, seed: int) -> Outlook:
        key = (facts.version, assumptions, n_draws, seed)
        if key not in outlooks:
            outlooks[key] = project_plan(facts, assumptions, n_draws=n_draws, seed=seed)
        return outlooks[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fact_check, "load_facts", facts_of)
        patch.setattr(goal_seek, "project_plan", outlook_of)
        yield
