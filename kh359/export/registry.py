"""Every kind of file, in the order in which they are offered. A new kind is a module and a line."""

from kh359.export import (
    best_plan,
    charts_pdf,
    charts_png,
    charts_svg,
    csv_tables,
    kpi_table,
    long_format,
    report_kind,
    slides,
    workbook,
)
from kh359.export.kind import Kind

KINDS: tuple[Kind, ...] = (
    charts_pdf.KIND,
    charts_png.KIND,
    charts_svg.KIND,
    slides.KIND,
    workbook.KIND,
    *report_kind.REPORT_KINDS,
    best_plan.KIND,
    csv_tables.KIND,
    kpi_table.KIND,
    long_format.KIND,
)
KIND_BY_ID: dict[str, Kind] = {kind.kind_id: kind for kind in KINDS}
