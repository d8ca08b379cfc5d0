"""A workbook is a zip archive: looked through before any library opens it.

The sizes an archive states about its parts are not believed: each part is unpacked once, in
pieces, and left at the first piece beyond the limits.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from kh359.intake.finding import IntakeCode
from kh359.intake.limits import MOST_EXPANDED, MOST_PARTS, MOST_RATIO, SMALL_PART
from kh359.intake.sheet import refused

PIECE = 1 << 18
LAST_ROW = 1_048_576
"""Of any XLSX sheet."""
_OVERLAP = 4096
"""Longest tag that may lie across two pieces."""
_SHEETS = "xl/worksheets/"
_WORKBOOK = "xl/workbook.xml"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]{0,200}?\bref="([A-Za-z]+[0-9]+:[A-Za-z]+[0-9]+)"')
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]{0,2000})>")
_NUMBER = re.compile(rb'\br="([0-9]+)"')
_COLUMNS = re.compile(rb"<(?:\w+:)?col\b([^>]{0,500})>")
_FROM, _TO = re.compile(rb'\bmin="([0-9]{1,5})"'), re.compile(rb'\bmax="([0-9]{1,5})"')
_FAR = re.compile(
    rb'<(?:\w+:)?c\b[^>]{0,200}?\br="(?:[A-Z]{3}|B[M-Z]|[C-Z][A-Z])([0-9]{1,7})"[^>]{0,200}>'
    rb"\s*<(?:\w+:)?(?:v|is|f)\b"
)
"""A cell with something in it beyond column BL, the 64th (MOST_COLUMNS)."""
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_ENTITY = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.I)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
_BROKEN_VALUES = (ValueError, OverflowError, KeyError)


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMarks:
    """What the text of one sheet says besides its cells. merged: ranges such as "A1:C1".
    hidden_rows: how many rows are hidden. hidden_columns: (first, last), from 1. far_row: the first
    row with a filled cell beyond MOST_COLUMNS, 0 where there is none.
    """

    merged: tuple[str, ...] = ()
    hidden_rows: int = 0
    hidden_columns: tuple[tuple[int, int], ...] = ()
    far_row: int = 0


def looked_through(content: bytes) -> dict[str, SheetMarks]:
    """The marks of each sheet, by the sheet's path in the archive. Raises UnreadableTable."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _parts(archive)
    except (*_BROKEN, *_BROKEN_VALUES) as error:
        raise refused(IntakeCode.BROKEN_WORKBOOK, expected=error) from error


def _parts(archive: zipfile.ZipFile) -> dict[str, SheetMarks]:
    parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise refused(IntakeCode.BOMB, f"{len(parts)}", MOST_PARTS)
    names = [part.filename for part in parts]
    if len(set(names)) < len(names):
        raise refused(IntakeCode.BROKEN_WORKBOOK, expected="twice the same part")
    if _WORKBOOK not in names:
        raise refused(IntakeCode.UNKNOWN_FORMAT, _kind(names))
    expanded, found = 0, {}
    for part in parts:
        if part.flag_bits & 0x1:
            raise refused(IntakeCode.LOCKED_WORKBOOK)
        marks = _Marks()
        for piece in _unpacked(archive, part, MOST_EXPANDED - expanded):
            expanded += len(piece)
            if part.filename.endswith((".xml", ".rels")):
                marks.read(piece, is_sheet=part.filename.startswith(_SHEETS))
        if part.filename.startswith(_SHEETS):
            found[part.filename] = marks.found()
    return found


def _unpacked(archive: zipfile.ZipFile, part: zipfile.ZipInfo, left: int) -> Iterator[bytes]:
    size, packed = 0, max(part.compress_size, 1)
    with archive.open(part) as stream:
        while piece := stream.read(PIECE):
            size += len(piece)
            if size > left:
                raise refused(IntakeCode.BOMB, part.filename, MOST_EXPANDED)
            if size > SMALL_PART and size > MOST_RATIO * packed:
                raise refused(IntakeCode.BOMB, part.filename, MOST_RATIO)
            yield piece


def _kind(names: list[str]) -> str:
    """What else a zip archive may be."""
    if "xl/workbook.bin" in names:
        return "xlsb"
    if "word/document.xml" in names:
        return "docx"
    return "ods" if "content.xml" in names else "zip"


class _Marks:
    """Collects marks from the pieces of one part."""

    def __init__(self) -> None:
        self._rest = b""
        self._start = 0
        self._read_to = 0
        self._merged: dict[str, None] = {}
        self._hidden = 0
        self._hidden_columns: dict[tuple[int, int], None] = {}
        self._far = 0
        self._last = 0

    def read(self, piece: bytes, *, is_sheet: bool) -> None:
        text = self._rest + piece
        if _ENTITY.search(text):
            raise refused(IntakeCode.BOMB, "<!DOCTYPE>", "-")
        if is_sheet:
            for found in _MERGED.finditer(text):
                self._merged[found[1].decode().upper()] = None
            self._read_columns(text)
            self._read_rows(text)
            if not self._far and (far := _FAR.search(text)):
                self._far = int(far[1])
        self._rest = text[-_OVERLAP:]
        self._start += len(text) - len(self._rest)

    def _read_columns(self, text: bytes) -> None:
        for found in _COLUMNS.finditer(text):
            first, last = _FROM.search(found[1]), _TO.search(found[1])
            if first and last and _HIDDEN.search(found[1]):
                self._hidden_columns[int(first[1]), int(last[1])] = None

    def _read_rows(self, text: bytes) -> None:
        """Rows must come in order: openpyxl leaves out one that steps back, without a word."""
        for found in _ROW.finditer(text, max(0, self._read_to - self._start)):
            self._read_to = self._start + found.end()
            number = _NUMBER.search(found[1])
            if number is not None:
                row = int(number[1])
                if not self._last < row <= LAST_ROW:
                    raise refused(IntakeCode.BROKEN_WORKBOOK, expected=f"row {row}")
                self._last = row
            self._hidden += bool(_HIDDEN.search(found[1]))

    def found(self) -> SheetMarks:
        return SheetMarks(
            merged=tuple(self._merged),
            hidden_rows=self._hidden,
            hidden_columns=tuple(self._hidden_columns),
            far_row=self._far,
        )
