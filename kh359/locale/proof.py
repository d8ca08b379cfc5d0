"""Words for what stands behind a projection: level, start, region, grade, match, family."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.model.borrowed import Origin
from kh359.model.evidence import Level, Start
from kh359.model.family import Family
from kh359.plan.observation import Grade, Match, Region
from kh359.plan.series_break import Cause

LEVELS: dict[Level, str] = {
    Level.TREND: marked("Three or more provincial observations"),
    Level.PACE: marked("One or two provincial observations, the pace comes from elsewhere"),
    Level.ASSUMED: marked("Assumption: starting value only"),
    Level.NONE: marked("No data"),
}

SHORT_LEVELS: dict[Level, str] = {
    Level.TREND: marked("three figures or more"),
    Level.PACE: marked("one or two figures"),
    Level.ASSUMED: marked("assumption"),
    Level.NONE: marked("no data"),
}

STARTS: dict[Start, str] = {
    Start.OBSERVED: marked("the last observation"),
    Start.TYPED: marked("assumption: a value typed by the user"),
    Start.TARGET_2025_MET: marked("assumption: the 2025 target was just met"),
    Start.NOTHING: marked("nothing to start from"),
}

REGIONS: dict[Region, str] = {
    Region.OLD_PROVINCE: marked("Quảng Ngãi before 1/7/2025"),
    Region.KON_TUM: marked("Kon Tum"),
    Region.PROVINCE: marked("Quảng Ngãi since 1/7/2025"),
    Region.NATION: marked("Viet Nam"),
}

GRADES: dict[Grade, str] = {
    Grade.OFFICIAL: marked("official figure"),
    Grade.PRESS: marked("press report of an official figure"),
    Grade.PROXY: marked("national proxy"),
    Grade.DERIVED: marked("derived by calculation"),
}

MATCHES: dict[Match, str] = {
    Match.SAME: marked("same definition as the plan"),
    Match.NEAR: marked("close to the plan's definition"),
    Match.OTHER: marked("other definition, for reference only"),
}

FAMILIES: dict[Family, str] = {
    Family.REFERENCE: marked("comparable episodes elsewhere"),
    Family.LINEAR: marked("linear"),
    Family.COMPOUND: marked("compound"),
    Family.LOGISTIC: marked("logistic with a ceiling"),
    Family.DAMPED: marked("damped trend"),
    Family.DRIFT: marked("random walk with drift"),
    Family.LEAST_ERROR: marked("the family with the least error on the last observations"),
    Family.PACE: marked("borrowed pace"),
}

ORIGINS: dict[Origin, str] = {
    Origin.VIET_NAM: marked("the same indicator in Viet Nam"),
    Origin.PROXY: marked("a comparable national series"),
}

CAUSES: dict[Cause, str] = {
    Cause.MERGER: marked("merger with Kon Tum"),
    Cause.METHOD: marked("method changed"),
    Cause.DENOMINATOR: marked("denominator changed"),
}

Word = Level | Start | Region | Grade | Match | Family | Origin | Cause

_WORDS: tuple[dict, ...] = (
    LEVELS,
    STARTS,
    REGIONS,
    GRADES,
    MATCHES,
    FAMILIES,
    ORIGINS,
    CAUSES,
)


def word(member: Word, language: Language) -> str:
    """The member of one of the enumerations above in words."""
    for words in _WORDS:
        if type(member) is type(next(iter(words))):
            return translator(language)(words[member])
    raise KeyError(member)


def level_text(level: Level, language: Language) -> str:
    """The level's number and words, at both ends with the way the numbers run:
    'Mức 2 · Một hoặc hai quan sát ...', 'Mức 4 (thấp nhất) · Chưa có số liệu'.
    """
    say = translator(language)
    name = say("Level {number}", number=int(level))
    if level is Level.TREND:
        name += " " + say("(highest)")
    if level is Level.NONE:
        name += " " + say("(lowest)")
    return name + " · " + word(level, language)


def short_level(level: Level, language: Language) -> str:
    """One or two words for a level, for a narrow cell."""
    return translator(language)(SHORT_LEVELS[level])
