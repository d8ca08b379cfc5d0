"""What it would take: of a milestone's targets, which ones money can still bring about."""

from collections import Counter
from html import escape

import streamlit as st

from kh359.locale.goal import answer_text, status_text, target_name
from kh359.locale.goal_money import money_sentence
from kh359.locale.number import percent
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.answer import Answer, Status, TargetAnswer
from kh359.model.solve.goal import seek
from kh359.model.solve.question import WANTED, Question, Unknown
from kh359.pages import _compute, _state
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import fact, facts_row, sentence, show
from kh359.pages._kept import kept
from kh359.plan.facts import Facts

MOST_TOLD = 3
"""Targets told one by one."""
TOLD_FIRST = (Status.REACHED, Status.BEYOND_LIMIT, Status.NOT_IN_HANDS, Status.NEVER)
LOOKS = {Status.REACHED: "good", Status.ALREADY: "good", Status.NEVER: "bad"}


def show_needs(sitting: Sitting, facts: Facts) -> None:
    """Counts of the answers, then the answers that a budget can do most about."""
    say, language, year = _state.say(), _state.language(), _state.view().milestone
    ids = tuple(target.target_id for target in facts.targets if target.year == year)
    with st.spinner(say("Computing…")):
        answer = _answer(_compute.marks(sitting.ground), sitting.chosen.content_hash, ids,
                         sitting.ground, sitting.chosen)  # fmt: skip
    asked = say(
        "{n} targets of {year}, each to be met with {wanted} probability, by the yearly programme "
        "budget alone ({name}):",
        n=len(ids),
        year=year,
        wanted=percent(WANTED, language),
        name=sitting.candidates[0].name,
    )
    counts = Counter(target.status for target in answer.targets)
    boxes = [
        fact(
            str(counts[status]),
            status_text(status, Unknown.BUDGET, language),
            look=LOOKS.get(status, "even"),
        )
        for status in Status
        if counts[status]
    ]
    money = _money(answer)
    parts = [sentence(asked), facts_row(boxes), *_told(answer, facts)]
    show("".join(parts) + (sentence(money) if money else ""))


def _told(answer: Answer, facts: Facts) -> list[str]:
    told = [t for status in TOLD_FIRST[:2] for t in answer.targets if t.status is status]
    told += sorted(
        (t for t in answer.targets if t.status in TOLD_FIRST[2:]), key=lambda t: -(t.p_most or 0)
    )
    few = _few(told, with_money=bool(_money(answer)))
    return [_paragraph(target, answer, facts) for target in few]


def _money(answer: Answer) -> str:
    """Told where money brings a target about; what the levers set is no such target."""
    if all(target.status is not Status.REACHED for target in answer.targets):
        return ""
    return money_sentence(answer, _state.language())


def _paragraph(target: TargetAnswer, answer: Answer, facts: Facts) -> str:
    language = _state.language()
    name = target_name(target.target_id, facts, language)
    text = answer_text(target, answer, facts, language)
    return f"<p><b>{escape(name)}.</b> {escape(text[:1].upper() + text[1:])}</p>"


def _few(told: list[TargetAnswer], *, with_money: bool) -> list[TargetAnswer]:
    """As many as the screen has room for."""
    return told[: MOST_TOLD - 1 if with_money else MOST_TOLD]


@kept(most=8)
def _answer(
    of_stage: _compute.Marks,
    content_hash: str,
    target_ids: tuple[str, ...],
    _ground: Stage,
    _chosen: Scenario,
) -> Answer:
    return seek(_ground, Question(target_ids=target_ids, scenario=_chosen))
