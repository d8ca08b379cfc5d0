"""The figures behind a chart: python-pptx's, with a worksheet in which text stays text."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.util import lazyproperty
from xlsxwriter import Workbook

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class SlideData(CategoryChartData):
    """Categories and series. A scenario's name is a series' name, and may begin with '='."""

    @lazyproperty
    def _workbook_writer(self) -> CategoryWorkbookWriter:
        return _PlainWriter(self)


class _PlainWriter(CategoryWorkbookWriter):
    """Never makes a formula or a link of a text."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[tuple[Any, Any]]:
        workbook = Workbook(xlsx_file, _OPTIONS)
        yield workbook, workbook.add_worksheet()
        workbook.close()
