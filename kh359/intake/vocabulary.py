"""The words people write in a table, and what each one stands for.

The reader knows ids and codes only; the words of both languages are handed in, from
`kh359.locale.intake_vocabulary`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache

from kh359.intake.folding import folded


class Column(StrEnum):
    """A column of a table of observations. Its value is its name in `data/` where it has one."""

    INDICATOR = "indicator_id"
    REGION = "region"
    YEAR = "year"
    AS_OF = "as_of"
    VALUE = "value"
    UNIT = "unit"
    GRADE = "grade"
    MATCH = "match"
    METHOD = "method"
    SUPERSEDED = "superseded"
    SOURCE = "source_id"
    SOURCE_TITLE = "source_title"
    SOURCE_PUBLISHER = "source_publisher"
    SOURCE_DATE = "source_date"
    SOURCE_ADDRESS = "source_address"
    SOURCE_DOCUMENT = "source_document"
    NOTE = "note_vi"
    NOTE_ENGLISH = "note_en"


REQUIRED = (
    Column.INDICATOR,
    Column.REGION,
    Column.YEAR,
    Column.VALUE,
    Column.UNIT,
    Column.GRADE,
    Column.MATCH,
)
"""Columns every table must have, besides one that names the source."""

SOURCE_COLUMNS = (Column.SOURCE, Column.SOURCE_TITLE)
CHOICES = (
    Column.INDICATOR,
    Column.REGION,
    Column.UNIT,
    Column.GRADE,
    Column.MATCH,
    Column.SUPERSEDED,
)
"""Columns whose cells are one of a list of words; what is no word there is kept as it is."""


@dataclass(frozen=True, kw_only=True)
class Vocabulary:
    """headers: folded header -> column. words: for each column of `CHOICES` and for SOURCE, folded
    word -> id or code. examples: folded beginnings of an example row's first cell.
    """

    headers: Mapping[str, Column]
    words: Mapping[Column, Mapping[str, str]]
    examples: tuple[str, ...] = ()

    def column(self, header: str) -> Column | None:
        """The column a header names; case, accents and a final `*` or `:` do not count."""
        return self.headers.get(plain_header(header))

    def code(self, column: Column, text: str) -> str:
        """The id or code of a word; the text itself where it is no word of the column."""
        return self.words.get(column, {}).get(plain_word(text), text)

    def is_example(self, text: str) -> bool:
        """Whether a row beginning with `text` is the template's example."""
        return bool(self.examples) and plain_word(text).startswith(self.examples)

    def nearest(self, column: Column, text: str) -> str:
        """The known word nearest to `text`, as a code; empty where nothing is near."""
        words = self.words.get(column, {})
        near = get_close_matches(plain_word(text)[:120], words, n=1, cutoff=0.6)
        return words[near[0]] if near else ""


@lru_cache(maxsize=4096)
def plain_word(text: str) -> str:
    """A word as the vocabulary keeps it; a column holds the same few again and again."""
    return folded(text)


def plain_header(text: str) -> str:
    """A header as the vocabulary keeps it: what stands in brackets is an explanation."""
    plain = folded(text.replace("_", " ")).split("(")[0]
    return plain.strip(" *:")


def with_codes(
    words: Iterable[tuple[Column, str, str]], headers: Iterable[tuple[str, Column]]
) -> tuple[dict[str, Column], dict[Column, dict[str, str]]]:
    """Headers and words folded, the names and codes of `data/` among them.

    words: (column, code, word). A word that would stand for two codes stands for none.
    """
    by_header = {plain_header(column.value): column for column in Column}
    by_header |= {plain_header(header): column for header, column in headers}
    by_word: dict[Column, dict[str, str]] = {}
    unclear: set[tuple[Column, str]] = set()
    for column, code, word in words:
        for text in (word, code):
            known = by_word.setdefault(column, {})
            if known.setdefault(plain_word(text), code) != code:
                unclear.add((column, plain_word(text)))
    for column, text in unclear:
        del by_word[column][text]
    return by_header, by_word
