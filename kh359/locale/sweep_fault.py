"""Faults of a grid, and what stops a sweep, in words: where, what is wrong and what to do."""

from kh359.locale.language import Language
from kh359.locale.lever import range_text, value_text
from kh359.locale.number import number, percent
from kh359.locale.plain_text import clipped
from kh359.locale.translate import Translator, marked, translator
from kh359.locale.unreadable import unreadable_text
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.sweep.fault import (
    Expected,
    GridFault,
    GridFaultCode,
    SweepError,
    SweepFaultCode,
)

GRID_FAULTS: dict[GridFaultCode, str] = {
    GridFaultCode.NOT_READABLE: marked(
        "cannot be read ({reason}); decimals take a point (1.5), texts take quotation marks"
    ),
    GridFaultCode.TOO_LONG: marked("longer than {high} characters; shorten it"),
    GridFaultCode.HIDDEN_CHARACTER: marked(
        "holds a character that is not shown ({value}); type the text again"
    ),
    GridFaultCode.WRONG_VERSION: marked(
        "version “{value}” is not known; this program reads version {high}"
    ),
    GridFaultCode.UNKNOWN: marked("there is no such key; known: {expected}"),
    GridFaultCode.MISSING: marked("is missing; add it"),
    GridFaultCode.WRONG_TYPE: marked("“{value}” cannot stand here; write {expected}"),
    GridFaultCode.OUT_OF_RANGE: marked("{value} is not allowed; allowed: {range}"),
    GridFaultCode.EMPTY: marked("holds nothing; give at least one value, or leave the key out"),
    GridFaultCode.TWICE: marked("{value} stands twice; keep one of the two"),
    GridFaultCode.WRONG_COUNT: marked("{value} numbers, {high} are needed"),
    GridFaultCode.NOT_WHOLE: marked(
        "the shares add up to {value}; change them so that they add up to {whole}"
    ),
    GridFaultCode.BAD_RANGE: marked("the first number must lie below the last, and a step above 0"),
    GridFaultCode.NEEDS_SLOT: marked(
        "this lever has several values; say which one moves by a key behind a point: {expected}"
    ),
    GridFaultCode.ONE_SHARE: marked(
        "{value} shares move by themselves, but the others follow so that all add up to {whole}; "
        "move one share, or list whole splits of five shares"
    ),
    GridFaultCode.BOTH: marked("is given twice in different ways; keep one of them"),
    GridFaultCode.TOO_MANY: marked(
        "{value} scenarios in one place are too many, at most {high}; take fewer values"
    ),
    GridFaultCode.BAD_ID: marked(
        "“{value}” is no id; write at most 40 small letters without marks, digits or _"
    ),
    GridFaultCode.UNKNOWN_INDICATOR: marked(
        "the place {place} has no target of an indicator “{value}”; nearest: {expected}"
    ),
    GridFaultCode.UNKNOWN_TARGET: marked(
        "the place {place} has no target “{value}”; nearest: {expected}"
    ),
}

EXPECTED: dict[Expected, str] = {
    Expected.TEXT: marked("a text in quotation marks"),
    Expected.WHOLE: marked("a whole number"),
    Expected.FLAG: marked("true or false"),
    Expected.NUMBER: marked("a number with a decimal point"),
    Expected.TEXTS: marked('a list of texts, such as ["coverage_5g"]'),
    Expected.TABLE: marked("a table of keys in square brackets"),
    Expected.TABLES: marked("[[place]] once for each place, with the keys id and data"),
    Expected.VALUES: marked(
        "a list such as [80, 90], or a range such as {from = 60, to = 100, step = 5}"
    ),
    Expected.SPAN: marked("the least and the largest value, such as [60, 100]"),
}

