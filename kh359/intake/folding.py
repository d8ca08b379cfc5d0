"""Text without diacritics, so that 'kinh te so' finds 'Kinh tế số'."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=2048)
def folded(text: str) -> str:
    """Lower case without accents; đ counts as d, and runs of spaces as one."""
    parts = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(char for char in parts if not unicodedata.combining(char))
    return " ".join(plain.split())


def matches(wanted: str, text: str) -> bool:
    """Whether the text holds the words looked for, side by side; nothing wanted matches all."""
    return folded(wanted) in folded(text)
