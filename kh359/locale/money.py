"""Amounts of money that follow from assumptions: no more digits than they deserve."""

from kh359.locale.language import Language
from kh359.locale.number import number
from kh359.locale.unit import quantity
from kh359.plan.unit import Unit

_SIGNIFICANT = 3


def money_text(billions: float, language: Language) -> str:
    """Billion đồng with its unit, three significant digits: '40.400 tỷ đồng'."""
    return quantity(_rounded(billions), Unit.BN_VND, language)


def money_change(billions: float, language: Language) -> str:
    """A difference with its sign, without unit: '+1.940'; '0' for nothing."""
    rounded = _rounded(billions)
    written = number(rounded, language, digits=0)
    return f"+{written}" if round(rounded) > 0 else written


def _rounded(billions: float) -> float:
    return float(f"{billions:.{_SIGNIFICANT}g}")
