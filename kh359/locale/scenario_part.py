"""A part of a scenario in words, where two people changed it differently."""

from kh359.locale.language import Language
from kh359.locale.lever import lever_text, slot_text, value_text
from kh359.locale.number import percent
from kh359.locale.translate import marked, translator
from kh359.locale.unit import quantity
from kh359.model.scenario.lever import LEVER_BY_NAME, Lever
from kh359.plan.facts import Facts
from kh359.store.merge import Clash, Part

FIELDS: dict[str, str] = {
    "name": marked("Name of the scenario"),
    "note": marked("Note of the scenario"),
    "pace": marked("pace supposed"),
    "start": marked("start supposed"),
    "outside_driver": marked("outside drivers supposed"),
}


def part_text(part: Part, facts: Facts, language: Language) -> str:
    """What the two disagree on: 'Thực hiện ngân sách', 'Tăng trưởng … 2026–2030', 'DTI: nhịp …'."""
    say = translator(language)
    if part.indicator_id:
        indicator = facts.indicator_by_id[part.indicator_id]
        return f"{say.pick(indicator.name_vi, indicator.name_en)}: {say(FIELDS[part.field])}"
    lever = _lever(part)
    if lever is None:
        return say(FIELDS[part.field])
    slot = slot_text(lever, part.slot, language) if part.slot is not None else ""
    return f"{lever_text(lever, language)} {slot}".strip()


def side_text(clash: Clash, value: object, facts: Facts, language: Language) -> str:
    """One side's value of the part, with its unit."""
    say, part, lever = translator(language), clash.part, _lever(clash.part)
    if lever is not None and isinstance(value, tuple):
        return " – ".join(value_text(lever, float(one), language) for one in value)
    if lever is not None and isinstance(value, int | float):
        return value_text(lever, float(value), language)
    if part.field == "start" and isinstance(value, tuple):
        start, year = value
        unit = facts.indicator_by_id[part.indicator_id].unit
        return say("nothing") if start is None else f"{quantity(start, unit, language)} ({year})"
    if isinstance(value, float):
        return percent(value, language)
    return str(value) if value not in (None, "") else say("nothing")


def _lever(part: Part) -> Lever | None:
    """None for words and for what is supposed of one indicator."""
    return None if part.indicator_id else LEVER_BY_NAME.get(part.field)
