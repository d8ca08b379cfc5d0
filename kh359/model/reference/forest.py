"""A forest whose leaves hold episodes: the reference class of a history.

Each tree sends a history to a leaf; the episodes in that leaf are its peers there. An episode's
weight is its share of the leaf, averaged over trees (Meinshausen 2006, quantile regression
forests). Trees are extremely randomised (Geurts, Ernst and Wehenkel 2006).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kh359.model.reference.window import FloatArray

LEAF = 255


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Forest:
    """All trees in flat arrays; within a tree the left child follows its parent.

    edges:     (n_features, 254) increasing cuts that turn a feature into a bin 0..254.
    roots:     (n_trees,) index of each tree's first node.
    feature:   (n_nodes,) feature a node looks at, 255 for a leaf.
    threshold: (n_nodes,) a history goes left where its bin is at most this.
    right:     (n_nodes,) index of the right child; for a leaf, its number among all leaves.
    starts:    (n_leaves + 1,) where the leaf's episodes begin in `members`.
    members:   (n_trees * n_episodes,) episode numbers, grouped by leaf.
    """

    edges: FloatArray
    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.int64]
    right: NDArray[np.int64]
    starts: NDArray[np.int64]
    members: NDArray[np.int64]
    n_episodes: int

    def bins(self, x: FloatArray) -> NDArray[np.int64]:
        """Bin of every feature of one history, (n_features,)."""
        return (self.edges < x[:, None]).sum(axis=1)

    def leaves(self, x: FloatArray) -> NDArray[np.int64]:
        """Leaf number in every tree for one history, (n_trees,)."""
        bins, node = self.bins(x), self.roots.copy()
        going = np.arange(node.size)
        while going.size:
            here = node[going]
            going = going[self.feature[here] != LEAF]
            here = node[going]
            left = bins[self.feature[here]] <= self.threshold[here]
            node[going] = np.where(left, here + 1, self.right[here])
        return self.right[node]

    def weights(self, x: FloatArray) -> FloatArray:
        """Weight of every episode for one history, (n_episodes,), sums to 1."""
        leaf = self.leaves(x)
        first, count = self.starts[leaf], self.starts[leaf + 1] - self.starts[leaf]
        shift = np.repeat(first - np.concatenate(([0], np.cumsum(count)[:-1])), count)
        episodes = self.members[np.arange(count.sum()) + shift]
        share = np.repeat(1.0 / np.maximum(count, 1), count)
        weight = np.bincount(episodes, weights=share, minlength=self.n_episodes)
        return weight / weight.sum()
