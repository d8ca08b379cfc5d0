"""Words for what can go wrong in the store: what, where, and what to do."""

from dataclasses import dataclass

from kh359.locale.language import Language
from kh359.locale.moment import moment
from kh359.locale.number import number
from kh359.locale.right import right_text
from kh359.locale.translate import Translator, marked, translator
from kh359.store.location import URL_VARIABLE
from kh359.store.person import Right
from kh359.store.store_error import Conflict, StoreCode, StoreError


@dataclass(frozen=True, slots=True)
class StoreWords:
    """Source strings of one code; both may use the fields of `_fields`."""

    what: str
    remedy: str


AGAIN = marked("Put it right and save again; nothing was changed.")
ASK_FOR_ANOTHER = marked("Nothing was changed. Use a file that “store export” wrote, whole.")

STORE_WORDS: dict[StoreCode, StoreWords] = {
    StoreCode.LOCKED: StoreWords(
        marked("{place} is in use elsewhere and did not become free within {detail} seconds."),
        marked(
            "Nothing was changed. Try again; if it lasts, close other programs that have it open "
            "(another kh359, a backup, a file synchroniser)."
        ),
    ),
    StoreCode.GONE: StoreWords(
        marked("{place} is not there (any more)."),
        marked(
            "Nothing was changed. Put it back where it was; or start the program again, which "
            "begins an empty store, and bring in the last export."
        ),
    ),
    StoreCode.READ_ONLY: StoreWords(
        marked("{place} may be read but not written."),
        marked("Nothing was changed. Allow writing to it and to its folder, then save again."),
    ),
    StoreCode.NO_ACCESS: StoreWords(
        marked("{place} refuses access: {detail}."),
        marked("Check your rights to the file and its folder, or the user and the password."),
    ),
    StoreCode.DISK_FULL: StoreWords(
        marked("The disk that holds {place} is full."),
        marked("This was not saved; what was saved before is there. Make room, then save again."),
    ),
    StoreCode.CORRUPTED: StoreWords(
        marked("{place} is damaged: {detail}."),
        marked(
            "It was left as it is. Close the program, move the file to another folder and keep "
            "it; then put back a copy, or start with an empty store and bring in the last export."
        ),
    ),
    StoreCode.FOREIGN: StoreWords(
        marked("{place} belongs to another program."),
        marked("It was left as it is. Name another file in {variable}."),
    ),
    StoreCode.NEWER_SCHEMA: StoreWords(
        marked("{place} was written by a newer version of this program ({detail})."),
        marked("It was left as it is. Install the newer version here too."),
    ),
    StoreCode.UNREACHABLE: StoreWords(
        marked("{place} cannot be reached: {detail}."),
        marked(
            "What was saved before is there. Check the network, the server or the disk, then try "
            "again."
        ),
    ),
    StoreCode.IN_DOUBT: StoreWords(
        marked("The connection to {place} broke while saving."),
        marked("It may have been saved or not: look at the list before saving again."),
    ),
    StoreCode.WRONG_URL: StoreWords(
        marked("{variable} does not name a database that can be used here."),
        marked(
            "Write sqlite:///FILE or postgresql://USER:PASSWORD@SERVER/DATABASE, or leave it out."
        ),
    ),
    StoreCode.NO_DRIVER: StoreWords(
        marked("The driver for PostgreSQL is not installed."),
        marked("Install the extra “postgres” of this program, or leave {variable} out."),
    ),
    StoreCode.FAILED: StoreWords(
        marked("{place} could not do what was asked: {detail}."),
        marked("Nothing was changed. Try again; if it lasts, report this text."),
    ),
    StoreCode.NOT_ALLOWED: StoreWords(
        marked("{detail} may not {right}."),
        marked("Ask whoever gives out the roles, or ask someone who may."),
    ),
    StoreCode.CONFLICT: StoreWords(
        marked("“{place}” was saved by {detail} meanwhile ({at})."),
        marked("Nothing was overwritten. Merge both, or save yours as a new one."),
    ),
    StoreCode.NOT_FOUND: StoreWords(
        marked("“{place}” is not in the store."),
        marked("Load the list again: it may have come from another store."),
    ),
    StoreCode.NAMELESS: StoreWords(marked("{field}: empty."), AGAIN),
    StoreCode.TOO_LONG: StoreWords(marked("{field}: longer than {detail} characters."), AGAIN),
    StoreCode.HIDDEN_CHARACTER: StoreWords(
        marked("{field}: holds a character that is not shown ({detail})."), AGAIN
    ),
    StoreCode.FIGURES_CHANGED: StoreWords(
        marked("Somebody changed the figures meanwhile."),
        marked("Nothing was changed. Check the table again against today's figures."),
    ),
    StoreCode.REFUSED: StoreWords(
        marked("A figure no longer fits the data ({place}: {detail})."),
        marked("Nothing was changed. Check the table again."),
    ),
    StoreCode.NEEDED: StoreWords(
        marked("Other data rest on this figure."),
        marked("Nothing was changed. Enter the right figure instead of withdrawing this one."),
    ),
    StoreCode.NOT_REPRODUCED: StoreWords(
        marked("The figures of version {place} cannot be had again ({detail})."),
        marked("Use the version of the program with which they were saved."),
    ),
    StoreCode.NOT_AN_ARCHIVE: StoreWords(
        marked("The file is no export of this program."), ASK_FOR_ANOTHER
    ),
    StoreCode.DAMAGED_ARCHIVE: StoreWords(
        marked("The exported file is damaged or was changed ({place} {detail})."), ASK_FOR_ANOTHER
    ),
    StoreCode.TOO_LARGE: StoreWords(
        marked("The content is larger than {detail} MB unpacked."), ASK_FOR_ANOTHER
    ),
    StoreCode.NEWER_ARCHIVE: StoreWords(
        marked("The file was exported by a newer version of this program ({detail})."),
        marked("Nothing was changed. Install the newer version here too."),
    ),
    StoreCode.CONTRADICTION: StoreWords(
        marked("The file says something else than the store about one and the same ({place})."),
        marked("Nothing was changed. Bring it into an empty store and compare."),
    ),
}

