"""The figures most worth collecting next, and the document that should hold each."""

from datetime import date

import streamlit as st

from kh359.locale.number import number, probability
from kh359.locale.translate import marked
from kh359.locale.wanted import standing_text
from kh359.model.assumptions import Assumptions
from kh359.model.worth.next_figure import Basis
from kh359.model.worth.worth import FigureWorth, Gain, TargetWorth, ranking
from kh359.pages import _compute, _state
from kh359.pages._download import offer_table
from kh359.pages._kept import kept
from kh359.pages._table import Cell, Text, table
from kh359.plan.facts import Facts
from kh359.plan.wanted import WantedFigure

FIRST = 12
MOST_DOCUMENTS = 2
MOST_KEPT = 4
NOTHING_KNOWN = marked("not known which document")


def show_worth(facts: Facts) -> None:
    """The ranking, what it rests on, and the same as a file."""
    say = _state.say()
    st.subheader(say("Figures most worth collecting next"), anchor=False)
    worths = [one for one in _worths(facts) if one.cleared > 0]
    st.write(
        say(
            "How much one more figure of the province would tell. “Doubt cleared” is counted in "
            "targets: 1 is one target taken from complete ignorance to certainty. Where there is "
            "no figure yet, values between nothing and the nearest target were tried, as an "
            "assumption for this ranking alone: neighbours in the list are not firmly ordered."
        )
    )
    everything = len(worths) <= FIRST or st.toggle(
        say("Show all {count}", count=len(worths)), key="worth_all"
    )
    shown = worths if everything else worths[:FIRST]
    table(
        say("Observed figures to look for, the most telling first"),
        (
            say("Indicator"),
            say("Figure of"),
            say("Doubt cleared"),
            say("What it would tell"),
            say("Document to ask for"),
        ),
        [_cells(facts, place, one) for place, one in enumerate(shown, start=1)],
        numbers=frozenset({2}),
        tight=frozenset({1}),
    )
    offer_table(
        f"kh359_{facts.version}_worth",
        (
            say("Indicator"),
            say("Year"),
            say("Doubt cleared"),
            say("Targets judged"),
            say("Targets that get a probability"),
            say("Targets narrowed"),
            say("Document to ask for"),
        ),
        [_record(facts, one) for one in worths],
    )


def documents_for(facts: Facts, indicator_id: str, year: int) -> tuple[WantedFigure, ...]:
    """Documents that should hold figures of an indicator: those of `year` first, then the latest.

    Empty where nobody has named one.
    """
    named = [w for w in facts.wanted if indicator_id in w.indicators and w.document]
    return tuple(sorted(named, key=lambda w: (w.year != year, -(w.year or 0))))


def _worths(facts: Facts) -> tuple[FigureWorth, ...]:
    """Computed once for each data version, with a bar while it lasts."""
    say, made = _state.say(), _made()
    if facts.version not in made:
        bar = st.empty()

        def told(done: int, of: int) -> None:
            bar.progress(done / of, text=say("Ranking figures: {done} of {of}", done=done, of=of))

        worths = ranking(
            facts, _compute.outlook(Assumptions()), this_year=date.today().year, told=told
        )
        bar.empty()
        for version in list(made)[: len(made) + 1 - MOST_KEPT]:
            made.pop(version, None)
        made[facts.version] = worths
    return made[facts.version]


@kept(most=1)
def _made() -> dict[str, tuple[FigureWorth, ...]]:
    """Rankings by data version: a bar is drawn while one is computed, for whoever came first."""
    return {}


def _cells(facts: Facts, place: int, worth: FigureWorth) -> tuple[Cell, ...]:
    say, language = _state.say(), _state.language()
    indicator = worth.item.indicator
    name = say.pick(indicator.name_vi, indicator.name_en)
    year = worth.figure.year if worth.figure else 0
    return (
        Text(
            text=f"{place}. {name}",
            address=_state.link(indicator.indicator_id),
            small=_standing(facts, worth),
        ),
        str(year),
        Text(
            text=number(worth.cleared, language, digits=1),
            small=say.plural("of {count} target", "of {count} targets", len(worth.targets)),
        ),
        tuple(Text(text=line) for line in _told(worth)),
        _documents(facts, worth, year),
    )


def _standing(facts: Facts, worth: FigureWorth) -> str:
    """What is there today."""
    say, used = _state.say(), worth.item.evidence.used
    if used:
        return say("last usable figure: {year}", year=used[-1].year)
    if facts.observations_of(worth.item.indicator.indicator_id):
        return say("only figures of another place or definition")
    return say("no figure yet")


def _told(worth: FigureWorth) -> list[str]:
    """One line for each thing the figure does."""
    say = _state.say()
    lines = []
    judged, counted = worth.number_of(Gain.JUDGED), worth.number_of(Gain.COUNTED)
    if judged:
        years = ", ".join(str(t.target.year) for t in worth.targets if t.gain is Gain.JUDGED)
        lines.append(say("target of {years}: met or not", years=years))
    if counted:
        lines.append(
            say.plural(
                "{count} target gets a probability, now none",
                "{count} targets get a probability, now none",
                counted,
            )
        )
    lines += [_narrowed(one) for one in worth.targets if one.gain is Gain.NARROWED][:1]
    if worth.figure and worth.figure.basis is Basis.SUPPOSED and counted:
        lines.append(say("(values tried: assumption)"))
    return lines


def _narrowed(worth: TargetWorth) -> str:
    """How far the probability of the nearest target may move."""
    say, language = _state.say(), _state.language()
    return say(
        "probability in {year}: {now} now, then {low} to {high}",
        year=worth.target.year,
        now=probability(worth.p_now, language),
        low=probability(worth.p_low, language),
        high=probability(worth.p_high, language),
    )


def _documents(facts: Facts, worth: FigureWorth, year: int) -> tuple[Text, ...]:
    """What to ask for, or whom, where no document is known."""
    say = _state.say()
    found = documents_for(facts, worth.item.indicator.indicator_id, year)
    if not found:
        return (Text(text=say(NOTHING_KNOWN), small=_agency(worth)),)
    cells = [_document(one) for one in found[:MOST_DOCUMENTS]]
    more = len(found) - len(cells)
    if more:
        words = say.plural("and {count} more document", "and {count} more documents", more)
        cells.append(Text(text=words))
    return tuple(cells)


def _document(one: WantedFigure) -> Text:
    say = _state.say()
    parts = (one.publisher or "", standing_text(one, say), say.pick(one.note_vi, one.note_en))
    return Text(
        text=one.document or "", address=one.address or "", small=" · ".join(filter(None, parts))
    )


def _agency(worth: FigureWorth) -> str:
    say, indicator = _state.say(), worth.item.indicator
    agency = say.pick(indicator.lead_agency_vi, indicator.lead_agency_en)
    return (
        say("ask: {agency} ({clause})", agency=agency, clause=indicator.lead_clause or "–")
        if (agency)
        else say("the plan names no lead agency either")
    )


def _record(facts: Facts, worth: FigureWorth) -> tuple[str | int | float, ...]:
    say, indicator = _state.say(), worth.item.indicator
    year = worth.figure.year if worth.figure else 0
    found = documents_for(facts, indicator.indicator_id, year)
    documents = " | ".join(one.document or "" for one in found) or say(NOTHING_KNOWN)
    return (
        say.pick(indicator.name_vi, indicator.name_en),
        year,
        round(worth.cleared, 2),
        worth.number_of(Gain.JUDGED),
        worth.number_of(Gain.COUNTED),
        worth.number_of(Gain.NARROWED),
        documents,
    )
