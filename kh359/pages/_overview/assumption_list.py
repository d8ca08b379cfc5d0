"""What is supposed now, indicator by indicator, each with a button that takes it back."""

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.proof import word
from kh359.locale.unit import quantity
from kh359.model.assumptions import FamilyChoice, StartingValue
from kh359.model.evidence import Start
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._family_use import is_used
from kh359.pages._view import View
from kh359.plan.indicator import Indicator, Kind

_STYLE = """
.st-key-assumptions_in_force button {border: 1.5px dashed #7A5B1E; min-height: 2rem;
  padding: .1rem .6rem;}
"""


def show_assumptions(outlook: Outlook) -> None:
    """Typed starting values and chosen growth families; nothing where there are none."""
    say, supposed = _state.say(), outlook.assumptions
    if not (supposed.starting_values or supposed.family_choices):
        return
    view = _state.view()
    st.html(f"<style>{_STYLE}</style>")
    with st.container(
        horizontal=True, vertical_alignment="center", gap="small", key="assumptions_in_force"
    ):
        st.markdown(f"**{say('Assumptions in force:')}**", width="content")
        for start in supposed.starting_values:
            name = start.indicator_id
            _button(f"start_{name}", _start_text(start, outlook), view.without_starting_value(name))
        for choice in supposed.family_choices:
            name = choice.indicator_id
            _button(f"family_{name}", _family_text(choice, outlook), view.with_family(name, None))


def _button(key: str, text: str, without: View) -> None:
    say = _state.say()
    st.button(
        f"{plain_markdown(text)}  ✕",
        key=f"drop_{key}",
        help=say("Remove this assumption"),
        on_click=_state.change,
        args=(without,),
    )


def _name(indicator: Indicator) -> str:
    return _state.say().pick(indicator.name_vi, indicator.name_en)


def _start_text(start: StartingValue, outlook: Outlook) -> str:
    say, language, item = _state.say(), _state.language(), outlook.of(start.indicator_id)
    per_year = item.indicator.kind is Kind.FLOW
    value = quantity(start.value, item.indicator.unit, language, per_year=per_year)
    text = f"{_name(item.indicator)} = {value} ({start.year})"
    if item.evidence.start is Start.TYPED:
        return text
    return text + ", " + say("not used: observations come first")


def _family_text(choice: FamilyChoice, outlook: Outlook) -> str:
    say, language, item = _state.say(), _state.language(), outlook.of(choice.indicator_id)
    text = f"{_name(item.indicator)}: {word(choice.family, language)}"
    if is_used(choice.family, item):
        return text
    return text + ", " + say("not used")
