"""From bytes to text: which encoding, and whether the letters came through.

Order of trial: byte order mark, UTF-16 by its zero bytes, UTF-8, Windows-1258. The result is in
composed Unicode form (NFC), whatever form the writer used.
"""

import codecs
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kh359.intake.finding import Finding, IntakeCode, Severity

WINDOWS = "cp1258"
READ = "UTF-8, UTF-16, Windows-1258"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, ""),  # begins like UTF-16: refused before that is tried
    (codecs.BOM_UTF32_BE, ""),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4096
_MISREAD = re.compile("Ã[\u0080-\u00bf]|á[º»]|Ä[\u0090\u0091\u2018]|Æ[°¡\u00af]|ï»¿")
"""UTF-8 that was read as Windows-1252 and saved so: 'Quáº£ng NgÃ£i'."""
_OLD_SIGNS = "¨©ª¬®µ¶·¸¹"
_OLD_FONT = re.compile(f"[A-Za-z][{_OLD_SIGNS}]|[{_OLD_SIGNS}§][a-z]")
"""Vietnamese for the fonts of TCVN3, where 'ả' is stored as '¶': 'Qu¶ng Ng·i'."""
_OLD_FONT_PIECES = 3
_VIETNAMESE = re.compile("[\u1ea0-\u1ef9]")
"""Letters that text for an old font hardly ever seems to hold."""
_MANY = 1000
_AROUND = 12


class UnreadableText(Exception):
    """The bytes are no text that can be trusted; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        self.finding = finding
        super().__init__(finding.code)


@dataclass(frozen=True, slots=True)
class Decoded:
    """text: in NFC, without byte order mark. findings: what the reader should know."""

    text: str
    findings: tuple[Finding, ...] = ()


def decoded(content: bytes) -> Decoded:
    """The text of a file. Raises UnreadableText."""
    encoding, mark = _encoding(content)
    try:
        text = content[len(mark) :].decode(encoding)
        findings = _unclear_findings(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise _refused(IntakeCode.UNKNOWN_ENCODING, expected=READ) from error
    return Decoded(composed(text), tuple(findings))


def composed(text: str) -> str:
    """The text in NFC. Raises UnreadableText where its letters were lost on the way here."""
    text = unicodedata.normalize("NFC", text)
    for code, pattern in (
        (IntakeCode.LOST_CHARACTERS, re.compile("\ufffd")),
        (IntakeCode.WRONGLY_DECODED, _MISREAD),
    ):
        if found := pattern.search(text):
            raise _refused(code, value=_piece(text, found.start()))
    if not any(sign in text for sign in _OLD_SIGNS):
        return text
    pieces = [found.start() for found in islice(_OLD_FONT.finditer(text), _MANY)]
    if len(pieces) >= _OLD_FONT_PIECES:
        letters = sum(1 for _ in islice(_VIETNAMESE.finditer(text), _MANY))
        if len(pieces) > letters:
            raise _refused(IntakeCode.OLD_FONT, value=_piece(text, pieces[0]))
    return text


def _encoding(content: bytes) -> tuple[str, bytes]:
    """Name of the encoding and the byte order mark to leave out; '' where there is none."""
    for mark, name in _MARKS:
        if content.startswith(mark):
            return name, mark
    if b"\0" in content[:_SAMPLE]:
        return _by_zeros(content[:_SAMPLE]), b""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return WINDOWS, b""
    return "utf-8", b""


def _by_zeros(sample: bytes) -> str:
    """UTF-16 without a mark: Latin letters leave a zero in every second byte."""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > len(sample) // 5 and even == 0:
        return "utf-16-le"
    if even > len(sample) // 5 and odd == 0:
        return "utf-16-be"
    return ""


def _unclear_findings(encoding: str) -> Iterator[Finding]:
    if encoding == WINDOWS:
        yield Finding(
            severity=Severity.NOTE, code=IntakeCode.READ_AS_WINDOWS, expected="Windows-1258"
        )


def _piece(text: str, position: int) -> str:
    piece = text[max(0, position - _AROUND) : position + _AROUND]
    return " ".join(piece.split())


def _refused(code: IntakeCode, value: str = "", expected: str = "") -> UnreadableText:
    return UnreadableText(
        Finding(severity=Severity.ERROR, code=code, value=value, expected=expected)
    )
