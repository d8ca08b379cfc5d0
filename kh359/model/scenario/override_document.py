"""What a scenario supposes of single indicators, as it stands in a document, and back."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace

from kh359.model.evidence import LAST_START_YEAR
from kh359.model.scenario.fault import LeverFault, LeverFaultCode
from kh359.model.scenario.scenario import Override
from kh359.model.scenario.written_value import is_number, quoted, to_decimal, to_written
from kh359.plan.fact import LARGEST
from kh359.plan.indicator import Indicator
from kh359.plan.unit import Unit

OVERRIDE_KEYS = tuple(f.name for f in fields(Override) if f.name != "indicator_id")
START_YEARS = (2015, LAST_START_YEAR)
"""Guards against absurd years only; that a start is not of the future is checked where it is typed
(docs/decisions/years.md).
"""

Indicators = Mapping[str, Indicator]
Outcome = Override | LeverFault


def write_override(
    override: Override, indicators: Indicators, *, percent: bool
) -> dict[str, object]:
    """The keys of one override that suppose something. Raises KeyError for a start of an
    indicator that is not in `indicators`.
    """
    keys: dict[str, object] = {}
    if override.pace != 0:
        keys["pace"] = to_written(override.pace, Unit.PERCENT, percent=percent)
    if override.start_value is not None:
        unit = indicators[override.indicator_id].unit
        keys["start_value"] = to_written(override.start_value, unit, percent=percent)
    if override.start_year is not None:
        keys["start_year"] = override.start_year
    if not override.outside_driver:
        keys["outside_driver"] = False
    return keys


def read_overrides(
    raw: object, indicators: Indicators, *, percent: bool
) -> tuple[tuple[Override, ...], list[LeverFault]]:
    """The overrides, and every fault; a key with a fault is left out of its override."""
    if not isinstance(raw, dict):
        code = LeverFaultCode.WRONG_TYPE
        return (), [LeverFault(code=code, field="overrides", value=quoted(raw))]
    read = [
        outcome
        for indicator_id, keys in raw.items()
        for outcome in _read(indicator_id, keys, indicators, percent)
    ]
    overrides = tuple(outcome for outcome in read if isinstance(outcome, Override))
    return overrides, [outcome for outcome in read if isinstance(outcome, LeverFault)]


def _read(
    indicator_id: str, keys: object, indicators: Indicators, percent: bool
) -> Iterator[Outcome]:
    subject = quoted(indicator_id)
    if indicator_id not in indicators:
        yield LeverFault(code=LeverFaultCode.UNKNOWN_INDICATOR, field="overrides", subject=subject)
    if not isinstance(keys, dict):
        code, value = LeverFaultCode.WRONG_TYPE, quoted(keys)
        yield LeverFault(code=code, field="overrides", subject=subject, value=value)
        return
    override = Override(indicator_id=indicator_id)
    for key, item in keys.items():
        read = _read_key(key, item, indicators.get(indicator_id), percent)
        if isinstance(read, LeverFault):
            yield replace(read, subject=subject)
        else:
            override = replace(override, **{key: read})
    # A lone start year beside a faulty start value is no second fault, and the other way round.
    if "start_value" in keys and "start_year" in keys:
        override = _whole_start(override)
    yield override


def _whole_start(override: Override) -> Override:
    if override.start_value is None or override.start_year is None:
        return replace(override, start_value=None, start_year=None)
    return override


def _read_key(
    key: str, item: object, indicator: Indicator | None, percent: bool
) -> LeverFault | float | int | bool:
    if key not in OVERRIDE_KEYS:
        return LeverFault(code=LeverFaultCode.UNKNOWN, field=quoted(key))
    wrong_type = LeverFault(code=LeverFaultCode.WRONG_TYPE, field=key, value=quoted(item))
    if key == "outside_driver":
        return item if isinstance(item, bool) else wrong_type
    if not is_number(item):
        return wrong_type
    if key == "pace":
        return to_decimal(item, Unit.PERCENT, percent=percent)
    if key == "start_year":
        return _start_year(item) if isinstance(item, int) else wrong_type
    unit = indicator.unit if indicator is not None else Unit.RATIO
    return _start_value(to_decimal(item, unit, percent=percent), indicator, wrong_type)


def _start_year(year: int) -> LeverFault | int:
    low, high = START_YEARS
    if low <= year <= high:
        return year
    return LeverFault(
        code=LeverFaultCode.OUT_OF_RANGE,
        field="start_year",
        value=quoted(year),
        low=low,
        high=high,
    )


def _start_value(
    value: float, indicator: Indicator | None, wrong_type: LeverFault
) -> LeverFault | float:
    low = indicator.lower if indicator is not None else None
    high = indicator.upper if indicator is not None else None
    least, most = -LARGEST if low is None else low, LARGEST if high is None else high
    if not (math.isfinite(value) and least <= value <= most):
        return LeverFault(
            code=LeverFaultCode.OUT_OF_BOUNDS, field="start_value", value=value, low=low, high=high
        )
    if indicator is not None and indicator.is_whole and value != int(value):
        return wrong_type
    return value
