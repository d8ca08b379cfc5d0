"""The matrix over as many screens as its rows need in type that can be read from afar."""

from dataclasses import replace

from kh359.charts.attainment_matrix import LEGEND, attainment_matrix
from kh359.charts.decided_mark import DECIDED, DECIDED_SYMBOL, decided_item
from kh359.charts.matrix import Cell, LegendItem, Mark, Matrix, Row, Section
from kh359.charts.matrix_html import matrix_html
from kh359.charts.scenario_matrix import Order, scenario_matrix
from kh359.locale.outcome import SYMBOLS, span_text
from kh359.model.attainment import Verdict
from kh359.model.outlook import Outlook
from kh359.pages import _state
from kh359.pages._briefing.gathered import gathered
from kh359.pages._briefing.sitting import Sitting
from kh359.pages._briefing.slide import show
from kh359.pages._view import MOST_COMPARED

LINES = 12
"""Lines of a screen, the names of groups among them."""
LETTERS, ROOM, COLUMN = 46, 80, 14
"""Letters of a name in one line; beside scenarios, of the line that each of their columns cuts."""
NONE = SYMBOLS[Verdict.NO_DATA]
MARK_LETTERS = 7
"""Letters of a cell in one line."""


def screens(sitting: Sitting) -> int:
    """How many screens the matrix takes; what comes of a scenario does not change it."""
    if sitting.compared:
        return len(_parts(_compared(sitting)))
    return len(_parts(_alone(sitting, sitting.ground.outlook)))


def show_screen(sitting: Sitting, place: int) -> None:
    """Screen `place`, counted from 0."""
    whole = _compared(sitting) if sitting.compared else _alone(sitting, sitting.outlook())
    part = replace(
        whole,
        sections=_parts(whole)[place],
        legend=_legend(sitting),
        evidence_header=_state.say()("Evidence"),
    )
    drawn = matrix_html(part, _state.link)
    show(f'<div class="wide">{drawn}</div>' if sitting.compared else drawn)


def _alone(sitting: Sitting, outlook: Outlook) -> Matrix:
    decided = sitting.run.decided_ids
    whole = attainment_matrix(outlook, _state.language(), chosen=None, decided=decided)
    return gathered(whole, _indicators_unknown)


def _compared(sitting: Sitting) -> Matrix:
    view = _state.view()
    whole = scenario_matrix(sitting.candidates, view.milestone, Order.PLAN, view.language)
    return gathered(whole, _targets_unknown)


def _indicators_unknown(count: int) -> str:
    say = _state.say()
    return say.plural("{count} indicator: no data", "{count} indicators: no data", count)


def _targets_unknown(count: int) -> str:
    say = _state.say()
    return say.plural("{count} target: no data", "{count} targets: no data", count)


def _legend(sitting: Sitting) -> tuple[LegendItem, ...]:
    """What colours and signs mean, in as few words as type for eight metres leaves room for."""
    say, language = _state.say(), _state.language()
    likely = (
        LegendItem(
            text=span_text(verdict, language),
            tone=verdict.value,
            hatched=False,
            sample=SYMBOLS[verdict],
        )
        for verdict in LEGEND
    )
    assumed = LegendItem(text=say("assumption"), tone=Verdict.EVEN.value, hatched=True, sample="")
    unknown = LegendItem(
        text=say("no data"), tone=Verdict.NO_EVIDENCE.value, hatched=False, sample=NONE
    )
    decided = any(candidate.run.decided.any() for candidate in sitting.candidates)
    return (*likely, assumed, unknown, *([decided_item(language)] if decided else []))


def _parts(whole: Matrix) -> list[tuple[Section, ...]]:
    """Sections of one screen after the other, as few as needed and about equally long."""
    fewest = _cut(whole, LINES)
    return next(
        parts for lines in range(1, LINES + 1) if len(parts := _cut(whole, lines)) == len(fewest)
    )


def _cut(whole: Matrix, lines: int) -> list[tuple[Section, ...]]:
    """A group that goes on repeats its name."""
    columns = len(whole.headers)
    letters = LETTERS if columns > MOST_COMPARED else ROOM - COLUMN * columns
    parts: list[tuple[Section, ...]] = []
    screen: list[Section] = []
    room = lines
    for section in whole.sections:
        rows: list[Row] = []
        room -= 1
        for row in map(_short, section.rows):
            height = _height(row, letters)
            if height > room - (0 if rows else 1) and (screen or rows):
                screen += [Section(title=section.title, rows=tuple(rows))] if rows else []
                parts.append(tuple(screen))
                screen, rows, room = [], [], lines - 1
            rows.append(row)
            room -= height
        screen.append(Section(title=section.title, rows=tuple(rows)))
    return [*parts, tuple(screen)]


def _short(row: Row) -> Row:
    """The level as its number, a chance without words, the rest as signs: the legend has them."""
    cells = tuple(
        Cell(marks=tuple(replace(mark, text=_sign(mark)) for mark in cell.marks))
        for cell in row.cells
    )
    return replace(row, evidence=row.evidence.split(" · ")[0], cells=cells)


def _sign(mark: Mark) -> str:
    if mark.tone == Verdict.NO_DATA:
        return NONE
    return DECIDED_SYMBOL if mark.tone == DECIDED else mark.text.split(" · ")[0]


def _height(row: Row, letters: int) -> int:
    """Lines that the name takes, or the highest cell."""
    cells = (sum(1 + len(m.text) // MARK_LETTERS for m in cell.marks) for cell in row.cells)
    return max(1 + len(row.name) // letters, *cells)
