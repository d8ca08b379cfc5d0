"""The levers of a grid, from what its file says to axes and spans; every fault is kept."""

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Generic, TypeVar

from kh359.model.scenario.lever import LEVER_BY_NAME, Lever, Slot
from kh359.model.scenario.scenario import SPLIT_TOLERANCE
from kh359.model.scenario.written_value import is_number, quoted, to_decimal
from kh359.sweep.axis import EVERY_SLOT, Axis, Column, Span, columns_of, slot_names
from kh359.sweep.fault import Expected, GridFault, GridFaultCode
from kh359.sweep.grid import MOST_SCENARIOS

RANGE_KEYS = ("from", "to", "step")

T = TypeVar("T", Axis, Span)


class LeverReader(Generic[T]):
    """Reads one table of levers; `faults` collects what is wrong with it."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.faults: list[GridFault] = []

    def read(self, raw: object) -> tuple[T, ...]:
        """All levers of the table that are sound, in its order."""
        if not isinstance(raw, dict):
            self._fault(GridFaultCode.WRONG_TYPE, self.table, raw, expected=Expected.TABLE)
            return ()
        found = [part for name, item in raw.items() for part in self._lever(name, item)]
        self._one_share([column for part in found for column in part.columns])
        return tuple(found)

    def one(self, key: str, lever: Lever, columns: tuple[Column, ...], item: object) -> T | None:
        """One lever or slot; None where it has a fault."""
        raise NotImplementedError

    def whole(self, key: str, lever: Lever, item: object) -> T | None:
        """A lever of several slots that names none of them; None with a fault by default."""
        slots = ", ".join((EVERY_SLOT, *slot_names(lever)))
        return self._fault(GridFaultCode.NEEDS_SLOT, key, item, expected=slots, lever=lever)

    def _lever(self, name: str, item: object) -> Iterator[T]:
        lever, key = LEVER_BY_NAME.get(name), f"{self.table}.{quoted(name)}"
        if lever is None:
            known = ", ".join(LEVER_BY_NAME)
            self._fault(GridFaultCode.UNKNOWN, key, name, expected=known)
        elif lever.slot is Slot.ONE:
            yield from self._kept(self.one(key, lever, columns_of(lever, ""), item))
        elif isinstance(item, dict) and not set(item) & set(RANGE_KEYS):
            yield from self._slots(key, lever, item)
        else:
            yield from self._kept(self.whole(key, lever, item))

    def _slots(self, key: str, lever: Lever, item: Mapping[str, object]) -> Iterator[T]:
        allowed = slot_names(lever)
        # One number for every share of a split could only be a fifth.
        if lever.slot is not Slot.PROGRAMME:
            allowed = (EVERY_SLOT, *allowed)
        for slot, part in item.items():
            place = f"{key}.{quoted(slot)}"
            if slot not in allowed:
                known = ", ".join(allowed)
                self._fault(GridFaultCode.UNKNOWN, place, slot, expected=known)
            elif slot != EVERY_SLOT and EVERY_SLOT in item:
                self._fault(GridFaultCode.BOTH, place, slot)
            else:
                yield from self._kept(self.one(place, lever, columns_of(lever, slot), part))

    def _kept(self, read: T | None) -> Iterator[T]:
        if read is not None:
            yield read

    def _one_share(self, columns: list[Column]) -> None:
        shares = [column for column in columns if column.lever.slot is Slot.PROGRAMME]
        if 1 < len(shares) < len(slot_names(shares[0].lever)):
            key = f"{self.table}.{shares[0].lever.name}"
            self._fault(GridFaultCode.ONE_SHARE, key, len(shares))

    def number(self, key: str, lever: Lever, item: object) -> float | None:
        """One allowed value of a lever, decimal."""
        if not is_number(item):
            return self._fault(GridFaultCode.WRONG_TYPE, key, item, expected=Expected.NUMBER)
        value = to_decimal(item, lever.unit, percent=True)
        if math.isfinite(value) and lever.low <= value <= lever.high:
            return value + 0.0
        return self._fault(
            GridFaultCode.OUT_OF_RANGE, key, value, lever=lever, low=lever.low, high=lever.high
        )

    def _fault(
        self,
        code: GridFaultCode,
        key: str,
        value: object,
        *,
        expected: str = "",
        lever: Lever | None = None,
        low: float | None = None,
        high: float | None = None,
    ) -> None:
        self.faults.append(
            GridFault(
                code=code,
                key=key,
                value=value if isinstance(value, float) else quoted(value),
                expected=expected,
                lever="" if lever is None else lever.name,
                low=low,
                high=high,
            )
        )


class AxisReader(LeverReader[Axis]):
    """`[levers]`: lists of values, ranges, and lists of whole vectors."""

    def one(self, key: str, lever: Lever, columns: tuple[Column, ...], item: object) -> Axis | None:
        """A list of numbers, or a range of them."""
        items = self._range(key, item) if isinstance(item, dict) else item
        if items is None:
            return None
        if not isinstance(items, list):
            return self._fault(GridFaultCode.WRONG_TYPE, key, item, expected=Expected.VALUES)
        read = [self.number(key, lever, part) for part in items]
        values = [(value,) * len(columns) for value in read if value is not None]
        return self._axis(key, columns, values) if len(values) == len(items) else None

    def whole(self, key: str, lever: Lever, item: object) -> Axis | None:
        """A list of vectors, each with a number for every slot."""
        if not isinstance(item, list) or not all(isinstance(part, list) for part in item):
            return super().whole(key, lever, item)
        read = [self._vector(key, lever, part) for part in item]
        vectors = [vector for vector in read if vector is not None]
        columns = columns_of(lever, EVERY_SLOT)
        return self._axis(key, columns, vectors) if len(vectors) == len(item) else None

    def _axis(
        self, key: str, columns: tuple[Column, ...], values: list[tuple[float, ...]]
    ) -> Axis | None:
        if not values:
            return self._fault(GridFaultCode.EMPTY, key, "")
        if len(set(values)) < len(values):
            twice = next(value for value in values if values.count(value) > 1)
            lever = columns[0].lever
            return self._fault(GridFaultCode.TWICE, key, twice[0], lever=lever)
        return Axis(columns=columns, values=tuple(values))

    def _vector(self, key: str, lever: Lever, item: list[object]) -> tuple[float, ...] | None:
        if len(item) != lever.size:
            code = GridFaultCode.WRONG_COUNT
            return self._fault(code, key, len(item), high=lever.size)
        read = [self.number(key, lever, part) for part in item]
        vector = tuple(value for value in read if value is not None)
        if len(vector) < lever.size:
            return None
        if lever.slot is Slot.PROGRAMME and abs(math.fsum(vector) - 1) > SPLIT_TOLERANCE:
            return self._fault(GridFaultCode.NOT_WHOLE, key, math.fsum(vector), lever=lever)
        return vector

    def _range(self, key: str, item: Mapping[str, object]) -> list[object] | None:
        """from, from + step, … up to `to`, exact in decimals; None with a fault."""
        for name in item:
            if name not in RANGE_KEYS:
                known = ", ".join(RANGE_KEYS)
                return self._fault(GridFaultCode.UNKNOWN, f"{key}.{name}", name, expected=known)
        for name in RANGE_KEYS:
            if name not in item:
                return self._fault(GridFaultCode.MISSING, f"{key}.{name}", "")
            if not is_number(item[name]):
                code = GridFaultCode.WRONG_TYPE
                return self._fault(code, f"{key}.{name}", item[name], expected=Expected.NUMBER)
        first, last, step = (Decimal(str(item[name])) for name in RANGE_KEYS)
        if not (first.is_finite() and last.is_finite() and step.is_finite()):
            return self._fault(GridFaultCode.BAD_RANGE, key, item)
        if step <= 0 or last < first:
            return self._fault(GridFaultCode.BAD_RANGE, key, item)
        if (last - first) / step >= MOST_SCENARIOS:
            return self._fault(GridFaultCode.TOO_MANY, key, item, high=MOST_SCENARIOS)
        return [first + turn * step for turn in range(int((last - first) / step) + 1)]


class SpanReader(LeverReader[Span]):
    """`[latin_hypercube.levers]`: the least and the largest value of each lever."""

    def one(self, key: str, lever: Lever, columns: tuple[Column, ...], item: object) -> Span | None:
        """Two numbers in square brackets."""
        if not isinstance(item, list) or len(item) != 2:
            return self._fault(GridFaultCode.WRONG_TYPE, key, item, expected=Expected.SPAN)
        low, high = (self.number(key, lever, part) for part in item)
        if low is None or high is None:
            return None
        if low >= high:
            return self._fault(GridFaultCode.BAD_RANGE, key, item)
        return Span(columns=columns, low=low, high=high)
