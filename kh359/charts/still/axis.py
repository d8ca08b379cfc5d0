"""One axis: where a value lies, and what its ticks say."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kh359.charts.still.subset import AXIS, OutsideSubset, within
from kh359.locale.number import MINUS

_STEPS = (1, 2, 5, 10)
_ROOM = {"x": 80.0, "y": 45.0}
"""Pixels for each tick where a figure does not say how many there are."""
_ROUNDING = 1e-9
_GROUPED = 10_000
"""From here on thousands are set apart even where the format does not ask for it: no year is."""
_FORMAT = re.compile(r"|,(\.(?P<digits>\d)|~)?f")
"""The formats of d3 that figures use, beside 'd'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Values to pixels. categories: names in order, each at its number; empty for figures."""

    low: float
    high: float
    start: float
    end: float
    categories: tuple[str, ...] = ()

    def place(self, value: Any) -> float:
        """The number that a category or a figure stands for."""
        return float(self.categories.index(value) if value in self.categories else value)

    def at(self, value: Any) -> float:
        """Pixels."""
        share = (self.place(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def holds(self, value: Any) -> bool:
        """Whether it lies in the range."""
        low, high = sorted((self.low, self.high))
        slack = _ROUNDING * (high - low)
        return low - slack <= self.place(value) <= high + slack


@dataclass(frozen=True, slots=True)
class Tick:
    """A value and its words."""

    value: float
    text: str


def value_range(spec: dict[str, Any], values: Sequence[Any]) -> tuple[float, float, tuple]:
    """Low end, high end and categories of an axis. Raises OutsideSubset for an unknown part."""
    within(spec, AXIS, "axis")
    backwards = spec.get("autorange") == "reversed"
    names = tuple(dict.fromkeys(v for v in values if isinstance(v, str)))
    if names or spec.get("type") == "category":
        names = tuple(spec.get("categoryarray") or names)
        low, high = tuple(spec.get("range") or (-0.5, len(names) - 0.5))
        return (high, low, names) if backwards else (low, high, names)
    known = [float(v) for v in values if v is not None and math.isfinite(v)] or [0.0, 1.0]
    ends = list(spec.get("range") or (None, None))
    spread = (max(known) - min(known)) or 1.0
    floor = 0.0 if spec.get("rangemode") == "tozero" else math.inf
    low = ends[0] if ends[0] is not None else min(floor, min(known) - 0.05 * spread)
    high = ends[1] if ends[1] is not None else max(known) + 0.05 * spread
    return (high, low, ()) if backwards else (low, high, ())


def ticks(spec: dict[str, Any], scale: Scale, axis: str, separators: str) -> list[Tick]:
    """The ticks in the range. axis: 'x' or 'y'; separators: decimal mark, then thousands'."""
    if spec.get("tickvals") is not None:
        texts = spec.get("ticktext") or [
            written(v, _decimals(list(spec["tickvals"])), spec, separators)
            for v in spec["tickvals"]
        ]
        told = [Tick(scale.place(v), t) for v, t in zip(spec["tickvals"], texts, strict=True)]
    elif scale.categories:
        told = [Tick(float(i), name) for i, name in enumerate(scale.categories)]
    else:
        values = _round_values(spec, scale, axis)
        told = [Tick(v, written(v, _decimals(values), spec, separators)) for v in values]
    return [tick for tick in told if scale.holds(tick.value)]


def written(value: float, decimals: int, spec: dict[str, Any], separators: str) -> str:
    """A figure with the figure's own separators."""
    form, suffix = spec.get("tickformat", ""), spec.get("ticksuffix", "")
    if form == "d":
        return f"{value:.0f}{suffix}"
    known = _FORMAT.fullmatch(form)
    if known is None:
        raise OutsideSubset(f"tickformat: {form!r}")
    # Without digits of its own a format shows those that tell the ticks.
    digits = int(known["digits"]) if known["digits"] else decimals
    grouped = "," if form or abs(value) >= _GROUPED else ""
    text = f"{value:{grouped}.{digits}f}"
    mark, thousands = separators[0], separators[1:]
    text = text.translate({ord(","): thousands, ord("."): mark, ord("-"): MINUS})
    return text + suffix


def _round_values(spec: dict[str, Any], scale: Scale, axis: str) -> list[float]:
    low, high = sorted((scale.low, scale.high))
    room = abs(scale.end - scale.start)
    most = int(spec.get("nticks") or max(2, room // _ROOM[axis]))
    step = float(spec.get("dtick") or _step((high - low) / most))
    first = float(spec.get("tick0", 0.0))
    begin = math.ceil((low - first) / step - _ROUNDING)
    end = math.floor((high - first) / step + _ROUNDING)
    return [round(first + i * step, 10) for i in range(begin, end + 1)]


def _step(least: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(m * power for m in _STEPS if m * power >= least * (1 - _ROUNDING))


def _decimals(values: Sequence[float]) -> int:
    """The fewest decimals that tell the values."""
    for digits in range(6):
        if all(math.isclose(v, round(v, digits), abs_tol=1e-9) for v in values):
            return digits
    return 6
