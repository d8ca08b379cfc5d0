"""Words of the form KEY=NUMBER on the command line."""

from collections.abc import Iterable

from kh359.cli.decimal_word import decimal_of
from kh359.cli.error import CommandError
from kh359.locale.translate import Translator


def numbered(words: Iterable[str], option: str, known: Iterable[str], say: Translator) -> dict:
    """Key -> number. Raises CommandError for another form, an unknown or a repeated key."""
    found: dict[str, float] = {}
    allowed = set(known)
    for text in words:
        key, equals, written = text.partition("=")
        key = key.strip()
        number = decimal_of(written)
        if not equals or number is None:
            raise CommandError(
                say("{option} {text}: write KEY=NUMBER, such as a=10.", option=option, text=text)
            )
        if key not in allowed:
            raise CommandError(
                say("{option} {text}: “{key}” is not known.", option=option, text=text, key=key)
            )
        if key in found:
            raise CommandError(say("{option}: {key} stands twice.", option=option, key=key))
        found[key] = number
    return found
