"""The matrix indicators x milestones: a frozen definition every renderer draws alike."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One target in a cell. `tone` is a verdict's key; `hatched` says it is an assumption.

    flagged: stands out with a frame of its own, which the legend explains.
    """

    text: str
    tone: str
    hatched: bool
    hint: str
    flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Targets of one indicator in one milestone year; no marks where the plan sets none."""

    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Words in a column after the milestones; `small` follows in a lighter type."""

    text: str
    small: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One indicator. `evidence` is its level in words, `level` its number (1-4).

    indicator_id: empty where the row stands for several.
    """

    indicator_id: str
    name: str
    level: int
    evidence: str
    cells: tuple[Cell, ...]
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The rows of one group of the plan."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendItem:
    """One look and what it means."""

    text: str
    tone: str
    hatched: bool
    sample: str
    flagged: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """The whole table. `headers` name the columns after the indicator and its evidence.

    note_headers: of the columns of notes behind them, if any.
    """

    caption: str
    row_header: str
    evidence_header: str
    headers: tuple[str, ...]
    chosen: int | None
    none_hint: str
    sections: tuple[Section, ...]
    legend: tuple[LegendItem, ...]
    note_headers: tuple[str, ...] = ()
