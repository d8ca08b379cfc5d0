"""A grid from the text of its TOML file: all of it, or every fault at once."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal

from kh359.model.outlook import N_DRAWS, SEED
from kh359.model.scenario.fault import text_faults
from kh359.model.scenario.text import ENCODING
from kh359.model.scenario.written_value import quoted
from kh359.sweep.axis import Axis, Span
from kh359.sweep.axis_text import AxisReader, SpanReader
from kh359.sweep.fault import Expected, GridError, GridFault, GridFaultCode
from kh359.sweep.grid import (
    DRAWS,
    GRID_VERSION,
    MOST_SCENARIOS,
    PARTITION,
    PARTITIONS,
    Grid,
    Latin,
    PlaceEntry,
)

LONGEST_GRID = 1_000_000
"""Bytes; thousands of places with their folders fit."""
LONGEST_TEXT = 1000
"""Characters of a name or a path."""
LARGEST_SEED = 2**32 - 1
KEYS = (
    "version",
    "name",
    "base",
    "draws",
    "seed",
    "suppose_2025_met",
    "indicators",
    "targets",
    "partition",
    "levers",
    "latin_hypercube",
    "place",
)
LATIN_KEYS = ("n", "seed", "levers")
PLACE_KEYS = ("id", "data")
PLACE_ID = re.compile("[a-z0-9_]{1,40}")
"""Safe as a folder's name on every system."""

Document = Mapping[str, object]


def read_grid(content: bytes) -> Grid:
    """The grid of a file's content. Raises GridError with every fault, and nothing else."""
    document = _parsed(content)
    reader = _Reader()
    version = document.get("version")
    if type(version) is not int or version != GRID_VERSION:
        # The keys of another version may mean anything.
        fault = GridFaultCode.WRONG_VERSION
        raise GridError(
            [GridFault(code=fault, key="version", value=quoted(version), high=GRID_VERSION)]
        )
    grid = reader.grid(document)
    if not reader.faults and grid.n_scenarios > MOST_SCENARIOS:
        reader.fault(GridFaultCode.TOO_MANY, "levers", grid.n_scenarios, high=MOST_SCENARIOS)
    if reader.faults:
        raise GridError(reader.faults)
    return grid


def _parsed(content: bytes) -> Document:
    if len(content) > LONGEST_GRID:
        fault = GridFault(code=GridFaultCode.TOO_LONG, value=len(content), high=LONGEST_GRID)
        raise GridError([fault])
    try:
        text = content.decode(ENCODING).removeprefix("\ufeff")
        return tomllib.loads(text, parse_float=Decimal)
    except UnicodeDecodeError as error:
        fault = GridFault(code=GridFaultCode.NOT_READABLE, value=ENCODING)
        raise GridError([fault]) from error
    # ArithmeticError: an exponent beyond any number. RecursionError: brackets without end.
    except (ValueError, ArithmeticError, RecursionError) as error:
        fault = GridFault(code=GridFaultCode.NOT_READABLE, value=quoted(str(error)))
        raise GridError([fault]) from error


