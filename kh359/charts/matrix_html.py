"""Draws the matrix as one HTML table: real text, real links, no script."""

from collections.abc import Callable
from html import escape

from kh359.charts.matrix import Cell, LegendItem, Mark, Matrix, Note, Row, Section
from kh359.charts.palette import ASSUMED, GRID, INK, MUTED, TARGET, TONES

Link = Callable[[str], str]

_STYLE = f"""
.kh-matrix {{border-collapse: separate; border-spacing: 2px; width: 100%; font-size: .92rem;
  color: {INK}; font-variant-numeric: tabular-nums;}}
.kh-matrix caption {{text-align: left; font-weight: 600; padding: .2rem 0 .4rem;}}
.kh-matrix thead th {{position: sticky; top: 0; background: #fff; z-index: 1; text-align: center;
  padding: .25rem .4rem; border-bottom: 2px solid {INK};}}
.kh-matrix thead th.left {{text-align: left;}}
.kh-matrix thead th.chosen {{background: {INK}; color: #fff;}}
.kh-matrix tr.section th {{text-align: left; padding: .6rem .2rem .15rem; font-size: .98rem;
  border-bottom: 1px solid {GRID}; font-weight: 600;}}
.kh-matrix tbody tr.row th {{text-align: left; font-weight: 400; padding: .12rem .3rem;
  line-height: 1.2;}}
.kh-matrix tbody tr.row th a {{color: {INK}; text-decoration: underline;
  text-decoration-color: #B4BBC4; text-underline-offset: 3px;}}
.kh-matrix tbody th a:hover, .kh-matrix tbody th a:focus-visible {{text-decoration-color: {INK};}}
.kh-matrix thead th.proof {{width: 8.4rem; font-size: .85rem; line-height: 1.2;}}
.kh-matrix td {{padding: 0; text-align: center; width: 4.8rem; vertical-align: middle;}}
.kh-matrix td.proof {{text-align: left; color: {MUTED}; white-space: nowrap; padding: 0 .4rem;
  min-width: 0;}}
.kh-matrix td .mark {{display: block; padding: .1rem .35rem; border-radius: 3px;
  border: 1.5px solid transparent; white-space: nowrap; line-height: 1.3;}}
.kh-matrix td .mark + .mark {{margin-top: 2px;}}
.kh-legend {{display: flex; flex-wrap: wrap; gap: .35rem 1.1rem; font-size: .88rem;
  margin: 0 0 .5rem; color: {INK};}}
.kh-legend .item {{display: flex; align-items: center; gap: .4rem;}}
.kh-legend .swatch {{display: inline-block; width: 1.7rem; height: 1.05rem; line-height: 1rem;
  text-align: center; border-radius: 3px; border: 1.5px solid transparent;}}
.kh-matrix td.note {{text-align: left; padding: 0 .4rem; line-height: 1.2; width: auto;
  white-space: nowrap;}}
.kh-matrix thead th.note {{font-size: .85rem; line-height: 1.2; width: 4.6rem;}}
.kh-matrix.noted tbody tr.row th {{min-width: 12rem;}}
.kh-matrix td.note small {{color: {MUTED};}}
.flagged {{outline: 3px solid {TARGET}; outline-offset: -2px; font-weight: 700;}}
.hatched {{border: 1.5px dashed {ASSUMED[3]} !important;}}
.dashed {{border: 1px dashed #B4BBC4 !important;}}
.observed {{border: 2.5px solid currentColor !important; font-weight: 600;}}
"""


def matrix_html(matrix: Matrix, link: Link) -> str:
    """The legend and the table. `link` gives the address of an indicator's page."""
    heads = "".join(
        f'<th scope="col" class="{"chosen" if i == matrix.chosen else ""}">{escape(text)}</th>'
        for i, text in enumerate(matrix.headers)
    )
    body = "".join(_section(section, matrix, link) for section in matrix.sections)
    legend = "".join(_legend_item(item) for item in matrix.legend)
    return (
        f'<style>{_STYLE}</style><div class="kh-legend">{legend}</div>'
        f'<table class="kh-matrix{_noted(matrix)}"><caption>{escape(matrix.caption)}</caption>'
        f'<thead><tr><th scope="col" class="left">{escape(matrix.row_header)}</th>'
        f'<th scope="col" class="left proof">{escape(matrix.evidence_header)}</th>'
        f"{heads}{_note_heads(matrix)}</tr></thead>"
        f"<tbody>{body}</tbody></table>"
    )


def _section(section: Section, matrix: Matrix, link: Link) -> str:
    width = len(matrix.headers) + len(matrix.note_headers) + 2
    title = f'<th scope="colgroup" colspan="{width}">{escape(section.title)}</th>'
    return f'<tr class="section">{title}</tr>' + "".join(
        _row(row, matrix, link) for row in section.rows
    )


def _row(row: Row, matrix: Matrix, link: Link) -> str:
    name = escape(row.name)
    if row.indicator_id:
        name = f'<a href="{escape(link(row.indicator_id), quote=True)}">{name}</a>'
    cells = "".join(_cell(cell, matrix.none_hint) for cell in row.cells)
    proof = f'<td class="proof">{escape(row.evidence)}</td>'
    notes = "".join(_note(note) for note in row.notes)
    return f'<tr class="row"><th scope="row">{name}</th>{proof}{cells}{notes}</tr>'


def _noted(matrix: Matrix) -> str:
    return " noted" if matrix.note_headers else ""


def _note_heads(matrix: Matrix) -> str:
    return "".join(
        f'<th scope="col" class="left note">{escape(text)}</th>' for text in matrix.note_headers
    )


def _note(note: Note) -> str:
    small = f" <small>{escape(note.small)}</small>" if note.small else ""
    return f'<td class="note">{escape(note.text)}{small}</td>'


def _cell(cell: Cell, none_hint: str) -> str:
    if not cell.marks:
        return f'<td title="{escape(none_hint, quote=True)}"></td>'
    return "<td>" + "".join(_mark(mark) for mark in cell.marks) + "</td>"


def _mark(mark: Mark) -> str:
    return (
        f'<span class="mark {_outline(mark.tone, mark.hatched)}{_flag(mark.flagged)}" '
        f'style="{_paint(mark.tone, mark.hatched)}" '
        f'title="{escape(mark.hint, quote=True)}">{escape(mark.text)}</span>'
    )


def _legend_item(item: LegendItem) -> str:
    if not item.tone:
        return f'<div class="item">{escape(item.text)}</div>'
    return (
        f'<div class="item"><span class="swatch {_outline(item.tone, item.hatched)}'
        f'{_flag(item.flagged)}" '
        f'style="{_paint(item.tone, item.hatched)}">{escape(item.sample)}</span>'
        f"{escape(item.text)}</div>"
    )


def _outline(tone: str, hatched: bool) -> str:
    if hatched:
        return "hatched"
    if tone in ("met", "not_met"):
        return "observed"
    return "dashed" if tone in ("no_data", "no_evidence", "decided") else ""


def _flag(flagged: bool) -> str:
    return " flagged" if flagged else ""


def _paint(tone: str, hatched: bool) -> str:
    """Background and text colour; hatching lies on a lighter ground, so text stays clear."""
    ground, text = TONES[tone]
    if not hatched:
        return f"background:{ground};color:{text}"
    pale = f"color-mix(in srgb, {ground} 35%, #fff)"
    stripe = f"color-mix(in srgb, {ASSUMED[3]} 30%, {pale})"
    stripes = f"repeating-linear-gradient(135deg,{stripe} 0 2px,{pale} 2px 8px)"
    return f"background:{stripes};color:{INK}"
