"""Each defect of defects.csv, alone in an otherwise sound folder, is found and placed.

A line of defects.csv says which text of which file is replaced, and then the problem that must be
told: line, column, value, code and expectation ("(any)" where its wording is left open).
"""

import csv
from pathlib import Path

import pytest
from faulty import problems_of, replace

from kh359.plan.problem import Code

with (Path(__file__).parent / "defects.csv").open(encoding="utf-8", newline="") as _file:
    DEFECTS = list(csv.DictReader(_file))

# Faults of a whole file are made in test_all_faults.py; "invalid" is for rules yet to come.
MADE_ELSEWHERE = {
    Code.MISSING_FILE,
    Code.UNREADABLE,
    Code.BAD_ENCODING,
    Code.WRONG_DELIMITER,
    Code.EMPTY_FILE,
    Code.INVALID,
}


@pytest.mark.parametrize("defect", DEFECTS, ids=[defect["defect"] for defect in DEFECTS])
def test_a_defect_is_found_in_its_place(folder: Path, defect: dict[str, str]) -> None:
    replace(folder, defect["file"], defect["text"], defect["replacement"])
    place = [defect[name] for name in ("file", "line", "column", "value", "code")]
    told = [
        p.expected
        for p in problems_of(folder)
        if [p.file, str(p.row), p.column, p.value, p.code] == place
    ]
    assert len(told) == 1
    assert defect["expected"] in (told[0], "(any)")


def test_every_code_is_provoked_somewhere() -> None:
    assert {Code(defect["code"]) for defect in DEFECTS} | MADE_ELSEWHERE == set(Code)
