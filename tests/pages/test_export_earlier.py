"""The page Xuất: a report takes the monitoring table of the last one."""

from kh359.export.kpi_table import KIND as MONITORING
from kh359.export.watch import Watch
from tests.pages.opened_app import Open, all_text

LABEL = "Dành cho báo cáo: bảng theo dõi (CSV) của kỳ trước, để nêu thay đổi"


def test_the_box_is_there_for_reports_only(open_app: Open) -> None:
    app = open_app("export", lang="vi")
    assert not app.get("file_uploader")
    app.checkbox(key="export_kind_report-month").check().run()
    (box,) = app.file_uploader
    assert box.label == LABEL


def test_a_table_goes_into_the_dossier_and_another_file_is_refused(open_app: Open) -> None:
    app = open_app("export", lang="vi")
    for kind_id in ("report-month-pdf", "kpi"):
        app.checkbox(key=f"export_kind_{kind_id}").check().run()
    (box,) = app.file_uploader
    box.upload("khac.csv", b"a,b\r\n1,2\r\n", "text/csv").run()
    assert "không phải bảng theo dõi" in all_text(app)
    app.button(key="export_begin").click().run()
    job = app.session_state["_kept_export_job"]
    assert job.done.wait(60)
    assert job.dossier.earlier is None
    table = MONITORING.make(job.dossier, Watch()).content
    (box,) = app.file_uploader
    box.upload("kpi.csv", table, "text/csv").run()
    app.button(key="export_begin").click().run()
    job = app.session_state["_kept_export_job"]
    assert job.done.wait(60)
    assert job.dossier.earlier is not None
    assert len(job.dossier.earlier.standings) == 194
