"""One value of a lever as a slider. Its stops are words, so that the thumb says "1,5 %" as any
other number of the page is written.
"""

from bisect import insort
from functools import lru_cache

from kh359.locale.language import Language
from kh359.locale.lever import lever_text, value_text
from kh359.locale.number import number
from kh359.locale.translate import translator
from kh359.model.scenario.lever import Lever
from kh359.model.scenario.moved_lever import is_moved
from kh359.model.scenario.scenario import Scenario
from kh359.pages._scenario.lever_move import lever_key
from kh359.pages._scenario.slider import Slider
from kh359.plan.unit import Unit


def lever_slider(
    lever: Lever,
    slot: int,
    chosen: Scenario,
    rest: Scenario,
    language: Language,
    *,
    name: str,
    money: str,
) -> Slider:
    """name: what the value is about. money: what it means in đồng, empty for nothing."""
    value, resting = chosen.values_of(lever.name)[slot], rest.values_of(lever.name)[slot]
    label = " · ".join(part for part in (name, money) if part) or lever_text(lever, language)
    return Slider(
        key=lever_key(lever, slot),
        label=f"● {label}" if is_moved(lever, slot, chosen, rest) else label,
        stops=slider_stops(lever, value, resting, language),
        at=value,
    )


def rest_text(lever: Lever, rest: Scenario, language: Language) -> str:
    """'Giả định: 0,9 %.': where a lever rests, once where all its values rest alike."""
    say = translator(language)
    texts = [_stop_text(lever, value, language) for value in rest.values_of(lever.name)]
    return say("Assumption: {value}.", value=" – ".join(dict.fromkeys(texts)))


def slider_stops(
    lever: Lever, value: float, resting: float, language: Language
) -> dict[str, float]:
    """Words of each stop and its value, in rising order: the grid, the rest, the value itself.

    A value that reads like a stop of the grid takes its place: two stops never read alike.
    """
    exact = {_stop_text(lever, v, language): v for v in (resting, value)}
    stops = [(v, text) for v, text in _grid(lever, language) if text not in exact]
    for text, v in exact.items():
        insort(stops, (v, text))
    return {text: v for v, text in stops}


def _stop_text(lever: Lever, value: float, language: Language) -> str:
    """Short where the lever's sentence has said what the đồng go with."""
    if lever.unit is Unit.RATIO:
        say = translator(language)
        return say("{amount} đồng", amount=number(value, language))
    return value_text(lever, value, language)


@lru_cache(maxsize=64)
def _grid(lever: Lever, language: Language) -> tuple[tuple[float, str], ...]:
    n_steps = round((lever.high - lever.low) / lever.step)
    values = (round(lever.low + i * lever.step, 10) for i in range(n_steps + 1))
    return tuple((value, _stop_text(lever, value, language)) for value in values)
