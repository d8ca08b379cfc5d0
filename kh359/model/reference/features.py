"""Features of a history at its end, free of units: what makes two episodes comparable.

All are computed from the oriented window (its own direction is up) divided by its own pace, see
`window`. Distances to bounds are in years of own pace.
"""

from __future__ import annotations

import numpy as np

from kh359.model.reference.window import FloatArray, Scale, Windows, rates, steps

RECENT = 7
COMPRESSED = frozenset(
    [
        "spread",
        "largest",
        "rough",
        "off_line",
        "off_curve",
        "drawdown",
        "last_off_line",
        "rate_1",
        "rate_2",
        "rate_3",
        "faster",
        "curve",
        "rate_fast",
    ]
)


def features(windows: Windows, scale: Scale) -> tuple[FloatArray, tuple[str, ...]]:
    """Features of every window, (n, n_features), rounded to 1e-6, and their names. Finite."""
    oriented = windows.values * scale.direction[:, None]
    table: dict[str, FloatArray] = {}
    table |= _record(windows, scale)
    table |= _pace(windows.years, oriented, scale)
    table |= _unevenness(windows, scale)
    table |= _line(windows.years, oriented, scale)
    table |= _place(windows, scale)
    table |= _growth(windows, scale)
    for back in range(1, RECENT + 1):
        known = oriented.shape[1] > back
        table[f"back_{back}"] = oriented[:, -1 - back if known else -1]
    x = np.stack(list(table.values()), axis=1)
    x[:, -RECENT:] = (x[:, -RECENT:] - oriented[:, -1:]) / scale.pace[:, None]
    compressed = [name in COMPRESSED for name in table]
    compressed[-RECENT:] = [True] * RECENT
    x[:, compressed] = np.arcsinh(x[:, compressed])
    # Rounded, so that a feature does not change with the last bits of the unit.
    x = x.round(6)
    if not np.isfinite(x).all():
        x = np.nan_to_num(x, nan=0.0, posinf=8.0, neginf=-8.0)
    return x, tuple(table)


def _record(windows: Windows, scale: Scale) -> dict[str, FloatArray]:
    """Length and completeness of the record, and which way it went."""
    n, length = windows.values.shape
    gaps = steps(windows.years) if length > 1 else np.ones((n, 1))
    return {
        "length": np.full(n, np.log(length)),
        "single": np.full(n, float(length == 1)),
        "gap": (windows.years[:, -1] - windows.years[:, 0]) / float(max(length - 1, 1)),
        "last_gap": gaps[:, -1],
        "direction": scale.direction,
        "flat": scale.flat.astype(float),
    }


def _pace(years: FloatArray, oriented: FloatArray, scale: Scale) -> dict[str, FloatArray]:
    """Mean rates over the whole window and its recent parts, in own pace."""
    n, length = oriented.shape

    def tail(count: int) -> FloatArray:
        if length < 2:
            return np.zeros(n)
        start = -1 - min(count, length - 1)
        run = years[:, -1] - years[:, start]
        return (oriented[:, -1] - oriented[:, start]) / run / scale.pace

    out = {"drift": tail(length)} | {f"rate_{k}": tail(k) for k in (1, 2, 3, 5)}
    early, late = out["drift"], out["drift"]
    out["rate_fast"] = out["rate_slow"] = out["recent_size"] = out["drift"]
    if length > 2:
        half = (length - 1) // 2
        early = (oriented[:, half] - oriented[:, 0]) / (years[:, half] - years[:, 0]) / scale.pace
        run = years[:, -1] - years[:, half]
        late = (oriented[:, -1] - oriented[:, half]) / run / scale.pace
        rate = steps(oriented) / steps(years) / scale.pace[:, None]
        age = np.arange(length - 2, -1, -1.0)
        fast, slow = 0.5**age, 0.75**age
        out["rate_fast"] = rate @ fast / fast.sum()
        out["rate_slow"] = rate @ slow / slow.sum()
        out["recent_size"] = np.abs(rate) @ slow / slow.sum()
    return out | {"early": early, "faster": late - early}


def _unevenness(windows: Windows, scale: Scale) -> dict[str, FloatArray]:
    """How unevenly the window moved; smooth ones are often modelled or interpolated records."""
    n, length = windows.values.shape
    names = [
        "spread",
        "middle",
        "middle_size",
        "largest",
        "rising",
        "still",
        "memory",
        "rough",
        "straight",
        "grain",
    ]
    if length < 3:
        return {name: np.zeros(n) for name in names}
    rate = rates(windows) * scale.direction[:, None] / scale.pace[:, None]
    size = np.abs(rate)
    off = rate - rate.mean(axis=1, keepdims=True)
    jerk = np.abs(steps(rate))
    least = np.where(size > 1e-9, size, np.inf).min(axis=1)
    return {
        "spread": rate.std(axis=1),
        "middle": _median(rate),
        "middle_size": _median(size),
        "largest": size.max(axis=1),
        "rising": np.mean(rate > 1e-9, axis=1),
        "still": np.mean(size < 1e-6, axis=1),
        "memory": (off[:, 1:] * off[:, :-1]).sum(axis=1) / ((off**2).sum(axis=1) + 0.3),
        "rough": jerk.mean(axis=1),
        "straight": np.mean(jerk < 0.02, axis=1),
        "grain": np.log(np.where(np.isfinite(least), np.maximum(least, 1e-4), 1.0)),
    }


def _median(x: FloatArray) -> FloatArray:
    """Median of every row, (n,)."""
    half, ordered = x.shape[1] // 2, np.sort(x, axis=1)
    return ordered[:, half] if x.shape[1] % 2 else (ordered[:, half - 1] + ordered[:, half]) / 2


