"""Words for the backtest: kinds of indicators, lengths of history, methods, spans of years."""

from kh359.locale.language import Language
from kh359.locale.proof import word
from kh359.locale.translate import marked, translator
from kh359.model.family import Family
from kh359.reference.backtest import DEFAULT, NO_CHANGE

KINDS: dict[str, str] = {
    "all": marked("all kinds together"),
    "ict": marked("telecommunications and the Internet"),
    "sti": marked("science, technology and innovation"),
    "infra": marked("electricity, water, basic services"),
    "energy": marked("energy"),
    "economy": marked("economy"),
    "society": marked("society and education"),
    "health": marked("health"),
}

LENGTHS: dict[str, str] = {
    "1": marked("1 year"),
    "2": marked("2 years"),
    "3-5": marked("3 to 5 years"),
    "6-12": marked("6 to 12 years"),
}

METHODS: dict[str, str] = {
    DEFAULT: marked("comparable episodes (the program's default)"),
    NO_CHANGE: marked("“no change”"),
}


def kind_text(kind: str, language: Language) -> str:
    """A kind of indicators in words."""
    return translator(language)(KINDS[kind])


def length_text(length: str, language: Language) -> str:
    """How many yearly figures a history holds."""
    return translator(language)(LENGTHS[length])


def method_text(method: str, language: Language) -> str:
    """Who answered: the default, a growth family, or "no change"."""
    if method in METHODS:
        return translator(language)(METHODS[method])
    return word(Family(method), language)


def span_text(first: int, last: int, language: Language) -> str:
    """Years ahead: '1–3 năm'."""
    say = translator(language)
    return say("{first}–{last} years", first=first, last=last)
