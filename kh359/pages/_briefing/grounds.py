"""What everything shown rests on: evidence, assumptions, and what made the numbers."""

from collections import Counter
from collections.abc import Iterable
from html import escape

from kh359.export.run_record import run_record
from kh359.locale.number import date
from kh359.locale.proof import level_text
from kh359.locale.scenario_summary import supposed_text
from kh359.model.evidence import Level
from kh359.pages import _state
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import show
from kh359.plan.data_date import latest_date
from kh359.plan.facts import Facts


def show_grounds(sitting: Sitting, facts: Facts) -> None:
    """Indicators by evidence on the left, what is supposed on the right."""
    say, language = _state.say(), _state.language()
    items = sitting.ground.outlook.indicators
    found = Counter(item.evidence.level for item in items if item.attainments)
    levels = "".join(
        f'<div class="figure">{found[level]}</div><div>{escape(level_text(level, language))}</div>'
        for level in Level
    )
    left = f"<h2>{escape(say('Indicators by evidence'))}</h2><div class='levels'>{levels}</div>"
    right = f"<h2>{escape(say('Assumptions (giả định)'))}</h2>{_list(_supposed(sitting, facts))}"
    sources = say(
        "{n} sources, figures up to {date}. 2025 is judged on figures alone.",
        n=len(facts.sources),
        date=date(latest_date(facts.sources), language),
    )
    foot = f'<p class="quiet">{escape(sources)}</p>'
    show(f"<div class='two'><div>{left}</div><div>{right}</div></div>{foot}")


def _supposed(sitting: Sitting, facts: Facts) -> list[str]:
    language = _state.language()
    lines = [
        f"{candidate.name}: "
        + supposed_text(candidate.run.scenario, sitting.ground.rest, facts, language)
        for candidate in sitting.candidates
    ]
    supposed = run_record(sitting.dossier()).assumptions
    return [*lines, *(f"{line[:1].upper()}{line[1:]}." for line in supposed)]


def _list(lines: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
