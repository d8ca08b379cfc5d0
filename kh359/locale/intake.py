"""The check of a table in words: each finding with its place, what is wrong and what to do."""

import re
from collections.abc import Callable
from itertools import starmap

from kh359.intake.check_report import CheckReport
from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.limits import MEGABYTE
from kh359.intake.vocabulary import Column
from kh359.locale.fault import FAULTS, UNKNOWN_CODE
from kh359.locale.intake_vocabulary import HEADERS
from kh359.locale.intake_words import INTAKE_WORDS
from kh359.locale.language import Language
from kh359.locale.number import date, number
from kh359.locale.plain_text import clipped
from kh359.locale.proof import word
from kh359.locale.spreadsheet import Cell
from kh359.locale.translate import Translator, marked, translator
from kh359.locale.unit import quantity, unit_label
from kh359.plan.facts import Facts
from kh359.plan.observation import Grade, Match, Region
from kh359.plan.problem import Code
from kh359.plan.unit import Unit

SEVERITIES: dict[Severity, str] = {
    Severity.ERROR: marked("Error"),
    Severity.CONFIRM: marked("To be confirmed"),
    Severity.NOTE: marked("Note"),
}
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_DIGITS = 10
_ENUMS = {Column.REGION: Region, Column.GRADE: Grade, Column.MATCH: Match}


def severity_text(severity: Severity, language: Language) -> str:
    """How grave a finding is."""
    return translator(language)(SEVERITIES[severity])


def column_text(column: str, language: Language) -> str:
    """The title of a column; what the user wrote where it is none of ours."""
    known = column in {member.value for member in Column}
    return translator(language)(HEADERS[Column(column)]) if known else column


def place_text(finding: Finding, language: Language) -> str:
    """Where: 'Ô C12', 'Dòng 12', 'cả bảng'."""
    say = translator(language)
    if finding.place:
        return f"{say('Cell')} {finding.place}"
    return f"{say('Row')} {finding.row}" if finding.row else say("whole table")


def finding_text(finding: Finding, facts: Facts, language: Language) -> tuple[str, str]:
    """What is wrong, and what to do. Plain text: what the user wrote stands in it."""
    say = translator(language)
    words = INTAKE_WORDS.get(finding.code) or FAULTS.get(finding.code, UNKNOWN_CODE)
    fields = _fields(finding, facts, say)
    return say(words.what, **fields), say(words.remedy, **fields)


def finding_headers(language: Language) -> tuple[str, ...]:
    """Column titles of `finding_records`."""
    say = translator(language)
    return (
        say("Severity"),
        say("Row"),
        say("Cell"),
        say("Column"),
        say("Value as given"),
        say("What was found"),
        say("What to do"),
    )


def finding_records(
    report: CheckReport, facts: Facts, language: Language
) -> list[tuple[Cell, ...]]:
    """One row a finding, gravest first."""
    return [
        (
            severity_text(finding.severity, language),
            finding.row or "",
            finding.place,
            column_text(finding.column, language),
            finding.value,
            *finding_text(finding, facts, language),
        )
        for finding in report.findings
    ]


def _fields(finding: Finding, facts: Facts, say: Translator) -> dict[str, str]:
    worded = _WORDED.get(finding.code)
    expected = worded(finding, facts, say) if worded else finding.expected
    first, _, second = finding.expected.partition(" | ")
    value = clipped(" ".join(finding.value.split()))
    if finding.code == IntakeCode.TOO_LARGE:
        value = _megabytes(finding.value, say)
    return {
        "value": value,
        "expected": expected or "–",
        "first": _numbers(first, say),
        "second": _numbers(second, say),
    }


def _numbers(text: str, say: Translator) -> str:
    """Every number of a text as the language writes it."""
    return _NUMBER.sub(lambda n: number(float(n[0]), say.language, digits=_DIGITS), text)


def _limits(finding: Finding, facts: Facts, say: Translator) -> str:
    """'>= 0, <= 100' -> '≥ 0, ≤ 100'."""
    return _bounds(finding, facts, say).replace(">=", "≥").replace("<=", "≤")


