"""The learnt table: everything a forecast needs that does not come from the history itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from kh359.model.reference.forest import Forest
from kh359.model.reference.net import Nets
from kh359.model.reference.window import FloatArray
from kh359.reference import reference_arrays

MISSING = 255
OUTCOME_LOW, OUTCOME_STEP = -4.2, 0.0348


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class ReferenceTable:
    """A forest of episodes, an ensemble of nets and how to mix them.

    outcomes:    (n_episodes, 20) oriented outcome t by horizon, nan where it was not observed.
    country, indicator: (n_episodes,) anonymous numbers, only to count what stands behind a class.
    coverage:    (n_episodes,) bool, the episode is one of mobile-network coverage (2G, 3G, 4G).
    group:       (n_episodes,) number of the episode's group in `group_names`.
    single:      (n_episodes,) bool, the episode starts from one observation.
    place:       (n_episodes,) share of the range already covered; see `start.place_of`.
    net_share:   (20,) share of the nets in the mix at every horizon.
    stretch:     (20,) factor on the spread about the median at every horizon.
    tail:        (20,) further factor on what lies outside the middle 90 %.
    shift:       (20,) added to the outcome t at every horizon, the mean error on countries left
                 out.
    version, script_checksum: which run of the learning script wrote the table.
    n_learnt:    number of episodes the trees and nets were grown on.
    """

    forest: Forest
    nets: Nets
    outcomes: FloatArray
    country: NDArray[np.int64]
    indicator: NDArray[np.int64]
    coverage: NDArray[np.bool_]
    group: NDArray[np.int64]
    group_names: tuple[str, ...]
    single: NDArray[np.bool_]
    place: FloatArray
    net_share: FloatArray
    stretch: FloatArray
    tail: FloatArray
    shift: FloatArray
    feature_names: tuple[str, ...]
    version: str
    script_checksum: str
    n_learnt: int

    def of_kind(self, kind: str) -> NDArray[np.bool_]:
        """Episodes of one kind, (n_episodes,): "coverage", or a group. ValueError for another."""
        if kind == "coverage":
            return self.coverage
        if kind not in self.group_names:
            raise ValueError(f"no kind {kind!r}; there are coverage, {', '.join(self.group_names)}")
        return self.group == self.group_names.index(kind)


@cache
def shipped_table() -> ReferenceTable:
    """The table the project ships, unpacked once."""
    return table_from_arrays(reference_arrays())


def table_from_arrays(arrays: Mapping[str, NDArray[np.generic]]) -> ReferenceTable:
    """Unpack the stored arrays, see `pack_outcomes` and the learning script for their form."""
    number = {name: np.asarray(value) for name, value in arrays.items()}
    layers = len([name for name in number if name.startswith("net_weight_")])

    def whole(name: str) -> NDArray[np.int64]:
        return number[name].astype(np.int64)

    def real(name: str) -> FloatArray:
        return number[name].astype(float)

    def single(name: str) -> NDArray[np.float32]:
        return number[name].astype(np.float32)

    forest = Forest(
        edges=real("edges"),
        roots=whole("roots"),
        feature=whole("feature"),
        threshold=whole("threshold"),
        right=_absolute(whole("right"), whole("feature"), whole("roots")),
        starts=np.concatenate(([0], np.cumsum(whole("counts")))),
        members=whole("members"),
        n_episodes=len(number["outcomes"]),
    )
    nets = Nets(
        centre=real("net_centre"),
        spread=real("net_spread"),
        weights=tuple(single(f"net_weight_{layer}") for layer in range(layers)),
        biases=tuple(single(f"net_bias_{layer}") for layer in range(layers)),
    )
    return ReferenceTable(
        forest=forest,
        nets=nets,
        outcomes=unpack_outcomes(number["outcomes"]),
        country=whole("country"),
        indicator=whole("indicator"),
        coverage=number["coverage"].astype(bool),
        group=whole("group"),
        group_names=tuple(str(name) for name in number["group_names"]),
        single=number["single"].astype(bool),
        place=real("place"),
        net_share=real("net_share"),
        stretch=real("stretch"),
        tail=real("tail"),
        shift=real("shift"),
        feature_names=tuple(str(name) for name in number["feature_names"]),
        version=str(number["version"]),
        script_checksum=str(number["script_checksum"]),
        n_learnt=int(number["n_learnt"]),
    )


def _absolute(
    right: NDArray[np.int64], feature: NDArray[np.int64], roots: NDArray[np.int64]
) -> NDArray[np.int64]:
    """Right children counted from the tree's root become node numbers; leaves are numbered on."""
    sizes = np.diff(np.append(roots, right.size))
    leaf = feature == 255
    return np.where(leaf, np.cumsum(leaf) - 1, right + np.repeat(roots, sizes))


def pack_outcomes(outcomes: FloatArray) -> NDArray[np.uint8]:
    """Outcomes in one byte each: steps of 0.035 from -4.2, 255 where missing."""
    steps = np.round((np.nan_to_num(outcomes) - OUTCOME_LOW) / OUTCOME_STEP)
    return np.where(np.isnan(outcomes), MISSING, np.clip(steps, 0, 254)).astype(np.uint8)


def unpack_outcomes(packed: NDArray[np.generic]) -> FloatArray:
    """Inverse of `pack_outcomes`, float with nan where missing."""
    steps = packed.astype(float)
    return np.where(steps == MISSING, np.nan, OUTCOME_LOW + OUTCOME_STEP * steps)
