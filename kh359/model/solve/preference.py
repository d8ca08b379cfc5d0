"""How much each target counts: by its programme, its milestone, or for itself."""

from collections.abc import Iterable, Mapping

from kh359.plan.target import Target

Weights = tuple[tuple[str, float], ...]


def weights(
    targets: Iterable[Target],
    *,
    programmes: Mapping[str, float],
    years: Mapping[int, float],
    single: Mapping[str, float],
) -> Weights:
    """The weights that are not 1, by target id, in the order of the targets.

    programmes: by letter; years: by milestone; the two multiply. single: by target id, instead.
    """
    found = []
    for target in targets:
        usual = programmes.get(target.group.value, 1.0) * years.get(target.year, 1.0)
        weight = single.get(target.target_id, usual)
        if weight != 1:
            found.append((target.target_id, weight))
    return tuple(found)
