"""Budget against the targets it can make likely: the frontier and where the scenario stands."""

from dataclasses import dataclass

from kh359.locale.language import Language
from kh359.locale.money import money_text
from kh359.locale.number import expected_count, number
from kh359.locale.translate import Translator, translator
from kh359.model.solve.best_plan import BestPlan
from kh359.model.solve.frontier import Frontier


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierMark:
    """money: billion đồng of 2025 in 2026-2045; expected: weighted number of targets."""

    money: float
    expected: float
    name: str
    hover: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontierChart:
    """Everything the chart shows. curve: by money; now: the present scenario; found: the plan."""

    title: str
    notes: tuple[str, ...]
    money_title: str
    count_title: str
    curve: tuple[FrontierMark, ...]
    now: FrontierMark
    found: FrontierMark
    alt: str
    decimal_comma: bool


def frontier_chart(curve: Frontier, plan: BestPlan, language: Language) -> FrontierChart:
    """The frontier with the present scenario and the plan that was found marked on it."""
    say = translator(language)
    points = tuple(
        _mark("", point.spent, point.expected, curve.rest, say) for point in curve.points
    )
    now = _mark(say("present scenario"), curve.now.spent, curve.now.expected, curve.rest, say)
    found = _mark(say("plan found"), plan.spent, plan.expected, curve.rest, say)
    return FrontierChart(
        title=say("Budget against the targets it can bring"),
        notes=(
            say("Each point: the best plan found for that much money; follows from assumptions"),
        ),
        money_title=say("Programme budget 2026–2045 in all, billion đồng, 2025 prices"),
        count_title=say("expected targets"),
        curve=points,
        now=now,
        found=found,
        alt=" ".join([say("Budget against the targets it can bring") + ".", *_told(points, say)])
        + f" {now.name}: {now.hover}.",
        decimal_comma=language == "vi",
    )


def _mark(name: str, money: float, expected: float, rest: float, say: Translator) -> FrontierMark:
    return FrontierMark(
        money=round(money, 1),
        expected=round(expected, 4),
        name=name,
        hover=say(
            "{money}, {times} times the budget at rest: {expected} expected targets",
            money=money_text(money, say.language),
            times=number(money / rest, say.language, digits=1),
            expected=expected_count(expected, say.language),
        ),
    )


def _told(points: tuple[FrontierMark, ...], say: Translator) -> list[str]:
    return [f"{point.hover}." for point in (points[0], points[-1])]
