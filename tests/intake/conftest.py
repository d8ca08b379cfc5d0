"""Today's facts, the words of both languages, and a way to check a table."""

from collections.abc import Callable

import pytest

from kh359.intake.check import check_content, check_text
from kh359.intake.check_report import CheckReport
from kh359.intake.vocabulary import Vocabulary
from kh359.locale.intake_vocabulary import vocabulary_of
from kh359.plan.loading import DATA_FOLDER, data_version
from kh359.plan.overlay import Base, LaidOver, Overlay, lay_over
from kh359.plan.tables import read_tables

TODAY = "2026-11-23"
Check = Callable[[str | bytes], CheckReport]


@pytest.fixture(scope="session")
def current() -> LaidOver:
    base = Base(tables=read_tables(DATA_FOLDER), version=data_version(DATA_FOLDER))
    return lay_over(base, Overlay())


@pytest.fixture(scope="session")
def vocabulary(current: LaidOver) -> Vocabulary:
    return vocabulary_of(current.facts)


@pytest.fixture(scope="session")
def check(current: LaidOver, vocabulary: Vocabulary) -> Check:
    """Checks pasted text, or the bytes of a file."""

    def checked(given: str | bytes) -> CheckReport:
        if isinstance(given, bytes):
            return check_content(given, current, vocabulary, today=TODAY)
        return check_text(given, current, vocabulary, today=TODAY)

    return checked
