"""A grid as its file states it, checked; see docs/decisions/sweep.md."""

import math
from dataclasses import dataclass

from kh359.sweep.axis import Axis, Column, Span

GRID_VERSION = 1
MOST_SCENARIOS = 1_000_000
"""Of one place; more is a slip of a range rather than a question."""
PARTITION = 100
"""Scenarios of one partition, where the grid states none."""
PARTITIONS = (1, 10_000)
DRAWS = (100, 20_000)
"""As for the other commands: fewer cannot tell 5 % from 10 %, more only costs memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Latin:
    """A Latin hypercube: each span is cut into n equal strata, each stratum is met once."""

    n: int
    seed: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """A place as the grid names it. data: a folder, relative to the grid's file."""

    place_id: str
    data: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """What is asked: every combination of `axes`, each with every sample of `latin`, at `places`.

    base: a scenario file or a ready-made scenario; empty: every lever at rest. indicators,
    targets: ids to look at; both empty: all. partition: scenarios in one file.
    """

    name: str
    base: str
    draws: int
    seed: int
    suppose_2025_met: bool
    indicators: tuple[str, ...]
    targets: tuple[str, ...]
    partition: int
    axes: tuple[Axis, ...]
    latin: Latin | None
    places: tuple[PlaceEntry, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """What differs between scenarios, in the order of the file."""
        spans = self.latin.spans if self.latin else ()
        return tuple(column for part in (*self.axes, *spans) for column in part.columns)

    @property
    def n_scenarios(self) -> int:
        """Scenarios of one place."""
        combined = math.prod(len(axis.values) for axis in self.axes)
        return combined * (self.latin.n if self.latin else 1)
