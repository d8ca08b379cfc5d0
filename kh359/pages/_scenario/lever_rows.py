"""The levers of one group as rows of sliders, for the page and for a hand on one of them."""

from kh359.locale.language import Language
from kh359.locale.lever import lever_sentence, lever_text, slot_text
from kh359.locale.number import percent
from kh359.locale.translate import translator
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.scenario.lever import LEVERS, Lever, LeverGroup
from kh359.model.scenario.scenario import Override, Scenario
from kh359.pages._scenario.lever_money import lever_money
from kh359.pages._scenario.lever_move import pace_key
from kh359.pages._scenario.lever_slider import lever_slider, rest_text
from kh359.pages._scenario.slider import Slider, SliderRow

SLOWEST, FASTEST = -20, 50
"""Stops of the pace slider, percent a year; a link may carry more."""


def lever_rows(
    group: LeverGroup, run: ScenarioRun, rest: Scenario, language: Language
) -> tuple[SliderRow, ...]:
    """Each lever of the group with what it means in đồng and where it rests."""
    return tuple(_row(lever, run, rest, language) for lever in LEVERS if lever.group is group)


def pace_rows(override: Override, language: Language) -> tuple[SliderRow, ...]:
    """What is added to the projected pace of one indicator."""
    say = translator(language)
    paces = {_pace(step / 100, language): step / 100 for step in range(SLOWEST, FASTEST + 1)}
    paces[_pace(override.pace, language)] = override.pace
    rest = say("assumption: {value}", value=_pace(0.0, language))
    slider = Slider(
        key=pace_key(override.indicator_id),
        label=f"● {rest}" if override.pace else rest,
        stops=dict(sorted(paces.items(), key=lambda stop: stop[1])),
        at=override.pace,
    )
    sentence = say(
        "What is added to the projected pace each year: of the number for what is counted, of "
        "the odds (share : rest) for a share."
    )
    return (SliderRow(title=say("Pace added"), sentence=sentence, sliders=(slider,)),)


def _row(lever: Lever, run: ScenarioRun, rest: Scenario, language: Language) -> SliderRow:
    chosen = run.scenario

    def slider(slot: int) -> Slider:
        money = lever_money(lever, slot, run.money, chosen, language)
        name = slot_text(lever, slot, language)
        return lever_slider(lever, slot, chosen, rest, language, name=name, money=money)

    return SliderRow(
        title=lever_text(lever, language),
        sentence=f"{lever_sentence(lever, language)} {rest_text(lever, rest, language)}",
        sliders=tuple(slider(slot) for slot in range(lever.size)),
    )


def _pace(pace: float, language: Language) -> str:
    sign = "+" if pace > 0 else ""
    return translator(language)("{rate} a year", rate=sign + percent(pace, language))
