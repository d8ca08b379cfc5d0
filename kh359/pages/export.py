"""Xuất: the files people hand in, made from one run."""

from dataclasses import replace
from datetime import date

import streamlit as st

from kh359.export.kind import Kind
from kh359.export.report_earlier import Earlier
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute, _state
from kh359.pages._dossier import dossier
from kh359.pages._export.choice import choose_kinds, choose_scenario
from kh359.pages._export.earlier import choose_earlier
from kh359.pages._export.job import ExportJob
from kh359.pages._export.progress import JOB, forget_job, show_job
from kh359.pages._frame import assumption_note, assumption_switch, run_line, show_refusals


def page() -> None:
    """Show the page from top to bottom."""
    say = _state.say()
    show_refusals()
    st.title(say("Export"), anchor=False)
    assumption_switch()
    assumption_note()
    chosen, kinds = choose_scenario(), choose_kinds()
    earlier = choose_earlier(kinds)
    ground = _compute.stage(_state.view().assumptions, chosen)
    job: ExportJob | None = _state.kept(JOB)
    running = job is not None and not job.done.is_set()
    st.button(
        say("Make the files"),
        type="primary",
        key="export_begin",
        disabled=not kinds or running,
        on_click=_begin,
        args=(chosen, kinds, earlier),
    )
    stopped = _state.told()
    if stopped:
        st.info(stopped)
    if job is not None:
        show_job(job)
    elif not kinds:
        st.info(say("Choose at least one kind of file."))
    run_line(ground.outlook)


def _begin(chosen: Scenario, kinds: list[Kind], earlier: Earlier | None) -> None:
    """The files carry the day of the click."""
    forget_job()
    ground = _compute.stage(_state.view().assumptions, chosen)
    run = dossier(ground, chosen, _state.language(), date.today())
    _state.keep(JOB, ExportJob(dossier=replace(run, earlier=earlier), kinds=tuple(kinds)).begin())


page()
