"""Reports of the sample dossiers, each made once, as their readers open them."""

import io
from functools import lru_cache
from typing import Any

from docx import Document
from run_sample import dossier, made

from kh359.export.report_block import Grid, Report
from kh359.export.report_content import report
from kh359.export.report_cycle import CYCLES
from kh359.export.watch import Watch


@lru_cache(maxsize=5)
def content(cycle_id: str) -> Report:
    """A report before any file format."""
    cycle = next(cycle for cycle in CYCLES if cycle.cycle_id == cycle_id)
    return report(dossier(moved=False), cycle, Watch())


def words_of(told: Report) -> str:
    """Subject, paragraphs, points and cells."""
    blocks = [*told.blocks, *(block for annex in told.annexes for block in annex.blocks)]
    texts = [getattr(block, "text", "") for block in blocks]
    texts += [cell for b in blocks if isinstance(b, Grid) for row in b.rows for cell in row]
    return "\n".join([*told.subject, *texts])


def opened(kind_id: str, *, moved: bool = False, language: str = "vi") -> Any:
    return Document(io.BytesIO(made(kind_id, moved=moved, language=language).content))


def text_of(document: Any) -> str:
    """Paragraphs and cells, in no particular order."""
    cells = (c.text for table in document.tables for row in table.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def grid_of(document: Any, header: str) -> list[dict[str, str]]:
    """The rows of the first table that has this column, by column."""
    for table in document.tables:
        names = [cell.text for cell in table.rows[0].cells]
        if header in names:
            return [
                dict(zip(names, (cell.text for cell in row.cells), strict=True))
                for row in table.rows[1:]
            ]
    raise LookupError(header)