class _Reader:
    """Reads key after key; `faults` collects what is wrong."""

    def __init__(self) -> None:
        self.faults: list[GridFault] = []

    def grid(self, document: Document) -> Grid:
        """The grid, with rest in place of what has a fault."""
        self._known("", document, KEYS)
        axes: AxisReader = AxisReader("levers")
        read = axes.read(document.get("levers", {}))
        self.faults += axes.faults
        latin = self._latin(document["latin_hypercube"]) if "latin_hypercube" in document else None
        self._both(read, latin.spans if latin else ())
        flag = document.get("suppose_2025_met", False)
        if not isinstance(flag, bool):
            self._wrong_type("suppose_2025_met", flag, Expected.FLAG)
        return Grid(
            name=self._text("name", document.get("name", "")),
            base=self._text("base", document.get("base", "")),
            draws=self._whole("draws", document.get("draws", N_DRAWS), *DRAWS),
            seed=self._whole("seed", document.get("seed", SEED), 0, LARGEST_SEED),
            suppose_2025_met=flag is True,
            indicators=self._ids("indicators", document.get("indicators", [])),
            targets=self._ids("targets", document.get("targets", [])),
            partition=self._whole("partition", document.get("partition", PARTITION), *PARTITIONS),
            axes=read,
            latin=latin,
            places=self._places(document.get("place", [])),
        )

    def _latin(self, raw: object) -> Latin | None:
        if not isinstance(raw, dict):
            self._wrong_type("latin_hypercube", raw, Expected.TABLE)
            return None
        self._known("latin_hypercube.", raw, LATIN_KEYS)
        for key in ("n", "levers"):
            if key not in raw:
                self.fault(GridFaultCode.MISSING, f"latin_hypercube.{key}", "")
        spans: SpanReader = SpanReader("latin_hypercube.levers")
        read = spans.read(raw.get("levers", {}))
        if not read and not spans.faults and "levers" in raw:
            self.fault(GridFaultCode.EMPTY, "latin_hypercube.levers", "")
        self.faults += spans.faults
        return Latin(
            n=self._whole("latin_hypercube.n", raw.get("n", 1), 1, MOST_SCENARIOS),
            seed=self._whole("latin_hypercube.seed", raw.get("seed", SEED), 0, LARGEST_SEED),
            spans=read,
        )

    def _both(self, axes: tuple[Axis, ...], spans: tuple[Span, ...]) -> None:
        """A lever is either listed or drawn: one of the two would be lost."""
        listed = {column.lever.name for axis in axes for column in axis.columns}
        drawn = {column.lever.name for span in spans for column in span.columns}
        for name in sorted(listed & drawn):
            self.fault(GridFaultCode.BOTH, f"latin_hypercube.levers.{name}", name)

    def _places(self, raw: object) -> tuple[PlaceEntry, ...]:
        if not isinstance(raw, list) or not all(isinstance(item, dict) for item in raw):
            self._wrong_type("place", raw, Expected.TABLES)
            return ()
        entries = [self._place(f"place[{n}]", item) for n, item in enumerate(raw, start=1)]
        for place_id, count in Counter(entry.place_id for entry in entries).items():
            if count > 1 and place_id:
                self.fault(GridFaultCode.TWICE, "place.id", place_id)
        return tuple(entries)

    def _place(self, key: str, item: Document) -> PlaceEntry:
        self._known(f"{key}.", item, PLACE_KEYS)
        for name in PLACE_KEYS:
            if not item.get(name):
                self.fault(GridFaultCode.MISSING, f"{key}.{name}", "")
        place_id = self._text(f"{key}.id", item.get("id", ""))
        if place_id and not PLACE_ID.fullmatch(place_id):
            self.fault(GridFaultCode.BAD_ID, f"{key}.id", place_id)
        return PlaceEntry(place_id=place_id, data=self._text(f"{key}.data", item.get("data", "")))

    def _ids(self, key: str, raw: object) -> tuple[str, ...]:
        if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
            self._wrong_type(key, raw, Expected.TEXTS)
            return ()
        for name, count in Counter(raw).items():
            if count > 1:
                self.fault(GridFaultCode.TWICE, key, name)
        return tuple(raw)

    def _text(self, key: str, item: object) -> str:
        if not isinstance(item, str):
            self._wrong_type(key, item, Expected.TEXT)
            return ""
        for fault in text_faults(key, item, LONGEST_TEXT):
            self.faults.append(
                GridFault(
                    code=GridFaultCode(fault.code), key=key, value=fault.value, high=fault.high
                )
            )
        return item

    def _whole(self, key: str, item: object, low: int, high: int) -> int:
        if type(item) is not int:
            self._wrong_type(key, item, Expected.WHOLE)
            return low
        if not low <= item <= high:
            self.fault(GridFaultCode.OUT_OF_RANGE, key, item, low=low, high=high)
            return low
        return item

    def _known(self, prefix: str, document: Document, known: Iterable[str]) -> None:
        for key in document:
            if key not in known:
                expected = ", ".join(known)
                self.fault(GridFaultCode.UNKNOWN, f"{prefix}{quoted(key)}", key, expected=expected)

    def _wrong_type(self, key: str, value: object, expected: Expected) -> None:
        self.fault(GridFaultCode.WRONG_TYPE, key, value, expected=expected)

    def fault(
        self,
        code: GridFaultCode,
        key: str,
        value: object,
        *,
        expected: str = "",
        low: float | None = None,
        high: float | None = None,
    ) -> None:
        """Keep one fault; its value as a message may quote it."""
        self.faults.append(
            GridFault(
                code=code, key=key, value=quoted(value), expected=expected, low=low, high=high
            )
        )
