"""Learn the reference table from a corpus of other countries' indicators.

    python scripts/learn_reference.py --bench DIR --out kh359/reference/episodes.npz

DIR holds corpus.csv.gz, corpus_short.csv.gz and indicators.csv. Needs pandas, scikit-learn and
torch; the answer needs numpy alone. The same corpus, seed and library versions give the same table.
`--leave-fold K` leaves out the countries of fold K of five, to judge the table on them, and
`--leave-indicators K` the indicators of fold K of five.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent)]

import torch  # noqa: E402
from reference_learning.corpus import Episodes, Series, cut, fold_of, read_series  # noqa: E402
from reference_learning.grow import Growth, grow  # noqa: E402
from reference_learning.train import Training, train  # noqa: E402

from kh359.model.reference.features import features  # noqa: E402
from kh359.model.reference.outcome import HORIZONS, to_outcome  # noqa: E402
from kh359.model.reference.start import HALF_OPEN, OPEN  # noqa: E402
from kh359.model.reference.table import pack_outcomes  # noqa: E402
from kh359.model.reference.window import Windows, scale_of  # noqa: E402

VERSION = "2"
N_FOLDS = 5
# Chosen on 4000 cases of countries left out; see docs/decisions/reference-results.md.
NET_SHARE = np.full(HORIZONS, 0.65)
STRETCH = np.interp(np.arange(1, HORIZONS + 1), [1, 4, 10, 20], [1.01, 1.02, 1.04, 1.08])
TAIL = np.full(HORIZONS, 1.5)
SHIFT = np.full(HORIZONS, 0.04)


def checksum() -> str:
    """SHA-256 of this script and its steps, in the order of their names."""
    files = [Path(__file__).resolve(), *sorted((HERE / "reference_learning").glob("*.py"))]
    return hashlib.sha256(b"".join(f.read_bytes() for f in files)).hexdigest()


def feature_names() -> tuple[str, ...]:
    """Names of the features, in the order of the columns."""
    one = Windows(
        years=np.array([[2000.0, 2001, 2002]]),
        values=np.array([[1.0, 2, 3]]),
        lower=np.array([-np.inf]),
        upper=np.array([np.inf]),
    )
    return features(one, scale_of(one))[1]


def starts(x: np.ndarray, names: tuple[str, ...], group: np.ndarray) -> dict[str, np.ndarray]:
    """Group of every stored episode, whether it starts from one observation, and where."""
    column = {name: x[:, number] for number, name in enumerate(names)}
    open_ended = np.where(column["has_lower"] > 0, HALF_OPEN, OPEN)
    place = np.where(column["has_range"] > 0, column["share"], open_ended)
    group_names, number = np.unique(group, return_inverse=True)
    return {
        "group": number.astype(np.uint8),
        "group_names": group_names,
        "single": column["single"] > 0,
        "place": place.astype(np.float16),
    }


def learn(
    episodes: Episodes, *, seed: int, growth: Growth | None = None, training: Training | None = None
) -> dict[str, np.ndarray]:
    """The table's arrays from the episodes given."""
    growth, training = growth or Growth(), training or Training()
    names = feature_names()
    rng = np.random.default_rng(seed)
    forest = grow(episodes, names.index("drift"), growth, rng)
    stored = forest.pop("stored")
    nets = train(episodes, training, growth, seed)
    horizons = np.arange(1, HORIZONS + 1.0)
    country, indicator = episodes.country[stored], episodes.indicator[stored]
    shuffled = rng.permutation(len(np.unique(episodes.country)))
    return {
        **forest,
        **nets,
        "outcomes": pack_outcomes(to_outcome(episodes.change[stored], horizons)),
        "country": shuffled[np.unique(country, return_inverse=True)[1]].astype(np.uint8),
        "indicator": np.unique(indicator, return_inverse=True)[1].astype(np.uint8),
        **starts(episodes.x[stored], names, episodes.group[stored]),
        "coverage": np.isin(indicator, ["cov_2g_pct", "cov_3g_pct", "cov_4g_pct"]),
        "net_share": NET_SHARE,
        "stretch": STRETCH,
        "tail": TAIL,
        "shift": SHIFT,
        "feature_names": np.array(names),
        "version": np.array(VERSION),
        "script_checksum": np.array(checksum()),
        "n_learnt": np.array(len(episodes.x)),
    }


def kept(series: Sequence[Series], leave_fold: int, leave_indicators: int) -> list[Series]:
    """Series of the countries and indicators that stay; -1 leaves nothing out."""
    return [
        s
        for s in series
        if fold_of(s.country, N_FOLDS) != leave_fold
        and zlib.crc32(s.indicator.encode()) // 7 % N_FOLDS != leave_indicators
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bench", type=Path, required=True, help="folder of the corpus")
    parser.add_argument("--out", type=Path, required=True, help="table to write (.npz)")
    parser.add_argument("--seed", type=int, default=359)
    parser.add_argument("--leave-fold", type=int, default=-1)
    parser.add_argument("--leave-indicators", type=int, default=-1)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    start = time.perf_counter()
    series = kept(read_series(asked.bench), asked.leave_fold, asked.leave_indicators)
    table = learn(cut(series), seed=asked.seed)
    np.savez_compressed(asked.out, **table)  # type: ignore[arg-type]
    size, took = asked.out.stat().st_size / 1e6, time.perf_counter() - start
    print(f"{asked.out}: {int(table['n_learnt'])} episodes, {size:.2f} MB, {took:.0f} s")


if __name__ == "__main__":
    main()
