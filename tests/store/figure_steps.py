"""Short ways to hand in figures in tests of the store."""

from kh359.intake.check import check_records
from kh359.intake.check_report import CheckedBatch
from kh359.intake.vocabulary import Column
from kh359.locale.intake_vocabulary import vocabulary_of
from kh359.plan.overlay import LaidOver

TODAY = "2026-11-23"
PLAIN = {
    Column.INDICATOR: "digital_signature",
    Column.REGION: "qn_new",
    Column.YEAR: "2025",
    Column.VALUE: "31,5",
    Column.UNIT: "%",
    Column.GRADE: "official",
    Column.MATCH: "same",
    Column.SOURCE_TITLE: "Báo cáo chuyển đổi số",
    Column.SOURCE_PUBLISHER: "Sở Khoa học và Công nghệ",
    Column.SOURCE_DOCUMENT: "12/BC-SKHCN",
}


def batch_of(current: LaidOver, *rows: dict[Column, str]) -> CheckedBatch:
    """A batch of rows, each like `PLAIN` with some cells of its own; everything confirmed."""
    table = [PLAIN | row for row in rows]
    report = check_records(table, current, vocabulary_of(current.facts), today=TODAY)
    return report.batch("all")
