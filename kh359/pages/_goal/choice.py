"""What is asked on the page Cần gì để đạt, as the view holds it and a link carries it."""

from dataclasses import dataclass
from typing import TypeVar

from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.model.scenario.lever import PROGRAMMES, STATED_YEARS
from kh359.model.solve.question import WANTED, Unknown
from kh359.plan.facts import Facts
from kh359.plan.target import Target

SEPARATOR = "~"
PROBABILITIES = tuple(range(5, 100, 5))
"""Percent."""
LEVELS = tuple(range(10, 101, 5))
"""Tenths of a percent of the local budget."""
MOST_TARGETS = 20
CHANGES: tuple[int | None, ...] = (5, 10, 15, 20, 30, 50, None)
"""Percent a year; None for any."""
WEIGHTS = (0.0, 0.5, 1.0, 2.0, 3.0)
FLOORS = tuple(range(0, 55, 5))
"""Percent; five of them may pass 100, which is then told."""
MULTIPLES = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 8.0)
"""Offered ceilings, in budgets of the scenario."""
_ANY = "any"
T = TypeVar("T", bound=float | None)


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetsAsked:
    """Of chosen targets. target_ids: None for those of the indicator in view. wanted, level: as in
    PROBABILITIES and LEVELS.
    """

    wanted: int = round(100 * WANTED)
    unknown: Unknown = Unknown.BUDGET
    level: int = 30
    target_ids: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanAsked:
    """Of the whole plan: one of MULTIPLES, of CHANGES, of FLOORS and WEIGHTS for each programme and
    of WEIGHTS for each milestone.
    """

    ceiling: float = 1.0
    change: int | None = 20
    steady: bool = True
    floors: tuple[int, ...] = (0,) * len(PROGRAMMES)
    weights: tuple[float, ...] = (1.0,) * len(PROGRAMMES)
    year_weights: tuple[float, ...] = (1.0,) * len(STATED_YEARS)


def open_targets(facts: Facts) -> tuple[Target, ...]:
    """Those that can still be asked about."""
    return tuple(target for target in facts.targets if target.year > LAST_JUDGED_YEAR)


def write_targets_asked(asked: TargetsAsked) -> str:
    """'80~budget~30', then the targets where they were chosen ('80~budget~30~' for none)."""
    parts = [str(asked.wanted), asked.unknown.value, str(asked.level)]
    if asked.target_ids is not None:
        parts += asked.target_ids or ("",)
    return SEPARATOR.join(parts)


def read_targets_asked(text: str, facts: Facts) -> TargetsAsked:
    """Raises ValueError for anything that `write_targets_asked` would not write, KeyError for a
    target that the plan has not, or whose year is over.
    """
    wanted, unknown, level, *ids = text.split(SEPARATOR)
    chosen = () if ids == [""] else tuple(ids)
    known = {target.target_id for target in open_targets(facts)}
    for one in chosen:
        if one not in known:
            raise KeyError(one)
    if len(chosen) > MOST_TARGETS or len(set(chosen)) < len(chosen):
        raise ValueError(f"{len(chosen)} targets")
    return TargetsAsked(
        wanted=_one_of(PROBABILITIES, wanted),
        unknown=Unknown(unknown),
        level=_one_of(LEVELS, level),
        target_ids=chosen if ids else None,
    )


def write_plan_asked(asked: PlanAsked) -> str:
    """'1~20~1', then floors, weights of programmes and weights of milestones."""
    numbers = (*asked.floors, *asked.weights, *asked.year_weights)
    parts = (asked.ceiling, asked.change, int(asked.steady), *numbers)
    return SEPARATOR.join(map(_written, parts))


def read_plan_asked(text: str) -> PlanAsked:
    """Raises ValueError for anything that `write_plan_asked` would not write."""
    ceiling, change, steady, *numbers = text.split(SEPARATOR)
    if len(numbers) != 2 * len(PROGRAMMES) + len(STATED_YEARS):
        raise ValueError(f"{len(numbers)} numbers")
    first, second = len(PROGRAMMES), 2 * len(PROGRAMMES)
    return PlanAsked(
        ceiling=_one_of(MULTIPLES, ceiling),
        change=_one_of(CHANGES, change),
        steady=_one_of((False, True), steady),
        floors=tuple(_one_of(FLOORS, one) for one in numbers[:first]),
        weights=tuple(_one_of(WEIGHTS, one) for one in numbers[first:second]),
        year_weights=tuple(_one_of(WEIGHTS, one) for one in numbers[second:]),
    )


def _written(number: float | None) -> str:
    return _ANY if number is None else f"{number:g}"


def _one_of(options: tuple[T, ...], text: str) -> T:
    """The option that is written so."""
    known = {_written(option): option for option in options}
    if text not in known:
        raise ValueError(text)
    return known[text]
