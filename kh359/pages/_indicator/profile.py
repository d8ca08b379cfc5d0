"""Who and what an indicator is: group, unit, driver, lead agency, the plan's wording."""

import streamlit as st

from kh359.locale.plain_text import plain_markdown
from kh359.locale.subject import driver_text, role_text
from kh359.locale.unit import indicator_unit
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.plan.facts import Facts
from kh359.plan.indicator import Role


def show_profile(item: IndicatorOutlook) -> None:
    """The head of the page."""
    say, language, indicator = _state.say(), _state.language(), item.indicator
    st.header(plain_markdown(say.pick(indicator.name_vi, indicator.name_en)), anchor=False)
    parts = [
        say("Unit: {unit}", unit=indicator_unit(indicator, language)),
        say("Moved most by: {driver}", driver=driver_text(indicator.driver, language)),
    ]
    agency = say.pick(indicator.lead_agency_vi, indicator.lead_agency_en)
    if agency:
        clause = f" ({indicator.lead_clause})" if indicator.lead_clause else ""
        parts.append(say("Lead: {agency}", agency=agency) + clause)
    else:
        parts.append(say("Lead: not named in the plan"))
    if indicator.role is not Role.TARGET:
        parts.append(role_text(indicator.role, language))
    st.caption(plain_markdown(" · ".join(parts)))


def show_notes(facts: Facts, item: IndicatorOutlook) -> None:
    """What to beware of in the plan's wording."""
    say, indicator = _state.say(), item.indicator
    note = say.pick(indicator.note_vi, indicator.note_en)
    notes = [note] if note else []
    for change in facts.definition_changes:
        if change.indicator_id == indicator.indicator_id:
            text = say.pick(change.note_vi, change.note_en)
            notes.append(say("The plan's wording for {year}: {text}", year=change.year, text=text))
    if notes:
        st.caption("  \n".join(map(plain_markdown, notes)))
