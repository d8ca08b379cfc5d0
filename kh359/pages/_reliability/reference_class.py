"""The comparable episodes behind one indicator's projection, in sentences and a small table."""

from math import isnan

import streamlit as st

from kh359.locale.number import number, percent, probability
from kh359.locale.unit import quantity, target_text
from kh359.model.outlook import IndicatorOutlook
from kh359.model.reference_class import ReferenceClass
from kh359.pages import _state
from kh359.pages._table import Text, table
from kh359.plan.indicator import Kind

YEARS_AHEAD = (5, 10, 20)
FEWEST_TO_COUNT = 10
"""Below this effective number a share or a quantile of episodes is mere chance."""


def show_reference_class(item: IndicatorOutlook) -> None:
    """Where the projection takes its pace and its width from."""
    say = _state.say()
    st.subheader(say("Comparable episodes behind this projection"), anchor=False)
    known = item.reference
    if known is None:
        st.write(
            say("This indicator is not projected, so there is nothing to compare it with.")
            if item.projection is None
            else say("No comparable episodes were used for this projection.")
        )
        return
    st.write(_what(known))
    if known.n_peer_changes and known.peer_weight > 0:
        st.write(_peers(known))
    if known.effective_n < FEWEST_TO_COUNT:
        st.write(say("That is too few to count shares by: the projection rests on a smooth curve."))
        return
    left, right = st.columns([2, 3])
    with left:
        _quantile_table(item, known)
    with right:
        _shares(item, known)


def _what(known: ReferenceClass) -> str:
    say, language = _state.say(), _state.language()
    return say(
        "{count} episodes elsewhere start like this indicator: {countries} countries, "
        "{indicators} indicators. They do not count alike; together they weigh as much as "
        "{effective} that count fully.",
        count=number(known.n_episodes, language, digits=0),
        countries=number(known.n_countries, language, digits=0),
        indicators=number(known.n_indicators, language, digits=0),
        effective=number(known.effective_n, language, digits=0),
    )


def _peers(known: ReferenceClass) -> str:
    say, language = _state.say(), _state.language()
    return say(
        "The pace seen in Viet Nam ({count} yearly changes) enters with a weight of {weight}.",
        count=number(known.n_peer_changes, language, digits=0),
        weight=percent(known.peer_weight, language, digits=0),
    )


def _quantile_table(item: IndicatorOutlook, known: ReferenceClass) -> None:
    say, language, unit = _state.say(), _state.language(), item.indicator.unit
    per_year = item.indicator.kind is Kind.FLOW

    def write(value: float) -> str:
        if isnan(value):
            return "–"
        return quantity(value, unit, language, per_year=per_year, projected=True)

    first = int(known.years[0])
    rows = []
    for ahead in YEARS_AHEAD:
        if ahead <= known.years.size:
            low, middle, high = (write(float(q)) for q in known.quantiles[:, ahead - 1])
            when = Text(text=str(first + ahead - 1), small=say("after {count} years", count=ahead))
            rows.append((when, low, middle, high))
    table(
        say("What followed in those episodes, on this indicator's scale"),
        (
            say("Year"),
            say("1 in 10 stayed below"),
            say("half stayed below"),
            say("1 in 10 went beyond"),
        ),
        rows,
        numbers=frozenset({1, 2, 3}),
        tight=frozenset({0}),
    )


def _shares(item: IndicatorOutlook, known: ReferenceClass) -> None:
    say, language = _state.say(), _state.language()
    attainments = {a.target.target_id: a for a in item.attainments}
    lines = []
    for reached in known.shares:
        attainment = attainments[reached.target_id]
        sentence = say(
            "of {count} comparable episodes elsewhere, counted by likeness, {share} got as far as "
            "this target in as many years (the program says {chance}).",
            count=number(known.n_episodes, language, digits=0),
            share=probability(reached.share, language),
            chance=probability(attainment.p_met, language),
        )
        goal = target_text(attainment.target, language)
        lines.append(f"- **{attainment.target.year}, {goal}:** {sentence}")
    if not lines:
        st.write(say("The plan sets no later number for this indicator."))
        return
    st.markdown("\n".join(lines))
    st.caption(
        say(
            "The plain share only counts episodes elsewhere. The program's probability smooths "
            "them year by year and adds the pace seen in Viet Nam, so the two may lie far apart, "
            "most of all over many years. Where they do, neither is to be relied on alone: take "
            "the gap itself as a measure of what is not known."
        )
    )
