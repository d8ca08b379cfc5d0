"""Amounts of money that follow from assumptions: no more digits than they deserve."""

from kh359.locale.language import Language
from kh359.locale.number import number
from kh359.locale.unit import quantity
from kh359.plan.unit import Unit

_SIGNIFICANT = 3


def money_text(billions: float, language: Language) -> str:
    """Billion đồng with its unit, three significant digits: '40.400 tỷ đồng'."""
    return quantity(_rounded(billions), Unit.BN_VND, language)


def money_figure(billions: float, language: Language) -> str:
    """The same without its unit, for a table that says it."""
    return number(_rounded(billions), language, digits=0)


def money_change(billions: float, language: Language) -> str:
    """A difference with its sign, without unit: '+1.940'; '0' for nothing."""
    written = money_figure(billions, language)
    return f"+{written}" if round(billions) > 0 else written


def _rounded(billions: float) -> float:
    return float(f"{billions:.{_SIGNIFICANT}g}")
