"""Probability by milestone, beside what other systems would say on the same data."""

import streamlit as st

from kh359.charts.judged_figure import judged_match
from kh359.locale.number import percent_sign, probability, year, year_range
from kh359.locale.outcome import agreement_text, extrapolation_text, observed_text, ratio_text
from kh359.locale.pace import pace_text
from kh359.locale.translate import Translator
from kh359.locale.unit import figure, quantity, target_text
from kh359.model.attainment import Attainment, threshold
from kh359.model.crosscheck import CrossCheck, Extrapolation, Ratio
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._download import offer_table
from kh359.pages._indicator.attainment_record import attainment_record, record_headers
from kh359.pages._table import Line, Text, table
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind
from kh359.plan.observation import Grade
from kh359.plan.target import Target
from kh359.plan.unit import Unit


def show_attainments(facts: Facts, item: IndicatorOutlook) -> None:
    """One row for each target of the indicator, and the same as a file."""
    say = _state.say()
    if not item.attainments:
        st.write(say("The plan sets no number for this indicator."))
        return
    checks = {check.target_id: check for check in item.crosschecks}
    headers = (
        say("Milestone"),
        say("Target, clause of Plan 359-KH/TU"),
        say("Probability"),
        say("Verdict"),
        say("First year met"),
        say("Range (10–90%)"),
        say("Pace needed, pace seen"),
        say("Other systems on the same data"),
    )
    rows = [
        Line(
            cells=_cells(item, attainment, checks.get(attainment.target.target_id)),
            look="assumed"
            if attainment.level is Level.ASSUMED and attainment.p_met is not None
            else "",
        )
        for attainment in item.attainments
    ]
    table(
        say("Probability by milestone (median: half of the draws lie above, half below)"),
        headers,
        rows,
        numbers=frozenset({2}),
        tight=frozenset({4, 5, 6}),
    )
    offer_table(
        f"kh359_{item.indicator.indicator_id}_{facts.version}_targets",
        record_headers(),
        [attainment_record(facts, item, attainment) for attainment in item.attainments],
    )


def _cells(
    item: IndicatorOutlook, attainment: Attainment, check: CrossCheck | None
) -> tuple[str | Text, ...]:
    say, language, target = _state.say(), _state.language(), attainment.target
    seen, match = "", judged_match(item, attainment)
    if attainment.observed is not None:
        per_year = item.indicator.kind is Kind.FLOW
        value = quantity(
            attainment.observed,
            target.unit,
            language,
            per_year=per_year,
            projected=_is_derived(item, attainment),
        )
        seen = say("observed: {value}", value=value)
    assumed = attainment.level is Level.ASSUMED and attainment.p_met is not None
    return (
        str(target.year),
        Text(text=target_text(target, language), small=_target_note(target, say)),
        Text(
            text=probability(attainment.p_met, language),
            small=say("assumption") if assumed else "",
        ),
        Text(text=observed_text(attainment.verdict, match, language), small=seen),
        _first_year(attainment, say),
        _range(attainment),
        _pace(attainment, say),
        _others(check, say),
    )


def _is_derived(item: IndicatorOutlook, attainment: Attainment) -> bool:
    """Whether the figure that a past target is judged on was worked out from others."""
    known = (*item.evidence.used, *item.evidence.context)
    return any(o.value == attainment.observed and o.grade is Grade.DERIVED for o in known)


def _target_note(target: Target, say: Translator) -> str:
    least = threshold(target)
    if least == target.value:
        return target.clause
    value = quantity(least, target.unit, say.language)
    return f"{target.clause}; " + say("met from {value}", value=value)


def _first_year(attainment: Attainment, say: Translator) -> str | Text:
    if attainment.first_year is None:
        return "–"
    early, middle, late = attainment.first_year
    span = year_range(early, late, say.language)
    return Text(text=year(middle, say.language), small=span)


def _range(attainment: Attainment) -> str | Text:
    if attainment.p10 is None or attainment.p50 is None or attainment.p90 is None:
        return "–"
    say, language, unit = _state.say(), _state.language(), attainment.target.unit
    low, high = (
        figure(value, unit, language, projected=True) for value in (attainment.p10, attainment.p90)
    )
    sign = percent_sign(language) if unit is Unit.PERCENT else ""
    middle = quantity(attainment.p50, unit, language, projected=True)
    return Text(text=f"{low} – {high}{sign}", small=say("median {value}", value=middle))


def _pace(attainment: Attainment, say: Translator) -> str | Text:
    if attainment.growth_needed is None:
        return "–"
    unit = attainment.target.unit
    needed = pace_text(attainment.growth_needed, unit, say.language)
    if attainment.growth_seen is None:
        return Text(text=needed, small=say("no pace of its own seen"))
    seen = pace_text(attainment.growth_seen, unit, say.language)
    return Text(text=needed, small=say("seen: {pace}", pace=seen))


def _others(check: CrossCheck | None, say: Translator) -> str | Text:
    if check is None or (
        check.ratio is Ratio.NOT_AVAILABLE and check.extrapolation is Extrapolation.NOT_AVAILABLE
    ):
        return say("nothing to compare with")
    ratio = f"StatCan / Open SDG: {ratio_text(check.ratio, say.language)}"
    line = say(
        "Straight line: {verdict}", verdict=extrapolation_text(check.extrapolation, say.language)
    )
    agree = agreement_text(check.agree, say.language)
    return Text(text=f"{ratio}. {line}.", small=say("With our verdict: {agree}", agree=agree))
