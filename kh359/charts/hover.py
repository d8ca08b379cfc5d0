"""The lines a reader sees over a point: value, year, region, grade, and who says so."""

from kh359.charts.plotly_text import plotly_text
from kh359.locale.entry import entry_lines
from kh359.locale.language import Language
from kh359.locale.number import date
from kh359.locale.proof import word
from kh359.locale.translate import translator
from kh359.locale.unit import quantity
from kh359.plan.comparison import PeerValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind
from kh359.plan.observation import Grade, Match, Observation
from kh359.plan.source import Source

_WRAP = 60


def wrapped(text: str, width: int = _WRAP) -> str:
    """Break a long line at spaces, since chart labels do not wrap by themselves."""
    lines, line = [], ""
    for piece in text.split():
        if line and len(line) + len(piece) >= width:
            lines.append(line)
            line = piece
        else:
            line = f"{line} {piece}".strip()
    return "<br>".join(plotly_text(part) for part in [*lines, line])


def source_lines(source: Source | None, language: Language) -> list[str]:
    """Title, publisher and date of a source."""
    say = translator(language)
    if source is None:
        return []
    return [
        wrapped(say("Source: {title}", title=source.title)),
        wrapped(f"{source.publisher}, {date(source.date, language)}"),
    ]


def observation_hover(
    observation: Observation, facts: Facts, kind: Kind, language: Language
) -> str:
    """All there is to know about one observed figure."""
    value = quantity(
        observation.value,
        observation.unit,
        language,
        per_year=kind is Kind.FLOW,
        projected=observation.grade is Grade.DERIVED,
    )
    as_of = f" ({plotly_text(date(observation.as_of, language))})" if observation.as_of else ""
    lines = [
        f"<b>{plotly_text(value)}</b> · {observation.year}{as_of}",
        plotly_text(word(observation.region, language)),
        plotly_text(word(observation.grade, language)),
    ]
    if observation.match is not Match.SAME:
        lines.append(plotly_text(word(observation.match, language)))
    lines += source_lines(facts.source_by_id.get(observation.source_id), language)
    lines += [wrapped(line) for line in entry_lines(observation, language)]
    note = translator(language).pick(observation.note_vi, observation.note_en)
    if note:
        lines.append(f"<i>{wrapped(note)}</i>")
    return "<br>".join(lines)


def peer_hover(peer: PeerValue, facts: Facts, language: Language) -> str:
    """Another province's figure and its source."""
    value = quantity(peer.value, peer.unit, language)
    lines = [f"<b>{plotly_text(value)}</b> · {peer.year}", plotly_text(peer.province)]
    lines += source_lines(facts.source_by_id.get(peer.source_id), language)
    return "<br>".join(lines)
