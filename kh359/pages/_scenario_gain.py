"""What a scenario wins and loses against the baseline, and what a won target costs."""

from collections.abc import Sequence

import numpy as np
import streamlit as st

from kh359.locale.number import number, probability
from kh359.locale.proof import short_level
from kh359.locale.unit import quantity, target_text
from kh359.model.attainment import is_met
from kh359.model.evidence import Level
from kh359.model.gain import LEAST_GAIN, Change, CostState, Gain, gain
from kh359.model.lever import STATED_YEARS
from kh359.model.outlook import Outlook
from kh359.model.scenario_run import ScenarioRun
from kh359.pages import _state
from kh359.pages._table import Line, Text, table
from kh359.plan.facts import Facts
from kh359.plan.target import Target
from kh359.plan.unit import Unit

LONGEST = 20
"""Targets in a list; the rest is counted."""


def show_gains(facts: Facts, baseline: ScenarioRun, run: ScenarioRun, outlook: Outlook) -> None:
    """Money and gain by milestone, then every target won, lost, or set by the levers."""
    say = _state.say()
    st.subheader(say("Against every lever at rest"), anchor=False)
    gains = [gain(baseline, run, year) for year in STATED_YEARS]
    _show_costs(gains)
    whole = gains[-1]
    targets = {target.target_id: target for target in facts.targets}
    for caption, changes in (
        (say("Targets won ({count}): past an even chance", count=len(whole.won)), whole.won),
        (say("Targets lost ({count}): below an even chance", count=len(whole.lost)), whole.lost),
    ):
        if changes:
            _show_changes(caption, changes, facts, targets, outlook)
    if not whole.won and not whole.lost:
        st.write(say("No target passes an even chance in either direction."))
    if whole.decided:
        _show_decided([targets[target_id] for target_id in whole.decided], facts, run)


def _show_costs(gains: Sequence[Gain]) -> None:
    say = _state.say()
    headers = (
        say("From 2026 to"),
        say("Targets won"),
        say("Targets lost"),
        say("Expected gain, targets"),
        say("Extra public money, billion đồng"),
        say("Extra money from outside the budget, billion đồng"),
        say("Extra public money for each expected target"),
    )
    rows = [
        (
            str(item.year),
            str(len(item.won)),
            str(len(item.lost)),
            _signed(item.expected, 1),
            _signed(item.extra_public, 0),
            _signed(item.extra_private, 0),
            _cost(item),
        )
        for item in gains
    ]
    caption = say("Targets due by a milestone, and the money until then (prices of 2025)")
    table(caption, headers, rows, numbers=frozenset(range(1, 6)))


def _signed(value: float, digits: int) -> str:
    written = number(value, _state.language(), digits=digits)
    return f"+{written}" if round(value, digits) > 0 else written


def _cost(item: Gain) -> str:
    say, language = _state.say(), _state.language()
    if item.cost_per_target is not None:
        return quantity(item.cost_per_target, Unit.BN_VND, language, projected=True)
    if item.cost_state is CostState.NO_EXTRA_MONEY:
        return say("no extra public money")
    least = number(LEAST_GAIN, language, digits=1)
    return say("not stated: the gain is below {least} of a target", least=least)


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
            probability(change.before, language),
            probability(change.after, language),
            short_level(levels[target.indicator_id], language),
        )
        assumed = levels[target.indicator_id] is Level.ASSUMED
        rows.append(Line(cells=cells, look="assumed" if assumed else ""))
    headers = (
        say("Indicator"),
        say("Target"),
        say("Levers at rest"),
        say("This scenario"),
        say("Evidence"),
    )
    table(caption, headers, rows, numbers=frozenset({2, 3}), tight=frozenset({1, 4}))
    rest = len(changes) - LONGEST
    if rest > 0:
        st.caption(say.plural("and {count} more target", "and {count} more targets", rest))


def _show_decided(targets: Sequence[Target], facts: Facts, run: ScenarioRun) -> None:
    say, language = _state.say(), _state.language()
    rows = []
    for target in targets:
        paths = run.paths_of(target.indicator_id)
        if paths is None:
            continue
        value = float(paths[target.year - int(run.years[0]), 0])
        reaches = bool(is_met(np.array(value), target))
        cells = (
            _name(facts, target),
            f"{target.year}: {target_text(target, language)}",
            quantity(value, target.unit, language, projected=True),
            say("reaches the target") if reaches else say("does not reach the target"),
        )
        rows.append(cells)
    caption = say("Set by the scenario itself: a consequence of its levers, no forecast")
    headers = (say("Indicator"), say("Target"), say("Set by the scenario"), say("Consequence"))
    table(caption, headers, rows, numbers=frozenset({2}), tight=frozenset({1, 3}))


def _name(facts: Facts, target: Target) -> Text:
    say, indicator = _state.say(), facts.indicator_by_id[target.indicator_id]
    return Text(
        text=say.pick(indicator.name_vi, indicator.name_en),
        address=_state.link(indicator.indicator_id),
    )
