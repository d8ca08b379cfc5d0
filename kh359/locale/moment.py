"""When something was done: day and hour."""

from datetime import datetime, timedelta, timezone, tzinfo

from babel.dates import format_date

from kh359.locale.language import Language

HOME = timezone(timedelta(hours=7))
"""Viet Nam, all year; a fixed distance needs no table of time zones, which Windows lacks."""
FORMS: dict[Language, str] = {"vi": "dd/MM/yyyy", "en": "d MMM yyyy"}


def moment(at: datetime, language: Language, zone: tzinfo = HOME) -> str:
    """'15:05, 23/11/2026' in Vietnamese, '15:05, 23 Nov 2026' in English. at: with its zone."""
    local = at.astimezone(zone)
    return f"{local:%H:%M}, {format_date(local.date(), FORMS[language], locale=language)}"
