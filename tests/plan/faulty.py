"""Ways to break one thing in the tiny `data/` folder, and to see what is said about it."""

from pathlib import Path

import pytest

from kh359.plan.loading import load_facts
from kh359.plan.problem import FactsError, Problem


def problems_of(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(FactsError) as caught:
        load_facts(folder)
    return caught.value.problems


def replace(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must stand once in {file}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
