"""The form of an administrative report: measures and fixed words (docs/decisions/report.md).

Nghị định 30/2020/NĐ-CP, Phụ lục I. Lengths in millimetres, letters in points.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from fontTools.ttLib import TTFont

from kh359.charts.still.typeface import FONT_FOLDER
from kh359.locale.translate import Translator

PAGE_WIDTH, PAGE_HEIGHT = 210.0, 297.0
TOP, BOTTOM, LEFT, RIGHT = 20.0, 20.0, 30.0, 15.0
TEXT_WIDTH = PAGE_WIDTH - LEFT - RIGHT
HEADER = 10.0
"""From the paper's edge to the page number."""
FIRST_LINE = 12.7
PARAGRAPH_GAP = 6.0
"""Points after a paragraph."""
LINE_SPACING = 1.15
ISSUER_WIDTH = 65.0
"""Left column of the head; the right one holds the national heading."""

BODY = 14.0
NATION, MOTTO, ISSUER, NUMBER, PLACE = 12.0, 13.0, 12.0, 13.0, 13.0
TITLE = 14.0
ADDRESSEES, ADDRESSEE = 12.0, 11.0
CELL, CAPTION, SOURCE_LINE = 11.0, 12.0, 11.0
PAGE_NUMBER = 13.0
ISSUER_RULE = 0.4
"""Part of its line that the rule below the issuer and the subject takes: a third to a half."""

BLANK = "……"
LONG_BLANK = "……………………………"
ROMAN = ("I", "II", "III", "IV", "V", "VI")
FAMILY = "Times New Roman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Fixed words. What the project cannot know is a blank, never a guess."""

    nation: str
    motto: str
    issuer: tuple[str, str]
    number: str
    place_and_day: str
    name: str
    addressees: str
    power: str
    post: str
    signature: str
    annex_of: str
    table: str
    figure: str
    say: Translator

    def annex(self, number: int) -> str:
        """'Phụ lục I'."""
        return self.say("Annex {number}", number=ROMAN[number])

    def source(self, text: str) -> str:
        """'Nguồn: ...', once."""
        begins = self.say("Source: {title}", title="")
        return text if text.startswith(begins) else begins + text


def form(say: Translator, day: date) -> Form:
    """The form in one language. Only the year of the day is filled in: the signer dates it."""
    return Form(
        nation=say("SOCIALIST REPUBLIC OF VIET NAM"),
        motto=say("Independence - Freedom - Happiness"),
        issuer=(LONG_BLANK, LONG_BLANK),
        number=say("No.: ……/BC-……"),
        place_and_day=say("Quảng Ngãi, …… (day) …… (month) {year}", year=day.year),
        name=say("REPORT"),
        addressees=say("To:"),
        power=LONG_BLANK,
        post=LONG_BLANK,
        signature=say("(signature, full name)"),
        annex_of=say("(With report No. ……/BC-…… of …… {year})", year=day.year),
        table=say("Table"),
        figure=say("Figure"),
        say=say,
    )


def text_width(text: str, size: float) -> float:
    """Millimetres that bold `text` takes at `size` points in the report's letters."""
    font = _bold()
    names, metrics = font.getBestCmap(), font["hmtx"].metrics
    units = sum(metrics[names[ord(letter)]][0] for letter in text)
    return units / font["head"].unitsPerEm * size / 72 * 25.4


@lru_cache(maxsize=1)
def _bold() -> Any:
    return TTFont(FONT_FOLDER / "LiberationSerif-Bold.ttf", lazy=True)