SWEEP_FAULTS: dict[SweepFaultCode, str] = {
    SweepFaultCode.OTHER_SWEEP: marked(
        "The folder {folder} holds another sweep: another grid, other data or another version of "
        "the program. Choose another folder with --out, or delete this one."
    ),
    SweepFaultCode.NOT_A_SWEEP: marked(
        "The folder {folder} holds other files and no sweep. Choose a new folder with --out."
    ),
    SweepFaultCode.OTHER_CODE: marked(
        "The worker {worker} runs another version of the program or of its libraries, so its "
        "numbers could differ. Install the same version there and start it again."
    ),
    SweepFaultCode.OTHER_DATA: marked(
        "The data of the place {place} changed while they were read. Run the command again."
    ),
    SweepFaultCode.NO_CLUSTER_LIBRARY: marked(
        "--scheduler needs the library distributed, which is not installed. In the project's "
        'folder: pip install ".[cluster]". Without --scheduler the sweep runs on this machine.'
    ),
    SweepFaultCode.NO_SCHEDULER: marked(
        "No Dask scheduler answers at {address}. Check the address (such as "
        "tcp://192.168.1.20:8786) and that the scheduler runs."
    ),
    SweepFaultCode.NO_WORKERS: marked(
        "The scheduler at {address} has no worker. Start one: dask worker {address}"
    ),
    SweepFaultCode.NO_PACKAGE: marked(
        "The scheduler or a worker cannot run this program ({reason}). Install the same version "
        "of kh359 on every machine of the cluster."
    ),
    SweepFaultCode.WORKER_FAILED: marked(
        "The worker {worker} could not do its part ({reason}). Check its disk and its memory, then "
        "repeat the command; what is done stays."
    ),
    SweepFaultCode.SCHEDULER_LOST: marked(
        "The scheduler at {address} is gone. What is done stays; start it again and repeat the "
        "command."
    ),
    SweepFaultCode.WORKERS_DIED: marked(
        "Several workers died on the same part of the place {place} ({reason}), often for want of "
        "memory. Give the workers more memory or take a smaller partition; what is done stays."
    ),
}


def grid_fault_text(fault: GridFault, language: Language) -> str:
    """One fault in one sentence: '“levers.execution”: 101 % … cho phép: 0 % đến 100 %'."""
    say = translator(language)
    what = say(
        GRID_FAULTS[fault.code],
        value=_value(fault, language),
        high="" if fault.high is None else number(fault.high, language),
        range=_range(fault, say),
        whole=percent(1, language),
        expected=_expected(fault, say),
        reason=unreadable_text(str(fault.value), say),
        place=fault.place,
    )
    return f"“{clipped(fault.key)}”: {what}" if fault.key else what[0].upper() + what[1:]


def sweep_fault_text(error: SweepError, language: Language) -> str:
    """What stopped a sweep, and what to do."""
    fields = {"folder": "", "worker": "–", "place": "", "address": "", "reason": ""}
    given = {name: clipped(text) for name, text in error.fields.items() if name != "folder"}
    folder = {"folder": error.fields.get("folder", "")}
    return translator(language)(SWEEP_FAULTS[error.code], **(fields | given | folder))


def _value(fault: GridFault, language: Language) -> str:
    lever = LEVER_BY_NAME.get(fault.lever)
    if not isinstance(fault.value, float):
        return clipped(str(fault.value))
    return (
        number(fault.value, language) if lever is None else value_text(lever, fault.value, language)
    )


def _range(fault: GridFault, say: Translator) -> str:
    lever = LEVER_BY_NAME.get(fault.lever)
    if lever is not None:
        return range_text(lever, say.language)
    if fault.low is None or fault.high is None:
        return ""
    low, high = number(fault.low, say.language), number(fault.high, say.language)
    return say("{low} to {high}", low=low, high=high)


def _expected(fault: GridFault, say: Translator) -> str:
    if fault.code is GridFaultCode.WRONG_TYPE:
        return say(EXPECTED[Expected(fault.expected)])
    return fault.expected or "–"
