"""The choices of the page Cần gì để đạt as parameters of a link: hoi and pa."""

from kh359.locale.starting_value import Refused
from kh359.locale.translate import marked
from kh359.pages._goal.choice import (
    PlanAsked,
    TargetsAsked,
    read_plan_asked,
    read_targets_asked,
    write_plan_asked,
    write_targets_asked,
)
from kh359.pages._view import View
from kh359.plan.facts import Facts

TARGETS, PLAN = "hoi", "pa"


def goal_parameters(view: View) -> dict[str, str]:
    """Each whole, and left out while nothing of it was ever chosen."""
    found = {}
    if view.targets_asked != TargetsAsked():
        found[TARGETS] = write_targets_asked(view.targets_asked)
    if view.plan_asked != PlanAsked():
        found[PLAN] = write_plan_asked(view.plan_asked)
    return found


def with_targets(view: View, value: str, facts: Facts) -> View:
    """The view with the question of a link. Raises Refused."""
    try:
        return view.asking(read_targets_asked(value, facts))
    except KeyError as error:
        raise Refused(marked("no such target still to come")) from error
    except ValueError as error:
        raise Refused(marked("not a question of the page What it takes")) from error


def with_plan(view: View, value: str, facts: Facts) -> View:
    """The view with the limits and weights of a link. Raises Refused."""
    try:
        return view.asking_plan(read_plan_asked(value))
    except ValueError as error:
        raise Refused(marked("not a question of the page What it takes")) from error
