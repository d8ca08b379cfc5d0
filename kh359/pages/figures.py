"""Số liệu: see, correct, add and bring in observed figures; what changed, and what is wanted."""

from enum import StrEnum

from kh359.pages import _compute
from kh359.pages._figures.worth import show_worth


class Section(StrEnum):
    WORTH = "worth"


def page() -> None:
    facts = _compute.facts()
    show_worth(facts)


page()
