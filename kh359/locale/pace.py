"""Change per year in words."""

from kh359.locale.language import Language
from kh359.locale.number import MINUS, number
from kh359.locale.translate import translator
from kh359.locale.unit import unit_label
from kh359.plan.unit import Unit


def pace_text(per_year: float, unit: Unit, language: Language) -> str:
    """Write a change per year with its sign: '+4,2 điểm phần trăm/năm', '+0,03 điểm/năm'."""
    say = translator(language)
    shown = unit.to_shown(per_year)
    digits = 3 if unit is Unit.INDEX else 1 if abs(shown) >= 1 else 2
    size = number(abs(shown), language, digits=digits)
    sign = "" if not any(c in "123456789" for c in size) else (MINUS if shown < 0 else "+")
    if unit is Unit.PERCENT:
        return say("{size} percentage points/year", size=sign + size)
    if unit in (Unit.INDEX, Unit.SCORE_100):
        return say("{size} points/year", size=sign + size)
    return say("{size} {unit} each year", size=sign + size, unit=unit_label(unit, language))
