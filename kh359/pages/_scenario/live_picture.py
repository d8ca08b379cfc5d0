"""What moves with a lever under the hand: the chosen indicator's chart and the sliders.

Asked for by the page and, between its runs, by the browser (kh359/serving/live_fan.py), so nothing
here knows a session.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kh359.charts.candidate import Candidate
from kh359.charts.fan_settings import fan_settings
from kh359.charts.scenario_fan import ScenarioFan
from kh359.charts.scenario_fan_build import scenario_fan
from kh359.charts.scenario_fan_plotly import scenario_fan_figure
from kh359.locale.language import Language
from kh359.locale.translate import translator
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evaluation.stage import Stage
from kh359.model.scenario.lever import LeverGroup
from kh359.model.scenario.moved_lever import is_rest
from kh359.model.scenario.scenario import Scenario
from kh359.pages import _compute
from kh359.pages._scenario.lever_rows import lever_rows, pace_rows
from kh359.pages._scenario.slider import SliderRow
from kh359.pages._view import View

INDICATOR = "indicator"
"""The group of what is supposed of the chosen indicator alone."""
SAVE = "Download plot as a PNG"
"""What Plotly calls the button that saves a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePicture:
    """run: of one indicator, the scenario's. chart: that indicator with the levers at rest too."""

    run: ScenarioRun
    chart: ScenarioFan
    language: Language
    indicator_id: str

    @property
    def name(self) -> str:
        """What a saved picture is called; another scenario has another name."""
        return f"kh359_{self.indicator_id}_{self.run.scenario.content_hash}"


def live_picture(
    ground: Stage, chosen: Scenario, indicator_id: str, language: Language
) -> LivePicture:
    """The chosen indicator, computed alone: the rest of the plan need not hold up its chart."""
    focus = _compute.run_of(ground, chosen, indicator_id)
    runs = (_compute.baseline(ground), focus)
    say = translator(language)
    names = (say("Levers at rest"), chosen.name or say("This scenario"))
    candidates = tuple(
        Candidate(name=name, run=run, outlook=ground.outlook)
        for name, run in zip(names, runs, strict=True)
    )
    shown = candidates[:1] if is_rest(chosen, ground.rest) else candidates
    chart = scenario_fan(_compute.facts(), indicator_id, shown, language)
    return LivePicture(run=focus, chart=chart, language=language, indicator_id=indicator_id)


def sent_picture(picture: LivePicture) -> dict[str, Any]:
    """The chart as the browser draws it. The name stands apart from the settings: Plotly builds
    its chart anew for other settings.
    """
    settings = fan_settings(picture.name, picture.language)
    save = settings["toImageButtonOptions"]
    words = settings["locales"][picture.language]["dictionary"]
    return {
        "figure": scenario_fan_figure(picture.chart),
        "settings": {
            "words": {"save": words[SAVE]},
            "locale": picture.language,
            "picture": {key: value for key, value in save.items() if key != "filename"},
        },
        "alt": picture.chart.alt,
        "name": picture.name,
    }


def live_rows(group: str, run: ScenarioRun, ground: Stage, view: View) -> Sequence[SliderRow]:
    """The sliders of one group. Raises ValueError for no such group."""
    if group != INDICATOR:
        return lever_rows(LeverGroup(group), run, ground.rest, view.language)
    if view.indicator_id is None or ground.outlook.of(view.indicator_id).projection is None:
        return ()
    return pace_rows(run.scenario.override_of(view.indicator_id), view.language)
