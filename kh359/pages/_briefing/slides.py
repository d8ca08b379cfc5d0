"""The views of a briefing in their order, each with notes for the presenter."""

from functools import partial

from kh359.charts.tally import OBSERVED_LEVELS
from kh359.locale.translate import marked
from kh359.model.evidence import Level
from kh359.pages import _state
from kh359.pages._briefing.charts import show_indicator, show_money
from kh359.pages._briefing.count import show_counts
from kh359.pages._briefing.grounds import show_grounds
from kh359.pages._briefing.link import show_link
from kh359.pages._briefing.matrix import screens, show_screen
from kh359.pages._briefing.needs import show_needs
from kh359.pages._briefing.risk import show_risk
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import Slide
from kh359.plan.facts import Facts

COUNT_NOTES = marked(
    "Say: the large number is what is expected, not a promise; in 8 of 10 simulated futures the "
    "count lies in the range below it. Targets without data are not counted. Move a slider when "
    "somebody asks “what if”; the footer then says that this is a trial."
)
MATRIX_NOTES = marked(
    "Say: each cell is the probability of one target in its year. Hatched cells rest on an "
    "assumption; a dash means no data, not a failure."
)
RISK_NOTES = marked(
    "Say: below an even chance, the least likely first. Figures and assumptions have separate "
    "lists; a short list means few figures, not little risk."
)
MONEY_NOTES = marked(
    "Say: prices of 2025, the median of the draws. The amounts follow from assumptions about "
    "growth and shares of the budget; they are not an approved estimate."
)
INDICATOR_NOTES = marked(
    "Say: the darkest band holds half of the simulated futures. Name the evidence level below the "
    "chart before anybody asks."
)
NEEDS_NOTES = marked(
    "Say: money alone is varied here. “Not in the province's hands” and “no budget "
    "gives the probability wanted” are results of the model's assumptions, open to discussion on "
    "the page What it takes."
)
GROUNDS_NOTES = marked(
    "Say: how many indicators have figures of the province, and what is supposed for the others. "
    "Every figure has its source on the page Sources of figures."
)
LINK_NOTES = marked(
    "Say: this link brings the same scenario, assumptions and view; with the same data version "
    "the numbers are the same."
)


def slides(sitting: Sitting, facts: Facts) -> list[Slide]:
    """At least six; the list of assumptions at risk only where something is supposed."""
    say, year = _state.say(), _state.view().milestone
    count = Slide(
        key="dem",
        title=say("Targets expected to be met"),
        notes=say(COUNT_NOTES),
        draw=partial(show_counts, sitting),
    )
    money = Slide(
        key="tien",
        title=say("Money for the five programmes"),
        notes=say(MONEY_NOTES),
        draw=partial(show_money, sitting),
    )
    needs = Slide(
        key="can-gi",
        title=say("What it takes") + f" ({year})",
        notes=say(NEEDS_NOTES),
        draw=partial(show_needs, sitting, facts),
    )
    grounds = Slide(
        key="can-cu",
        title=say("Assumptions and evidence"),
        notes=say(GROUNDS_NOTES),
        draw=partial(show_grounds, sitting, facts),
    )
    reopen = Slide(
        key="lien-ket",
        title=say("Open this briefing again"),
        notes=say(LINK_NOTES),
        draw=partial(show_link, sitting),
    )
    return [
        count,
        *_matrix(sitting),
        *_risk(sitting, facts),
        money,
        *_indicators(sitting, facts),
        needs,
        grounds,
        reopen,
    ]


def _matrix(sitting: Sitting) -> list[Slide]:
    say, n = _state.say(), screens(sitting)
    title = say("Chance of every target")
    if sitting.compared:
        title += f", {_state.view().milestone}"
    return [
        Slide(
            key=f"ma-tran-{place + 1}",
            title=f"{title} ({place + 1}/{n})" if n > 1 else title,
            notes=say(MATRIX_NOTES),
            draw=partial(show_screen, sitting, place),
        )
        for place in range(n)
    ]


def _risk(sitting: Sitting, facts: Facts) -> list[Slide]:
    say, year = _state.say(), _state.view().milestone
    kinds: list[tuple[str, str, tuple[Level, ...]]] = [
        ("nguy-co", say("Most at risk in {year}, by figures", year=year), OBSERVED_LEVELS)
    ]
    if any(i.evidence.level is Level.ASSUMED for i in sitting.ground.outlook.indicators):
        title = say("Most at risk in {year}, by assumption", year=year)
        kinds.append(("nguy-co-gia-dinh", title, (Level.ASSUMED,)))
    return [
        Slide(
            key=key,
            title=title,
            notes=say(RISK_NOTES),
            draw=partial(show_risk, sitting, facts, levels),
        )
        for key, title, levels in kinds
    ]


def _indicators(sitting: Sitting, facts: Facts) -> list[Slide]:
    say = _state.say()
    return [
        Slide(
            key=f"chi-tieu-{place + 1}",
            title=say.pick(indicator.name_vi, indicator.name_en),
            notes=say(INDICATOR_NOTES),
            draw=partial(show_indicator, sitting, facts, indicator.indicator_id),
        )
        for place, indicator in enumerate(
            facts.indicator_by_id[one] for one in sitting.briefing.indicator_ids
        )
    ]
