"""The corpus: annual series of other countries, and their cut into episodes."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
import pandas as pd

from kh359.model.reference.features import features
from kh359.model.reference.outcome import HORIZONS
from kh359.model.reference.window import FloatArray, Windows, scale_of

LENGTHS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15)
GROUP_WEIGHT = {
    "ict": 0.22, "sti": 0.20, "infra": 0.15, "energy": 0.10,
    "economy": 0.13, "society": 0.10, "health": 0.10,
}  # fmt: skip
OTHER_GROUP = 0.05
TARGET_HORIZONS = (3, 5, 8, 10)
MULTIPLES = (0.5, 1.0, 1.5, 2.0)
LEVELS = (50.0, 80.0, 95.0, 99.5)
FEWEST_AHEAD = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Series:
    """One indicator of one country. years, values: (n,); bounds -inf and inf where none."""

    indicator: str
    country: str
    group: str
    percent: bool
    lower: float
    upper: float
    years: FloatArray
    values: FloatArray


def read_series(folder: Path) -> list[Series]:
    """Every series of the main and the short corpus, in the order of their identifiers."""
    group = pd.read_csv(folder / "indicators.csv").set_index("indicator")["group"].to_dict()
    out = []
    for name in ("corpus.csv.gz", "corpus_short.csv.gz"):
        for _, rows in pd.read_csv(folder / name).groupby("series_id", sort=True):
            first = rows.iloc[0]
            low, high = float(first["lower_bound"]), float(first["upper_bound"])
            out.append(
                Series(
                    indicator=str(first["indicator"]),
                    country=str(first["entity"]),
                    group=str(group.get(first["indicator"], "other")),
                    percent=first["kind"] == "percent" and high == 100,
                    lower=-np.inf if np.isnan(low) else low,
                    upper=np.inf if np.isnan(high) else high,
                    years=rows["year"].to_numpy(float),
                    values=rows["value"].to_numpy(float),
                )
            )
    return out


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Episodes:
    """Histories with what followed, one row each.

    x: (n, n_features); change: (n, 20) oriented change in own pace, nan where not observed;
    below, above: (n,) distance to the bounds in the same unit and orientation;
    pace_to_past, pace_to_all: (n,) own pace over the series' pace so far, and over all its years;
    thresholds: (n, 4, 8) targets at 3, 5, 8, 10 years in the same unit, nan where none;
    weight: (n,) share in the benchmark's draw; length, country, indicator, group: (n,).
    """

    x: FloatArray
    change: FloatArray
    below: FloatArray
    above: FloatArray
    pace_to_past: FloatArray
    pace_to_all: FloatArray
    thresholds: FloatArray
    weight: FloatArray
    length: FloatArray
    country: np.ndarray
    indicator: np.ndarray
    group: np.ndarray

    def subset(self, keep: np.ndarray) -> Episodes:
        """The rows picked by a mask or by numbers."""
        return Episodes(**{f.name: getattr(self, f.name)[keep] for f in fields(self)})


def fold_of(country: str, n_folds: int) -> int:
    """Fold of a country, fixed by its code alone."""
    return zlib.crc32(("f" + country).encode()) // 7 % n_folds


def mean_pace(years: FloatArray, values: FloatArray) -> float:
    """Mean absolute change a year, at least 0.1 % of the level."""
    size = max(1e-3 * float(np.mean(np.abs(values))), 1e-9)
    if len(values) < 2:
        return size
    return max(float(np.mean(np.abs(np.diff(values)) / np.diff(years))), size)


def cut(series: Sequence[Series], lengths: Iterable[int] = LENGTHS) -> Episodes:
    """All episodes of all series: every origin with three later values in ten years."""
    count: dict[tuple[str, str], int] = {}
    for s in series:
        count[s.group, s.indicator] = count.get((s.group, s.indicator), 0) + 1
    per_group = {g: len([1 for h, _ in count if h == g]) for g, _ in count}
    parts = []
    for length in lengths:
        rows = [(s, i) for s in series for i in _origins(s, length)]
        share = np.array(
            [
                GROUP_WEIGHT.get(s.group, OTHER_GROUP)
                / per_group[s.group]
                / count[s.group, s.indicator]
                / len(s.years)
                for s, _ in rows
            ]
        )
        parts.append(_episodes(rows, length, share))
    names = [f.name for f in fields(Episodes)]
    return Episodes(**{n: np.concatenate([getattr(p, n) for p in parts]) for n in names})


def _origins(s: Series, length: int) -> list[int]:
    """Positions at which a window of this length ends and enough follows."""
    out = []
    for i in range(length - 1, len(s.years) - 1):
        ahead = s.years[i + 1 :] - s.years[i]
        if (ahead <= 10).sum() >= FEWEST_AHEAD:
            out.append(i)
    return out


def _episodes(rows: list[tuple[Series, int]], length: int, share: FloatArray) -> Episodes:
    windows = Windows(
        years=np.stack([s.years[i - length + 1 : i + 1] for s, i in rows]),
        values=np.stack([s.values[i - length + 1 : i + 1] for s, i in rows]),
        lower=np.array([s.lower for s, _ in rows]),
        upper=np.array([s.upper for s, _ in rows]),
    )
    scale = scale_of(windows)
    up, pace, last = scale.direction > 0, scale.pace, windows.last
    future = np.full((len(rows), HORIZONS), np.nan)
    for row, (s, i) in enumerate(rows):
        ahead = (s.years[i + 1 :] - s.years[i]).astype(int)
        near = ahead <= HORIZONS
        future[row, ahead[near] - 1] = s.values[i + 1 :][near]
    past = np.array([mean_pace(s.years[: i + 1], s.values[: i + 1]) for s, i in rows])
    whole = np.array([mean_pace(s.years, s.values) for s, _ in rows])
    dull = scale.flat | (last >= 0.99 * windows.upper)
    return Episodes(
        x=features(windows, scale)[0],
        change=(future - last[:, None]) * scale.direction[:, None] / pace[:, None],
        below=np.where(up, windows.lower - last, last - windows.upper) / pace,
        above=np.where(up, windows.upper - last, last - windows.lower) / pace,
        pace_to_past=pace / past,
        pace_to_all=pace / whole,
        thresholds=_thresholds(rows, windows, past) / pace[:, None, None],
        weight=share * np.where(dull, 0.1, 1.0),
        length=np.full(len(rows), float(length)),
        country=np.array([s.country for s, _ in rows]),
        indicator=np.array([s.indicator for s, _ in rows]),
        group=np.array([s.group for s, _ in rows]),
    )


def _thresholds(rows: list[tuple[Series, int]], windows: Windows, past: FloatArray) -> FloatArray:
    """Oriented distances to the targets one could set at the end of the history, (n, 4, 8)."""
    out = np.full((len(rows), len(TARGET_HORIZONS), len(MULTIPLES) + len(LEVELS)), np.nan)
    if windows.values.shape[1] < 2:
        return out
    last, run = windows.last, windows.years[:, -1] - windows.years[:, 0]
    drift = (last - windows.values[:, 0]) / run
    percent = np.array([s.percent for s, _ in rows])
    for a, h in enumerate(TARGET_HORIZONS):
        moving = np.abs(drift) * h >= 0.25 * past
        for b, k in enumerate(MULTIPLES):
            goal = last + k * drift * h
            inside = (goal < windows.upper) & (goal > windows.lower)
            out[:, a, b] = np.where(moving & inside, np.abs(k * drift * h), np.nan)
        for b, level in enumerate(LEVELS):
            gap = level - last
            near = (gap > 0) & (gap <= 3 * np.abs(drift) * h + 2 * past * np.sqrt(h))
            out[:, a, len(MULTIPLES) + b] = np.where(near & percent & (drift > 0), gap, np.nan)
    return out
