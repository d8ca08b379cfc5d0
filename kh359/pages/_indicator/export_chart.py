"""One chart to take along, drawn at the click."""

from collections.abc import Callable
from datetime import date
from functools import partial

import streamlit as st

from kh359.export.chart_item import ChartItem, indicator_item
from kh359.export.charts_pdf import chart_pdf
from kh359.export.charts_png import chart_png
from kh359.export.charts_svg import chart_svg
from kh359.export.dossier import Dossier
from kh359.export.file_name import file_name
from kh359.export.kind import ExportFile
from kh359.locale.language import Language
from kh359.model.evaluation.evaluation import evaluate
from kh359.model.evaluation.stage import prepare
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.plan.facts import Facts

Maker = Callable[[ChartItem, Dossier], ExportFile]
FORMS: dict[str, tuple[Maker, str]] = {
    "png": (chart_png, "image/png"),
    "svg": (chart_svg, "image/svg+xml"),
    "pdf": (chart_pdf, "application/pdf"),
}


def offer_chart(facts: Facts, outlook: Outlook, indicator_id: str) -> None:
    """The chart of an indicator as a picture, a drawing or a page, with the record of its run."""
    say, language = _state.say(), _state.language()
    indicator = facts.indicator_by_id[indicator_id]
    name = say.pick(indicator.name_vi, indicator.name_en)
    with st.popover(say("Download the chart")):
        for form, (_, mime) in FORMS.items():
            st.download_button(
                form.upper(),
                data=partial(_made, form, facts, outlook, indicator_id, language),
                file_name=file_name(name, form),
                mime=mime,
                key=f"chart_{form}_{indicator_id}",
                on_click="ignore",
            )


def _made(
    form: str, facts: Facts, outlook: Outlook, indicator_id: str, language: Language
) -> bytes:
    """Runs without the user's session, so everything it needs is handed to it."""
    stage = prepare(facts, outlook)
    run = evaluate(stage, stage.rest)
    dossier = Dossier(
        facts=facts, stage=stage, run=run, baseline=run, language=language, day=date.today()
    )
    make, _ = FORMS[form]
    return make(indicator_item(dossier, indicator_id), dossier).content
