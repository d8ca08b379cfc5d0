"""From what a person hands in to a table: which kind of file it is, judged by its content."""

from functools import partial

from kh359.intake.delimited import read_text
from kh359.intake.encoding import UnreadableText, composed, decoded
from kh359.intake.finding import IntakeCode
from kh359.intake.header import how_many
from kh359.intake.limits import MOST_BYTES
from kh359.intake.sheet import Sheet, UnreadableTable, refused
from kh359.intake.vocabulary import Vocabulary
from kh359.intake.workbook import read_workbook

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = ((b"%PDF", "pdf"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"{\\rtf", "rtf"))


def read_content(content: bytes, vocabulary: Vocabulary) -> Sheet:
    """The table in the bytes of a file. Raises UnreadableTable."""
    if len(content) > MOST_BYTES:
        raise refused(IntakeCode.TOO_LARGE, str(len(content)), MOST_BYTES)
    names = partial(how_many, vocabulary=vocabulary)
    if content.startswith(_ZIP):
        return read_workbook(content, names)
    _refuse_other_kinds(content)
    try:
        text = decoded(content)
    except UnreadableText as error:
        raise UnreadableTable(error.finding) from error
    sheet = read_text(text.text, names)
    return Sheet(name="", lines=sheet.lines, findings=text.findings)


def read_pasted(text: str, vocabulary: Vocabulary) -> Sheet:
    """The table in pasted text. Raises UnreadableTable."""
    if len(text) > MOST_BYTES:
        raise refused(IntakeCode.TOO_LARGE, str(len(text)), MOST_BYTES)
    try:
        whole = composed(text.removeprefix("\ufeff"))
    except UnreadableText as error:
        raise UnreadableTable(error.finding) from error
    return read_text(whole, partial(how_many, vocabulary=vocabulary))


def _refuse_other_kinds(content: bytes) -> None:
    if content.startswith(_OLE):
        if _ENCRYPTED in content:
            raise refused(IntakeCode.LOCKED_WORKBOOK)
        raise refused(IntakeCode.UNKNOWN_FORMAT, "xls")
    for beginning, kind in _OTHERS:
        if content.startswith(beginning):
            raise refused(IntakeCode.UNKNOWN_FORMAT, kind)
