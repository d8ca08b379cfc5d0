"""The whole plan: the best split and timing under a ceiling, and the frontier."""

from dataclasses import dataclass

import streamlit as st

from kh359.charts.fan_settings import fan_settings
from kh359.charts.frontier import frontier_chart
from kh359.charts.frontier_plotly import frontier_figure
from kh359.locale.goal_fault import question_fault_text
from kh359.locale.goal_plan import plan_caution, plan_head, plan_named
from kh359.locale.lever import slot_text
from kh359.locale.money import money_figure
from kh359.locale.number import percent
from kh359.locale.plain_text import plain_markdown
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.lever import LEVER_BY_NAME, PERIODS, PROGRAMMES, STATED_YEARS
from kh359.model.scenario.scenario import Scenario
from kh359.model.solve.best_plan import BestPlan, best_plan
from kh359.model.solve.frontier import Frontier, frontier
from kh359.model.solve.question import QuestionError
from kh359.model.solve.watch import Watch
from kh359.pages import _state
from kh359.pages._goal.order import Order, order
from kh359.pages._goal.scenario import open_button
from kh359.pages._table import table

ORDER, FOUND = "goal_order", "goal_found"
PLAN_PART = 0.4
"""Part of the whole search that the plan takes, before the frontier."""
CHART = "du_bien_ngan_sach"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Found:
    """What a search found."""

    order: Order
    plan: BestPlan
    curve: Frontier


def show_plan(ground: Stage, chosen: Scenario) -> None:
    """Choices, a button, and what was found for them."""
    say = _state.say()
    try:
        now = order(ground, chosen)
    except QuestionError as error:
        _refuse(error)
        return
    st.button(
        say("Find the best plan"), key="goal_find", type="primary", on_click=_begin, args=(now,)
    )
    wanted: Order | None = _state.kept(ORDER)
    if wanted is None:
        return
    if wanted != now:
        st.info(say("The choices have changed since the last search: search again."))
        return
    found: Found | None = _state.kept(FOUND)
    if found is None or found.order != wanted:
        found = _search(ground, wanted)
    if found is not None:
        _show(ground, found)


def _begin(wanted: Order) -> None:
    _state.keep(ORDER, wanted)


def _give_up() -> None:
    _state.keep(ORDER, None)


def _search(ground: Stage, wanted: Order) -> Found | None:
    """Search with a bar and a button to give up: a click on it ends this run of the page."""
    say, box = _state.say(), st.empty()
    with box.container():
        bar = st.progress(0.0, say("Looking for the best plan …"))
        st.button(say("Cancel"), key="goal_cancel", on_click=_give_up)
    shown = [0]

    def tell(part: float) -> None:
        if round(100 * part) > shown[0]:
            shown[0] = round(100 * part)
            bar.progress(part, say("Looking for the best plan …"))

    watch = Watch(progress=tell)
    try:
        plan = best_plan(ground, wanted.aim, wanted.limits, watch.part(0.0, PLAN_PART))
        curve = frontier(ground, wanted.aim, wanted.limits, watch.part(PLAN_PART, 1.0))
    except QuestionError as error:
        _give_up()
        box.empty()
        _refuse(error)
        return None
    box.empty()
    found = Found(order=wanted, plan=plan, curve=curve)
    _state.keep(FOUND, found)
    return found


def _refuse(error: QuestionError) -> None:
    st.error(plain_markdown(question_fault_text(error, _state.language())))


def _show(ground: Stage, found: Found) -> None:
    language, plan = _state.language(), found.plan
    weighted = bool(found.order.aim.weights)
    st.markdown(f"**{plain_markdown(plan_head(plan, language, weighted=weighted))}**")
    chart = frontier_chart(found.curve, plan, language)
    st.plotly_chart(
        frontier_figure(chart),
        theme=None,
        config=fan_settings(CHART, language),
        alt=chart.alt,
        key="frontier",
    )
    named = plan_named(plan.scenario, plan.limits, language)
    open_button(named, key="goal_open_plan")
    _show_split(ground, found)
    st.caption(plan_caution(language))


def _show_split(ground: Stage, found: Found) -> None:
    """Shares and money of each programme by period, and the shares of the budget."""
    say, language = _state.say(), _state.language()
    plan, before = found.plan, found.order.aim.scenario
    lever, money = LEVER_BY_NAME["split"], plan.run.money
    rows = []
    for slot, _ in enumerate(PROGRAMMES):
        periods = [
            money.allocated[(money.years >= first) & (money.years <= last), slot].sum()
            for first, last in PERIODS
        ]
        rows.append(
            (
                slot_text(lever, slot, language),
                percent(before.split[slot], language),
                percent(plan.scenario.split[slot], language),
                *(money_figure(float(amount), language) for amount in periods),
            )
        )
    table(
        say("The plan found: split, and money of each period, billion đồng at 2025 prices"),
        [
            say("Programme"),
            say("Present split"),
            say("Split found"),
            *(f"{first}–{last}" for first, last in PERIODS),
        ],
        rows,
        numbers=frozenset(range(1, 3 + len(PERIODS))),
    )
    table(
        say("Share of the local budget for all programmes"),
        [say("Scenario"), *map(str, STATED_YEARS)],
        [
            (name, *(percent(share, language, digits=2) for share in scenario.programme_share))
            for name, scenario in (
                (say("present scenario"), before),
                (say("plan found"), plan.scenario),
            )
        ],
        numbers=frozenset(range(1, 1 + len(STATED_YEARS))),
    )
