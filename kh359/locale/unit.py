"""Units in words, and figures with their unit."""

from kh359.locale.language import Language
from kh359.locale.number import figure, percent_sign
from kh359.locale.translate import marked, translator
from kh359.plan.indicator import Indicator, Kind
from kh359.plan.target import Comparator, Period, Target
from kh359.plan.unit import Unit

LABELS: dict[Unit, str] = {
    Unit.PERCENT: "%",
    Unit.INDEX: marked("points (scale 0–1)"),
    Unit.SCORE_100: marked("points (scale 0–100)"),
    Unit.PER_10K: marked("people per 10,000 inhabitants"),
    Unit.PEOPLE: marked("people"),
    Unit.ENTERPRISES: marked("enterprises"),
    Unit.ORGANISATIONS: marked("organisations"),
    Unit.TASKS: marked("tasks"),
    Unit.APPLICATIONS: marked("applications"),
    Unit.PAPERS: marked("papers"),
    Unit.AWARDS: marked("works"),
    Unit.CENTRES: marked("centres"),
    Unit.PROJECTS: marked("projects"),
    Unit.PRODUCTS: marked("products"),
    Unit.INITIATIVES: marked("initiatives"),
    Unit.BN_VND: marked("billion đồng"),
    Unit.MN_VND: marked("million đồng per person"),
    Unit.PER_1000: marked("per 1,000 inhabitants"),
    Unit.PER_MILLION: marked("per million inhabitants"),
    Unit.PER_100: marked("per 100 inhabitants"),
    Unit.DOSSIERS: marked("dossiers"),
    Unit.MBPS: "Mb/s",
    Unit.RATIO: marked("ratio"),
    Unit.YEARS: marked("years"),
}

_PLAIN = frozenset({Unit.INDEX, Unit.SCORE_100, Unit.RATIO})
"""Scales whose figures are read without a unit word after them."""


def unit_label(unit: Unit, language: Language, *, per_year: bool = False) -> str:
    """The unit in words; a flow says that it is an amount in each year."""
    say = translator(language)
    return say(LABELS[unit]) + say("/year") if per_year else say(LABELS[unit])


def quantity(
    value: float,
    unit: Unit,
    language: Language,
    *,
    per_year: bool = False,
    projected: bool = False,
) -> str:
    """Write a figure with its unit: '73,91 %', '8 doanh nghiệp', '0,60'."""
    text = figure(value, unit, language, projected=projected)
    if unit is Unit.PERCENT:
        return text + percent_sign(language)
    if unit in _PLAIN:
        return text
    return f"{text} {unit_label(unit, language, per_year=per_year)}"


def indicator_unit(indicator: Indicator, language: Language) -> str:
    """The unit of an indicator in words, as an axis title says it."""
    return unit_label(indicator.unit, language, per_year=indicator.kind is Kind.FLOW)


def target_text(target: Target, language: Language) -> str:
    """The target in words: 'ít nhất 60 %', 'đúng 100 %', 'từ 3 đến 5 %'."""
    say = translator(language)
    per_year = target.period is Period.PER_YEAR
    low = quantity(target.value, target.unit, language, per_year=per_year)
    if target.comparator is Comparator.RANGE and target.value_high is not None:
        low = figure(target.value, target.unit, language)
        high = quantity(target.value_high, target.unit, language, per_year=per_year)
        return say("from {low} to {high}", low=low, high=high)
    if target.comparator is Comparator.AT_LEAST:
        return say("at least {value}", value=low)
    return say("exactly {value}", value=low)


def target_short(target: Target, language: Language) -> str:
    """The target as a chart label: '≥ 60', '= 100', '3–5', without the unit."""
    low = figure(target.value, target.unit, language)
    if target.comparator is Comparator.RANGE and target.value_high is not None:
        return f"{low}–{figure(target.value_high, target.unit, language)}"
    return ("≥ " if target.comparator is Comparator.AT_LEAST else "= ") + low


def clause_text(target: Target, language: Language) -> str:
    """Where the target stands: 'Kế hoạch 359-KH/TU, mục II.2.2.e.15'."""
    say = translator(language)
    return say("Plan 359-KH/TU, clause {clause}", clause=target.clause)
