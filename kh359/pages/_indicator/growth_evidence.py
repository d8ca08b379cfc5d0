"""Which growth a projection supposes, and whose pace it borrows: lines of the evidence box."""

from html import escape

from kh359.charts.backtest_fit import fitting_score
from kh359.locale.lent_pace import lenders_text, lent_change_text
from kh359.locale.number import percent
from kh359.locale.proof import word
from kh359.locale.skill import skill_text
from kh359.model.borrowed import BorrowedPace, Origin
from kh359.model.family import Family
from kh359.model.lender import breaks_after
from kh359.model.outlook import IndicatorOutlook
from kh359.pages import _state
from kh359.pages._source_text import sources_html
from kh359.plan.facts import Facts

MOST_SOURCES = 2


def growth_lines(facts: Facts, item: IndicatorOutlook) -> list[str]:
    """Growth family, episodes elsewhere, the borrowed pace; each line is HTML."""
    say, language, projection = _state.say(), _state.language(), item.projection
    if projection is None:
        return []
    lines = [escape(say("Growth family: {family}", family=word(projection.family, language)))]
    if projection.follows is not None:
        head = facts.indicator_by_id[projection.follows]
        name = say.pick(head.name_vi, head.name_en)
        lines.append(escape(say("Follows from “{name}” and population: an identity", name=name)))
    if item.reference is not None and projection.family is Family.REFERENCE:
        text = say.plural(
            "{count} comparable episode from {countries} countries",
            "{count} comparable episodes from {countries} countries",
            item.reference.n_episodes,
            countries=item.reference.n_countries,
        )
        lines.append(escape(text))
    score = fitting_score(item) if projection.family is Family.REFERENCE else None
    if score is not None:
        lines.append(escape(skill_text(score, language)))
    if projection.borrowed is not None:
        lines += _borrowed_lines(facts, item, projection.borrowed, projection.family)
    elif projection.family is Family.PACE:
        text = say("No comparable series: the pace is assumed from indicators elsewhere")
        lines.append(escape(text))
    return lines


def _borrowed_lines(
    facts: Facts, item: IndicatorOutlook, borrowed: BorrowedPace, family: Family
) -> list[str]:
    say, language, comparable = _state.say(), _state.language(), item.evidence.comparable
    weight = borrowed.weight if family is Family.REFERENCE else 1.0
    head = say(
        "Borrowed pace (an assumption), {weight} of the paths: {origin}, {changes} yearly changes",
        weight=percent(weight, language, digits=0),
        origin=word(borrowed.origin, language),
        changes=borrowed.n_changes,
    )
    lines = [escape(f"{head}: {lenders_text(borrowed, language)}.")]
    lines.append(escape(lent_change_text(borrowed, language)))
    if borrowed.origin is Origin.PROXY and comparable is not None:
        lines.append(escape(say.pick(comparable.reason_vi, comparable.reason_en)))
    ids = [f.source_id for lender in borrowed.lenders for f in (lender.last, lender.first)]
    lines.append(
        escape(say("Sources of the borrowed pace:")) + " " + sources_html(facts, ids, MOST_SOURCES)
    )
    return lines + _break_lines(facts, item, borrowed)


def _break_lines(facts: Facts, item: IndicatorOutlook, borrowed: BorrowedPace) -> list[str]:
    """The pace was measured in one way, the start in another."""
    say, projection = _state.say(), item.projection
    if projection is None:
        return []
    own = tuple(b for b in facts.breaks if b.indicator_id == item.indicator.indicator_id)
    start = int(projection.years[0]) - 1
    return [
        escape(
            say(
                "Assumption: the pace before {year} is carried over a change of method in {year}. "
                "{note}",
                year=b.year,
                note=say.pick(b.note_vi, b.note_en),
            )
        )
        for b in breaks_after(borrowed.lenders, own, start)
    ]
