"""Which source a row names: one of those there are, or a new one."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping

from kh359.intake.finding import Finding, IntakeCode, Severity
from kh359.intake.folding import folded
from kh359.intake.record import Record
from kh359.intake.vocabulary import Column, Vocabulary
from kh359.plan.problem import Code, Problem
from kh359.plan.row import parse_row
from kh359.plan.source import Source
from kh359.plan.user_figure import USER_SOURCE, UserSource

FIELDS: dict[Column, str] = {
    Column.SOURCE_TITLE: "title",
    Column.SOURCE_PUBLISHER: "publisher",
    Column.SOURCE_DATE: "date",
    Column.SOURCE_ADDRESS: "address",
    Column.SOURCE_DOCUMENT: "document",
}
COLUMN_OF = {field: column for column, field in FIELDS.items()}
_ID_LENGTH = 12


class SourceBook:
    """The sources known before the table, and those its rows add."""

    def __init__(self, known: Iterable[Source], vocabulary: Vocabulary) -> None:
        self._known = {source.source_id: source for source in known}
        self._vocabulary = vocabulary
        self._by_address = {s.address: s.source_id for s in self._known.values() if s.address}
        self._by_title = {
            _title(s.title, s.publisher, s.date): s.source_id for s in self._known.values()
        }
        self._added: dict[str, dict[str, str]] = {}

    def texts(self, used: Iterable[str]) -> tuple[Mapping[str, str], ...]:
        """The new sources among those used, text by column of `UserSource`."""
        wanted = set(used)
        return tuple(cells for name, cells in self._added.items() if name in wanted)

    def about(self, source_id: str) -> str:
        """All that is said of a source, to look for words in it."""
        if source_id in self._added:
            return " ".join(self._added[source_id].values())
        known = self._known.get(source_id)
        return "" if known is None else f"{known.title} {known.publisher} {known.address}"

    def source_of(
        self, record: Record, cells: Mapping[str, str], tell: Callable[[Finding], None]
    ) -> str:
        """The id of the source of one row; empty after an error was told."""
        given = cells.get(Column.SOURCE, "")
        texts = {field: cells.get(column, "") for column, field in FIELDS.items()}
        if given:
            code = self._vocabulary.code(Column.SOURCE, given)
            if code in self._known:
                return code
            near = self._vocabulary.nearest(Column.SOURCE, given)
            found = Code.UNKNOWN_SOURCE
            tell(record.finding(Severity.ERROR, found, Column.SOURCE, expected=near))
            return ""
        if not any(texts.values()):
            tell(record.finding(Severity.ERROR, Code.MISSING_VALUE, Column.SOURCE))
            return ""
        same = self._same(texts)
        if same:
            found = IntakeCode.KNOWN_SOURCE
            tell(record.finding(Severity.NOTE, found, Column.SOURCE_TITLE, expected=same))
            return same
        return self._add(record, texts, tell)

    def _same(self, texts: Mapping[str, str]) -> str:
        by_address = self._by_address.get(texts["address"], "")
        title = _title(texts["title"], texts["publisher"], texts["date"])
        return by_address or self._by_title.get(title, "")

    def _add(
        self, record: Record, texts: Mapping[str, str], tell: Callable[[Finding], None]
    ) -> str:
        digest = hashlib.sha256(json.dumps(sorted(texts.items())).encode()).hexdigest()
        source_id = USER_SOURCE + digest[:_ID_LENGTH]
        if source_id in self._added:
            return source_id
        cells = {"source_id": source_id, **texts}
        parsed = parse_row("sources.csv", record.line, cells, UserSource)
        if isinstance(parsed, tuple):
            for problem in parsed:
                tell(_finding(record, problem))
            return ""
        self._added[source_id] = cells
        return source_id


def _finding(record: Record, problem: Problem) -> Finding:
    column = COLUMN_OF.get(problem.column, Column.SOURCE_DOCUMENT)
    return record.finding(Severity.ERROR, problem.code, column, expected=problem.expected)


def _title(title: str, publisher: str, date: str | None) -> tuple[str, str, str]:
    return folded(title), folded(publisher), date or ""
