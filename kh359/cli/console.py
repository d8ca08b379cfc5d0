"""The terminal: its language, its encoding, and where progress goes."""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import TextIO

from kh359.locale.language import LANGUAGES, Language, is_language

LANGUAGE_VARIABLE = "KH359_LANG"


def speak_utf8() -> None:
    """Write UTF-8 whatever the console's code page; older Windows consoles default to another."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def language_of(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> Language:
    """The language to speak: `--lang`, else $KH359_LANG, else Vietnamese.

    Needed before the real parser exists, since that parser's own words are translated. A wrong
    `--lang` is left for it to complain about.
    """
    scout = argparse.ArgumentParser(add_help=False, allow_abbrev=False, exit_on_error=False)
    scout.add_argument("--lang", nargs="?")
    wanted = scout.parse_known_args(list(arguments))[0].lang or environ.get(LANGUAGE_VARIABLE)
    return wanted if wanted and is_language(wanted) else LANGUAGES[0]


def tell(text: str) -> None:
    """Progress and complaints, on standard error so that they never mix with results.

    Where nobody listens there the command goes on.
    """
    try:
        print(text, file=sys.stderr, flush=True)
    except OSError:
        _lead_nowhere(sys.stderr)


def give(text: str = "") -> None:
    """A result, on standard output. Raises OSError when it cannot be written."""
    print(text, end="\n" if text else "", flush=True)


def give_no_more() -> None:
    """Say no more on standard output."""
    _lead_nowhere(sys.stdout)


def _lead_nowhere(stream: TextIO) -> None:
    """Point a stream at nothing: the interpreter writes what is left of it when it ends."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
