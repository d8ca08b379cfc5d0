"""What moves with a lever under the hand: the chosen indicator's chart and the sliders.

Asked for by the page and, between its runs, by the browser (kh359/serving/live_fan.py), so nothing
here knows a session.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

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
from kh359.pages._kept import kept
from kh359.pages._scenario.lever_rows import lever_rows, pace_rows
from kh359.pages._scenario.slider import SliderRow
from kh359.pages._view import View

INDICATOR = "indicator"
"""The group of what is supposed of the chosen indicator alone."""
SAVE = "Download plot as a PNG"
"""What Plotly calls the button that saves a picture."""


MOST_PICTURES = 30
"""Kept from the browser's question to the run of the page that follows it; one holds 0.8 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LivePicture:
    """run: of one indicator, the scenario's. chart: that indicator with the levers at rest too.
    sent: the chart as the browser draws it, JSON.
    """

    run: ScenarioRun
    chart: ScenarioFan
    indicator_id: str
    name: str
    sent: str


def live_picture(
    ground: Stage, chosen: Scenario, indicator_id: str, language: Language
) -> LivePicture:
    """The chosen indicator, computed alone: the rest of the plan need not hold up its chart."""
    told = (_compute.marks(ground), chosen.name, chosen.content_hash, indicator_id, language)
    return _picture(*told, ground, chosen)


@kept(most=MOST_PICTURES)
def _picture(
    of_stage: _compute.Marks,
    name: str,
    content_hash: str,
    indicator_id: str,
    language: Language,
    _ground: Stage,
    _chosen: Scenario,
) -> LivePicture:
    focus = _compute.run_of(_ground, _chosen, indicator_id)
    say = translator(language)
    names = (say("Levers at rest"), name or say("This scenario"))
    candidates = tuple(
        Candidate(name=called, run=run, outlook=_ground.outlook)
        for called, run in zip(names, (_compute.baseline(_ground), focus), strict=True)
    )
    shown = candidates[:1] if is_rest(_chosen, _ground.rest) else candidates
    chart = scenario_fan(_compute.facts(), indicator_id, shown, language)
    file = f"kh359_{indicator_id}_{content_hash}"
    return LivePicture(
        run=focus,
        chart=chart,
        indicator_id=indicator_id,
        name=file,
        sent=_sent(chart, file, language),
    )


def _sent(chart: ScenarioFan, name: str, language: Language) -> str:
    """name: what a saved picture is called; it stands apart from the settings, since Plotly builds
    its chart anew for other settings.
    """
    settings = fan_settings(name, language)
    save = settings["toImageButtonOptions"]
    words = settings["locales"][language]["dictionary"]
    picture = {
        "figure": scenario_fan_figure(chart),
        "settings": {
            "words": {"save": words[SAVE]},
            "locale": language,
            "picture": {key: value for key, value in save.items() if key != "filename"},
        },
        "alt": chart.alt,
        "name": name,
    }
    return json.dumps(picture, ensure_ascii=False)


def live_rows(group: str, run: ScenarioRun, ground: Stage, view: View) -> Sequence[SliderRow]:
    """The sliders of one group. Raises ValueError for no such group."""
    if group != INDICATOR:
        return lever_rows(LeverGroup(group), run, ground.rest, view.language)
    if view.indicator_id is None or ground.outlook.of(view.indicator_id).projection is None:
        return ()
    return pace_rows(run.scenario.override_of(view.indicator_id), view.language)
