"""Words for what is supposed: its kind, what it rests on, its range."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.locale.unit import quantity
from kh359.plan.prior import Prior, PriorGrade, PriorKind

PRIOR_KINDS: dict[PriorKind, str] = {
    PriorKind.ECONOMY: marked("Economy and population"),
    PriorKind.BUDGET: marked("Budget and delivery"),
    PriorKind.SPLIT: marked("Split over the five programmes"),
    PriorKind.LED_SHARE: marked("Part that the province leads"),
    PriorKind.DEPRECIATION: marked("What fades each year"),
    PriorKind.LAG: marked("Delay until money works"),
    PriorKind.ELASTICITY: marked("Effect of money"),
}

PRIOR_GRADES: dict[PriorGrade, str] = {
    PriorGrade.A: marked("A: a trial or a natural experiment"),
    PriorGrade.B: marked("B: many studies or many countries compared"),
    PriorGrade.C: marked("C: one study or an administrative figure"),
    PriorGrade.OWN: marked("own supposition: no source gives the size"),
}


def prior_kind_text(kind: PriorKind, language: Language) -> str:
    """What the supposed quantities of one kind are about."""
    return translator(language)(PRIOR_KINDS[kind])


def prior_grade_text(grade: PriorGrade, language: Language) -> str:
    """What a supposed quantity rests on."""
    return translator(language)(PRIOR_GRADES[grade])


def prior_value(prior: Prior, language: Language) -> str:
    """The most likely value with its unit: '0,9 %', '2,5 năm'."""
    return quantity(prior.mode, prior.unit, language)


def prior_span(prior: Prior, language: Language) -> str:
    """The range around it: 'từ 0,4 % đến 1,2 %'."""
    return translator(language)(
        "from {low} to {high}",
        low=quantity(prior.low, prior.unit, language),
        high=quantity(prior.high, prior.unit, language),
    )
