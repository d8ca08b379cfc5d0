"""An SVG picture under construction: shapes and words in pixels, y downwards."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from html import escape
from itertools import count
from typing import Any

from kh359.charts.still.hatch import Paint, Point, hatch_lines
from kh359.charts.still.typeface import SANS, typeface
from kh359.charts.still.words import Line, line_width

_ANCHORS = {"left": 0.0, "center": 0.5, "right": 1.0}
_HALO = 3.0
"""Pixels of white around a word that stands on a line."""


def plain(value: float) -> str:
    """A length with two decimals at most: the same on every processor."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def path_data(points: Iterable[tuple[float, float]], *, closed: bool = False) -> str:
    """Straight lines through points."""
    joined = " ".join(f"{plain(x)},{plain(y)}" for x, y in points)
    return f"M{joined}{'Z' if closed else ''}" if joined else ""


class Canvas:
    """Collects the picture; words are text (a reader can search them) or outlines (they look
    alike in every program, whatever fonts it has).
    """

    def __init__(self, *, outlines: bool) -> None:
        self.outlines = outlines
        self._parts: list[str] = []
        self._definitions: list[str] = []
        self._glyphs: dict[tuple[bool, str], str] = {}
        self._ids = count(1)
        self._clip = ""

    def path(
        self,
        data: str,
        *,
        fill: str = "none",
        stroke: str = "none",
        width: float = 0.0,
        dash: str = "",
        opacity: float = 1.0,
        clip: str = "",
    ) -> None:
        """A line or an area."""
        if not data:
            return
        more = f' stroke="{stroke}" stroke-width="{plain(width)}"' if width > 0 else ""
        more += f' stroke-dasharray="{dash}"' if dash and width > 0 else ""
        more += f' opacity="{plain(opacity)}"' if opacity < 1 else ""
        self._clip_by(clip)
        self._parts.append(f'<path d="{data}" fill="{fill}"{more} stroke-linejoin="round"/>')

    def _clip_by(self, clip: str) -> None:
        """Go on inside that frame: one group for neighbours, since each costs a whole layer."""
        if clip == self._clip:
            return
        if self._clip:
            self._parts.append("</g>")
        if clip:
            self._parts.append(f'<g clip-path="url(#{clip})">')
        self._clip = clip

    def box(
        self, x: float, y: float, width: float, height: float, *, line_width: float = 0.0,
        fill: Paint = "none", **look: Any,
    ) -> None:  # fmt: skip
        """A rectangle; line_width: of its edge; `look` as for `area`."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.area(corners, fill=fill, width=line_width, **look)

    def area(
        self, corners: Sequence[Point], *, fill: Paint, stroke: str = "none", width: float = 0.0,
        dash: str = "", opacity: float = 1.0, clip: str = "",
    ) -> None:  # fmt: skip
        """A closed polygon with its edge."""
        data, frame = path_data(corners, closed=True), {"opacity": opacity, "clip": clip}
        edge = {"stroke": stroke, "width": width, "dash": dash}
        if isinstance(fill, str):
            self.path(data, fill=fill, **edge, **frame)
            return
        self.path(data, fill=fill.ground, **frame)
        lines = "".join(path_data(line) for line in hatch_lines(corners, fill))
        self.path(lines, stroke=fill.ink, width=fill.step * fill.share, **frame)
        if width > 0:
            self.path(data, **edge, **frame)

    @contextmanager
    def faded(self, opacity: float) -> Iterator[None]:
        """What is drawn meanwhile lets the ground through, as one."""
        if opacity >= 1:
            yield
            return
        self._clip_by("")
        self._parts.append(f'<g opacity="{plain(opacity)}">')
        yield
        self._clip_by("")
        self._parts.append("</g>")

    def clip(self, x: float, y: float, width: float, height: float) -> str:
        """A frame outside which nothing shows; returns its id."""
        name = f"clip{next(self._ids)}"
        box = f'x="{plain(x)}" y="{plain(y)}" width="{plain(width)}" height="{plain(height)}"'
        self._definitions.append(f'<clipPath id="{name}"><rect {box}/></clipPath>')
        return name

    def words(
        self, line: Line, x: float, y: float, anchor: str = "left", *, halo: bool = False,
        turned: bool = False,
    ) -> None:  # fmt: skip
        """One line whose baseline goes through (x, y); turned: upwards, read from below."""
        self._clip_by("")
        runs = [run for run in line if run.text]
        left = -_ANCHORS[anchor] * line_width(line)
        place = f"translate({plain(x)},{plain(y)})" + (" rotate(-90)" if turned else "")
        for run in runs:
            if halo:
                self._outlined(run.text, run.look.size, run.look.bold, place, left, _halo_look())
            if self.outlines:
                ink = f'fill="{run.look.colour}"'
                self._outlined(run.text, run.look.size, run.look.bold, place, left, ink)
            else:
                weight = ' font-weight="700"' if run.look.bold else ""
                size = plain(run.look.size)
                self._parts.append(
                    f'<text transform="{place}" x="{plain(left)}" font-size="{size}"'
                    f'{weight} fill="{run.look.colour}" xml:space="preserve">'
                    f"{escape(run.text)}</text>"
                )
            left += run.width

    def _outlined(
        self, text: str, size: float, bold: bool, place: str, left: float, look: str
    ) -> None:
        face = typeface(bold=bold)
        scale = size / face.em
        pen, uses = 0, []
        for letter in text:
            name = self._glyph(letter, bold)
            if name:
                uses.append(f'<use href="#{name}" x="{pen}"/>')
            pen += face.advance(letter)
        if uses:
            move = f"{place} translate({plain(left)},0) scale({scale:.5f})"
            # Letters are drawn y upwards, and mirrored where they are defined.
            self._parts.append(f'<g transform="{move}" {look}>{"".join(uses)}</g>')

    def _glyph(self, letter: str, bold: bool) -> str:
        key = (bold, letter)
        if key not in self._glyphs:
            data = typeface(bold=bold).outline(letter)
            self._glyphs[key] = name = f"g{len(self._glyphs)}" if data else ""
            if data:
                mirrored = f'<path id="{name}" d="{data}" transform="scale(1,-1)"/>'
                self._definitions.append(mirrored)
        return self._glyphs[key]

    def svg(self, width: float, height: float, *, title: str, remarks: Sequence[str] = ()) -> str:
        """The finished picture, on white. title, remarks: for programs and screen readers."""
        self._clip_by("")
        told = "".join(f"<desc>{escape(remark)}</desc>" for remark in remarks if remark)
        size = f'width="{plain(width)}" height="{plain(height)}"'
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} '
            f'viewBox="0 0 {plain(width)} {plain(height)}" '
            f"font-family=\"'{SANS}'\"><title>{escape(title)}</title>{told}<defs>{''.join(self._definitions)}</defs>"
            f'<rect {size} fill="#FFFFFF"/>{"".join(self._parts)}</svg>\n'
        )


def _halo_look() -> str:
    # The stroke is scaled with the letters; non-scaling-stroke is not drawn by every program.
    return (
        f'fill="#FFFFFF" stroke="#FFFFFF" stroke-width="{plain(_HALO * 1000 / 13)}" '
        f'stroke-linejoin="round"'
    )
