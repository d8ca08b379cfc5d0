"""Names and ranges of what a number may hang on."""

from kh359.locale.language import Language
from kh359.locale.lever import LEVER_GROUPS, lever_text, value_text
from kh359.locale.number import percent
from kh359.locale.translate import marked, translator
from kh359.locale.unit import quantity
from kh359.model.scenario.lever import LEVER_BY_NAME, LeverGroup
from kh359.model.sensitivity.contribution import OVERRIDES
from kh359.model.sensitivity.source import Source, SourceKind
from kh359.plan.facts import Facts
from kh359.plan.prior import PriorKind

KINDS: dict[SourceKind, str] = {
    SourceKind.LEVER: marked("lever"),
    SourceKind.ASSUMPTION: marked("assumption"),
    SourceKind.OVERRIDE: marked("supposed of this indicator alone"),
}

RESTING = (PriorKind.ECONOMY, PriorKind.BUDGET, PriorKind.SPLIT)
"""Kinds of assumptions that say where levers rest; the levers themselves stay where they are."""


def source_name(source: Source, facts: Facts, language: Language) -> str:
    """A lever's or an assumption's name."""
    say = translator(language)
    if source.kind is SourceKind.LEVER:
        return lever_text(LEVER_BY_NAME[source.source_id], language)
    if source.kind is SourceKind.OVERRIDE:
        return say("Pace added")
    prior = facts.prior_by_id[source.source_id]
    return say.pick(prior.name_vi, prior.name_en)


def source_value(source: Source, value: float, language: Language) -> str:
    """A value of an input with its unit."""
    if source.kind is SourceKind.LEVER:
        return value_text(LEVER_BY_NAME[source.source_id], value, language)
    if source.kind is SourceKind.OVERRIDE:
        return percent(value, language)
    return quantity(value, source.unit, language, projected=True)


def source_detail(source: Source, facts: Facts, language: Language) -> str:
    """'đòn bẩy: 0,8 % đến 1,2 %'; an assumption on a lever's rest says that it is one."""
    say = translator(language)
    kind = say(KINDS[source.kind])
    if source.kind is SourceKind.ASSUMPTION and facts.prior_by_id[source.source_id].kind in RESTING:
        kind = say("where it rests (assumption)")
    span = say(
        "{low} to {high}",
        low=source_value(source, source.low, language),
        high=source_value(source, source.high, language),
    )
    return f"{kind}: {span}"


def part_name(part_id: str, language: Language) -> str:
    """A lever, a group of levers, or what is supposed of single indicators."""
    say = translator(language)
    if part_id == OVERRIDES:
        return say("what is supposed of single indicators")
    if part_id in LEVER_BY_NAME:
        return lever_text(LEVER_BY_NAME[part_id], language)
    return say(LEVER_GROUPS[LeverGroup(part_id)])