FIELDS: dict[str, str] = {
    "name": marked("Scenario's name"),
    "title": marked("Briefing's title"),
    "note": marked("Briefing's note"),
    "link": marked("Briefing's link"),
    "why": marked("Reason"),
    "person": marked("Person's name"),
}
"""Texts that services check, by `place` of the error."""
MEGABYTE = 2**20
LONGEST_DETAIL = 240
"""Characters shown of what a database or the system says; the end often has the reason."""


def store_error_words(error: StoreError, language: Language) -> tuple[str, str]:
    """What is wrong and where; and what to do. Plain text: texts of others stand in it."""
    say = translator(language)
    words = STORE_WORDS[error.code]
    fields = _fields(error, say)
    return say(words.what, **fields), say(words.remedy, **fields)


def store_error_text(error: StoreError, language: Language) -> str:
    """Both in one paragraph."""
    return " ".join(store_error_words(error, language))


def _fields(error: StoreError, say: Translator) -> dict[str, str]:
    field = FIELDS.get(error.place)
    detail = " ".join(error.detail.split()).rstrip(".?")
    if len(detail) > LONGEST_DETAIL:
        detail = f"{detail[: LONGEST_DETAIL - 1]}…"
    if error.code is StoreCode.TOO_LARGE:
        detail = number(int(error.detail) / MEGABYTE, say.language, digits=0)
    at = error.saved_at if isinstance(error, Conflict) else None
    is_right = error.code is StoreCode.NOT_ALLOWED
    return {
        "place": error.place or say("The store"),
        "detail": detail,
        "field": say(field) if field else error.place,
        "right": right_text(Right(error.place), say.language) if is_right else "",
        "at": moment(at, say.language) if at else "",
        "variable": URL_VARIABLE,
    }
