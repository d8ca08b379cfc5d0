"""Who entered a figure that did not come with the program, in words."""

from collections.abc import Iterable
from datetime import datetime, tzinfo

from kh359.locale.language import Language
from kh359.locale.moment import HOME, moment
from kh359.locale.translate import translator
from kh359.plan.observation import DerivedObservation, Observation


def entry_lines(figure: Observation, language: Language, zone: tzinfo = HOME) -> tuple[str, ...]:
    """Who, when and why, one line for each entry that the figure is or is computed from."""
    say = translator(language)
    lines = []
    for entry in figure.entries:
        when = moment(datetime.fromisoformat(entry.at), language, zone)
        told = say("entered by {who}, {when}: {why}", who=entry.by, when=when, why=entry.why)
        computed = isinstance(figure, DerivedObservation)
        lines.append(say("computed from a figure: {told}", told=told) if computed else told)
    return tuple(lines)


def entered_mark(figure: Observation, language: Language) -> str:
    """In two or three words, for a bracket beside the figure; empty for one of the program's."""
    say = translator(language)
    if not figure.entries:
        return ""
    if isinstance(figure, DerivedObservation):
        return say("computed from an entered figure")
    return say("entered by a user")


def enterers(figures: Iterable[Observation]) -> tuple[str, ...]:
    """The names of those who entered figures, each once."""
    return tuple(dict.fromkeys(entry.by for figure in figures for entry in figure.entries))
