"""What a scenario wins and loses against the baseline, and what a won target costs."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from kh359.locale.money import money_change, money_figure
from kh359.locale.number import number, percent, probability
from kh359.locale.plain_text import plain_markdown
from kh359.locale.proof import short_level
from kh359.locale.scenario_summary import supposed_text
from kh359.locale.unit import quantity, target_text
from kh359.model.attainment import is_met
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evidence import Level
from kh359.model.gain import LEAST_GAIN, Change, CostState, Gain, gain
from kh359.model.outlook import Outlook
from kh359.model.scenario.lever import STATED_YEARS
from kh359.model.scenario.moved_lever import is_rest
from kh359.pages import _state
from kh359.pages._table import Line, Text, table
from kh359.plan.facts import Facts
from kh359.plan.target import Target

LONGEST = 20
"""Targets in a list; the rest is counted."""


def show_gains(facts: Facts, baseline: ScenarioRun, run: ScenarioRun, outlook: Outlook) -> None:
    """Money and gain by milestone on the left; every target won, lost or set on the right."""
    say, language = _state.say(), _state.language()
    st.subheader(say("Against every lever at rest"), anchor=False)
    supposed = supposed_text(run.scenario, baseline.scenario, facts, language)
    st.caption(plain_markdown(f"{run.scenario.note} {supposed}".strip()))
    if is_rest(run.scenario, baseline.scenario):
        return
    gains = [gain(baseline, run, year) for year in STATED_YEARS]
    costs, names = st.columns([9, 13], gap="medium")
    with costs:
        _show_costs(gains)
    with names:
        _show_names(gains[-1], facts, run, outlook)


def _show_names(whole: Gain, facts: Facts, run: ScenarioRun, outlook: Outlook) -> None:
    say = _state.say()
    targets = {target.target_id: target for target in facts.targets}
    for caption, changes in (
        (say("Targets whose chance rises past 50% ({count})", count=len(whole.won)), whole.won),
        (say("Targets whose chance falls below 50% ({count})", count=len(whole.lost)), whole.lost),
    ):
        if changes:
            _show_changes(caption, changes, facts, targets, outlook)
    if not whole.won and not whole.lost:
        st.write(say("No target passes an even chance in either direction."))
    if whole.decided:
        _show_decided([targets[target_id] for target_id in whole.decided], facts, run)


def _show_costs(gains: Sequence[Gain]) -> None:
    """One column a milestone, so that the table fits beside the levers."""
    say, language = _state.say(), _state.language()
    rows = [
        (say("Targets rising past 50%"), *(str(len(item.won)) for item in gains)),
        (say("Targets falling below 50%"), *(str(len(item.lost)) for item in gains)),
        (say("Expected gain, targets"), *(_signed(item.expected) for item in gains)),
        (
            say("Extra public money, billion đồng"),
            *(money_change(item.extra_public, language) for item in gains),
        ),
        (
            say("Extra money from outside the budget, billion đồng"),
            *(money_change(item.extra_private, language) for item in gains),
        ),
        (
            say("Extra public money for each expected target, billion đồng"),
            *(_cost(item) for item in gains),
        ),
    ]
    headers = (say("From 2026 to"), *(str(item.year) for item in gains))
    caption = say("Targets due until then, and money at the prices of 2025")
    table(caption, headers, rows, numbers=frozenset(range(1, len(headers))))
    if any(item.cost_state is CostState.GAIN_TOO_SMALL for item in gains):
        least = number(LEAST_GAIN, language, digits=1)
        st.caption(say("– : the gain is below {least} of a target, no cost is stated", least=least))


def _signed(value: float) -> str:
    written = number(value, _state.language(), digits=1)
    return f"+{written}" if round(value, 1) > 0 else written


def _cost(item: Gain) -> str:
    say, language = _state.say(), _state.language()
    if item.cost_per_target is not None:
        return money_figure(item.cost_per_target, language)
    return say("no extra") if item.cost_state is CostState.NO_EXTRA_MONEY else "–"


def _show_changes(
    caption: str,
    changes: Sequence[Change],
    facts: Facts,
    targets: dict[str, Target],
    outlook: Outlook,
) -> None:
    say, language = _state.say(), _state.language()
    levels = {item.indicator.indicator_id: item.evidence.level for item in outlook.indicators}
    rows = []
    for change in changes[:LONGEST]:
        target = targets[change.target_id]
        cells = (
            _name(facts, target),
            f"{target.year}: {target_text(target, language)}",
            *_chances(change),
            short_level(levels[target.indicator_id], language),
        )
        assumed = levels[target.indicator_id] is Level.ASSUMED
        rows.append(Line(cells=cells, look="assumed" if assumed else ""))
    headers = (
        say("Indicator"),
        say("Target"),
        say("Levers at rest"),
        say("Scenario"),
        say("Evidence"),
    )
    table(caption, headers, rows, numbers=frozenset({2, 3}), tight=frozenset({1, 4}))
    rest = len(changes) - LONGEST
    if rest > 0:
        st.caption(say.plural("and {count} more target", "and {count} more targets", rest))


def _chances(change: Change) -> tuple[str, str]:
    """Before and after; with a decimal where whole percent would read alike."""
    language = _state.language()
    before, after = probability(change.before, language), probability(change.after, language)
    if before != after:
        return before, after
    return percent(change.before, language), percent(change.after, language)


def _show_decided(targets: Sequence[Target], facts: Facts, run: ScenarioRun) -> None:
    """One row an indicator, one column a milestone; never a probability."""
    say = _state.say()
    years = sorted({target.year for target in targets})
    rows = []
    for indicator_id in dict.fromkeys(target.indicator_id for target in targets):
        own = {target.year: target for target in targets if target.indicator_id == indicator_id}
        cells = [_decided_cell(own.get(year), run) for year in years]
        rows.append((_name(facts, next(iter(own.values()))), *cells))
    caption = say("Set by the scenario itself: a consequence of its levers, no forecast")
    table(caption, (say("Indicator"), *map(str, years)), rows)


def _decided_cell(target: Target | None, run: ScenarioRun) -> Text:
    """The figure that the levers set, and whether it is as high as the target."""
    say, language = _state.say(), _state.language()
    paths = None if target is None else run.paths_of(target.indicator_id)
    if target is None or paths is None:
        return Text(text="–")
    value = float(paths[target.year - int(run.years[0]), 0])
    wanted = target_text(target, language)
    reached = is_met(np.array(value), target)
    return Text(
        text=quantity(value, target.unit, language, projected=True),
        small=say("target {target}: reached", target=wanted)
        if reached
        else say("target {target}: not reached", target=wanted),
    )


def _name(facts: Facts, target: Target) -> Text:
    say, indicator = _state.say(), facts.indicator_by_id[target.indicator_id]
    return Text(
        text=say.pick(indicator.name_vi, indicator.name_en),
        address=_state.link(indicator.indicator_id),
    )