def _line(years: FloatArray, oriented: FloatArray, scale: Scale) -> dict[str, FloatArray]:
    """Least-squares line and parabola: slope, bend, and what they leave over, in own pace."""
    n, length = oriented.shape
    if length < 4:
        names = ["slope", "off_line", "last_off_line", "curve", "off_curve"]
        return {name: np.zeros(n) for name in names}
    t = years - years.mean(axis=1, keepdims=True)
    t2 = (t**2).sum(axis=1)
    slope = (t * oriented).sum(axis=1) / t2
    centred = oriented - oriented.mean(axis=1, keepdims=True)
    left = (centred - slope[:, None] * t) / scale.pace[:, None]
    q = t**2 - (t**2).mean(axis=1, keepdims=True)
    q = q - ((t * q).sum(axis=1) / t2)[:, None] * t
    bend = (q * left).sum(axis=1) / np.maximum((q**2).sum(axis=1), 1e-12)
    rest = ((left - bend[:, None] * q) ** 2).sum(axis=1)
    return {
        "slope": slope / scale.pace,
        "off_line": np.sqrt((left**2).sum(axis=1) / (length - 2)),
        "last_off_line": left[:, -1],
        "curve": bend * (years[:, -1] - years[:, 0]),
        "off_curve": np.sqrt(rest / (length - 2)),
    }


def _years_away(distance: FloatArray) -> FloatArray:
    """log(1 + distance in years of own pace), (n,); 8 where there is no bound."""
    finite = np.isfinite(distance)
    return np.where(finite, np.log1p(np.maximum(np.where(finite, distance, 0.0), 0.0)), 8.0)


def _place(windows: Windows, scale: Scale) -> dict[str, FloatArray]:
    """Place between the bounds, and within the window's own span."""
    up = scale.direction > 0
    ahead = np.where(up, windows.upper - windows.last, windows.last - windows.lower) / scale.pace
    behind = np.where(up, windows.last - windows.lower, windows.upper - windows.last) / scale.pace
    width = windows.range
    has_range = np.isfinite(width)
    span = np.where(has_range, width, 1.0)
    share = np.where(has_range, (windows.last - np.where(has_range, windows.lower, 0)) / span, 0.5)
    share = np.minimum(np.maximum(share, 0.0), 1.0)
    done = np.where(up, share, 1 - share)
    run = np.maximum(windows.years[:, -1] - windows.years[:, 0], 1.0)
    drift = (windows.last - windows.values[:, 0]) * scale.direction / run / scale.pace
    toward = np.clip(drift / np.maximum(np.where(np.isfinite(ahead), ahead, 1.0), 1e-3), -1, 1)
    return {
        "ahead": _years_away(ahead),
        "behind": _years_away(behind),
        "near": np.minimum(_years_away(ahead), _years_away(behind)),
        "toward": np.where(np.isfinite(ahead), toward, 0.0),
        "done": done,
        "done_logit": np.log((done + 0.003) / (1 - done + 0.003)) * has_range,
        "pace_of_range": np.where(has_range, np.log(np.maximum(scale.pace / span, 1e-5)), -3.5),
        "share": np.where(has_range, share, -0.2),
        "has_range": has_range * 1.0,
        "has_lower": np.isfinite(windows.lower) * 1.0,
    } | _extremes(windows, scale)


def _extremes(windows: Windows, scale: Scale) -> dict[str, FloatArray]:
    """Where the last value stands against the window's best and worst."""
    length = windows.values.shape[1]
    oriented = windows.values * scale.direction[:, None]
    best, worst = oriented.max(axis=1), oriented.min(axis=1)
    when = length - 1 - np.argmax(oriented[:, ::-1], axis=1)
    since = windows.years[:, -1] - windows.years[np.arange(len(when)), when]
    wide = best - worst > 1e-12
    height = (oriented[:, -1] - worst) / np.where(wide, best - worst, 1.0)
    return {
        "drawdown": (best - oriented[:, -1]) / scale.pace,
        "height": np.where(wide, height, 0.5),
        "since_best": np.log1p(since),
    }


def _growth(windows: Windows, scale: Scale) -> dict[str, FloatArray]:
    """Relative growth: its size, whether it slows down, whether changes grow with the level."""
    n, length = windows.values.shape
    size = np.maximum(np.abs(windows.last), 1e-9)
    out = {"pace_of_level": np.log(np.maximum(scale.pace / size, 1e-5)).clip(-7, 3)}
    if length < 3:
        return out | {
            name: np.zeros(n) for name in ("log_faster", "log_rate", "log_spread", "swell")
        }
    mean = np.mean(np.abs(windows.values), axis=1)
    positive = np.maximum(np.abs(windows.values), 0.02 * mean[:, None] + 1e-12)
    gaps = steps(windows.years)
    rate = steps(np.log(positive)) / gaps * scale.direction[:, None]
    half = max((length - 1) // 2, 1)
    level = windows.values[:, 1:] * scale.direction[:, None] / scale.pace[:, None]
    level = level - level.mean(axis=1, keepdims=True)
    change = np.abs(rates(windows)) / scale.pace[:, None]
    change = change - change.mean(axis=1, keepdims=True)
    norm = np.sqrt((level**2).sum(axis=1) * (change**2).sum(axis=1) + 1e-9)
    return out | {
        "log_faster": np.clip(rate[:, half:].mean(axis=1) - rate[:, :half].mean(axis=1), -1, 1),
        "log_rate": np.clip(rate.mean(axis=1), -1, 1),
        "log_spread": np.clip(rate.std(axis=1), 0, 1.5),
        "swell": (level * change).sum(axis=1) / norm,
    }
