"""Builds the bars of Sobol indices: which inputs make a number uncertain."""

from kh359.charts.influence import InfluenceFrame, SobolBar, SobolChart
from kh359.charts.influence_words import source_detail, source_name
from kh359.charts.plotly_text import plotly_text
from kh359.locale.language import Language
from kh359.locale.number import number, percent
from kh359.locale.translate import translator
from kh359.model.sensitivity.target_sobol import Sobol, SobolIndex
from kh359.plan.facts import Facts

LONGEST = 10
"""Bars; what matters less is left out."""


def sobol_chart(
    sobol: Sobol, subject: str, span: str, facts: Facts, language: Language
) -> SobolChart:
    """subject: what varies, for the title; span: its p10 to p90 in words."""
    say = translator(language)
    shown = () if sobol.constant else sobol.indices[:LONGEST]
    bars = tuple(_bar(index, facts, language) for index in shown)
    return SobolChart(
        frame=InfluenceFrame(
            title=subject,
            notes=(
                say(
                    "Over the ranges of all levers and assumptions it lies at {span} in 8 of 10 "
                    "of {runs} runs",
                    span=span,
                    runs=number(sobol.n_runs, language, digits=0),
                ),
                say("Bar: part of that variation an input makes; line: 95 % interval of the bar"),
            ),
            value_title=say("part of the variance, %"),
            message="" if bars else say("Nothing that can be set or supposed moves it"),
            alt=_alt(subject, bars, language),
            decimal_comma=language == "vi",
        ),
        bars=bars,
        first_name=say("alone"),
        total_name=say("with all it acts together with"),
    )


def _bar(index: SobolIndex, facts: Facts, language: Language) -> SobolBar:
    say, name = translator(language), source_name(index.source, facts, language)
    alone = say("alone {share}", share=_share(index.first, index.first_margin, language))
    together = say("in all {share}", share=_share(index.total, index.total_margin, language))
    return SobolBar(
        name=name,
        detail=source_detail(index.source, facts, language),
        first=100 * index.first,
        first_margin=100 * index.first_margin,
        total=100 * index.total,
        total_margin=100 * index.total_margin,
        hover=f"<b>{plotly_text(name)}</b><br>{alone}<br>{together}",
    )


def _share(share: float, margin: float, language: Language) -> str:
    return f"{percent(share, language, digits=0)} ± {percent(margin, language, digits=0)}"


def _alt(subject: str, bars: tuple[SobolBar, ...], language: Language) -> str:
    say = translator(language)
    told = [
        f"{bar.name}: "
        + say("alone {share}", share=percent(bar.first / 100, language, digits=0))
        + ", "
        + say("in all {share}", share=percent(bar.total / 100, language, digits=0))
        + "."
        for bar in bars
    ]
    return " ".join([f"{subject}.", *told])
