"""What the backtest says about one kind of indicator and one length of history."""

from dataclasses import dataclass

import streamlit as st

from kh359.charts.backtest_fit import fitting_kind, fitting_length
from kh359.charts.backtest_plotly import coverage_figure, reliability_figure, skill_figure
from kh359.charts.coverage_bars import coverage_bars
from kh359.charts.reliability_diagram import reliability_diagram
from kh359.charts.skill_bars import skill_bars, skill_label
from kh359.locale.backtest import kind_text, length_text
from kh359.locale.number import number, percent, percent_sign
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._reliability.method_table import show_methods
from kh359.pages._tile import Tile, show_tiles
from kh359.reference.backtest import DEFAULT, NO_CHANGE, Backtest, Score

MARGIN = 0.005
"""A Brier score nearer than this to the base rate's counts as no better and no worse."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """The part of the backtest on the screen."""

    kind: str
    length: str


def choose_part(tested: Backtest, item: IndicatorOutlook) -> Part:
    """Starts at what fits the indicator; another choice holds until the indicator changes."""
    say, language = _state.say(), _state.language()
    indicator_id = item.indicator.indicator_id
    left, right = st.columns(2)
    kinds, lengths = list(tested.groups), list(tested.lengths)
    kind = left.selectbox(
        say("Kind of indicator tested"),
        kinds,
        index=kinds.index(fitting_kind(item.indicator)),
        format_func=lambda kind: kind_text(kind, language),
        key=f"kind_{indicator_id}",
    )
    length = right.selectbox(
        say("Years with a figure"),
        lengths,
        index=lengths.index(fitting_length(item)),
        format_func=lambda length: length_text(length, language),
        key=f"length_{indicator_id}",
    )
    return Part(kind=kind, length=length)


def show_backtest(tested: Backtest, part: Part) -> None:
    """Verdict, headline figures, the three charts, and all methods in a table."""
    score = tested.of(DEFAULT, part.kind, part.length)
    if score is None:
        say = _state.say()
        st.info(say("This part of the backtest holds no case."))
        return
    st.markdown(f"**{verdict(score)}**")
    show_tiles(_tiles(score))
    _explain()
    _charts(tested, part, score)
    show_methods(tested, part.kind, part.length)
    _run(tested)


def verdict(score: Score) -> str:
    """Whether the probabilities say more than the base rate, in a sentence."""
    say = _state.say()
    gain = score.base_brier - score.brier
    if gain > MARGIN:
        return say(
            "With this much history, the probabilities tell more than the base rate: they were "
            "nearer to what happened."
        )
    if gain >= -MARGIN:
        return say(
            "With this much history, the probabilities tell no more than the base rate: read them "
            "as a rough hint."
        )
    return say(
        "With this much history, the probabilities were further from what happened than the base "
        "rate: do not decide by them alone."
    )


def _tiles(score: Score) -> list[Tile]:
    say, language = _state.say(), _state.language()
    near = [b for b in score.bands if b.last <= 10 and b.coverage80 is not None]
    seen = sum(b.n_points for b in near)
    kept = sum((b.coverage80 or 0) * b.n_points for b in near) / seen
    better = score.brier < score.base_brier - MARGIN
    return [
        Tile(
            label=say("80% interval kept"),
            figure=percent(kept, language, digits=0),
            below=say("of what happened within 10 years; the promise is 80%"),
            look="good" if abs(kept - 0.8) <= 0.05 else "bad",
        ),
        Tile(
            label=say("Brier score"),
            figure=number(score.brier, language, digits=3),
            below=say(
                "the base rate scores {base}; lower is better",
                base=number(score.base_brier, language, digits=3),
            ),
            look="good" if better else "bad",
        ),
        Tile(
            label=say("Probabilities off by"),
            figure=number(100 * score.ece, language, digits=1),
            below=say("percentage points on average, between what was said and what happened"),
            look="good" if score.ece <= 0.05 else "bad",
        ),
        _skill_tile(say("Error saved against “no change”"), score.skill_no_change),
        _skill_tile(say("Error saved against drift"), score.skill_drift),
    ]


def _skill_tile(label: str, skill: float | None) -> Tile:
    say, language = _state.say(), _state.language()
    if skill is None:
        below = say("drift needs three figures")
        return Tile(label=label, figure="–", below=below, look="silent")
    look = "good" if skill > 0 else "bad"
    below = say("0 is no better, below 0 is worse")
    return Tile(label=label, figure=skill_label(skill, language), below=below, look=look)


def _explain() -> None:
    say = _state.say()
    with st.expander(say("What these figures mean")):
        lines = (
            say(
                "**Interval kept (coverage):** how often what happened lay inside the interval; an "
                "80% interval should hold 8 times in 10, no less and no more."
            ),
            say(
                "**Brier score:** the mean squared gap between the probability given and what "
                "happened (1 if met, 0 if not); 0 is perfect, always saying 50% scores 0.25."
            ),
            say(
                "**Base rate:** the answer of someone who looks at no figure and always gives the "
                "share of such targets that are met in general."
            ),
            say(
                "**Reliability diagram:** of the targets given about 70%, about 70 in 100 should "
                "have been met; on the dashed line the program was honest, below it too hopeful, "
                "above it too gloomy. Larger spots stand for more targets."
            ),
            say(
                "**Error saved:** how much nearer the whole projection came to what happened than "
                "a simple rule did: “no change” keeps the last figure, drift carries on at the "
                "average pace seen."
            ),
        )
        st.markdown("\n".join(f"- {line}" for line in lines))


def _charts(tested: Backtest, part: Part, score: Score) -> None:
    language = _state.language()
    sign, settings = percent_sign(language), {"displayModeBar": False}
    scores = [s for m in tested.methods if (s := tested.of(m, part.kind, part.length))]
    rivals = [s for s in scores if s.method != NO_CHANGE]
    diagram = reliability_diagram(score, sign, language)
    coverage = coverage_bars(score, sign, language)
    skill = skill_bars(rivals, sign, language)
    drawn = [
        ("reliability", reliability_figure(diagram), diagram.alt),
        ("coverage", coverage_figure(coverage), coverage.alt),
    ]
    if len(skill.bars) > 1:
        drawn.append(("skill", skill_figure(skill), skill.alt))
    columns = [*st.columns(2), st.container()]
    for column, (key, figure, alt) in zip(columns, drawn, strict=False):
        column.plotly_chart(figure, theme=None, config=settings, alt=alt, key=key)


def _run(tested: Backtest) -> None:
    say, language = _state.say(), _state.language()
    st.caption(
        say(
            "Backtest on {count} histories of other countries · table {version} ({table}) · "
            "script {script} · {draws} draws",
            count=number(tested.n_histories, language, digits=0),
            version=tested.table_version,
            table=", ".join(c[:8] for c in tested.table_checksums),
            script=tested.script_checksum[:8],
            draws=number(tested.n_draws, language, digits=0),
        )
    )
