"""`--start INDICATOR=VALUE[@YEAR]`: a starting value the user supposes (giả định)."""

import difflib
import re
from datetime import date

from kh359.cli.error import CommandError
from kh359.locale.plain_text import clipped
from kh359.locale.starting_value import Refused, read_typed
from kh359.locale.translate import Translator
from kh359.model.assumptions import StartingValue
from kh359.plan.facts import Facts
from kh359.plan.indicator import Indicator

DEFAULT_YEAR = 2025
DECIMAL_MARK = "."
"""Whatever the language: a script must not change its meaning."""

_FORM = re.compile(r"(?P<id>[^=@]+)=(?P<value>[^=@]+)(?:@(?P<year>[0-9]{4}))?")


def starting_values(texts: list[str], facts: Facts, say: Translator) -> tuple[StartingValue, ...]:
    """Read every `--start`. Raises CommandError with the remedy for the first wrong one."""
    values = tuple(_starting_value(text, facts, say) for text in texts)
    ids = [value.indicator_id for value in values]
    for indicator_id in ids:
        if ids.count(indicator_id) > 1:
            raise CommandError(say("--start names {id} twice.", id=indicator_id))
    return values


def _starting_value(text: str, facts: Facts, say: Translator) -> StartingValue:
    form = _FORM.fullmatch(text)
    if form is None:
        raise CommandError(
            say(
                "--start {text}: write INDICATOR=VALUE or INDICATOR=VALUE@YEAR, with a point as "
                "decimal mark (index=45.5@2025).",
                text=clipped(text),
            )
        )
    indicator = _indicator(form["id"], facts, say)
    year = int(form["year"] or DEFAULT_YEAR)
    try:
        return read_typed(
            form["value"],
            year,
            indicator,
            say.language,
            this_year=date.today().year,
            mark=DECIMAL_MARK,
        )
    except Refused as error:
        raise CommandError(f"--start {clipped(text)}: {error}") from error


def _indicator(indicator_id: str, facts: Facts, say: Translator) -> Indicator:
    found = facts.indicator_by_id.get(indicator_id)
    if found is None:
        near = difflib.get_close_matches(indicator_id, facts.indicator_by_id, n=3, cutoff=0.4)
        raise CommandError(
            say(
                "--start: no indicator {id} (nearest: {near}); data/indicators.csv lists them.",
                id=clipped(indicator_id),
                near=", ".join(near) or "–",
            )
        )
    return found
