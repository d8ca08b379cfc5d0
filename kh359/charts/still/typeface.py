"""The letters of every picture: fonts that come with the project, their widths and outlines."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from fontTools.misc.roundTools import otRound
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

FONT_FOLDER = Path(__file__).parents[1] / "fonts"
SANS = "Source Sans 3"
"""Family of charts."""
SERIF = "Liberation Serif"
"""Family of reports: as wide, letter by letter, as Times New Roman."""
UNKNOWN_LETTER = "□"
"""Stands for a letter that the font lacks, so that no other font steps in."""

_FILES = {False: "SourceSans3-Regular.ttf", True: "SourceSans3-Bold.ttf"}
_ALIKE = {"✖": "×", "\u202f": "\u00a0", "\u2011": "-"}
"""Letters the font lacks, and what looks alike."""


@dataclass(frozen=True, eq=False)
class Typeface:
    """One weight. Lengths are in units of which `em` make the font size."""

    font: Any
    glyphs: Any
    names: dict[int, str]
    em: int

    def covered(self, text: str) -> str:
        """`text` in composed letters, each of which the font has."""
        composed = unicodedata.normalize("NFC", text)
        known = (_ALIKE.get(letter, letter) for letter in composed)
        return "".join(c if ord(c) in self.names else UNKNOWN_LETTER for c in known)

    def width(self, text: str, size: float) -> float:
        """Pixels that covered `text` takes at `size` pixels."""
        metrics = self.font["hmtx"].metrics
        return size / self.em * sum(metrics[self.names[ord(letter)]][0] for letter in text)

    def advance(self, letter: str) -> int:
        """How far one covered letter moves the pen."""
        return self.font["hmtx"].metrics[self.names[ord(letter)]][0]

    def outline(self, letter: str) -> str:
        """One covered letter as SVG path data, y upwards; empty for a space."""
        return _outline(self, self.names[ord(letter)])


@lru_cache(maxsize=2)
def typeface(*, bold: bool) -> Typeface:
    """The chart font, read once."""
    font: Any = TTFont(FONT_FOLDER / _FILES[bold], lazy=True)
    return Typeface(
        font=font,
        glyphs=font.getGlyphSet(),
        names=font.getBestCmap(),
        em=int(font["head"].unitsPerEm),
    )


@lru_cache(maxsize=2000)
def _outline(face: Typeface, name: str) -> str:
    pen = SVGPathPen(face.glyphs, ntos=lambda value: str(otRound(value)))
    face.glyphs[name].draw(pen)
    return pen.getCommands()
