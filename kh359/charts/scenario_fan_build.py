"""Builds the chart of one indicator under several scenarios from their runs."""

from collections.abc import Sequence

import numpy as np

from kh359.charts.candidate import Candidate
from kh359.charts.fan import Band, Path, TargetMark
from kh359.charts.fan_anchor import anchor
from kh359.charts.indicator_marks import indicator_marks
from kh359.charts.scenario_fan import ScenarioFan, Strand
from kh359.locale.language import Language
from kh359.locale.number import digits_of, percent, percent_sign, probability
from kh359.locale.translate import translator
from kh359.locale.unit import clause_text, indicator_unit, target_short, target_text
from kh359.model.attainment import LAST_JUDGED_YEAR
from kh359.model.evaluation.run import ScenarioRun
from kh359.model.evidence import Level
from kh359.model.history import FloatArray
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.facts import Facts
from kh359.plan.target import Target
from kh359.plan.unit import Unit

WIDE, NARROW = 0.8, 0.5
"""Central intervals: the first of each scenario, the second only of one held against another."""


def scenario_fan(
    facts: Facts,
    indicator_id: str,
    candidates: Sequence[Candidate],
    language: Language,
    *,
    side_by_side: bool = False,
) -> ScenarioFan:
    """The chart. The first candidate is the one the others are held against, unless all of them
    stand side by side, with one interval each.

    Raises KeyError for an unknown indicator.
    """
    say = translator(language)
    item = candidates[-1].outlook.of(indicator_id)
    indicator, unit = item.indicator, item.indicator.unit

    def masses(slot: int) -> tuple[float, ...]:
        alone = slot == len(candidates) - 1 and not side_by_side
        return (WIDE, NARROW) if alone else (WIDE,)

    strands = tuple(
        strand
        for slot, candidate in enumerate(candidates)
        if (strand := _strand(indicator_id, slot, candidate, masses(slot), language))
    )
    goals = facts.targets_of(indicator_id)
    highest = max([unit.to_shown(t.value) for t in goals] + [s.median[-1] for s in strands] + [0.0])
    name = say.pick(indicator.name_vi, indicator.name_en)
    return ScenarioFan(
        title=name,
        unit=indicator_unit(indicator, language),
        notes=_notes(strands, language, side_by_side),
        year_title=say("Year"),
        median_name=say("median"),
        target_name=say("Target of the plan"),
        strands=strands,
        marks=indicator_marks(facts, item, language),
        targets=tuple(_target_mark(goal, candidates, language) for goal in goals),
        required=_required(item, language),
        digits=digits_of(highest, unit),
        unit_suffix=percent_sign(language) if unit is Unit.PERCENT else "",
        cut_note=say("An interval goes beyond the frame"),
        stamp=say("ASSUMPTION") if any(strand.assumed for strand in strands) else "",
        message="" if strands else say("No data: not projected"),
        alt=_alt(item, goals, candidates, language),
        decimal_comma=language == "vi",
        floor=None if indicator.lower is None else unit.to_shown(indicator.lower),
        key=indicator_id,
    )


def central_interval(ordered: FloatArray, mass: float) -> tuple[FloatArray, FloatArray]:
    """Ends of the central interval of probability `mass`, shape (n_years,) each.

    ordered: (n_years, n_draws), sorted along the draws. Interpolates as np.quantile does.
    """
    return _quantile(ordered, (1 - mass) / 2), _quantile(ordered, (1 + mass) / 2)


def _quantile(ordered: FloatArray, q: float) -> FloatArray:
    place = q * (ordered.shape[1] - 1)
    left = int(place)
    right = min(left + 1, ordered.shape[1] - 1)
    return ordered[:, left] + (place - left) * (ordered[:, right] - ordered[:, left])


