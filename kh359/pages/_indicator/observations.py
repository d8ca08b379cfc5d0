"""The figures of one indicator, each with what it is used for."""

from enum import IntEnum

import streamlit as st

from kh359.locale.translate import marked
from kh359.model.lender import LentFigure
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._download import offer_table
from kh359.pages._figure import figure_cells, figure_headers, figure_record, record_headers
from kh359.pages._table import Line, table
from kh359.plan.facts import Facts


class Use(IntEnum):
    """What a figure does for the projection, the most important first."""

    BASIS = 0
    LENT = 1
    NONE = 2


USES = {
    Use.BASIS: marked("yes"),
    Use.LENT: marked("lends its pace"),
    Use.NONE: marked("no"),
}


def use_of(figure: LentFigure, item: IndicatorOutlook) -> Use:
    """Whether a figure is fitted, lends its pace, or is only shown."""
    if figure in item.evidence.used:
        return Use.BASIS
    borrowed = item.projection.borrowed if item.projection else None
    lenders = borrowed.lenders if borrowed else ()
    return Use.LENT if any(figure in lender.figures for lender in lenders) else Use.NONE


def figures_shown(facts: Facts, item: IndicatorOutlook) -> list[LentFigure]:
    """The indicator's own figures and those that lend their pace: used ones first, newest first."""
    borrowed = item.projection.borrowed if item.projection else None
    lent = [f for lender in borrowed.lenders for f in lender.figures] if borrowed else []
    own = facts.observations_of(item.indicator.indicator_id)
    every = dict.fromkeys((*item.evidence.used, *own, *lent))
    return sorted(every, key=lambda f: (use_of(f, item), -f.year))


def unused_figures(facts: Facts, item: IndicatorOutlook) -> list[LentFigure]:
    """Figures of the table that do nothing for the projection."""
    return [f for f in figures_shown(facts, item) if use_of(f, item) is Use.NONE]


def show_observations(facts: Facts, item: IndicatorOutlook) -> None:
    """All figures of one indicator with their sources, and the same as a file."""
    say, indicator = _state.say(), item.indicator
    st.subheader(say("Observations and their sources"), anchor=False)
    shown = figures_shown(facts, item)
    if not shown:
        st.write(say("No data: no observed figure with a source has been found."))
        return
    uses = [say(USES[use_of(figure, item)]) for figure in shown]
    rows = [Line(cells=(*figure_cells(facts, f), use)) for f, use in zip(shown, uses, strict=True)]
    used = say("Used for the projection")
    headers = (*figure_headers(), used)
    table(say("Observed figures"), headers, rows, numbers=frozenset({1}), tight=frozenset({0}))
    name = say.pick(indicator.name_vi, indicator.name_en)
    offer_table(
        f"kh359_{indicator.indicator_id}_{facts.version}_figures",
        (*record_headers(), used),
        [(*figure_record(facts, name, f), use) for f, use in zip(shown, uses, strict=True)],
    )
