"""Levers of a scenario in words: names, a sentence each, their slots, values with unit."""

from kh359.locale.language import Language
from kh359.locale.number import MINUS, number, percent
from kh359.locale.subject import GROUPS
from kh359.locale.translate import marked, translator
from kh359.model.scenario.lever import (
    LEVERS,
    PERIODS,
    PROGRAMMES,
    STATED_YEARS,
    Lever,
    LeverGroup,
    Slot,
)
from kh359.plan.indicator import Group
from kh359.plan.unit import Unit

LEVER_GROUPS: dict[LeverGroup, str] = {
    LeverGroup.ECONOMY: marked("Economy and population"),
    LeverGroup.BUDGET: marked("Money"),
    LeverGroup.SPLIT: marked("Split over programmes"),
    LeverGroup.DELIVERY: marked("Delivery"),
}

LEVER_NAMES: dict[str, str] = {
    "growth": marked("GRDP growth a year"),
    "growth_spread": marked("Uncertainty of growth"),
    "population_growth": marked("Population growth a year"),
    "budget_grdp_share": marked("Local budget spending, of GRDP"),
    "programme_share": marked("Science, innovation and digital transformation, of the budget"),
    "cofinancing": marked("Money from outside the budget for each đồng of it"),
    "split": marked("Split of the money over five programmes"),
    "execution": marked("Execution of the budget"),
    "efficiency": marked("Part of the spending that works"),
    "added_lag": marked("Money arrives later"),
}

LEVER_SENTENCES: dict[str, str] = {
    "growth": marked(
        "Real growth of the province's economy in each period; the budget grows with it."
    ),
    "growth_spread": marked(
        "How far the mean growth of one simulated future may lie from that of another (standard "
        "deviation, percentage points)."
    ),
    "population_growth": marked("Moves what is counted per head of population."),
    "budget_grdp_share": marked("How much of the economy passes through the local budget."),
    "programme_share": marked(
        "The plan asks for at least 1 % in 2025 and 1.5 – 2 – 2.5 – 3 % at the later milestones; "
        "between milestones the share runs straight."
    ),
    "cofinancing": marked(
        "For each đồng of the programmes' budget, how many đồng come from outside it, mostly from "
        "enterprises."
    ),
    "split": marked(
        "The shares always add up to 100 %: when one is raised, the others fall in proportion."
    ),
    "execution": marked("How much of the money allocated is really spent."),
    "efficiency": marked("How much of what is spent turns into results; the rest is lost."),
    "added_lag": marked("How many years later than usual the money takes effect."),
}


def group_text(group: LeverGroup, language: Language) -> str:
    """The name of a group of levers."""
    return translator(language)(LEVER_GROUPS[group])


def lever_text(lever: Lever, language: Language) -> str:
    """The name of a lever."""
    return translator(language)(LEVER_NAMES[lever.name])


def lever_sentence(lever: Lever, language: Language) -> str:
    """What a lever does, in one sentence."""
    return translator(language)(LEVER_SENTENCES[lever.name])


def slot_text(lever: Lever, slot: int, language: Language) -> str:
    """What one value of a lever is about: '2026–2030', '2030', 'a) Phát triển hạ tầng'.

    Empty for a lever with a single value.
    """
    if lever.slot is Slot.PERIOD:
        first, last = PERIODS[slot]
        return f"{first}–{last}"
    if lever.slot is Slot.MILESTONE:
        return str(STATED_YEARS[slot])
    if lever.slot is Slot.PROGRAMME:
        letter = PROGRAMMES[slot]
        return f"{letter}) {translator(language)(GROUPS[Group(letter)])}"
    return ""


def value_text(lever: Lever, value: float, language: Language) -> str:
    """A value with its unit: '1,5 %', '11,5 đồng', '1,5 năm'."""
    say = translator(language)
    if lever.unit is Unit.PERCENT:
        return percent(value, language, digits=2)
    written = number(value, language, digits=3)
    if lever.unit is Unit.RATIO:
        return say("{amount} đồng", amount=written)
    return say("{amount} years", amount=written)


def lever_unit(lever: Lever, language: Language) -> str:
    """The unit of a lever's values, as a file or a table's head says it."""
    say = translator(language)
    if lever.unit is Unit.PERCENT:
        return "%"
    if lever.unit is Unit.RATIO:
        return say("đồng for each đồng of the budget")
    return say("years")


def range_text(lever: Lever, language: Language) -> str:
    """The allowed values: '0 % đến 10 %'."""
    say = translator(language)
    return say(
        "{low} to {high}",
        low=value_text(lever, lever.low, language),
        high=value_text(lever, lever.high, language),
    )


def change_text(lever: Lever, change: float, language: Language) -> str:
    """A difference of two values with its sign: '+0,6 điểm phần trăm', '−1 năm'."""
    say = translator(language)
    sign = MINUS if change < 0 else "+"
    if lever.unit is Unit.PERCENT:
        size = number(100 * abs(change), language, digits=2)
        return say("{size} percentage points", size=sign + size)
    return sign + value_text(lever, abs(change), language)


def lever_comments(language: Language) -> dict[str, str]:
    """What stands above each lever in a file: its name, its unit, and what its values are for."""
    return {
        lever.name: "; ".join(
            part
            for part in (
                f"{lever_text(lever, language)} ({lever_unit(lever, language)})",
                ", ".join(slot_text(lever, slot, language) for slot in range(lever.size)),
            )
            if part
        )
        for lever in LEVERS
    }
