"""The page Xuất: what it offers, and that its files are those of the model's run."""

import io
import time
import zipfile
from threading import Event

import pytest
from streamlit.testing.v1 import AppTest

from kh359.export.kind import ExportFile, Kind
from kh359.export.registry import KINDS
from kh359.locale.translate import translator
from kh359.pages._export.job import ExportJob
from tests.pages.opened_app import Open, all_text

SECONDS = 60


def finished(app: AppTest) -> AppTest:
    """The page once the thread is done; AppTest does not look in by itself."""
    job = app.session_state["_kept_export_job"]
    assert job.done.wait(SECONDS)
    app.run()
    assert not app.exception
    return app


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_kind_is_offered_with_its_sentence(open_app: Open, language: str) -> None:
    app = open_app("export", lang=language)
    say = translator(language)  # type: ignore[arg-type]
    for kind in KINDS:
        label = app.checkbox(key=f"export_kind_{kind.kind_id}").label
        assert say(kind.title) in label
        assert say(kind.summary) in label
    assert app.button(key="export_begin").disabled
    assert say("Choose at least one kind of file.") in all_text(app)


def test_files_are_made_beside_the_page(open_app: Open) -> None:
    app = open_app("export", lang="vi")
    for kind_id in ("csv", "kpi"):
        app.checkbox(key=f"export_kind_{kind_id}").check().run()
    app.button(key="export_begin").click().run()
    app = finished(app)
    files = app.session_state["_kept_export_job"].files
    assert len(files) == 2
    assert "Đã tạo 2 tệp" in "".join(item.value for item in app.success)
    assert len(app.get("download_button")) == 3, "each file, and all in one"
    tables = zipfile.ZipFile(io.BytesIO(files[0].content))
    assert all(tables.read(name).startswith(b"\xef\xbb\xbf") for name in tables.namelist())


def test_all_kinds_are_taken_at_once(open_app: Open) -> None:
    app = open_app("export", lang="vi")
    app.checkbox(key="export_all").check().run()
    assert all(app.checkbox(key=f"export_kind_{kind.kind_id}").value for kind in KINDS)


def made_by(make) -> ExportJob:
    kind = Kind(kind_id="odd", title="Charts", summary="", make=make)
    job = ExportJob(dossier=translator_only(), kinds=(kind,))  # type: ignore[arg-type]
    return job.begin()


def translator_only():
    """All that a job itself asks of a dossier."""

    class Words:
        say = translator("en")

    return Words()


def test_a_failure_is_told_by_the_kind_and_nothing_is_handed_out() -> None:
    def make(dossier, watch) -> ExportFile:
        raise OSError("no space left")

    job = made_by(make)
    assert job.done.wait(SECONDS)
    assert (job.failed, job.files) == ("Charts", [])


def test_giving_up_stops_the_work_at_its_next_step() -> None:
    begun, on = Event(), Event()

    def make(dossier, watch) -> ExportFile:
        begun.set()
        on.wait(SECONDS)
        watch.step(1, 2, "half")
        raise AssertionError("went on after it was given up")

    job = made_by(make)
    assert begun.wait(SECONDS)
    job.give_up()
    on.set()
    assert job.done.wait(SECONDS)
    assert (job.failed, job.files) == ("", [])


def test_who_cancels_is_told_that_no_file_was_made(open_app: Open) -> None:
    app = open_app("export", lang="vi")
    app.session_state["_kept_export_job"] = ExportJob(dossier=translator_only(), kinds=())  # type: ignore[arg-type]
    app.run()
    app.button(key="export_cancel").click().run()
    assert not app.exception
    assert "Đã dừng, không có tệp nào được tạo." in all_text(app)
    app.run()
    assert "Đã dừng" not in all_text(app)


def test_the_share_grows_while_it_works() -> None:
    seen: list[float] = []

    def make(dossier, watch) -> ExportFile:
        watch.step(1, 4, "a quarter")
        seen.append(job.share)
        return ExportFile(name="a.txt", content=b"a", mime="text/plain")

    hold = Event()

    def waiting(dossier, watch) -> ExportFile:
        hold.wait(SECONDS)
        return make(dossier, watch)

    job = made_by(waiting)
    time.sleep(0)
    hold.set()
    assert job.done.wait(SECONDS)
    assert seen == [0.25]


def test_one_chart_is_offered_in_three_forms(open_app: Open) -> None:
    app = open_app("indicator", lang="vi", ct="dti")
    labels = [item.proto.label for item in app.get("download_button")]
    assert [form for form in ("PNG", "SVG", "PDF") if form in labels] == ["PNG", "SVG", "PDF"]
