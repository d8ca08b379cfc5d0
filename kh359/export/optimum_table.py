"""The best plan and the frontier as headers and rows, for any table a person reads."""

from kh359.export.dossier import Dossier
from kh359.export.optimum import Optimum
from kh359.locale.goal_fault import question_fault_text
from kh359.locale.lever import lever_text, slot_text
from kh359.locale.spreadsheet import Cell
from kh359.model.scenario.lever import LEVER_BY_NAME
from kh359.model.solve.question import QuestionError

MONEY_DIGITS, COUNT_DIGITS, SHARE_DIGITS = 1, 4, 4
VARIED = ("split", "programme_share")
"""Levers that the plan sets."""


def optimum_tables(
    dossier: Dossier, found: Optimum | QuestionError
) -> tuple[tuple[str, tuple[str, ...], list[tuple[Cell, ...]]], ...]:
    """Name, headers and rows of the plan and of the frontier."""
    say = dossier.say
    return (
        (say("Best plan, by assumption"), plan_headers(dossier), plan_rows(dossier, found)),
        (
            say("Budget frontier, by assumption"),
            frontier_headers(dossier),
            frontier_rows(dossier, found),
        ),
    )


def plan_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `plan_rows`."""
    say = dossier.say
    return (say("Item"), say("Unit"), say("present scenario"), say("plan found"))


def plan_rows(dossier: Dossier, found: Optimum | QuestionError) -> list[tuple[Cell, ...]]:
    """What the plan brings and what it sets; one row with the reason where there is none."""
    say, language = dossier.say, dossier.language
    if isinstance(found, QuestionError):
        return [(question_fault_text(found, language), "", None, None)]
    plan = found.plan
    rows: list[tuple[Cell, ...]] = [
        (
            say("Programme budget 2026–2045 in all"),
            say("billion đồng, 2025 prices"),
            round(plan.spent_before, MONEY_DIGITS),
            round(plan.spent, MONEY_DIGITS),
        ),
        (
            say("Expected targets of {counted} counted", counted=len(plan.target_ids)),
            say("targets"),
            round(plan.before, COUNT_DIGITS),
            round(plan.expected, COUNT_DIGITS),
        ),
    ]
    for name in VARIED:
        lever = LEVER_BY_NAME[name]
        pairs = zip(dossier.scenario.values_of(name), plan.scenario.values_of(name), strict=True)
        rows += [
            (
                f"{lever_text(lever, language)}: {slot_text(lever, slot, language)}",
                "%",
                round(100 * before, SHARE_DIGITS),
                round(100 * after, SHARE_DIGITS),
            )
            for slot, (before, after) in enumerate(pairs)
        ]
    return rows


def frontier_headers(dossier: Dossier) -> tuple[str, ...]:
    """Column titles of `frontier_rows`."""
    say = dossier.say
    return (
        say("Plan"),
        say("Programme budget 2026–2045 in all, billion đồng, 2025 prices"),
        say("expected targets"),
    )


def frontier_rows(dossier: Dossier, found: Optimum | QuestionError) -> list[tuple[Cell, ...]]:
    """The best plan for each amount of money, then the present scenario and the plan found."""
    say = dossier.say
    if isinstance(found, QuestionError):
        return [(question_fault_text(found, dossier.language), None, None)]
    plan, now = found.plan, found.curve.now
    points = [
        *(
            (say("best for this money"), point.spent, point.expected)
            for point in found.curve.points
        ),
        (say("present scenario"), now.spent, now.expected),
        (say("plan found"), plan.spent, plan.expected),
    ]
    return [
        (name, round(money, MONEY_DIGITS), round(expected, COUNT_DIGITS))
        for name, money, expected in points
    ]
