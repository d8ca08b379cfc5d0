"""The five targets most at risk, with what they would need."""

from html import escape

from kh359.charts.tally import most_at_risk, tally
from kh359.locale.number import probability
from kh359.locale.proof import short_level
from kh359.locale.unit import target_text
from kh359.model.attainment import Attainment
from kh359.model.evidence import Level
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import sentence, show
from kh359.pages._overview.risk import reach_text, risk_reason
from kh359.plan.facts import Facts

MOST = 5


def show_risk(sitting: Sitting, facts: Facts, levels: tuple[Level, ...]) -> None:
    """Figures and assumptions never share a list."""
    year, assumed = _state.view().milestone, Level.ASSUMED in levels
    outlook = sitting.ground.outlook if sitting.compared else sitting.outlook()
    found = _compared(sitting, levels) if sitting.compared else _alone(outlook, year, levels)
    reach = reach_text(tally(outlook, year), assumed=assumed, none_found=not found)
    rows = "".join(_rank(sitting, facts, item, assumed=assumed) for item in found)
    heads = _heads(sitting) if sitting.compared and found else ""
    show(f'{sentence(reach, "quiet")}<div class="ranks">{heads}{rows}</div>')


def _alone(outlook: Outlook, year: int, levels: tuple[Level, ...]) -> tuple[Attainment, ...]:
    return most_at_risk(outlook, year, levels, MOST)


def _compared(sitting: Sitting, levels: tuple[Level, ...]) -> tuple[Attainment, ...]:
    """Below an even chance even in the scenario that is best for them, least likely first."""
    year, risky = _state.view().milestone, []
    for item in sitting.ground.outlook.attainments_in(year):
        chances = _chances(sitting, item)
        known = [chance for chance in chances if chance is not None]
        if len(known) == len(chances) and max(known) < 0.5 and item.level in levels:
            risky.append((max(known), item))
    return tuple(item for _, item in sorted(risky, key=lambda pair: pair[0])[:MOST])


def _chances(sitting: Sitting, item: Attainment) -> list[float | None]:
    """In each scenario; None where there is no forecast."""
    found: list[float | None] = []
    for candidate in sitting.candidates:
        run, target_id = candidate.run, item.target.target_id
        decided = bool(run.decided[run.target_ids.index(target_id)])
        found.append(None if decided else run.probability(target_id))
    return found


def _heads(sitting: Sitting) -> str:
    names = "".join(f'<div class="chance">{escape(c.name)}</div>' for c in sitting.candidates)
    return _row(names, "", len(sitting.candidates), "heads")


def _rank(sitting: Sitting, facts: Facts, item: Attainment, *, assumed: bool) -> str:
    say, language = _state.say(), _state.language()
    indicator = facts.indicator_by_id[item.target.indicator_id]
    chances = _chances(sitting, item) if sitting.compared else [item.p_met]
    shown = "".join(f'<div class="chance">{probability(p, language)}</div>' for p in chances)
    parts = [target_text(item.target, language)]
    if not assumed:  # the title of the other list says it
        level, words = int(item.level), short_level(item.level, language)
        parts.append(say("evidence {level}: {words}", level=level, words=words))
    if not sitting.compared:
        parts.append(risk_reason(item))
    words = (
        f'<div><div class="name">{escape(say.pick(indicator.name_vi, indicator.name_en))}</div>'
        f'<div class="why">{escape("; ".join(parts))}</div></div>'
    )
    return _row(shown, words, len(chances), "assumed" if assumed else "")


def _row(chances: str, words: str, n: int, look: str) -> str:
    width = 1 if n == 1 else 0.75 * n
    return (
        f'<div class="rank {look}" style="--n:{width}"><div class="chances">{chances}</div>'
        f"{words}</div>"
    )
