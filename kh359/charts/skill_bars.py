"""How much smaller the error of each method is than that of "no change"."""

from collections.abc import Sequence
from dataclasses import dataclass

from kh359.locale.backtest import method_text
from kh359.locale.language import Language
from kh359.locale.number import MINUS, percent
from kh359.locale.translate import translator
from kh359.reference.backtest import DEFAULT, Score

LOWEST = -0.5
"""Bars end here; the label tells the figure down to LEAST_TOLD."""
LEAST_TOLD = -1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBar:
    """One method: `shown` is the bar's length in percent, cut at LOWEST; `label` the figure."""

    name: str
    shown: float
    label: str
    hover: str
    is_default: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillBars:
    """Everything the bars show, best method first."""

    title: str
    skill_title: str
    bars: tuple[SkillBar, ...]
    sign: str
    alt: str


def skill_label(skill: float, language: Language) -> str:
    """'45 %', '−12 %', or 'below −100 %'."""
    say = translator(language)
    if skill < LEAST_TOLD:
        return say("below {least}", least=MINUS + percent(-LEAST_TOLD, language, digits=0))
    return percent(skill, language, digits=0)


def skill_bars(scores: Sequence[Score], sign: str, language: Language) -> SkillBars:
    """One bar for every method that has a skill."""
    say = translator(language)
    known = [(s.skill_no_change, s) for s in scores if s.skill_no_change is not None]
    bars = tuple(
        SkillBar(
            name=method_text(score.method, language),
            shown=100 * max(skill, LOWEST),
            label=skill_label(skill, language),
            hover=say(
                "{method}: error smaller than that of “no change” by {skill}",
                method=method_text(score.method, language),
                skill=skill_label(skill, language),
            ),
            is_default=score.method == DEFAULT,
        )
        for skill, score in sorted(known, key=lambda pair: -pair[0])
    )
    return SkillBars(
        title=say("Is the error smaller than that of “no change”?"),
        skill_title=say("Error saved (0 is no better, below 0 is worse)"),
        bars=bars,
        sign=sign,
        alt=say("Skill of each method.") + " " + ". ".join(bar.hover for bar in bars) + ".",
    )
