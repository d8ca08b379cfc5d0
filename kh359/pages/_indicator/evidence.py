"""The evidence meter: the level in words and what stands behind it."""

from html import escape

import streamlit as st

from kh359.locale.proof import level_text, word
from kh359.locale.start import start_text
from kh359.model.evidence import Level, starts_from_old_province
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._indicator.growth_evidence import growth_lines
from kh359.pages._indicator.observations import unused_figures
from kh359.pages._source_text import sources_html
from kh359.plan.facts import Facts
from kh359.plan.observation import Grade

MOST_SOURCES = 2
"""Sources named in the box; the table below has them all."""
MOST_NOTES = 2

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
        f'<div style="margin-top: .3rem">{line}</div>' for line in evidence_lines(facts, item)
    )
    st.html(
        f'<div style="border-left: 6px {_EDGE[level]}; padding: .3rem .8rem; '
        f'background: #F3F5F7"><strong><span aria-hidden="true">{_METER[level]}</span> '
        f"{escape(say('Evidence'))}: {escape(level_text(level, language))}</strong>"
        f'<div style="font-size: .9rem; line-height: 1.35">{lines}</div></div>'
    )


def evidence_lines(facts: Facts, item: IndicatorOutlook) -> list[str]:
    """What stands behind the projection, a sentence each, as HTML."""
    say, evidence = _state.say(), item.evidence
    lines = [*_observed_lines(facts, item), *_start_lines(item), *growth_lines(facts, item)]
    for crossed in evidence.crossed:
        if crossed.indicator_id == "*" and starts_from_old_province(evidence):
            continue  # The start has said so already.
        note = say.pick(crossed.note_vi, crossed.note_en)
        lines.append(escape(say("Break in {year}: {note}", year=crossed.year, note=note)))
    unused = len(unused_figures(facts, item))
    if unused:
        text = say.plural(
            "{count} other figure in the table below is not used",
            "{count} other figures in the table below are not used",
            unused,
        )
        lines.append(escape(text))
    if evidence.level is Level.NONE:
        lines.append(escape(say("Only the targets and the path they require are shown.")))
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
    ids = [source_id for o in reversed(used) for source_id in o.source_ids]
    sources = escape(say("Sources:")) + " " + sources_html(facts, ids, MOST_SOURCES)
    return [escape(counted), sources, *_note_lines(item)]


def _note_lines(item: IndicatorOutlook) -> list[str]:
    """What the newest observations themselves warn of; how sums were made stands in the table."""
    say = _state.say()
    written = [o for o in reversed(item.evidence.used) if o.grade is not Grade.DERIVED]
    texts = [(o.year, say.pick(o.note_vi, o.note_en)) for o in written]
    notes = dict((text, year) for year, text in reversed(texts) if text)
    newest = sorted(notes.items(), key=lambda pair: -pair[1])[:MOST_NOTES]
    return [
        escape(say("On the figure of {year}: {note}", year=year, note=text))
        for text, year in newest
    ]


def _start_lines(item: IndicatorOutlook) -> list[str]:
    text = start_text(item.evidence, item.indicator, _state.language())
    return [f"<strong>{escape(text)}</strong>"] if text else []
