"""A sweep ready to run: the grid, its design, its places, and the partitions they make."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kh359.model.history import FloatArray
from kh359.sweep.axis import Column
from kh359.sweep.code_version import code_version
from kh359.sweep.design import design
from kh359.sweep.grid import Grid
from kh359.sweep.place import Place

SWEEP_VERSION = 1
"""Of the layout of the files; see docs/decisions/sweep.md."""
KEY_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What all partitions of a sweep share.

    key: of the sweep; code: of the program that must compute it; base: the base scenario's file,
    empty for rest, and whether it is JSON; indicators, targets: ids wanted, empty for all.
    """

    key: str
    code: str
    base: bytes
    base_is_json: bool
    columns: tuple[Column, ...]
    draws: int
    seed: int
    suppose_2025_met: bool
    indicators: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Partition:
    """The unit of work: some rows of the design at one place.

    partition_id: a hash of the sweep's key, the place and the rows; number: counts within the
    place; first: the design's row of values[0]; values: (n_scenarios, n_columns) decimals.
    """

    partition_id: str
    place_id: str
    data_version: str
    number: int
    first: int
    values: FloatArray
    settings: Settings


@dataclass(frozen=True, kw_only=True, eq=False)
class Sweep:
    """A grid at its places. base: the base scenario's file, empty for rest."""

    grid: Grid
    places: tuple[Place, ...]
    base: bytes = b""
    base_is_json: bool = False

    @cached_property
    def rows(self) -> FloatArray:
        """(n_scenarios, n_columns) the design."""
        return design(self.grid)

    @cached_property
    def key(self) -> str:
        """Hash of all that the numbers and their order depend on; names do not count."""
        grid = self.grid
        content = [
            SWEEP_VERSION,
            code_version(),
            hashlib.sha256(self.base).hexdigest(),
            [column.name for column in grid.columns],
            hashlib.sha256(self.rows.astype("<f8").tobytes()).hexdigest(),
            [grid.draws, grid.seed, grid.suppose_2025_met, grid.partition],
            [grid.indicators, grid.targets],
            [[place.place_id, place.version] for place in self.places],
        ]
        return _short_hash(content)

    @cached_property
    def settings(self) -> Settings:
        """What travels with every partition."""
        return Settings(
            key=self.key,
            code=code_version(),
            base=self.base,
            base_is_json=self.base_is_json,
            columns=self.grid.columns,
            draws=self.grid.draws,
            seed=self.grid.seed,
            suppose_2025_met=self.grid.suppose_2025_met,
            indicators=self.grid.indicators,
            targets=self.grid.targets,
        )

    @property
    def n_scenarios(self) -> int:
        """Scenarios of all places together."""
        return len(self.rows) * len(self.places)

    @cached_property
    def partitions(self) -> tuple[Partition, ...]:
        """Place after place, each in the order of the design."""
        return tuple(part for place in self.places for part in self._of(place))

    def _of(self, place: Place) -> Iterator[Partition]:
        size = self.grid.partition
        for number, first in enumerate(range(0, len(self.rows), size)):
            values = self.rows[first : first + size]
            content = [self.key, place.place_id, place.version, first, len(values)]
            yield Partition(
                partition_id=_short_hash(content),
                place_id=place.place_id,
                data_version=place.version,
                number=number,
                first=first,
                values=values,
                settings=self.settings,
            )


def _short_hash(content: object) -> str:
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:KEY_LENGTH]
