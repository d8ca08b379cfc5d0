"""`store`: where it lies, and everything in it as one file."""

import io
import os
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kh359.cli.error import CommandError
from kh359.cli.output_folder import write_together
from kh359.cli.reason import reason_text
from kh359.locale.number import number
from kh359.locale.plain_text import clipped
from kh359.locale.store_error import store_error_text
from kh359.locale.translate import Translator
from kh359.store.archive import Archive
from kh359.store.database import Database, open_database
from kh359.store.location import URL_VARIABLE, locate
from kh359.store.person import Person, Role
from kh359.store.store_error import StoreCode, StoreError


def store(options: Namespace, say: Translator) -> str:
    """Carry out one act; what was done, in words. Raises CommandError."""
    try:
        if options.act == "where":
            return _where(say)
        return _export(options.file, say) if options.act == "export" else _import(options.file, say)
    except StoreError as error:
        raise CommandError(store_error_text(error, say.language)) from error


def _where(say: Translator) -> str:
    location = locate(os.environ.get(URL_VARIABLE))
    lines = [location.place]
    if location.path is not None and not location.path.exists():
        lines.append(say("Nothing has been saved there yet."))
    lines.append(say("Another place: set {variable}.", variable=URL_VARIABLE))
    return "\n".join(lines)


def _export(file: Path, say: Translator) -> str:
    packed = io.BytesIO()
    location = locate(os.environ.get(URL_VARIABLE))
    if location.path is not None and not location.path.exists():
        raise StoreError(StoreCode.GONE, place=location.place)
    with _opened() as database:
        rows = sum(Archive(database).pack(_keyboard(say), packed).values())
    (written,) = write_together(file.absolute().parent, {file.name: packed.getvalue()}, say)
    count = number(rows, say.language, digits=0)
    return say("{file}: {count} entries, every version counted.", file=written, count=count)


def _import(file: Path, say: Translator) -> str:
    try:
        with file.open("rb") as source, _opened() as database:
            done = Archive(database).unpack(_keyboard(say), source)
    except OSError as error:
        raise CommandError(
            say(
                "The file {file} cannot be read: {reason}.",
                file=clipped(str(file)),
                reason=reason_text(error, say),
            )
        ) from error
    added, known = (
        number(sum(counts.values()), say.language, digits=0) for counts in (done.added, done.known)
    )
    told = say("{added} entries brought in, {known} were there.", added=added, known=known)
    if not done.forked:
        return told
    return f"{told}\n" + say.plural(
        "{count} had been changed here and there: both are kept, the other under the same name.",
        "{count} had been changed here and there: both are kept, the others under the same names.",
        done.forked,
    )


@contextmanager
def _opened() -> Iterator[Database]:
    database = open_database(os.environ.get(URL_VARIABLE))
    try:
        yield database
    finally:
        database.close()


def _keyboard(say: Translator) -> Person:
    """Whoever can start this command can open the database without us."""
    return Person(say("command line"), frozenset({Role.DATA_STEWARD}))
