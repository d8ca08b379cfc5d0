"""The class of a single observation: episodes elsewhere that start from the same place.

One figure has no pace of its own. Between two bounds its place is the share of the range already
covered, and near places weigh more (a Gaussian kernel on the logit scale, Nadaraya and Watson
1964); without a range every start of the same form counts alike.
"""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from kh359.model.reference.window import FloatArray

HALF_OPEN, OPEN = -1.0, -2.0
"""Place of a history with one bound, and with none."""
EDGE = 0.005
"""Places nearer to a bound count as this near."""
BANDWIDTH, WIDEST, FEWEST = 0.25, 1.0, 80.0
"""Width of the kernel in logits; widened towards WIDEST until FEWEST episodes speak."""


def place_of(described: Mapping[str, float]) -> float:
    """Place of a history from its features by name."""
    if described["has_range"]:
        return described["share"]
    return HALF_OPEN if described["has_lower"] else OPEN


def start_weights(
    places: FloatArray, single: NDArray[np.bool_], favour: FloatArray, place: float
) -> FloatArray:
    """Weight of every episode, (n_episodes,), sums to 1; 0 for longer histories.

    favour: (n_episodes,) how many times more an episode weighs for what it is.
    """
    if place < 0:
        weight = np.where((places == place) & single, favour, 0.0)
        return weight / weight.sum()
    near = single & (places >= 0)
    distance = _logit(places[near]) - _logit(np.array(place))
    weight = np.zeros(places.size)
    bandwidth = BANDWIDTH
    while True:
        kernel = favour[near] * np.exp(-0.5 * np.minimum((distance / bandwidth) ** 2, 600.0))
        kernel = kernel / kernel.sum()
        spoken = 1 / np.sum(kernel**2)
        if spoken >= min(FEWEST, kernel.size / 2) or bandwidth >= WIDEST:
            weight[near] = kernel
            return weight
        bandwidth *= 1.5


def _logit(share: FloatArray) -> FloatArray:
    inside = np.clip(share, EDGE, 1 - EDGE)
    return np.log(inside / (1 - inside))
