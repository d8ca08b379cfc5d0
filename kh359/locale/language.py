"""The languages of the interface."""

from typing import Literal, TypeGuard

Language = Literal["vi", "en"]

LANGUAGES: tuple[Language, ...] = ("vi", "en")

NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}


def is_language(text: str) -> TypeGuard[Language]:
    """Whether the interface speaks `text`."""
    return text in LANGUAGES
