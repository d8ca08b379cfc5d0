"""How far the files are, a way to stop, and the finished files to take along."""

from functools import partial

import streamlit as st

from kh359.export.archive import archive
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile
from kh359.export.run_record import run_record
from kh359.locale.number import date, number
from kh359.locale.plain_text import plain_markdown
from kh359.pages import _state
from kh359.pages._export.job import ExportJob

JOB = "export_job"
LOOK_IN = 0.5
"""Seconds between two looks at the work."""
MEGABYTE = 1_000_000


def show_job(job: ExportJob) -> None:
    """A bar while it works, buttons when it is done."""
    if job.done.is_set():
        _show_files(job)
    else:
        _show_bar()


def forget_job() -> None:
    """Stop the work under way, if any, and drop its files. For callbacks."""
    job: ExportJob | None = _state.kept(JOB)
    if job is not None:
        job.give_up()
    _state.keep(JOB, None)


def _cancel() -> None:
    """What was finished already is thrown away with the rest."""
    forget_job()
    say = _state.say()
    _state.tell(say("Stopped: no file was made."))


@st.fragment(run_every=LOOK_IN)
def _show_bar() -> None:
    """Only this part of the page is drawn again while the files are made."""
    say, job = _state.say(), _state.kept(JOB)
    if job is None or job.done.is_set():
        st.rerun()
    st.progress(job.share, plain_markdown(job.words) or say("Computing…"))
    st.button(say("Cancel"), key="export_cancel", on_click=_cancel)


def _show_files(job: ExportJob) -> None:
    say, language = _state.say(), _state.language()
    if job.failed:
        st.error(
            say(
                "“{kind}” could not be made, so nothing is handed out. Try again without it; the "
                "program's log tells the cause.",
                kind=say(job.failed),
            )
        )
        return
    record = run_record(job.dossier)
    st.success(
        say(
            "{n} files of “{name}”, {day}. They carry the scenario, assumptions, evidence, data "
            "version and seed.",
            n=len(job.files),
            name=plain_markdown(record.scenario),
            day=date(job.dossier.day.isoformat(), language),
        )
    )
    if job.dossier.language != language:
        st.caption(say("The files are in the language that was chosen when they were made."))
    if len(job.files) > 1:
        _offer_all(job, record.key)
    for place, file in enumerate(job.files):
        _offer(file, place)


def _offer(file: ExportFile, place: int) -> None:
    say, language = _state.say(), _state.language()
    size = number(max(len(file.content) / MEGABYTE, 0.01), language, digits=2)
    st.download_button(
        plain_markdown(f"{file.name} ({size} MB)"),
        data=file.content,
        file_name=file.name,
        mime=file.mime,
        key=f"export_file_{place}",
        on_click="ignore",
        help=say("Download"),
    )


def _offer_all(job: ExportJob, mark: str) -> None:
    """Packed at the click, in another thread: it may only use what is handed to it here."""
    say = _state.say()
    contents = {file.name: file.content for file in job.files}
    st.download_button(
        say("All files in one ZIP"),
        data=partial(archive, contents, job.dossier.day),
        file_name=file_name(f"KH359 {mark}", "zip"),
        mime="application/zip",
        key="export_all_files",
        type="primary",
        on_click="ignore",
    )
