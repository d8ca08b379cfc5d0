"""Words for what is said of a target: our verdict, and those of other systems."""

from kh359.locale.language import Language
from kh359.locale.number import percent
from kh359.locale.translate import marked, translator
from kh359.model.attainment import LIKELIHOOD, Verdict
from kh359.model.crosscheck import Extrapolation, Ratio
from kh359.plan.observation import Match

VERDICTS: dict[Verdict, str] = {
    Verdict.MET: marked("met"),
    Verdict.NOT_MET: marked("not met"),
    Verdict.NO_DATA: marked("no data"),
    Verdict.VERY_LIKELY: marked("very likely to be met"),
    Verdict.LIKELY: marked("likely to be met"),
    Verdict.EVEN: marked("about even"),
    Verdict.UNLIKELY: marked("unlikely to be met"),
    Verdict.VERY_UNLIKELY: marked("very unlikely to be met"),
    Verdict.NO_EVIDENCE: marked("no data: not projected"),
}

DECIDED = {True: "decided_met", False: "decided_not_met"}
"""Words for programs: whether a scenario's levers, which set a figure, meet its target."""

SYMBOLS: dict[Verdict, str] = {
    Verdict.MET: "✓",
    Verdict.NOT_MET: "✗",
    Verdict.NO_DATA: "–",
    Verdict.VERY_LIKELY: "▲▲",
    Verdict.LIKELY: "▲",
    Verdict.EVEN: "◆",
    Verdict.UNLIKELY: "▽",
    Verdict.VERY_UNLIKELY: "▽▽",
    Verdict.NO_EVIDENCE: "–",
}

RATIOS: dict[Ratio, str] = {
    Ratio.ACHIEVED: marked("target already reached"),
    Ratio.SUBSTANTIAL: marked("on track"),
    Ratio.MODERATE: marked("progressing, speed-up needed"),
    Ratio.LIMITED: marked("limited or no progress"),
    Ratio.DETERIORATION: marked("moving away"),
    Ratio.NOT_AVAILABLE: marked("cannot be computed"),
}

EXTRAPOLATIONS: dict[Extrapolation, str] = {
    Extrapolation.REACHES: marked("reaches the target"),
    Extrapolation.FALLS_SHORT: marked("falls short of the target"),
    Extrapolation.NOT_AVAILABLE: marked("cannot be computed"),
}


def verdict_text(verdict: Verdict, language: Language) -> str:
    """The verdict in words, never a colour alone."""
    return translator(language)(VERDICTS[verdict])


def observed_text(verdict: Verdict, match: Match | None, language: Language) -> str:
    """The verdict on a figure, with its reservation: 'đạt (gần định nghĩa)'.

    match: how close the figure judged on is to the plan's definition; None without a figure.
    """
    say, text = translator(language), verdict_text(verdict, language)
    return f"{text} {say('(near definition)')}" if match is Match.NEAR else text


def span_text(verdict: Verdict, language: Language) -> str:
    """The probabilities a word stands for: 'từ 90 %', '33 % đến dưới 66 %', 'dưới 10 %'."""
    say = translator(language)
    words = [*(word for _, word in LIKELIHOOD), Verdict.VERY_UNLIKELY]
    limits = [percent(least, language, digits=0) for least, _ in LIKELIHOOD]
    i = words.index(verdict)
    if i == 0:
        return say("{least} or more", least=limits[0])
    if i == len(limits):
        return say("below {most}", most=limits[-1])
    return say("{low} to below {high}", low=limits[i], high=limits[i - 1])


def least_text(verdict: Verdict, language: Language) -> str:
    """The least probability of a word: '66 %'. Raises KeyError for a word without one."""
    least = {word: limit for limit, word in LIKELIHOOD}[verdict]
    return percent(least, language, digits=0)


def ratio_text(ratio: Ratio, language: Language) -> str:
    """The StatCan / Open SDG class in words."""
    return translator(language)(RATIOS[ratio])


def extrapolation_text(extrapolation: Extrapolation, language: Language) -> str:
    """The verdict of a straight line in words."""
    return translator(language)(EXTRAPOLATIONS[extrapolation])


def agreement_text(agree: bool | None, language: Language) -> str:
    """Whether the other systems agree with our probability."""
    say = translator(language)
    if agree is None:
        return say("nothing to compare with")
    return say("agrees") if agree else say("disagrees")