def _bounds(finding: Finding, facts: Facts, say: Translator) -> str:
    return _numbers(finding.expected, say)


def _either(finding: Finding, facts: Facts, say: Translator) -> str:
    first, _, second = _numbers(finding.expected, say).partition(" | ")
    return say("{first} or {second}", first=first, second=second)


def _figure(text: str, say: Translator) -> str:
    """'26 percent' -> '26 %'."""
    value, _, unit = text.partition(" ")
    known = Unit(unit)
    return quantity(known.to_decimal(float(value)), known, say.language)


def _standing(finding: Finding, facts: Facts, say: Translator) -> str:
    """'26 percent | 2025-05' -> '26 % (tại 05/2025)'."""
    value, _, when = finding.expected.partition(" | ")
    if not when:
        return _figure(value, say)
    shown = date(when, say.language)
    return say("{value} (as of {date})", value=_figure(value, say), date=shown)


def _neighbour(finding: Finding, facts: Facts, say: Translator) -> str:
    value, _, year = finding.expected.partition(" | ")
    return say("{value} in {year}", value=_figure(value, say), year=year)


def _one_figure(finding: Finding, facts: Facts, say: Translator) -> str:
    return _figure(finding.expected, say)


def _megabytes(text: str, say: Translator) -> str:
    return number(int(text) / MEGABYTE, say.language, digits=1)


def _choices(finding: Finding, facts: Facts, say: Translator) -> str:
    """Allowed codes as the words the template offers."""
    codes = finding.expected.split(", ")
    if finding.column == Column.UNIT:
        return "; ".join(unit_label(Unit(code), say.language) for code in codes)
    kind = _ENUMS.get(Column(finding.column)) if finding.column else None
    if kind is None:
        return finding.expected
    return "; ".join(word(kind(code), say.language) for code in codes)


def _indicator(finding: Finding, facts: Facts, say: Translator) -> str:
    near = facts.indicator_by_id.get(finding.expected)
    return say.pick(near.name_vi, near.name_en) if near else ""


def _source(finding: Finding, facts: Facts, say: Translator) -> str:
    near = facts.source_by_id.get(finding.expected)
    return near.title if near else ""


def _columns(finding: Finding, facts: Facts, say: Translator) -> str:
    names = finding.expected.split(", ") if finding.expected else []
    return ", ".join(starmap(column_text, ((name, say.language) for name in names)))


_WORDED: dict[str, Callable[[Finding, Facts, Translator], str]] = {
    IntakeCode.TOO_LARGE: lambda finding, _, say: _megabytes(finding.expected, say),
    IntakeCode.TOO_MANY_ROWS: _bounds,
    IntakeCode.CELL_TOO_LONG: _bounds,
    IntakeCode.NO_HEADER: _columns,
    IntakeCode.AMBIGUOUS_NUMBER: _either,
    IntakeCode.NUMBER_AS_TEXT: _bounds,
    IntakeCode.LOOKS_LIKE_SHARE: _one_figure,
    IntakeCode.FUTURE: lambda finding, _, say: date(finding.expected, say.language),
    IntakeCode.PLAN_AS_FIGURE: _one_figure,
    IntakeCode.PLAN_AS_SOURCE: _one_figure,
    IntakeCode.EQUALS_TARGET: _one_figure,
    IntakeCode.CORRECTION: _standing,
    IntakeCode.NEWER_READING: _standing,
    IntakeCode.OLDER_READING: _standing,
    IntakeCode.JUMP: _neighbour,
    IntakeCode.KNOWN_SOURCE: _source,
    Code.MISSING_COLUMN: _columns,
    Code.UNKNOWN_INDICATOR: _indicator,
    Code.UNKNOWN_SOURCE: _source,
    Code.UNKNOWN_CHOICE: _choices,
    Code.WRONG_GRADE: _choices,
    Code.WRONG_UNIT: _choices,
    Code.OUT_OF_BOUNDS: _limits,
}
"""What `expected` of a finding carries, in words; as it is for the codes that are not here."""
