"""Faults of a scenario in words: where, what is wrong, what is allowed and what to do."""

from difflib import get_close_matches

from kh359.locale.language import Language
from kh359.locale.lever import lever_text, range_text, slot_text, value_text
from kh359.locale.number import number, percent
from kh359.locale.plain_text import clipped
from kh359.locale.translate import Translator, marked, translator
from kh359.locale.unit import quantity
from kh359.locale.unreadable import unreadable_text
from kh359.model.scenario.document import KEYS, TEXTS
from kh359.model.scenario.fault import LeverFault, LeverFaultCode
from kh359.model.scenario.lever import LEVER_BY_NAME, Slot
from kh359.model.scenario.override_document import OVERRIDE_KEYS
from kh359.plan.facts import Facts
from kh359.plan.unit import Unit

SCENARIO_FAULTS: dict[LeverFaultCode, str] = {
    LeverFaultCode.UNKNOWN: marked("there is no such key; nearest: {near}"),
    LeverFaultCode.WRONG_TYPE: marked("“{value}” cannot stand here; write {expected}"),
    LeverFaultCode.WRONG_COUNT: marked("{value} numbers, {high} are needed: {slots}"),
    LeverFaultCode.OUT_OF_RANGE: marked("{value} is not allowed; allowed: {range}"),
    LeverFaultCode.NOT_WHOLE: marked(
        "the shares add up to {value}; change them so that they add up to {whole}"
    ),
    LeverFaultCode.TOO_LONG: marked("longer than {high} characters; shorten it"),
    LeverFaultCode.TWICE: marked("stands twice; keep one of the two"),
    LeverFaultCode.INCOMPLETE: marked("start_value and start_year need each other; give both"),
    LeverFaultCode.WRONG_VERSION: marked(
        "version “{value}” is not known; this program reads version {high}"
    ),
    LeverFaultCode.NOT_READABLE: marked(
        "cannot be read ({reason}); decimals take a point (1.5), texts take quotation marks"
    ),
    LeverFaultCode.UNKNOWN_INDICATOR: marked("there is no such indicator; nearest: {near}"),
    LeverFaultCode.OUT_OF_BOUNDS: marked(
        "{value} is outside the indicator's bounds; allowed: {range}"
    ),
    LeverFaultCode.HIDDEN_CHARACTER: marked(
        "holds a character that is not shown ({value}); type the text again"
    ),
}


def scenario_fault_text(fault: LeverFault, facts: Facts, language: Language) -> str:
    """One fault in one sentence: 'Tỷ lệ giải ngân (execution): 101 % … cho phép: 0 % đến 100 %'."""
    say = translator(language)
    what = say(SCENARIO_FAULTS[fault.code], **_fields(fault, facts, say))
    place = _place(fault, facts, say)
    return f"{place}: {what}" if place else what[0].upper() + what[1:]


def _place(fault: LeverFault, facts: Facts, say: Translator) -> str:
    """The lever or the indicator by its name, then its key; empty for the text as a whole."""
    parts = []
    if fault.subject:
        indicator = facts.indicator_by_id.get(fault.subject)
        name = say.pick(indicator.name_vi, indicator.name_en) if indicator else ""
        parts.append(f"{name} ({fault.subject})" if name else f"“{clipped(fault.subject)}”")
    lever = LEVER_BY_NAME.get(fault.field)
    if lever is not None:
        parts.append(f"{lever_text(lever, say.language)} ({lever.name})")
        if fault.slot is not None:
            parts.append(slot_text(lever, fault.slot, say.language))
    elif fault.field and not (fault.subject and fault.field == "overrides"):
        parts.append(f"“{clipped(fault.field)}”")
    return ", ".join(part for part in parts if part)


def _fields(fault: LeverFault, facts: Facts, say: Translator) -> dict[str, object]:
    lever = LEVER_BY_NAME.get(fault.field)
    slots = (
        ""
        if lever is None
        else "; ".join(slot_text(lever, slot, say.language) for slot in range(lever.size))
    )
    return {
        "value": _value(fault, facts, say),
        "high": "" if fault.high is None else number(fault.high, say.language),
        "range": _range(fault, facts, say),
        "whole": percent(1, say.language),
        "slots": slots,
        "near": _near(fault, facts),
        "expected": _expected(fault, facts, say),
        "reason": unreadable_text(str(fault.value), say),
    }


def _value(fault: LeverFault, facts: Facts, say: Translator) -> str:
    value, language = fault.value, say.language
    if not isinstance(value, float):
        return clipped(str(value))
    if fault.code is LeverFaultCode.OUT_OF_BOUNDS:
        return quantity(value, facts.indicator_by_id[fault.subject].unit, language)
    lever = LEVER_BY_NAME.get(fault.field)
    if lever is None or fault.code is LeverFaultCode.NOT_WHOLE:
        return percent(value, language, digits=4)
    return value_text(lever, value, language)


def _range(fault: LeverFault, facts: Facts, say: Translator) -> str:
    language, lever = say.language, LEVER_BY_NAME.get(fault.field)
    if lever is not None:
        return range_text(lever, language)
    if fault.field == "start_year":
        return say("{low} to {high}", low=fault.low, high=fault.high)
    if fault.field == "pace" and fault.low is not None and fault.high is not None:
        low, high = percent(fault.low, language), percent(fault.high, language)
        return say("{low} to {high}", low=low, high=high)
    indicator = facts.indicator_by_id.get(fault.subject)
    unit = Unit.RATIO if indicator is None else indicator.unit
    if fault.low is not None and fault.high is not None:
        low, high = (quantity(bound, unit, language) for bound in (fault.low, fault.high))
        return say("{low} to {high}", low=low, high=high)
    if fault.low is not None:
        return say("at least {value}", value=quantity(fault.low, unit, language))
    return say("a finite number")


def _near(fault: LeverFault, facts: Facts) -> str:
    if fault.code is LeverFaultCode.UNKNOWN_INDICATOR:
        word, known = fault.subject, list(facts.indicator_by_id)
    else:
        word, known = fault.field, list(OVERRIDE_KEYS if fault.subject else KEYS)
    return ", ".join(get_close_matches(word, known, n=3, cutoff=0.4) or known[:5])


def _expected(fault: LeverFault, facts: Facts, say: Translator) -> str:
    """What a value of this place looks like."""
    lever = LEVER_BY_NAME.get(fault.field)
    if lever is not None and fault.slot is None and lever.slot is not Slot.ONE:
        return say("{n} numbers in square brackets", n=lever.size)
    if fault.field in TEXTS:
        return say("a text in quotation marks")
    if fault.field == "outside_driver":
        return say("true or false")
    if fault.field == "overrides":
        return say(
            "a table [overrides.INDICATOR] with the keys {keys}", keys=", ".join(OVERRIDE_KEYS)
        )
    indicator = facts.indicator_by_id.get(fault.subject)
    if fault.field == "start_year" or (
        fault.field == "start_value" and indicator is not None and indicator.is_whole
    ):
        return say("a whole number")
    return say("a number with a decimal point")
