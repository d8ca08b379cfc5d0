"""The little HTML that Plotly reads in texts, as lines of runs with one look each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from html import unescape

from kh359.charts.still.subset import OutsideSubset
from kh359.charts.still.typeface import typeface

LINE = 1.3
"""Line height, in font sizes."""

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_STYLE = re.compile(r'<span style="(?P<rules>[^"]*)">')


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Size in pixels, colour, weight."""

    size: float
    colour: str
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look; each is in the font."""

    text: str
    look: Look

    @property
    def width(self) -> float:
        """Pixels."""
        return typeface(bold=self.look.bold).width(self.text, self.look.size)


Line = tuple[Run, ...]


def line_width(line: Line) -> float:
    """Pixels of a line."""
    return sum(run.width for run in line)


def line_height(line: Line, default: float) -> float:
    """Pixels from one line to the next; default: font size of an empty line."""
    return LINE * max((run.look.size for run in line), default=default)


def rich_lines(text: str, look: Look) -> list[Line]:
    """The lines of a Plotly text. Raises OutsideSubset for a tag that is not known."""
    lines: list[list[Run]] = [[]]
    looks = [look]
    for token in _TOKEN.findall(text):
        if not token.startswith("<"):
            face = typeface(bold=looks[-1].bold)
            lines[-1].append(Run(face.covered(unescape(token)), looks[-1]))
        elif token == "<br>":
            lines.append([])
        elif token.startswith("</"):
            looks.pop()
        else:
            looks.append(_opened(token, looks[-1]))
    return [tuple(line) for line in lines]


def _opened(tag: str, look: Look) -> Look:
    if tag == "<b>":
        return replace(look, bold=True)
    style = _STYLE.fullmatch(tag)
    if style is None:
        raise OutsideSubset(f"text: {tag}")
    for rule in style["rules"].split(";"):
        key, _, value = (part.strip() for part in rule.partition(":"))
        if key == "font-size":
            look = replace(look, size=float(value.removesuffix("px")))
        elif key == "color":
            look = replace(look, colour=value)
        elif key:
            raise OutsideSubset(f"style: {key}")
    return look


def wrapped(lines: Iterable[Line], width: float) -> list[Line]:
    """The same lines broken at spaces where they are wider than `width` pixels."""
    broken: list[Line] = []
    for line in lines:
        broken += [line] if line_width(line) <= width else _broken(line, width)
    return broken


def _broken(line: Line, width: float) -> list[Line]:
    """Greedy; a word wider than the line stands on a line of its own."""
    done: list[Line] = []
    row: list[Run] = []
    for run in line:
        for piece in re.findall(r" *[^ ]+| +$", run.text):
            word = Run(piece, run.look)
            if row and line_width((*row, word)) > width:
                done.append(tuple(row))
                row, word = [], Run(piece.lstrip(" "), run.look)
            if row and row[-1].look == word.look:
                word = Run(row.pop().text + word.text, word.look)
            row.append(word)
    return [*done, tuple(row)]
