"""Builds the tornado of one target: each input low and high, the rest as it is."""

from kh359.charts.influence import InfluenceFrame, TornadoBar, TornadoChart
from kh359.charts.influence_words import source_detail, source_name, source_value
from kh359.charts.plotly_text import plotly_text
from kh359.locale.language import Language
from kh359.locale.number import MINUS, number, probability
from kh359.locale.translate import translator
from kh359.model.sensitivity.tornado import Tornado, TornadoRow
from kh359.plan.facts import Facts

LONGEST = 12
"""Bars; what moves the probability less is left out, and said so."""


def tornado_chart(tornado: Tornado, subject: str, facts: Facts, language: Language) -> TornadoChart:
    """subject: the target in words, for the title."""
    say = translator(language)
    shown = [row for row in tornado.rows if row.swing > 0][:LONGEST]
    bars = tuple(_bar(row, tornado.p_met, facts, language) for row in shown)
    left_out = len(tornado.rows) - len(shown)
    notes = [
        say(
            "Probability now {chance}; bar: how it changes with one input at its low or high, "
            "all else as it is",
            chance=probability(tornado.p_met, language),
        )
    ]
    if left_out:
        notes.append(
            say.plural(
                "{count} more input moves it less, or not at all",
                "{count} more inputs move it less, or not at all",
                left_out,
            )
        )
    return TornadoChart(
        frame=InfluenceFrame(
            title=subject,
            notes=tuple(notes),
            value_title=say("change of the probability, percentage points"),
            message="" if bars else say("Nothing that can be set or supposed moves this target"),
            alt=_alt(subject, bars, language),
            decimal_comma=language == "vi",
        ),
        bars=bars,
        low_name=say("input at its low"),
        high_name=say("input at its high"),
    )


def points(change: float, language: Language) -> str:
    """A change of a probability in percentage points: '+1,25', '−0,5'."""
    text = number(abs(change), language, digits=2)
    if change > 0:
        return f"+{text}"
    return f"{MINUS}{text}" if change < 0 else text


def _bar(row: TornadoRow, p_met: float, facts: Facts, language: Language) -> TornadoBar:
    low, high = 100 * (row.p_low - p_met), 100 * (row.p_high - p_met)
    source = row.source
    low_text = source_value(source, source.low, language)
    high_text = source_value(source, source.high, language)
    name = source_name(source, facts, language)
    return TornadoBar(
        name=name,
        detail=source_detail(source, facts, language),
        low=low,
        high=high,
        low_text=low_text,
        high_text=high_text,
        hover=_hover(name, ((low_text, row.p_low, low), (high_text, row.p_high, high)), language),
    )


def _hover(name: str, ends: tuple[tuple[str, float, float], ...], language: Language) -> str:
    lines = [
        f"{text}: {probability(chance, language)} ({points(change, language)})"
        for text, chance, change in ends
    ]
    return "<br>".join([f"<b>{plotly_text(name)}</b>", *lines])


def _alt(subject: str, bars: tuple[TornadoBar, ...], language: Language) -> str:
    told = [
        f"{bar.name}: {bar.low_text} {points(bar.low, language)}, "
        f"{bar.high_text} {points(bar.high, language)}."
        for bar in bars
    ]
    return " ".join([f"{subject}.", *told])
