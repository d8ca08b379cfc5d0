"""A table as it was given, before anybody asks what its columns mean."""

from dataclasses import dataclass

from kh359.intake.cell import Line
from kh359.intake.finding import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """name: of the sheet, empty for a text. lines: those with something in them, from the top.
    findings: about the table as a whole. typed: whether numbers come as numbers (a workbook).
    merged: merged ranges of more than one cell, as (first row, last row, first column, last
    column, text), from 1. hidden_columns: as (first, last), from 1.
    """

    name: str
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...] = ()
    typed: bool = False
    merged: tuple[tuple[int, int, int, int, str], ...] = ()
    hidden_columns: tuple[tuple[int, int], ...] = ()


class UnreadableTable(Exception):
    """What was given is no table, or one that must not be opened; `findings` say why."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__(", ".join(finding.code for finding in findings))


def refused(code: str, value: str = "", expected: object = "", row: int = 0) -> UnreadableTable:
    """The table is refused as a whole for one reason."""
    return UnreadableTable(
        Finding(severity=Severity.ERROR, code=code, value=value, expected=str(expected), row=row)
    )
