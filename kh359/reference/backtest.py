"""What the forecaster did on countries it was not taught on, as shipped.

Written by scripts/backtest_forecast.py; see docs/decisions/reliability.md. All shares are decimals.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

BACKTEST = "backtest.json"
FORMAT = 1
DEFAULT = "reference"
"""Method the program uses unless the user chooses a growth family."""
NO_CHANGE = "no_change"
ALL = "all"
"""Group of all indicators together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Targets given about the same probability: its mean, the share of them met, their number."""

    given: float
    happened: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BandScore:
    """Scores within one band of horizons, first and last year ahead; None where none was seen.

    n_points: yearly values judged; coverage80, coverage95: share of them inside the interval;
    brier, base_brier: Brier score of targets, and of answering the base rate; skill: 1 - CRPS over
    the CRPS of "no change".
    """

    first: int
    last: int
    n_points: int
    coverage80: float | None
    coverage95: float | None
    brier: float | None
    base_brier: float | None
    skill: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """One method on one group of indicators with histories of one class of length.

    n_cases: histories answered, n_refused: histories the method cannot carry, n_targets: targets
    judged up to ten years ahead, on which brier, base_brier, ece (calibration error) and bins rest.
    skill_no_change, skill_drift: 1 - CRPS / CRPS of that rival, on the cases both answered; None
    where the rival cannot answer.
    """

    method: str
    group: str
    length: str
    n_cases: int
    n_refused: int
    n_targets: int
    brier: float
    base_brier: float
    ece: float
    skill_no_change: float | None
    skill_drift: float | None
    bands: tuple[BandScore, ...]
    bins: tuple[Bin, ...]


@dataclass(frozen=True, kw_only=True)
class Backtest:
    """All scores, and the run that made them.

    n_histories: origins drawn from the benchmark; seeds: of its samples; n_draws: of a forecast.
    table_version, table_checksums: of the tables learnt with countries left out, and of the
    scripts that learnt them; script_checksum: of the backtest's own scripts.
    """

    seeds: tuple[int, ...]
    n_draws: int
    n_histories: int
    table_version: str
    table_checksums: tuple[str, ...]
    script_checksum: str
    lengths: tuple[str, ...]
    scores: tuple[Score, ...]

    @cached_property
    def _by_key(self) -> Mapping[tuple[str, str, str], Score]:
        return {(s.method, s.group, s.length): s for s in self.scores}

    @property
    def groups(self) -> tuple[str, ...]:
        """Groups of indicators, all together first."""
        return tuple(dict.fromkeys(s.group for s in self.scores))

    @property
    def methods(self) -> tuple[str, ...]:
        """Methods in the order of the file, the default first."""
        return tuple(dict.fromkeys(s.method for s in self.scores))

    def of(self, method: str, group: str, length: str) -> Score | None:
        """The score of one method; None where it could answer no such case."""
        return self._by_key.get((method, group, length))


def length_of(n_values: int) -> str:
    """Class of a history of n values: '1', '2', '3-5' or '6-12' (which longer ones share)."""
    if n_values < 1:
        raise ValueError(f"a history has at least one value, got {n_values}")
    return str(n_values) if n_values <= 2 else "3-5" if n_values <= 5 else "6-12"


@cache
def backtest() -> Backtest:
    """The shipped backtest, read once."""
    return from_json(files("kh359.reference").joinpath(BACKTEST).read_text("utf-8"))


def from_json(text: str) -> Backtest:
    """A backtest from the text of its file. Raises ValueError for a file of another format."""
    read = json.loads(text)
    if read["format"] != FORMAT:
        raise ValueError(f"backtest of format {read['format']!r}, this program reads {FORMAT}")
    bands = [(int(first), int(last)) for first, last in read["bands"]]
    return Backtest(
        seeds=tuple(read["seeds"]),
        n_draws=read["n_draws"],
        n_histories=read["n_histories"],
        table_version=read["table_version"],
        table_checksums=tuple(read["table_checksums"]),
        script_checksum=read["script_checksum"],
        lengths=tuple(read["lengths"]),
        scores=tuple(_score(cell, bands) for cell in read["cells"]),
    )


_PLAIN = (
    "method", "group", "length", "n_cases", "n_refused", "n_targets", "brier", "base_brier", "ece",
    "skill_no_change", "skill_drift",
)  # fmt: skip


def _score(cell: Mapping[str, Any], bands: list[tuple[int, int]]) -> Score:
    return Score(
        **{name: cell[name] for name in _PLAIN},
        bands=tuple(
            BandScore(
                first=first,
                last=last,
                n_points=cell["n_points"][i],
                coverage80=cell["coverage80"][i],
                coverage95=cell["coverage95"][i],
                brier=cell["brier_bands"][i],
                base_brier=cell["base_brier_bands"][i],
                skill=cell["skill_bands"][i],
            )
            for i, (first, last) in enumerate(bands)
        ),
        bins=tuple(Bin(given=g, happened=h, n=n) for g, h, n in cell["bins"]),
    )
