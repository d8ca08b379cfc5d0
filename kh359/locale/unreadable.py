"""Why a text is no TOML or JSON: what its reader said, in the user's words."""

import re

from kh359.locale.plain_text import clipped
from kh359.locale.translate import Translator
from kh359.model.scenario.text import ENCODING

POSITION = re.compile(r"line (\d+),? column (\d+)")
"""How the readers of TOML and JSON say where they stopped."""


def unreadable_text(told: str, say: Translator) -> str:
    """told: the reader's own message, or `ENCODING` where the bytes are not saved as that."""
    found = POSITION.search(told)
    if found is not None:
        return say("line {line}, column {column}", line=found[1], column=found[2])
    if told == ENCODING:
        return say("not saved as {encoding}", encoding=ENCODING)
    if "end of document" in told:
        return say("something is open at the end of the file")
    return clipped(told)
