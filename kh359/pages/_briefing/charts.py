"""Money, and the chosen indicators, each as one chart across the screen."""

from kh359.charts.candidate import Candidate
from kh359.charts.money import Purse, money_paths, money_stack
from kh359.charts.money_plotly import money_figure as drawn_money
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_fan_key import with_key
from kh359.charts.scenario_fan_plotly import scenario_fan_figure
from kh359.charts.scenario_spans_plotly import scenario_spans_figure
from kh359.locale.money import money_figure
from kh359.locale.proof import level_text
from kh359.locale.start import start_text
from kh359.pages import _state
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import chart, fact, facts_row, sentence, show
from kh359.plan.facts import Facts


def show_money(sitting: Sitting) -> None:
    """The sum of each scenario in large type above the years."""
    say, language = _state.say(), _state.language()
    candidates = _candidates(sitting)
    years = candidates[0].run.money.years
    first, last = int(years[0]), int(years[-1])
    span = say("Programme budget {first}–{last}, billion đồng", first=first, last=last)
    boxes = [
        fact(money_figure(float(c.run.money.allocated.sum()), language), c.name) for c in candidates
    ]
    if len(candidates) == 1:
        drawn = money_stack(candidates[0], Purse.PUBLIC, language)
    else:
        alone = not sitting.compared
        drawn = money_paths(candidates, Purse.PUBLIC, language, has_baseline=alone)
    picture = chart(drawn_money(drawn), drawn.alt)
    notes = "".join(sentence(note, "quiet") for note in drawn.notes)
    show(f'<div class="money">{sentence(span)}{facts_row(boxes)}{notes}{picture}</div>')


def show_indicator(sitting: Sitting, facts: Facts, indicator_id: str) -> None:
    """One indicator, with what its projection rests on."""
    say, language = _state.say(), _state.language()
    item = sitting.ground.outlook.of(indicator_id)
    text = level_text(item.evidence.level, language)
    start = start_text(item.evidence, item.indicator, language)
    told = f"{say('Evidence')}: {text}. {start}".strip()
    compared = sitting.compared
    fan = scenario_fan(facts, indicator_id, _candidates(sitting), language, side_by_side=compared)
    figure = with_key(scenario_spans_figure(fan) if compared else scenario_fan_figure(fan), fan)
    notes = "".join(sentence(note, "quiet") for note in fan.notes)
    show(notes + chart(figure, fan.alt) + sentence(told, "quiet"))


def _candidates(sitting: Sitting) -> tuple[Candidate, ...]:
    """One scenario stands beside the levers at rest; several stand for themselves."""
    return sitting.candidates if sitting.compared else sitting.dossier().candidates
