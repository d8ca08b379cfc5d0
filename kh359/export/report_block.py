"""What a report is made of, before any file format."""

from collections.abc import Iterator
from dataclasses import dataclass

from kh359.charts.still.picture import Picture

LONGEST_WHOLE = 16
"""Rows of a table that stands on one page; a longer one may go on overleaf."""
MARKS = "abcdđeghiklmnopqrstuvxy"
"""Letters of points, in the order of the Vietnamese alphabet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """level 1: I., II.; level 2: 1., 2. within it. The writer puts the number."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. leads: it introduces what follows and stays on its page."""

    text: str
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One item of a list; mark: 'a)' or '-'."""

    text: str
    mark: str = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table with its caption, without number. shares: widths of the columns, in any measure.

    numbers: columns set to the right.
    """

    caption: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    source: str
    numbers: frozenset[int] = frozenset()

    @property
    def is_short(self) -> bool:
        """Whether it should stand on one page."""
        return len(self.rows) <= LONGEST_WHOLE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Plate:
    """A picture with its caption, without number."""

    caption: str
    picture: Picture
    source: str


Block = Heading | Paragraph | Point | Grid | Plate


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Annex:
    """What follows the signature; the writer puts its number."""

    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Report:
    """subject: what the report is about, below its name. addressees: who gets it.

    told: label and text of everything that the file's own properties have to carry.
    """

    subject: tuple[str, ...]
    blocks: tuple[Block, ...]
    annexes: tuple[Annex, ...]
    addressees: tuple[str, ...]
    told: tuple[tuple[str, str], ...]

    def every_block(self) -> Iterator[Block]:
        """In the order in which they are written."""
        yield from self.blocks
        for annex in self.annexes:
            yield from annex.blocks


def points(texts: tuple[str, ...]) -> tuple[Point, ...]:
    """Lettered points: a), b), ... đ)."""
    return tuple(
        Point(text=text, mark=f"{MARKS[place]})" if place < len(MARKS) else "-")
        for place, text in enumerate(texts)
    )
