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
    sources = [facts.source_by_id[source_id] for source_id in source_ids]
    known = list({(source.title, source.publisher): source for source in sources}.values())
    parts = [_source_html(source) for source in known[:most]]
    if len(known) > most:
        parts.append(escape(say("and {count} more in the table below", count=len(known) - most)))
    return "; ".join(parts)


def _source_html(source: Source) -> str:
    when = date(source.date, _state.language())
    address, title = escape(source.address, quote=True), escape(source.title)
    link = f'<a style="color: #0B4F8A" href="{address}">{title}</a>' if address else title
    return f"{link} ({escape(source.publisher)}, {escape(when)})"
