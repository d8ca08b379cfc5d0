"""What a number hangs on, kept by what made it: seconds of work nobody should wait for twice."""

from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.model.sensitivity.contribution import Contribution, contribution, count_contribution
from kh359.model.sensitivity.target_sobol import Sobol, count_sobol, target_sobol
from kh359.model.sensitivity.tornado import Tornado, tornado
from kh359.pages import _compute
from kh359.pages._kept import kept
from kh359.plan.facts import Facts

Key = tuple[_compute.Marks, str, str | int]
Subject = str | int
"""A target's id, or the milestone year whose targets are counted."""


def contribution_of(ground: Stage, scenario: Scenario, subject: Subject) -> Contribution | None:
    """What each moved lever adds; None without a projection."""
    return _contribution(_key(ground, scenario, subject), ground, scenario, subject)


def tornado_of(ground: Stage, scenario: Scenario, target_id: str) -> Tornado | None:
    """Each input low and high; None without a projection, or where levers set the figure."""
    return _tornado(_key(ground, scenario, target_id), ground, scenario, target_id, _facts())


def sobol_of(ground: Stage, scenario: Scenario, subject: Subject) -> Sobol | None:
    """Parts of the variance; None where nothing moves the subject."""
    return _sobol(_key(ground, scenario, subject), ground, scenario, subject, _facts())


def _facts() -> Facts:
    return _compute.facts()


def _key(ground: Stage, scenario: Scenario, subject: Subject) -> Key:
    return (_compute.marks(ground), scenario.content_hash, subject)


@kept(most=40)
def _contribution(
    key: Key, _ground: Stage, _scenario: Scenario, _subject: Subject
) -> Contribution | None:
    if isinstance(_subject, int):
        return count_contribution(_ground, _scenario, _subject)
    return contribution(_ground, _scenario, _subject)


@kept(most=40)
def _tornado(
    key: Key, _ground: Stage, _scenario: Scenario, _target_id: str, _plan: Facts
) -> Tornado | None:
    return tornado(_plan, _ground, _scenario, _target_id)


@kept(most=40)
def _sobol(
    key: Key, _ground: Stage, _scenario: Scenario, _subject: Subject, _plan: Facts
) -> Sobol | None:
    if isinstance(_subject, int):
        return count_sobol(_plan, _ground, _scenario, _subject)
    return target_sobol(_plan, _ground, _scenario, _subject)
