"""Words for what is said of a target: our verdict, and those of other systems."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.model.attainment import Verdict
from kh359.model.crosscheck import Extrapolation, Ratio

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
