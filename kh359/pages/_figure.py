"""One figure with its source, as a row of a table and as a row of a file."""

from kh359.locale.entry import enterers, entry_lines
from kh359.locale.lent_pace import lender_name
from kh359.locale.number import date, figure, percent_sign
from kh359.locale.proof import ORIGINS, word
from kh359.locale.spreadsheet import Cell
from kh359.locale.unit import unit_label
from kh359.model.borrowed import Origin
from kh359.model.lender import LentFigure
from kh359.pages import _state
from kh359.pages._moment import reader_zone
from kh359.pages._table import Text
from kh359.plan.comparison import PeerValue, ProxyValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind
from kh359.plan.observation import Grade, Observation
from kh359.plan.unit import Unit
from kh359.plan.user_figure import UserSource


def figure_headers() -> tuple[str, ...]:
    """Column titles of `figure_cells`."""
    say = _state.say()
    return (
        say("Year"),
        say("Value"),
        say("Region"),
        say("Grade"),
        say("Source"),
        say("Notes"),
    )


def figure_cells(facts: Facts, row: LentFigure) -> tuple[str | Text | tuple[Text, ...], ...]:
    """Year, value, place, grade, sources with their addresses, and what to beware of."""
    language = _state.language()
    shown = figure(row.value, row.unit, language, projected=_is_derived(row))
    if row.unit is Unit.PERCENT:
        value = Text(text=shown + percent_sign(language))
    else:
        value = Text(text=shown, small=_unit(facts, row))
    as_of = row.as_of if isinstance(row, Observation) else None
    match = word(row.match, language) if isinstance(row, Observation) else ""
    return (
        Text(text=str(row.year), small=date(as_of, language) if as_of else ""),
        value,
        lender_name(row, language),
        Text(text=_grade(row), small=match),
        (*(source_cell(facts, source_id) for source_id in _source_ids(row)), *_entered(row)),
        _notes(row),
    )


def source_cell(facts: Facts, source_id: str) -> Text:
    """Title as a link; publisher, document and date below."""
    source = facts.source_by_id[source_id]
    document = source.document if isinstance(source, UserSource) else None
    parts = (source.publisher, document, date(source.date, _state.language()))
    return Text(text=source.title, address=source.address, small=", ".join(filter(None, parts)))


def _entered(row: LentFigure) -> tuple[Text, ...]:
    """Who entered a figure that did not come with the program, when and why."""
    if not isinstance(row, Observation):
        return ()
    lines = entry_lines(row, _state.language(), reader_zone())
    return tuple(Text(text="", small=line) for line in lines)


def record_headers() -> tuple[str, ...]:
    """Column titles of `figure_record`."""
    say = _state.say()
    return (
        say("Indicator"),
        say("Region"),
        say("Year"),
        say("As of"),
        say("Value"),
        say("Unit"),
        say("Grade"),
        say("Definition"),
        say("Notes"),
        say("Source"),
        say("Publisher"),
        say("Date"),
        say("Address"),
        say("Entered by"),
    )


def figure_record(facts: Facts, name: str, row: LentFigure) -> tuple[Cell, ...]:
    """The figure as numbers and plain texts; several sources stand in one cell each, with |."""
    language = _state.language()
    sources = [facts.source_by_id[source_id] for source_id in _source_ids(row)]
    shown = row.unit.to_shown(row.value)
    observed = row if isinstance(row, Observation) else None
    return (
        name,
        lender_name(row, language),
        row.year,
        (observed.as_of if observed else None) or "",
        float(f"{shown:.3g}") if _is_derived(row) and abs(shown) < 1000 else round(shown, 6),
        _unit(facts, row),
        _grade(row),
        word(observed.match, language) if observed else "",
        _notes(row),
        " | ".join(source.title for source in sources),
        " | ".join(source.publisher for source in sources),
        " | ".join(date(source.date, language) for source in sources),
        " | ".join(source.place for source in sources),
        " | ".join(enterers([observed])) if observed else "",
    )


def _is_derived(row: LentFigure) -> bool:
    return isinstance(row, Observation) and row.grade is Grade.DERIVED


def _source_ids(row: LentFigure) -> tuple[str, ...]:
    return row.source_ids if isinstance(row, Observation) else (row.source_id,)


def _unit(facts: Facts, row: LentFigure) -> str:
    own = None if isinstance(row, ProxyValue) else facts.indicator_by_id[row.indicator_id]
    per_year = own is not None and own.kind is Kind.FLOW
    return unit_label(row.unit, _state.language(), per_year=per_year)


def _grade(row: LentFigure) -> str:
    say, language = _state.say(), _state.language()
    if isinstance(row, Observation):
        return word(row.grade, language)
    return say("another province") if isinstance(row, PeerValue) else say(ORIGINS[Origin.PROXY])


def _notes(row: LentFigure) -> str:
    say = _state.say()
    if isinstance(row, ProxyValue):
        return ""
    notes = [say.pick(row.note_vi, row.note_en)]
    if isinstance(row, Observation) and row.superseded:
        notes.insert(0, say("Not used: another figure was chosen."))
    return " ".join(note for note in notes if note)
