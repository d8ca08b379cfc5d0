"""The evidence meter: the level in words and what stands behind it."""

from html import escape

import streamlit as st

from kh359.locale.number import percent
from kh359.locale.proof import level_text, word
from kh359.locale.unit import quantity
from kh359.model.borrowed import BorrowedPace, Origin
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
    say, evidence = _state.say(), item.evidence
    lines = [*_observed_lines(facts, item), *_start_lines(item), *_growth_lines(item)]
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


def _observed_lines(facts: Facts, item: IndicatorOutlook) -> list[str]:
    say, language, used = _state.say(), _state.language(), item.evidence.used
    if not used:
        return []
    years = sorted({o.year for o in used})
    counted = say.plural(
        "{count} observation ({span}): {regions}; {grades}",
        "{count} observations ({span}): {regions}; {grades}",
        len(used),
        span=str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}",
        regions=", ".join(dict.fromkeys(word(o.region, language) for o in used)),
        grades=", ".join(dict.fromkeys(word(o.grade, language) for o in used)),
    )
    return [counted, say("Sources: {titles}", titles=_titles(facts, item))]


def _growth_lines(item: IndicatorOutlook) -> list[str]:
    """Which growth is supposed, from how many episodes elsewhere, and what is borrowed."""
    say, language, projection = _state.say(), _state.language(), item.projection
    if projection is None:
        return []
    lines = [say("Growth family: {family}", family=word(projection.family, language))]
    if item.reference is not None and projection.family is Family.REFERENCE:
        lines.append(
            say.plural(
                "{count} comparable episode from {countries} countries",
                "{count} comparable episodes from {countries} countries",
                item.reference.n_episodes,
                countries=item.reference.n_countries,
            )
        )
    if projection.borrowed is not None:
        lines.append(_borrowed_line(item, projection.borrowed, projection.family))
    elif projection.family is Family.PACE:
        lines.append(say("No comparable series: the pace is assumed from indicators elsewhere"))
    return lines


def _borrowed_line(item: IndicatorOutlook, borrowed: BorrowedPace, family: Family) -> str:
    say, language, comparable = _state.say(), _state.language(), item.evidence.comparable
    weight = borrowed.weight if family is Family.REFERENCE else 1.0
    line = say(
        "Borrowed pace (an assumption), {weight} of the paths: {origin}, {changes} yearly changes",
        weight=percent(weight, language, digits=0),
        origin=word(borrowed.origin, language),
        changes=borrowed.n_changes,
    )
    if borrowed.origin is Origin.PROXY and comparable is not None:
        line += ". " + say.pick(comparable.reason_vi, comparable.reason_en)
    return line


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
