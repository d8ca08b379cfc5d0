"""The evidence meter: the level in words and what stands behind it."""

from html import escape

import streamlit as st

from kh359.locale.proof import level_text, word
from kh359.locale.unit import quantity
from kh359.model.evidence import Level, Start
from kh359.model.family import Family
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind

MOST_TITLES = 2
"""Sources named in the box; the table below has them all."""

_METER = {Level.TREND: "■■■", Level.PACE: "■■□", Level.ASSUMED: "▨□□", Level.NONE: "□□□"}
_EDGE = {
    Level.TREND: "solid #0B4F8A",
    Level.PACE: "solid #82ADD3",
    Level.ASSUMED: "dashed #7A5B1E",
    Level.NONE: "dashed #B4BBC4",
}


def show_evidence(facts: Facts, item: IndicatorOutlook) -> None:
    """One box beside the chart; its border and words tell the level, not a colour alone."""
    say, language = _state.say(), _state.language()
    level = item.evidence.level
    lines = "".join(
        f'<div style="margin-top: .3rem">{escape(line)}</div>'
        for line in evidence_lines(facts, item)
    )
    st.html(
        f'<div style="border-left: 6px {_EDGE[level]}; padding: .3rem .8rem; '
        f'background: #F3F5F7"><strong><span aria-hidden="true">{_METER[level]}</span> '
        f"{escape(say('Evidence'))}: {escape(level_text(level, language))}</strong>"
        f'<div style="font-size: .9rem; line-height: 1.35">{lines}</div></div>'
    )


def evidence_lines(facts: Facts, item: IndicatorOutlook) -> list[str]:
    """What stands behind the projection, a sentence each."""
    say, language, evidence = _state.say(), _state.language(), item.evidence
    lines = []
    if evidence.used:
        years = sorted({o.year for o in evidence.used})
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        regions = ", ".join(dict.fromkeys(word(o.region, language) for o in evidence.used))
        grades = ", ".join(dict.fromkeys(word(o.grade, language) for o in evidence.used))
        lines.append(
            say.plural(
                "{count} observation ({span}): {regions}; {grades}",
                "{count} observations ({span}): {regions}; {grades}",
                len(evidence.used),
                span=span,
                regions=regions,
                grades=grades,
            )
        )
        lines.append(say("Sources: {titles}", titles=_titles(facts, item)))
    lines += _start_lines(item)
    if item.projection is not None:
        family = word(item.projection.family, language)
        lines.append(say("Growth family: {family}", family=family))
    borrowed = item.projection is not None and item.projection.family is Family.PACE
    if borrowed and evidence.comparable is None:
        lines.append(say("No comparable series: the pace is assumed from indicators elsewhere"))
    if borrowed and evidence.comparable is not None:
        reason = say.pick(evidence.comparable.reason_vi, evidence.comparable.reason_en)
        lines.append(say("Borrowed pace (an assumption): {reason}", reason=reason))
    for crossed in evidence.crossed:
        note = say.pick(crossed.note_vi, crossed.note_en)
        lines.append(say("Break in {year}: {note}", year=crossed.year, note=note))
    if evidence.context:
        lines.append(
            say.plural(
                "{count} figure for reference only (elsewhere, other definition, other method)",
                "{count} figures for reference only (elsewhere, other definition, other method)",
                len(evidence.context),
            )
        )
    if evidence.level is Level.NONE:
        lines.append(say("Only the targets and the path they require are shown."))
    return lines


def _titles(facts: Facts, item: IndicatorOutlook) -> str:
    say, known = _state.say(), facts.source_by_id
    sources = (known.get(o.source_id) for o in reversed(item.evidence.used))
    titles = list(dict.fromkeys(source.title for source in sources if source))
    shown = "; ".join(titles[:MOST_TITLES])
    more = len(titles) - MOST_TITLES
    return shown + (say("; and {count} more in the table below", count=more) if more > 0 else "")


def _start_lines(item: IndicatorOutlook) -> list[str]:
    say, language, evidence = _state.say(), _state.language(), item.evidence
    if evidence.start not in (Start.TYPED, Start.TARGET_2025_MET) or evidence.start_value is None:
        return []
    unit, per_year = item.indicator.unit, item.indicator.kind is Kind.FLOW
    value = quantity(evidence.start_value, unit, language, per_year=per_year)
    return [
        say(
            "Starts from {value} in {year} ({start})",
            value=value,
            year=evidence.start_year,
            start=word(evidence.start, language),
        )
    ]
