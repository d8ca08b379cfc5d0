"""The reports as kinds of file: five cycles, each in Word and as PDF."""

from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile, Kind
from kh359.export.report_content import report, report_name
from kh359.export.report_cycle import HALF_YEAR, MONTH, QUARTER, REVIEW, YEAR, Cycle
from kh359.export.watch import Watch
from kh359.locale.translate import marked

DOCX_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF_MIME = "application/pdf"


def _docx(cycle: Cycle, title: str, summary: str) -> Kind:
    def make(dossier: Dossier, watch: Watch) -> ExportFile:
        from kh359.export.report_docx import report_docx

        content = report_docx(report(dossier, cycle, watch), dossier, watch)
        watch.step(1, 1, dossier.say(title))
        name = file_name(report_name(dossier, cycle), "docx")
        return ExportFile(name=name, content=content, mime=DOCX_MIME)

    return Kind(kind_id=f"report-{cycle.cycle_id}", title=title, summary=summary, make=make)


def _pdf(cycle: Cycle, title: str, summary: str) -> Kind:
    def make(dossier: Dossier, watch: Watch) -> ExportFile:
        from kh359.export.report_pdf import report_pdf

        content = report_pdf(report(dossier, cycle, watch), dossier)
        watch.step(1, 1, dossier.say(title))
        name = file_name(report_name(dossier, cycle), "pdf")
        return ExportFile(name=name, content=content, mime=PDF_MIME)

    return Kind(kind_id=f"report-{cycle.cycle_id}-pdf", title=title, summary=summary, make=make)


_MONTH = marked("results, what changed, risks")
_QUARTER = marked("and every target of the next milestone, charts of those at risk")
_HALF_YEAR = marked("and charts of all indicators with figures")
_YEAR = marked("and all targets, all charts, all assumptions")
_REVIEW = marked("the whole plan, for the review of section IV.7")

REPORT_KINDS: tuple[Kind, ...] = (
    _docx(MONTH, marked("Monthly report (Word)"), _MONTH),
    _pdf(MONTH, marked("Monthly report (PDF)"), _MONTH),
    _docx(QUARTER, marked("Quarterly report (Word)"), _QUARTER),
    _pdf(QUARTER, marked("Quarterly report (PDF)"), _QUARTER),
    _docx(HALF_YEAR, marked("Half-yearly report (Word)"), _HALF_YEAR),
    _pdf(HALF_YEAR, marked("Half-yearly report (PDF)"), _HALF_YEAR),
    _docx(YEAR, marked("Yearly report (Word)"), _YEAR),
    _pdf(YEAR, marked("Yearly report (PDF)"), _YEAR),
    _docx(REVIEW, marked("Review after 2.5 years (Word)"), _REVIEW),
    _pdf(REVIEW, marked("Review after 2.5 years (PDF)"), _REVIEW),
)
