"""The default and the growth families on the same part of the backtest, one row each."""

from kh359.charts.skill_bars import skill_label
from kh359.locale.backtest import kind_text, length_text, method_text
from kh359.locale.number import number, percent
from kh359.pages import _state
from kh359.pages._table import Line, table
from kh359.reference.backtest import DEFAULT, NO_CHANGE, Backtest, Score


def _points(share: float) -> str:
    """A gap between two probabilities, in percentage points."""
    say, language = _state.say(), _state.language()
    return say("{size} points", size=number(100 * share, language, digits=1))


def show_methods(tested: Backtest, kind: str, length: str) -> None:
    """One row for each method that could answer."""
    say, language = _state.say(), _state.language()
    rows = [
        Line(
            cells=_method_cells(score),
            look="strong" if method == DEFAULT else "",
        )
        for method in tested.methods
        if (score := tested.of(method, kind, length)) is not None
    ]
    headers = (
        say("Method"),
        *(_band_header(band.first, band.last) for band in tested.scores[0].bands),
        say("Brier score"),
        say("Probabilities off by"),
        say("Error saved against “no change”"),
        say("Error saved against drift"),
        say("Histories answered"),
    )
    table(
        say(
            "The program's default and the growth families on the same cases: {kind}, {length}",
            kind=kind_text(kind, language),
            length=length_text(length, language),
        ),
        headers,
        rows,
        numbers=frozenset(range(1, len(headers))),
    )


def _band_header(first: int, last: int) -> str:
    say = _state.say()
    return say("80% kept, {first}–{last} years", first=first, last=last)


def _method_cells(score: Score) -> tuple[str, ...]:
    say, language = _state.say(), _state.language()
    certain = score.method == NO_CHANGE

    def share(value: float | None) -> str:
        return "–" if value is None or certain else percent(value, language, digits=0)

    def skill(value: float | None) -> str:
        return "–" if value is None or certain else skill_label(value, language)

    total = score.n_cases + score.n_refused
    answered = number(score.n_cases, language, digits=0)
    if score.n_refused:
        answered = say(
            "{count} of {total}", count=answered, total=number(total, language, digits=0)
        )
    return (
        method_text(score.method, language),
        *(share(band.coverage80) for band in score.bands),
        number(score.brier, language, digits=3),
        "–" if certain else _points(score.ece),
        skill(score.skill_no_change),
        skill(score.skill_drift),
        answered,
    )
