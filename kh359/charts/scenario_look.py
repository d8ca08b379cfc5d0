"""What a scenario looks like in every chart: colour and symbol by its place in the comparison.

The colours stay apart for colour-blind readers (after Okabe and Ito 2008, darkened for white
paper); a symbol and a name at the line's end say the same.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """line: of a median and of text; wide, narrow: of its bands; glyph: the symbol in a text."""

    line: str
    wide: str
    narrow: str
    symbol: str
    glyph: str


BASELINE = Look(line="#5F6B7A", wide="#E1E5EA", narrow="#CBD2DA", symbol="circle", glyph="●")
LOOKS: tuple[Look, ...] = (
    Look(line="#0B4F8A", wide="#C9DDEF", narrow="#8FB8DC", symbol="circle", glyph="●"),
    Look(line="#007A5E", wide="#CCE7DF", narrow="#92CDBB", symbol="square", glyph="■"),
    Look(line="#9C3F82", wide="#EBD3E4", narrow="#D5A3C8", symbol="triangle-up", glyph="▲"),
    Look(line="#8A6A00", wide="#EFE5C3", narrow="#DCC87F", symbol="x", glyph="✖"),
)
