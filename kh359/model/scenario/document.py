"""A scenario as a plain document of keys and values, and back; files and links share it."""

from collections.abc import Iterable, Mapping

from kh359.model.scenario.fault import LeverFault, LeverFaultCode, ScenarioError
from kh359.model.scenario.lever import LEVERS, Lever, Slot
from kh359.model.scenario.override_document import Indicators, read_overrides, write_override
from kh359.model.scenario.scenario import SCENARIO_VERSION, Scenario, Values
from kh359.model.scenario.written_value import is_number, quoted, to_decimal, to_written

TEXTS = ("name", "name_en", "note", "note_en")
KEYS = ("version", *TEXTS, *(lever.name for lever in LEVERS), "overrides")

Document = dict[str, object]


def write_document(
    scenario: Scenario, indicators: Indicators, *, percent: bool, rest: Scenario | None = None
) -> Document:
    """Every lever, or only those that differ from `rest`; numbers as exact `Decimal`.

    percent: whether percent units are written as percent (50) or as decimals (0.5).
    """
    document: Document = {"version": SCENARIO_VERSION}
    document |= {key: getattr(scenario, key) for key in ("name", "note") if getattr(scenario, key)}
    for lever in LEVERS:
        values = scenario.values_of(lever.name)
        if rest is None or values != rest.values_of(lever.name):
            numbers = [to_written(value, lever.unit, percent=percent) for value in values]
            document[lever.name] = numbers[0] if lever.slot is Slot.ONE else numbers
    if scenario.overrides:
        document["overrides"] = {
            override.indicator_id: write_override(override, indicators, percent=percent)
            for override in scenario.overrides
        }
    return document


def read_document(
    document: Mapping[str, object],
    rest: Scenario,
    indicators: Indicators,
    *,
    percent: bool,
    english: bool = False,
    faults: Iterable[LeverFault] = (),
) -> Scenario:
    """The scenario a document spells; levers left out are where `rest` has them.

    english: whether `name_en` and `note_en`, where given, stand for name and note. faults: what
    was found before. Raises ScenarioError with every fault; of a document of another version the
    version alone is told, since its other keys may mean anything.
    """
    found = [*faults, *_version_faults(document)]
    if any(fault.code is LeverFaultCode.WRONG_VERSION for fault in found):
        raise ScenarioError(found)
    found += [
        LeverFault(code=LeverFaultCode.UNKNOWN, field=quoted(key))
        for key in document
        if key not in KEYS
    ]
    texts = {key: _read_text(key, document.get(key, ""), found) for key in TEXTS}
    name, note = ((english and texts[f"{key}_en"]) or texts[key] for key in ("name", "note"))
    values = {lever.name: rest.values_of(lever.name) for lever in LEVERS}
    for lever in LEVERS:
        if lever.name in document:
            read = _read_lever(lever, document[lever.name], percent, found)
            values[lever.name] = read if read is not None else values[lever.name]
    overrides, faulty = read_overrides(document.get("overrides", {}), indicators, percent=percent)
    found += faulty
    try:
        scenario = Scenario(name=name, note=note, overrides=overrides, **values)
    except ScenarioError as error:
        raise ScenarioError([*found, *error.faults]) from error
    if found:
        raise ScenarioError(found)
    return scenario


def _version_faults(document: Mapping[str, object]) -> list[LeverFault]:
    version = document.get("version")
    if type(version) is int and version == SCENARIO_VERSION:
        return []
    code = LeverFaultCode.WRONG_VERSION
    return [LeverFault(code=code, field="version", value=quoted(version), high=SCENARIO_VERSION)]


def _read_text(key: str, item: object, found: list[LeverFault]) -> str:
    if isinstance(item, str):
        return item
    found.append(LeverFault(code=LeverFaultCode.WRONG_TYPE, field=key, value=quoted(item)))
    return ""


def _read_lever(
    lever: Lever, item: object, percent: bool, found: list[LeverFault]
) -> Values | None:
    """The values of one lever; None where they are not as many numbers as it has slots."""
    many = lever.slot is not Slot.ONE
    if many and not isinstance(item, list):
        code = LeverFaultCode.WRONG_COUNT if is_number(item) else LeverFaultCode.WRONG_TYPE
        value = 1 if is_number(item) else quoted(item)
        found.append(LeverFault(code=code, field=lever.name, value=value, high=lever.size))
        return None
    items = item if many and isinstance(item, list) else [item]
    if len(items) != lever.size:
        code = LeverFaultCode.WRONG_COUNT
        found.append(LeverFault(code=code, field=lever.name, value=len(items), high=lever.size))
        return None
    numbers = []
    for slot, number in enumerate(items):
        if is_number(number):
            numbers.append(to_decimal(number, lever.unit, percent=percent))
        else:
            code, value = LeverFaultCode.WRONG_TYPE, quoted(number)
            found.append(LeverFault(code=code, field=lever.name, slot=slot, value=value))
    return tuple(numbers) if len(numbers) == lever.size else None
