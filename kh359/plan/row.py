"""One row of a file in `data/`: its cells, and the fact they spell or the faults they have."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Generic, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from kh359.plan.fact import LARGEST, Fact
from kh359.plan.problem import Code, Problem

F = TypeVar("F", bound=Fact)

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
COMMA_NUMBER = re.compile(r"-?[0-9]+,[0-9]+")
# 1,000 may mean one or one thousand: only a person can tell, so no correction is offered.
THOUSANDS = re.compile(r"-?[0-9]{1,3}(,[0-9]{3})+")
LIMITS = {"ge": ">=", "gt": ">", "le": "<="}
# Unseen in a spreadsheet, they would make two words differ, or show one in another order.
HIDDEN = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
CODE_BY_ERROR = {
    "missing": Code.MISSING_VALUE,
    "int_from_float": Code.NOT_A_WHOLE_NUMBER,
    "int_parsing": Code.NOT_A_WHOLE_NUMBER,
    "bool_parsing": Code.NOT_A_YES_NO,
    "enum": Code.UNKNOWN_CHOICE,
    "string_pattern_mismatch": Code.WRONG_FORM,
    "greater_than": Code.OUT_OF_RANGE,
    "greater_than_equal": Code.OUT_OF_RANGE,
    "less_than_equal": Code.OUT_OF_RANGE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row(Generic[F]):
    """A checked row. `line` is its line in `file`, `cells` its text by column."""

    file: str
    line: int
    cells: Mapping[str, str]
    fact: F

    def problem(self, column: str, code: Code, expected: str = "") -> Problem:
        """A fault of this row found by looking at other rows."""
        return Problem(
            file=self.file,
            row=self.line,
            column=column,
            value=self.cells.get(column, ""),
            code=code,
            expected=expected,
        )


def parse_row(
    file: str, line: int, cells: Mapping[str, str], kind: type[F]
) -> Row[F] | tuple[Problem, ...]:
    """Turn the text of one row into a fact of `kind`, or list every fault of its cells.

    `cells` holds the columns of `kind` only; an empty cell is a missing value.
    """
    faults = _hidden_faults(cells) | _number_faults(cells, kind)
    fact: F | None = None
    try:
        fact = kind.model_validate({name: cell for name, cell in cells.items() if cell})
    except ValidationError as error:
        for details in error.errors():
            column, code, expected = _read(details, kind)
            faults.setdefault(column, (code, expected))
    if fact is not None and not faults:
        return Row(file=file, line=line, cells=cells, fact=fact)
    return tuple(
        Problem(
            file=file,
            row=line,
            column=column,
            value=cells.get(column, ""),
            code=code,
            expected=expected,
        )
        for column, (code, expected) in faults.items()
    )


def _hidden_faults(cells: Mapping[str, str]) -> dict[str, tuple[Code, str]]:
    """Cells with a character nobody sees; a line break inside a text is none."""
    faults = {}
    for name, cell in cells.items():
        if cell.isprintable():
            continue
        for character in cell:
            if character not in "\r\n" and unicodedata.category(character) in HIDDEN:
                faults[name] = (Code.HIDDEN_CHARACTER, f"U+{ord(character):04X}")
    return faults


def _number_faults(cells: Mapping[str, str], kind: type[Fact]) -> dict[str, tuple[Code, str]]:
    """Faults of cells that must be plain numbers; pydantic would let 1e3 and 1_000 pass."""
    faults: dict[str, tuple[Code, str]] = {}
    for name, whole in _number_columns(kind):
        cell = cells.get(name)
        if not cell:
            continue
        if NUMBER.fullmatch(cell):
            if abs(float(cell)) > LARGEST:
                faults[name] = (Code.OUT_OF_RANGE, f"<= {LARGEST:.0f}")
        elif COMMA_NUMBER.fullmatch(cell) and not THOUSANDS.fullmatch(cell):
            faults[name] = (Code.DECIMAL_COMMA, cell.replace(",", "."))
        else:
            faults[name] = (Code.NOT_A_NUMBER, "2025" if whole else "1234.5")
    return faults


@cache
def _number_columns(kind: type[Fact]) -> tuple[tuple[str, bool], ...]:
    """Columns that hold numbers, and whether these are whole ones."""
    types = {name: set(_types(kind, name)) for name in kind.model_fields}
    return tuple((name, int in held) for name, held in types.items() if {int, float} & held)


def _read(details: ErrorDetails, kind: type[Fact]) -> tuple[str, Code, str]:
    """Column, code and expectation of one pydantic error."""
    context = details.get("ctx", {})
    if details["type"] == "fault":
        return context["column"], Code(context["code"]), context["expected"]
    column = str(details["loc"][0]) if details["loc"] else ""
    code = CODE_BY_ERROR.get(details["type"], Code.INVALID)
    limits = [f"{sign} {context[key]:g}" for key, sign in LIMITS.items() if key in context]
    expected = {
        Code.NOT_A_WHOLE_NUMBER: "2025",
        Code.NOT_A_YES_NO: "true, false",
        Code.UNKNOWN_CHOICE: _choices(kind, column) if column else "",
        Code.WRONG_FORM: str(context.get("pattern", "")),
        Code.OUT_OF_RANGE: " ".join(limits),
        Code.INVALID: details["msg"],
    }
    return column, code, expected.get(code, "")


def _types(kind: type[Fact], column: str) -> tuple[type, ...]:
    """The types a column may hold, with a union taken apart."""
    annotation = kind.model_fields[column].annotation
    return get_args(annotation) or (annotation,)  # pyright: ignore[reportReturnType]


def _choices(kind: type[Fact], column: str) -> str:
    """The words an enumerated column allows."""
    enums = [choice for choice in _types(kind, column) if issubclass(choice, StrEnum)]
    return ", ".join(word.value for choice in enums for word in choice)
