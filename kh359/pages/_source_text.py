"""A source inside running text, as HTML: title as a link, publisher, date."""

from collections.abc import Iterable
from html import escape

from kh359.locale.number import date
from kh359.pages import _state
from kh359.plan.facts import Facts
from kh359.plan.source import Source


def sources_html(facts: Facts, source_ids: Iterable[str], most: int) -> str:
    """The first `most` different sources, and how many more the tables have."""
    say = _state.say()
    known = [facts.source_by_id[i] for i in dict.fromkeys(source_ids) if i in facts.source_by_id]
    parts = [_source_html(source) for source in known[:most]]
    if len(known) > most:
        parts.append(escape(say("and {count} more in the table below", count=len(known) - most)))
    return "; ".join(parts)


def _source_html(source: Source) -> str:
    when = date(source.date, _state.language())
    address, title = escape(source.address, quote=True), escape(source.title)
    return f'<a href="{address}">{title}</a> ({escape(source.publisher)}, {escape(when)})'
