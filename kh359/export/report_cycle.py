"""The reports that section IV.7 of the plan asks for: how often, and how much each one tells."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kh359.locale.translate import Translator, marked

_ROMAN = ("I", "II", "III", "IV")


class Charts(Enum):
    """Which indicators are drawn in the annex."""

    NONE = 0
    AT_RISK = 1
    FIGURES = 2
    """Those at risk and those with figures of the province."""
    ALL = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """cycle_id: stable. name: source string. charts, findings (how many), changes (rows), and
    whether money, names without data, all targets and all assumptions are told: its depth.
    """

    cycle_id: str
    name: str
    charts: Charts
    findings: int
    changes: int
    every_target: bool
    whole: bool


MONTH = Cycle(
    cycle_id="month",
    name=marked("monthly report"),
    charts=Charts.NONE,
    findings=3,
    changes=10,
    every_target=False,
    whole=False,
)
QUARTER = Cycle(
    cycle_id="quarter",
    name=marked("quarterly report"),
    charts=Charts.AT_RISK,
    findings=5,
    changes=20,
    every_target=True,
    whole=False,
)
HALF_YEAR = Cycle(
    cycle_id="half-year",
    name=marked("half-yearly report"),
    charts=Charts.FIGURES,
    findings=8,
    changes=30,
    every_target=True,
    whole=False,
)
YEAR = Cycle(
    cycle_id="year",
    name=marked("yearly report"),
    charts=Charts.ALL,
    findings=12,
    changes=40,
    every_target=True,
    whole=True,
)
REVIEW = Cycle(
    cycle_id="review",
    name=marked("review after 2.5 years"),
    charts=Charts.ALL,
    findings=20,
    changes=60,
    every_target=True,
    whole=True,
)
CYCLES: tuple[Cycle, ...] = (MONTH, QUARTER, HALF_YEAR, YEAR, REVIEW)


def period_text(cycle: Cycle, day: date, say: Translator) -> str:
    """The calendar period in which `day` lies: 'tháng 11 năm 2026', 'quý IV năm 2026'.

    The plan does not say when the 2.5 years begin, so that the review leaves it to be filled in.
    """
    if cycle is MONTH:
        return say("month {month} of {year}", month=day.month, year=day.year)
    if cycle is QUARTER:
        return say(
            "quarter {quarter} of {year}", quarter=_ROMAN[(day.month - 1) // 3], year=day.year
        )
    if cycle is HALF_YEAR:
        half = say("first six months") if day.month <= 6 else say("last six months")
        return say("{half} of {year}", half=half, year=day.year)
    if cycle is YEAR:
        return say("year {year}", year=day.year)
    return say("2.5-year cycle, from …… to month {month} of {year}", month=day.month, year=day.year)