def _strand(
    indicator_id: str,
    slot: int,
    candidate: Candidate,
    masses: tuple[float, ...],
    language: Language,
) -> Strand | None:
    run = candidate.run
    paths = run.paths_of(indicator_id)
    if paths is None:
        return None
    known = ~np.isnan(paths[:, 0])
    if not known.any():
        return None
    item = candidate.outlook.of(indicator_id)
    ordered = np.sort(paths[known], axis=1) * item.indicator.unit.scale
    return Strand(
        name=candidate.name,
        slot=slot,
        years=tuple(run.years[known].tolist()),
        median=_plain(_quantile(ordered, 0.5)),
        bands=tuple(_band(ordered, mass, language) for mass in masses),
        anchor=anchor(item, int(run.years[known][0])),
        assumed=item.evidence.level is Level.ASSUMED,
        decided=_is_decided(run, indicator_id, candidate),
    )


def _band(ordered: FloatArray, mass: float, language: Language) -> Band:
    low, high = central_interval(ordered, mass)
    name = translator(language)("{mass} interval", mass=percent(mass, language, digits=0))
    return Band(mass=mass, name=name, low=_plain(low), high=_plain(high))


def _plain(values: FloatArray) -> tuple[float, ...]:
    """Six significant digits: what a screen can show, in fewer bytes."""
    return tuple(float(f"{value:.6g}") for value in values)


def _is_decided(run: ScenarioRun, indicator_id: str, candidate: Candidate) -> bool:
    own = {a.target.target_id for a in candidate.outlook.of(indicator_id).attainments}
    return any(
        bool(decided)
        for target_id, decided in zip(run.target_ids, run.decided, strict=True)
        if target_id in own
    )


def _target_mark(goal: Target, candidates: Sequence[Candidate], language: Language) -> TargetMark:
    lines = [f"<b>{target_text(goal, language)}</b> · {goal.year}", clause_text(goal, language)]
    if goal.year > LAST_JUDGED_YEAR:
        lines += [
            f"{candidate.name}: {chance_text(candidate.run, goal.target_id, language)}"
            for candidate in candidates
        ]
    high = goal.value_high
    return TargetMark(
        year=goal.year,
        low=goal.unit.to_shown(goal.value),
        high=None if high is None else goal.unit.to_shown(high),
        label=target_short(goal, language),
        hover="<br>".join(lines),
    )


def chance_text(run: ScenarioRun, target_id: str, language: Language) -> str:
    """A probability; what the scenario itself sets has none, and so has what is not projected."""
    say = translator(language)
    place = run.target_ids.index(target_id)
    if run.decided[place]:
        return say("set by the scenario")
    p_met = run.probability(target_id)
    return say("no data") if p_met is None else probability(p_met, language)


def _required(item: IndicatorOutlook, language: Language) -> Path | None:
    say, required = translator(language), item.required
    if required is None or required.years.size < 2:
        return None
    return Path(
        name=say("Required path"),
        years=tuple(int(year) for year in required.years),
        values=_plain(item.indicator.unit.scale * np.asarray(required.values)),
    )


def _notes(strands: tuple[Strand, ...], language: Language, side_by_side: bool) -> tuple[str, ...]:
    say = translator(language)
    if not strands:
        return (say("◆ target · dotted: required path"),)
    wide = percent(WIDE, language, digits=0)
    if side_by_side:
        lines = say(
            "Line: median · bar left of a milestone: {wide} of draws · ◆ target · "
            "dotted: required path",
            wide=wide,
        )
    else:
        lines = say(
            "Line: median · band: {wide} of draws · ◆ target · dotted: required path",
            wide=wide,
        )
    if any(strand.decided for strand in strands):
        return lines, say("The scenario's own levers set this figure: no forecast")
    return (lines,)


def _alt(
    item: IndicatorOutlook,
    goals: Sequence[Target],
    candidates: Sequence[Candidate],
    language: Language,
) -> str:
    say, indicator = translator(language), item.indicator
    name = say.pick(indicator.name_vi, indicator.name_en)
    unit = indicator_unit(indicator, language)
    parts = [say("Chart of {name}, in {unit}.", name=name, unit=unit)]
    for goal in goals:
        if goal.year > LAST_JUDGED_YEAR:
            chances = "; ".join(
                f"{candidate.name} {chance_text(candidate.run, goal.target_id, language)}"
                for candidate in candidates
            )
            text = target_text(goal, language)
            parts.append(f"{goal.year}, {text}: {chances}.")
    return " ".join(parts)
