"""A plain table: real text in the page, no toolbar, nothing for the reader to learn."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

import streamlit as st

_STYLE = """
.kh-table {border-collapse: collapse; width: 100%; font-size: .92rem;
  font-variant-numeric: tabular-nums;}
.kh-table caption {text-align: left; font-weight: 600; padding: .2rem 0 .3rem;}
.kh-table th {text-align: left; border-bottom: 2px solid #1F2933; padding: .25rem .5rem;
  vertical-align: bottom;}
.kh-table td {border-bottom: 1px solid #E3E7EC; padding: .25rem .5rem; vertical-align: top;
  line-height: 1.3; min-width: 6.5rem;}
.kh-table td.number {text-align: right; white-space: nowrap; min-width: 0;}
.kh-table th.number {text-align: right;}
.kh-table td.tight {white-space: nowrap; min-width: 0;}
.kh-table tr.strong td {font-weight: 600; border-bottom: 1px solid #1F2933;}
.kh-table tr.assumed td {background: repeating-linear-gradient(135deg,#F3EBDD 0 5px,#fff 5px 9px);
  border-bottom: 1px dashed #7A5B1E; border-top: 1px dashed #7A5B1E;}
.kh-table small {color: #5F6B7A;}
.kh-table a {overflow-wrap: anywhere; color: #0B4F8A;}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A cell of two lines, or a link; `small` stands below in a lighter type."""

    text: str
    address: str = ""
    small: str = ""


Cell = str | Text | tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row with a look: "strong" for a subtotal, "assumed" for a giả định."""

    cells: Sequence[Cell]
    look: str = ""


def table(
    caption: str,
    headers: Sequence[str],
    rows: Iterable[Line | Sequence[Cell]],
    *,
    numbers: frozenset[int] = frozenset(),
    tight: frozenset[int] = frozenset(),
) -> None:
    """Show a table; columns in `numbers` are set flush right, `tight` ones never wrap."""
    lines = [row if isinstance(row, Line) else Line(cells=row) for row in rows]
    heads = "".join(
        f'<th scope="col" class="{_look(i, numbers, frozenset())}">{escape(h)}</th>'
        for i, h in enumerate(headers)
    )
    body = "".join(
        f'<tr class="{line.look}">'
        + "".join(
            f'<td class="{_look(i, numbers, tight)}">{_cell(c)}</td>'
            for i, c in enumerate(line.cells)
        )
        + "</tr>"
        for line in lines
    )
    st.html(
        f'<style>{_STYLE}</style><table class="kh-table"><caption>{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def _look(column: int, numbers: frozenset[int], tight: frozenset[int]) -> str:
    return "number" if column in numbers else "tight" if column in tight else ""


def _cell(cell: Cell) -> str:
    if isinstance(cell, str):
        return escape(cell)
    if isinstance(cell, tuple):
        return "<br>".join(map(_cell, cell))
    text = escape(cell.text)
    if not cell.text:
        return f"<small>{escape(cell.small)}</small>"
    if cell.address:
        text = f'<a href="{escape(cell.address, quote=True)}">{text}</a>'
    return text + (f"<br><small>{escape(cell.small)}</small>" if cell.small else "")
