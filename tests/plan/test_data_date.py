"""The facts are as recent as their latest source."""

import pytest

from kh359.plan.data_date import latest_date
from kh359.plan.source import Source


def source(date: str | None) -> Source:
    return Source(
        source_id="s", title="T", publisher="P", date=date, address="https://example.org/s"
    )


@pytest.mark.parametrize(
    ("dates", "latest"),
    [
        (("2025-12-31", "2026-01-05", None), "2026-01-05"),
        (("2026", "2025-12-31"), "2026"),
        (("2026", "2026-03", "2026-03-17"), "2026-03-17"),
        ((None,), None),
        ((), None),
    ],
)
def test_the_latest_date_stated(dates: tuple[str | None, ...], latest: str | None) -> None:
    assert latest_date(map(source, dates)) == latest
