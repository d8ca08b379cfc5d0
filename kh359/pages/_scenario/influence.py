"""What a target's probability, or a milestone's count, hangs on; computed when asked for."""

from enum import StrEnum

import streamlit as st

from kh359.locale.translate import marked
from kh359.locale.unit import target_text
from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.model.evaluation.stage import Stage
from kh359.model.outlook import IndicatorOutlook
from kh359.model.scenario.lever import STATED_YEARS
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _state
from kh359.pages._scenario.influence_charts import draw_contribution, draw_sobol, draw_tornado
from kh359.pages._scenario.influence_results import Subject

BOX, ASKED = "influence", "influence_asked"
"""ASKED: what was asked for last: an answer is shown for that alone, since levers move on."""


class Question(StrEnum):
    """What is asked about a number."""

    CONTRIBUTION = "contribution"
    TORNADO = "tornado"
    SOBOL = "sobol"


QUESTIONS: dict[Question, str] = {
    Question.CONTRIBUTION: marked("What each moved lever adds"),
    Question.TORNADO: marked("One input at a time"),
    Question.SOBOL: marked("All inputs at once (Sobol)"),
}


def show_influence(ground: Stage, scenario: Scenario, indicator_id: str) -> None:
    """A box below the results; nothing in it is computed while it is closed."""
    say = _state.say()
    box = st.expander(say("What this hangs on"), key=BOX, on_change="rerun")
    if box.open:
        with box:
            _ask(ground, scenario, indicator_id)


def _ask(ground: Stage, scenario: Scenario, indicator_id: str) -> None:
    say, item = _state.say(), ground.outlook.of(indicator_id)
    subjects = _subjects(item)
    subject = st.selectbox(
        say("About"), list(subjects), format_func=subjects.__getitem__, key="influence_subject"
    )
    question = Question(
        st.segmented_control(
            say("Question"),
            list(Question),
            default=Question.CONTRIBUTION,
            required=True,
            format_func=lambda one: say(QUESTIONS[one]),
            key="influence_question",
        )
    )
    if question is Question.TORNADO and isinstance(subject, int):
        st.write(say("One input at a time is asked of one target; choose one above."))
        return
    asked = f"{scenario.content_hash} {subject} {question}"
    if _state.typed(ASKED) != asked:
        st.button(
            say("Compute for the levers as they are (some seconds)"),
            key="influence_compute",
            on_click=_state.fill,
            args=(ASKED, asked),
        )
        return
    with st.spinner(say("Computing…")):
        _answer(ground, scenario, subject, question, subjects[subject])


def _answer(
    ground: Stage, scenario: Scenario, subject: Subject, question: Question, title: str
) -> None:
    if question is Question.CONTRIBUTION:
        draw_contribution(ground, scenario, subject, title)
    elif question is Question.SOBOL:
        draw_sobol(ground, scenario, subject, title)
    elif isinstance(subject, str):
        draw_tornado(ground, scenario, subject, title)


def _subjects(item: IndicatorOutlook) -> dict[Subject, str]:
    """The indicator's own targets to come, then each milestone's count."""
    say, language = _state.say(), _state.language()
    name = say.pick(item.indicator.name_vi, item.indicator.name_en)
    subjects: dict[Subject, str] = {
        a.target.target_id: f"{name}, {a.target.year}: {target_text(a.target, language)}"
        for a in item.attainments
        if a.target.year > LAST_JUDGED_YEAR and a.observed is None
    }
    counts = {year: say("Targets met in {year}, whole plan", year=year) for year in STATED_YEARS}
    return subjects | counts
