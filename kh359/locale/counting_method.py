"""Words for how a figure was counted, where two ways give different figures."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator

COUNTING_METHODS: dict[str, str] = {
    "mic": marked("estimate of the Ministry of Information and Communications"),
    "gso": marked("calculation of the statistics office"),
    "dti2020": marked("the index as defined for 2020"),
    "dti2021": marked("the index as defined since 2021"),
}


def method_text(method: str, language: Language) -> str:
    """The method in words; one without words keeps the name it has in the data files."""
    known = COUNTING_METHODS.get(method)
    return translator(language)(known) if known else method
