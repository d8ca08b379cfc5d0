"""Which targets of a place a sweep looks at."""

from collections.abc import Iterator
from difflib import get_close_matches

from kh359.plan.facts import Facts
from kh359.sweep.fault import GridFault, GridFaultCode
from kh359.sweep.grid import Grid


def is_wanted(
    target_id: str, indicator_id: str, indicators: tuple[str, ...], targets: tuple[str, ...]
) -> bool:
    """Whether a target is asked for: by its own id or its indicator's; where none is named, all."""
    nothing_named = not indicators and not targets
    return nothing_named or target_id in targets or indicator_id in indicators


def n_wanted(grid: Grid, facts: Facts) -> int:
    """How many targets of a place are asked for."""
    return sum(
        is_wanted(target.target_id, target.indicator_id, grid.indicators, grid.targets)
        for target in facts.targets
    )


def unknown_ids(grid: Grid, facts: Facts, place: str) -> Iterator[GridFault]:
    """What the grid names and the place has not."""
    with_targets = {target.indicator_id for target in facts.targets}
    kinds = (
        ("indicators", grid.indicators, with_targets, GridFaultCode.UNKNOWN_INDICATOR),
        (
            "targets",
            grid.targets,
            {target.target_id for target in facts.targets},
            GridFaultCode.UNKNOWN_TARGET,
        ),
    )
    for key, names, known, code in kinds:
        for name in names:
            if name not in known:
                near = ", ".join(get_close_matches(name, sorted(known), n=3))
                yield GridFault(code=code, key=key, value=name, expected=near, place=place)
