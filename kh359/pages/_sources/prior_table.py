"""Giả định behind scenarios: every supposed quantity with its range, grade, sources and note."""

import streamlit as st

from kh359.intake.folding import folded
from kh359.locale.number import percent
from kh359.locale.prior import (
    prior_grade_text,
    prior_kind_text,
    prior_span,
    prior_value,
)
from kh359.locale.spreadsheet import Cell
from kh359.locale.unit import unit_label
from kh359.pages import _state
from kh359.pages._download import offer_table
from kh359.pages._figure import source_cell
from kh359.pages._table import Text, table
from kh359.plan.facts import Facts
from kh359.plan.prior import Prior, PriorKind

ALL = "all"


def choose_prior_kind() -> PriorKind | None:
    """One kind of assumption, or all."""
    say, language = _state.say(), _state.language()

    def name(option: str) -> str:
        return say("All kinds") if option == ALL else prior_kind_text(PriorKind(option), language)

    options = [ALL, *(kind.value for kind in PriorKind)]
    chosen = st.selectbox(say("Kind of assumption"), options, format_func=name, key="prior_kind")
    return None if chosen == ALL else PriorKind(chosen)


def show_priors(facts: Facts, kind: PriorKind | None, wanted: str) -> None:
    """The assumptions of `kind` that contain the folded text `wanted`, and the same as a file."""
    say = _state.say()
    st.write(
        say(
            "None of these is an observation; the most likely value stands first. The economy, the "
            "population, the effects of money and the part the province leads are drawn anew in "
            "every future; the rest stays at the most likely value unless a scenario changes it."
        )
    )
    chosen = [p for p in facts.priors if kind is None or p.kind is kind]
    records = {prior.assumption_id: prior_record(facts, prior) for prior in chosen}
    rows = [p for p in chosen if wanted in folded(" ".join(map(str, records[p.assumption_id])))]
    caption = say.plural("{count} assumption", "{count} assumptions", len(rows))
    headers = (say("Assumption"), say("Value"), say("Rests on"), say("Source"), say("Notes"))
    table(caption, headers, [prior_cells(facts, prior) for prior in rows])
    offer_table(
        f"kh359_{facts.version}_assumptions",
        record_headers(),
        [records[prior.assumption_id] for prior in rows],
    )


def prior_cells(facts: Facts, prior: Prior) -> tuple[str | Text | tuple[Text, ...], ...]:
    """Name, range, grade, sources with their addresses, and what it means."""
    say, language = _state.say(), _state.language()
    void = ""
    if prior.no_effect is not None:
        chance = percent(prior.no_effect, language)
        void = say("{chance} chance of no effect at all", chance=chance)
    return (
        Text(text=say.pick(prior.name_vi, prior.name_en), small=_moves(facts, prior)),
        Text(text=prior_value(prior, language), small=prior_span(prior, language)),
        Text(text=prior_grade_text(prior.grade, language), small=void),
        tuple(source_cell(facts, source_id) for source_id in prior.sources),
        say.pick(prior.note_vi, prior.note_en),
    )


def record_headers() -> tuple[str, ...]:
    """Column titles of `prior_record`."""
    say = _state.say()
    return (
        say("Kind of assumption"),
        say("Assumption"),
        say("Lowest"),
        say("Most likely"),
        say("Highest"),
        say("Unit"),
        say("Chance of no effect (%)"),
        say("Rests on"),
        say("Notes"),
        say("Source"),
        say("Address"),
    )


def prior_record(facts: Facts, prior: Prior) -> tuple[Cell, ...]:
    """The assumption as numbers and plain texts; several sources stand in one cell, with |."""
    say, language = _state.say(), _state.language()
    sources = [facts.source_by_id[source_id] for source_id in prior.sources]
    return (
        prior_kind_text(prior.kind, language),
        say.pick(prior.name_vi, prior.name_en),
        *(prior.unit.to_shown(value) for value in (prior.low, prior.mode, prior.high)),
        unit_label(prior.unit, language),
        None if prior.no_effect is None else 100 * prior.no_effect,
        prior_grade_text(prior.grade, language),
        say.pick(prior.note_vi, prior.note_en),
        " | ".join(source.title for source in sources),
        " | ".join(source.place for source in sources),
    )


def _moves(facts: Facts, prior: Prior) -> str:
    """How many indicators an assumption of a channel reaches; empty for the others."""
    say = _state.say()
    channels = {
        channel.channel_id
        for channel in facts.channels
        if prior.assumption_id in (channel.elasticity_id, channel.depreciation_id, channel.lag_id)
    }
    if not channels:
        return ""
    count = sum(response.channel_id in channels for response in facts.responses)
    return say.plural("used for {count} indicator", "used for {count} indicators", count)
