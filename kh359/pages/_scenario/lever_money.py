"""What a value of a lever means in đồng, from the money of the run."""

from math import isnan

from kh359.locale.language import Language
from kh359.locale.money import money_text
from kh359.locale.translate import translator
from kh359.model.response.money import Money
from kh359.model.scenario.lever import PERIODS, STATED_YEARS, Lever
from kh359.model.scenario.scenario import Scenario

FIRST_STATED = STATED_YEARS[0]
"""The year a lever without years of its own is told for."""


def lever_money(lever: Lever, slot: int, money: Money, chosen: Scenario, language: Language) -> str:
    """'306 tỷ đồng', with its year where the slider has none; empty for what is no money."""
    say, (year, value) = translator(language), _amount(lever.name, slot, money, chosen)
    if isnan(value):
        return ""
    written = money_text(value, language)
    if lever.name == "growth":
        return say("GRDP of {year}: {money}", year=year, money=written)
    if lever.name == "execution":
        return say("{money} spent in {year}", year=year, money=written)
    if lever.name == "efficiency":
        return say("{money} at work in {year}", year=year, money=written)
    if lever.name in ("programme_share", "cofinancing"):
        return written
    return say("{money} in {year}", year=year, money=written)


def _amount(name: str, slot: int, money: Money, chosen: Scenario) -> tuple[int, float]:
    """Year and billion đồng; NaN for what is no money."""
    row = FIRST_STATED - int(money.years[0])
    year = FIRST_STATED
    match name:
        case "growth":
            year = PERIODS[slot][1]
            value = money.grdp[year - int(money.years[0])]
        case "budget_grdp_share":
            value = money.local_budget[row]
        case "programme_share" | "cofinancing":
            year = STATED_YEARS[slot]
            purse = money.allocated if name == "programme_share" else money.private
            value = purse[year - int(money.years[0])].sum()
        case "split":
            value = money.allocated[row, slot]
        case "execution":
            value = money.allocated[row].sum() * chosen.execution[0]
        case "efficiency":
            value = money.allocated[row].sum() * chosen.execution[0] * chosen.efficiency[0]
        case _:
            value = float("nan")
    return year, float(value)
