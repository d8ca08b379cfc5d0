"""argparse's own words in the user's language."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from kh359.locale.translate import Translator, marked

WORDS = (
    marked("usage: "),
    marked("options"),
    marked("positional arguments"),
    marked("show this help message and exit"),
    marked("%(prog)s: error: %(message)s\n"),
    marked("argument %(argument_name)s: %(message)s"),
    marked("the following arguments are required: %s"),
    marked("one of the arguments %s is required"),
    marked("not allowed with argument %s"),
    marked("unrecognized arguments: %s"),
    marked("expected one argument"),
    marked("invalid choice: %(value)r (choose from %(choices)s)"),
    marked("invalid %(type)s value: %(value)r"),
    marked("ignored explicit argument %r"),
)
"""The messages of argparse a user of this command line can meet, as argparse writes them."""


@contextmanager
def spoken(say: Translator) -> Iterator[None]:
    """Let argparse look its words up in our catalogue.

    It takes them from two module globals, bound to the process's default gettext domain, which
    would need a compiled catalogue on disk; they are lent for the time it builds and parses.
    """
    kept = {name: getattr(argparse, name) for name in ("_", "ngettext")}
    setattr(argparse, "_", say.catalogue.gettext)  # noqa: B010 - not in the type stubs
    setattr(argparse, "ngettext", say.catalogue.ngettext)  # noqa: B010
    try:
        yield
    finally:
        for name, function in kept.items():
            setattr(argparse, name, function)
