"""Every giả định behind the chosen indicator's answer to money, with its source."""

import streamlit as st

from kh359.locale.number import percent
from kh359.locale.prior import prior_grade_text, prior_span, prior_value
from kh359.model.response.effect import LED_PRIOR
from kh359.pages import _state
from kh359.pages._table import Cell, Text, table
from kh359.plan.channel import Channel
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator
from kh359.plan.prior import Prior

OPEN = "response_evidence"


def show_response_evidence(facts: Facts, indicator: Indicator) -> None:
    """A box that is filled only while it is open."""
    say = _state.say()
    box = st.expander(say("Assumptions behind the effect of money"), key=OPEN, on_change="rerun")
    if box.open:
        with box:
            _show(facts, indicator)


def _show(facts: Facts, indicator: Indicator) -> None:
    say = _state.say()
    response = next((r for r in facts.responses if r.indicator_id == indicator.indicator_id), None)
    if response is None:
        st.write(say("Nothing was found on how money moves this indicator: it does not answer."))
        return
    channel = next(c for c in facts.channels if c.channel_id == response.channel_id)
    name = say.pick(channel.name_vi, channel.name_en)
    reason = say.pick(response.reason_vi, response.reason_en)
    st.write(say("Channel: {name}. {reason}", name=name, reason=reason))
    rows = [_row(facts, prior) for prior in _priors(facts, indicator, channel)]
    headers = (say("Assumption"), say("Most likely, range"), say("Rests on"), say("Sources"))
    table(say("Effect = led part × effect of money × ln(stock / stock at rest)"), headers, rows)


def _priors(facts: Facts, indicator: Indicator, channel: Channel) -> tuple[Prior, ...]:
    ids = (
        LED_PRIOR[indicator.driver],
        channel.elasticity_id,
        channel.lag_id,
        channel.depreciation_id,
    )
    return tuple(facts.prior_by_id[prior_id] for prior_id in ids)


def _row(facts: Facts, prior: Prior) -> tuple[Cell, ...]:
    say, language = _state.say(), _state.language()
    span = prior_span(prior, language)
    if prior.no_effect:
        chance = percent(prior.no_effect, language, digits=0)
        span += "; " + say("and a chance of {chance} of no effect at all", chance=chance)
    sources = [facts.source_by_id[source_id] for source_id in prior.sources]
    return (
        Text(
            text=say.pick(prior.name_vi, prior.name_en),
            small=say.pick(prior.note_vi, prior.note_en),
        ),
        Text(text=prior_value(prior, language), small=span),
        prior_grade_text(prior.grade, language),
        tuple(Text(text=source.title, address=source.address) for source in sources) or "–",
    )
