"""A scenario in one paragraph: what it supposes, what that is in money, what comes of it."""

from collections.abc import Iterator
from math import isnan

from kh359.locale.language import Language
from kh359.locale.lever import lever_text, slot_text, value_text
from kh359.locale.money import money_text
from kh359.locale.number import MINUS, expected_count, percent
from kh359.locale.translate import Translator, marked, translator
from kh359.locale.unit import quantity
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.gain import comparable
from kh359.model.history import BoolArray, FloatArray
from kh359.model.scenario.lever import LEVERS, STATED_YEARS, Lever, Slot
from kh359.model.scenario.moved_lever import is_moved, is_rest
from kh359.model.scenario.scenario import Override, Scenario
from kh359.plan.facts import Facts

NOTICED = 0.0005
"""Relative differences of money that the written figures show."""


def scenario_summary(
    run: ScenarioRun,
    baseline: ScenarioRun,
    facts: Facts,
    language: Language,
    *,
    among: BoolArray | None = None,
) -> str:
    """One paragraph. baseline: the run with every lever at rest, on the same draws.

    among: (n_targets,) the targets to count, where several scenarios must count the same ones.
    """
    say = translator(language)
    sentences = [
        _head(run.scenario, baseline.scenario, say),
        supposed_text(run.scenario, baseline.scenario, facts, language),
        _money_text(run, baseline, say),
        _count_text(run, baseline, among, say),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def supposed_text(scenario: Scenario, rest: Scenario, facts: Facts, language: Language) -> str:
    """What a scenario changes, lever by lever, with the values at rest."""
    say = translator(language)
    if is_rest(scenario, rest):
        return say("Every lever is at rest: what has been seen goes on.")
    parts = [_lever_change(lever, scenario, rest, say) for lever in LEVERS]
    parts += [_override_text(override, facts, say) for override in scenario.overrides]
    changes = "; ".join(part for part in parts if part)
    return say("Assumptions: {changes}. Every other lever is at rest.", changes=changes)


def _head(scenario: Scenario, rest: Scenario, say: Translator) -> str:
    if scenario.name:
        return say("Scenario “{name}”.", name=scenario.name)
    return "" if is_rest(scenario, rest) else say("A scenario without a name.")


def _lever_change(lever: Lever, scenario: Scenario, rest: Scenario, say: Translator) -> str:
    """'Tỷ lệ giải ngân: 60 %, thay cho 89 %'; empty where the lever is at rest."""
    moved = [slot for slot in range(lever.size) if is_moved(lever, slot, scenario, rest)]
    if not moved:
        return ""
    resting = {value_text(lever, rest.values_of(lever.name)[slot], say.language) for slot in moved}
    return say(
        "{lever}: {values} instead of {rest}",
        lever=lever_text(lever, say.language),
        values=_values(lever, scenario, moved, say),
        rest=resting.pop() if len(resting) == 1 else _values(lever, rest, moved, say),
    )


def _values(lever: Lever, scenario: Scenario, slots: list[int], say: Translator) -> str:
    """Each value with what it is about; one alone where all slots of the lever are alike."""
    values = scenario.values_of(lever.name)
    words = [value_text(lever, values[slot], say.language) for slot in slots]
    if lever.slot is Slot.ONE:
        return words[0]
    if len(set(words)) == 1 and len(slots) == lever.size:
        return say("{value} throughout", value=words[0])
    names = [slot_text(lever, slot, say.language) for slot in slots]
    form = "{name} {word}" if lever.slot is Slot.PROGRAMME else "{word} ({name})"
    pairs = zip(names, words, strict=True)
    return ", ".join(form.format(name=name, word=word) for name, word in pairs)


def _override_text(override: Override, facts: Facts, say: Translator) -> str:
    """What is supposed of one indicator alone."""
    indicator = facts.indicator_by_id.get(override.indicator_id)
    name = override.indicator_id
    parts = []
    if indicator is not None:
        name = say.pick(indicator.name_vi, indicator.name_en)
        if override.start_value is not None:
            start = quantity(override.start_value, indicator.unit, say.language)
            parts.append(
                say("starts from {value} in {year}", value=start, year=override.start_year)
            )
    if override.pace:
        parts.append(say("{pace} a year beside the projection", pace=_signed(override.pace, say)))
    if not override.outside_driver:
        parts.append(say("without what nation and market bring"))
    return say("{indicator} alone: {parts}", indicator=name, parts=", ".join(parts))


def _money_text(run: ScenarioRun, baseline: ScenarioRun, say: Translator) -> str:
    """The programmes' budget of the first milestone and of all years, and what goes with it."""
    if isnan(run.money.grdp[0]):
        return say("Without the province's GRDP of 2025 it cannot be told in đồng.")
    first = STATED_YEARS[0]
    row = run.money.years == first
    return say(
        "The budget for the programmes is {first} in {year} and {whole} in {start}–{end}; from "
        "outside the budget come {private} (median, prices of 2025, by assumption).",
        year=first,
        start=int(run.money.years[0]),
        end=int(run.money.years[-1]),
        first=_against(run.money.allocated[row], baseline.money.allocated[row], say),
        whole=_against(run.money.allocated, baseline.money.allocated, say),
        private=_against(run.money.private, baseline.money.private, say),
    )


def _against(money: FloatArray, resting: FloatArray, say: Translator) -> str:
    """'459 tỷ đồng (+66,7 % so với giữ nguyên)'."""
    total, before = float(money.sum()), float(resting.sum())
    written = money_text(total, say.language)
    change = total / before - 1 if before > 0 else 0.0
    if abs(change) < NOTICED:
        return written
    return say("{money} ({change} against rest)", money=written, change=_signed(change, say))


def _count_text(
    run: ScenarioRun, baseline: ScenarioRun, among: BoolArray | None, say: Translator
) -> str:
    """Expected number of targets met at each milestone, over those that both runs forecast."""
    both, language = comparable(baseline, run), say.language
    among = both if among is None else both & among
    resting = is_rest(run.scenario, baseline.scenario)
    form = (
        marked("{expected} of {known} in {year}")
        if resting
        else marked("{expected} of {known} in {year} (at rest {before})")
    )
    parts = []
    for year in STATED_YEARS:
        count, before = run.count(year, among=among), baseline.count(year, among=among)
        if count.n_projected:
            parts.append(
                say(
                    form,
                    expected=expected_count(count.expected, language),
                    known=count.n_projected,
                    year=year,
                    before=expected_count(before.expected, language),
                )
            )
    counts = "; ".join(parts)
    expected = say("Targets expected to be met: {counts}.", counts=counts) if parts else ""
    return " ".join(sentence for sentence in (expected, *_uncounted(run, say)) if sentence)


def _uncounted(run: ScenarioRun, say: Translator) -> Iterator[str]:
    """What has no probability: targets that the levers set, and targets without data."""
    if run.decided.any():
        yield say(
            "{count} targets are set by the levers themselves ({met} met); that is no forecast.",
            count=int(run.decided.sum()),
            met=int(run.met[run.decided, 0].sum()),
        )
    silent = int(((run.target_years >= STATED_YEARS[0]) & ~run.projected).sum())
    if silent:
        yield say("{count} targets have no data and no probability.", count=silent)


def _signed(change: float, say: Translator) -> str:
    sign = MINUS if change < 0 else "+"
    return sign + percent(abs(change), say.language)
