"""One or several targets and a wanted probability: the least that reaches them."""

from dataclasses import replace
from typing import Any

import streamlit as st

from kh359.locale.goal import answer_text, named, status_text, target_name, unknown_text
from kh359.locale.goal_fault import question_fault_text
from kh359.locale.goal_head import head_text
from kh359.locale.goal_money import money_sentence
from kh359.locale.number import percent, probability
from kh359.locale.plain_text import plain_markdown
from kh359.locale.prior import prior_span, prior_value
from kh359.locale.start import start_text
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.answer import Answer, TargetAnswer
from kh359.model.solve.goal import seek
from kh359.model.solve.question import Question, QuestionError, Unknown
from kh359.model.solve.supposed import supposed
from kh359.pages import _compute, _state
from kh359.pages._goal.choice import LEVELS, MOST_TARGETS, PROBABILITIES, open_targets
from kh359.pages._goal.scenario import open_button
from kh359.pages._indicator_choice import choose_indicator, first_projected
from kh359.pages._table import Line, Text, table
from kh359.pages._view import View

TARGETS, PROBABILITY, UNKNOWN, LEVEL = "goal_targets", "goal_wanted", "goal_for", "goal_level"


def show_targets(ground: Stage, chosen: Scenario) -> None:
    """Question, answer, and what the answer rests on."""
    say = _state.say()
    question = _ask(ground, chosen)
    if question is None:
        st.info(say("Choose at least one target."))
        return
    try:
        answer = seek(ground, question)
    except QuestionError as error:
        st.error(plain_markdown(question_fault_text(error, _state.language())))
        return
    _show(ground, answer)


def _ask(ground: Stage, chosen: Scenario) -> Question | None:
    say, language, facts = _state.say(), _state.language(), _compute.facts()
    indicator_id = choose_indicator(ground.outlook, preferred=first_projected(ground.outlook))
    names = {
        target.target_id: target_name(target.target_id, facts, language)
        for target in open_targets(facts)
    }
    asked = _state.view().targets_asked
    own = (t.target_id for t in facts.targets_of(indicator_id))
    wished = own if asked.target_ids is None else asked.target_ids
    # A key for each indicator: another choice starts from its own targets.
    targets = st.multiselect(
        say("Targets to reach"),
        list(names),
        format_func=names.__getitem__,
        max_selections=MOST_TARGETS,
        select_all=False,
        placeholder=say("Choose targets…"),
        **_state.bound(
            f"{TARGETS}_{indicator_id}",
            [target_id for target_id in wished if target_id in names],
            lambda view, ids: _asking(view, target_ids=tuple(ids)),
        ),
    )
    left, right = st.columns(2, gap="large")
    with left:
        wanted = st.select_slider(
            say("Probability wanted of each target"),
            PROBABILITIES,
            format_func=lambda shown: percent(shown / 100, language),
            **_state.bound(
                PROBABILITY, asked.wanted, lambda view, shown: _asking(view, wanted=shown)
            ),
        )
    with right:
        st.radio(
            say("Solve for"),
            list(Unknown),
            format_func=lambda kind: unknown_text(kind, language),
            horizontal=True,
            **_state.bound(
                UNKNOWN, asked.unknown, lambda view, kind: _asking(view, unknown=Unknown(kind))
            ),
        )
    level = _level(chosen, ground) if asked.unknown is Unknown.START else None
    if not targets:
        return None
    return Question(
        target_ids=tuple(targets),
        scenario=chosen,
        unknown=asked.unknown,
        wanted=wanted / 100,
        level=level,
    )


def _asking(view: View, **changes: Any) -> View:
    return view.asking(replace(view.targets_asked, **changes))


def _level(chosen: Scenario, ground: Stage) -> float:
    """The share of the budget that the extra money brings the programmes to."""
    say, language = _state.say(), _state.language()
    shown = st.select_slider(
        say(
            "Share of the local budget with the extra money (at rest {rest})",
            rest=percent(ground.rest.programme_share[0], language),
        ),
        LEVELS,
        format_func=lambda tenths: percent(tenths / 1000, language),
        **_state.bound(
            LEVEL,
            _state.view().targets_asked.level,
            lambda view, tenths: _asking(view, level=tenths),
        ),
    )
    return min(shown / 1000, LEVER_BY_NAME["programme_share"].high)


def _show(ground: Stage, answer: Answer) -> None:
    say, language, facts = _state.say(), _state.language(), _compute.facts()
    st.markdown(f"**{plain_markdown(head_text(answer, language))}**")
    money = money_sentence(answer, language)
    if money:
        st.markdown(plain_markdown(money))
    table(
        say("Target by target"),
        [say("Target"), say("Probability now"), say("Probability then"), say("Answer")],
        [_line(ground, found, answer) for found in answer.targets],
        numbers=frozenset({1, 2}),
    )
    if answer.scenario is not None:
        open_button(named(answer.scenario, answer.question, facts, language), key="goal_open")
    _show_assumptions(answer)


def _line(ground: Stage, found: TargetAnswer, answer: Answer) -> Line:
    language, facts = _state.language(), _compute.facts()
    item = ground.outlook.of(found.indicator_id)
    start = start_text(item.evidence, item.indicator, language)
    return Line(
        cells=(
            Text(text=target_name(found.target_id, facts, language), small=start),
            probability(found.p_now, language),
            probability(found.p_then, language),
            Text(
                text=status_text(found.status, answer.question.unknown, language),
                small=answer_text(found, answer, facts, language),
            ),
        ),
        look="assumed" if start else "",
    )


def _show_assumptions(answer: Answer) -> None:
    """Every assumption behind the answer, by name."""
    say, language, facts = _state.say(), _state.language(), _compute.facts()
    ids = tuple(found.indicator_id for found in answer.targets)
    priors = supposed(facts, ids, answer.question.unknown)
    st.caption(
        say(
            "Each target for itself has the probability wanted; that all are met in one future is "
            "less likely. Exact on the simulated futures, all of which rest on assumptions."
        )
    )
    if not priors:
        return
    with st.expander(say("Assumptions behind this answer ({n})", n=len(priors))):
        table(
            say("Assumptions"),
            [say("Assumption"), say("Most likely"), say("Range")],
            [
                (
                    say.pick(prior.name_vi, prior.name_en),
                    prior_value(prior, language),
                    prior_span(prior, language),
                )
                for prior in priors
            ],
        )
