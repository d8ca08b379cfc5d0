"""From an English source string to the words of one language."""

import gettext
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from kh359.locale.language import Language

DOMAIN = "kh359"


def marked(message: str) -> str:
    """Mark a source string for the catalogues without translating it yet."""
    return message


def catalogue_path(language: Language) -> Path:
    """Where the catalogue of a language lies."""
    return Path(__file__).parent / language / "LC_MESSAGES" / f"{DOMAIN}.po"


@dataclass(frozen=True)
class Translator:
    """Call it with an English source string; keyword arguments fill its {fields}.

    Name it `say`: the catalogue test looks for say(...), say.plural(...) and marked(...).
    """

    language: Language
    catalogue: gettext.NullTranslations

    def __call__(self, message: str, **fields: object) -> str:
        text = self.catalogue.gettext(message)
        return text.format(**fields) if fields else text

    def plural(self, one: str, many: str, count: int, **fields: object) -> str:
        """Translate with the plural form for `count`, which also fills the field {count}."""
        text = self.catalogue.ngettext(one, many, count)
        return text.format(count=count, **fields)

    def pick(self, vietnamese: str | None, english: str | None) -> str:
        """Choose between the two columns of a row in `data/`; empty when there is no text."""
        first, second = (vietnamese, english) if self.language == "vi" else (english, vietnamese)
        return first or second or ""


@lru_cache(maxsize=2)
def translator(language: Language) -> Translator:
    """The translator of one language. English is the source and needs no catalogue."""
    if language == "en":
        return Translator(language, gettext.NullTranslations())
    with catalogue_path(language).open("rb") as file:
        catalogue = read_po(file, locale=language, domain=DOMAIN, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translator(language, gettext.GNUTranslations(compiled))
