"""Builds the fan chart of one indicator from its outlook."""

import numpy as np

from kh359.charts.fan import Band, Fan, FanChart, Path, TargetMark
from kh359.charts.fan_anchor import anchor
from kh359.charts.hover import wrapped
from kh359.charts.indicator_breaks import break_lines
from kh359.charts.indicator_marks import indicator_marks, peer_marks
from kh359.locale.entry import enterers
from kh359.locale.language import Language
from kh359.locale.number import percent_sign, probability
from kh359.locale.proof import level_text
from kh359.locale.start import start_text
from kh359.locale.translate import translator
from kh359.locale.unit import (
    clause_text,
    indicator_unit,
    quantity,
    target_short,
    target_text,
)
from kh359.model.attainment import Attainment
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind

MASSES = (0.95, 0.8, 0.5)
"""Central intervals of the fan, widest first."""
MOST_TITLES = 2
CREDIT_WIDTH = 100
"""Letters in a line below the chart; a laptop's chart has room for about so many."""


def fan_chart(facts: Facts, outlook: IndicatorOutlook, language: Language) -> FanChart:
    """Everything the page draws for one indicator."""
    say = translator(language)
    indicator, evidence = outlook.indicator, outlook.evidence
    assumed = evidence.level is Level.ASSUMED
    return FanChart(
        title=say.pick(indicator.name_vi, indicator.name_en),
        unit=indicator_unit(indicator, language),
        note=start_text(evidence, indicator, language),
        credit=credit_lines(facts, outlook, language),
        year_title=say("Year"),
        target_name=say("Target of the plan"),
        marks=indicator_marks(facts, outlook, language),
        observed_line=_observed_line(outlook, language),
        fan=_fan(outlook, language),
        targets=tuple(_target_mark(outlook, item, language) for item in outlook.attainments),
        required=_required(outlook, language),
        peers=peer_marks(facts, outlook, language),
        breaks=break_lines(facts, indicator.indicator_id, language),
        cut_note=say("The 95% interval goes beyond the frame"),
        stamp=say("ASSUMPTION") if assumed else "",
        message="" if outlook.projection else say("No data: not projected"),
        alt=_alt(outlook, language),
        decimal_comma=language == "vi",
        floor=None if indicator.lower is None else indicator.unit.to_shown(indicator.lower),
    )


def credit_lines(facts: Facts, outlook: IndicatorOutlook, language: Language) -> tuple[str, ...]:
    """Whose figures the picture shows, where the targets stand, and which data made it.

    Lines as Plotly reads them.
    """
    say = translator(language)
    ids = [i for o in reversed(outlook.evidence.used) for i in o.source_ids]
    titles = list(dict.fromkeys(facts.source_by_id[i].title for i in ids))
    parts = []
    if titles:
        more = len(titles) - MOST_TITLES
        text = "; ".join(titles[:MOST_TITLES])
        text += say("; and {count} more", count=more) if more > 0 else ""
        parts.append(say("Source: {title}", title=text))
    names = enterers(outlook.evidence.used)
    if names:
        parts.append(say("Figures entered by {who}", who=", ".join(names)))
    if outlook.attainments:
        parts.append(say("Targets: Plan 359-KH/TU of the Quảng Ngãi Party Committee"))
    parts.append(say("Projection: KH359, data version {version}", version=facts.version))
    return tuple(wrapped(" · ".join(parts), CREDIT_WIDTH).split("<br>"))


def _observed_line(outlook: IndicatorOutlook, language: Language) -> Path | None:
    say, used = translator(language), outlook.evidence.used
    if len(used) < 2:
        return None
    return Path(
        name=say("Observations behind the projection"),
        years=tuple(o.year for o in used),
        values=tuple(o.unit.to_shown(o.value) for o in used),
    )


def _fan(outlook: IndicatorOutlook, language: Language) -> Fan | None:
    say, projection, unit = translator(language), outlook.projection, outlook.indicator.unit
    if projection is None:
        return None
    levels = {q for mass in MASSES for q in ((1 - mass) / 2, (1 + mass) / 2)} | {0.5}
    drawn = {q: unit.scale * projection.quantile(q) for q in levels}
    sign = percent_sign(language)
    bands = tuple(
        Band(
            mass=mass,
            name=say("{mass} interval", mass=f"{100 * mass:.0f}{sign}"),
            low=tuple(drawn[(1 - mass) / 2].tolist()),
            high=tuple(drawn[(1 + mass) / 2].tolist()),
        )
        for mass in MASSES
    )
    years = tuple(int(year) for year in projection.years)
    median = tuple(drawn[0.5].tolist())
    return Fan(
        years=years,
        median=median,
        median_name=say("Median of the projection"),
        bands=bands,
        hovers=tuple(
            _fan_hover(
                outlook, years[i], median[i], [(b.low[i], b.high[i]) for b in bands], language
            )
            for i in range(len(years))
        ),
        anchor=anchor(outlook, years[0]),
        assumed=outlook.evidence.level is Level.ASSUMED,
    )


def _fan_hover(
    outlook: IndicatorOutlook,
    year: int,
    median: float,
    spans: list[tuple[float, float]],
    language: Language,
) -> str:
    say, unit = translator(language), outlook.indicator.unit
    per_year = outlook.indicator.kind is Kind.FLOW

    def write(shown: float) -> str:
        return quantity(unit.to_decimal(shown), unit, language, per_year=per_year, projected=True)

    lines = [f"<b>{say('Median {value}', value=write(median))}</b> · {year}"]
    for mass, (low, high) in zip(MASSES, spans, strict=True):
        share = f"{100 * mass:.0f}{percent_sign(language)}"
        lines.append(
            say(
                "{mass} of the draws: {low} to {high}", mass=share, low=write(low), high=write(high)
            )
        )
    if outlook.evidence.level is Level.ASSUMED:
        lines.append(say("Assumption: no observation behind it"))
    return "<br>".join(lines)


def _target_mark(
    outlook: IndicatorOutlook, attainment: Attainment, language: Language
) -> TargetMark:
    say, target = translator(language), attainment.target
    lines = [
        f"<b>{target_text(target, language)}</b> · {target.year}",
        clause_text(target, language),
    ]
    if attainment.p_met is not None:
        chance = probability(attainment.p_met, language)
        lines.append(say("Probability of being met: {chance}", chance=chance))
    high = target.value_high
    return TargetMark(
        year=target.year,
        low=target.unit.to_shown(target.value),
        high=None if high is None else target.unit.to_shown(high),
        label=target_short(target, language),
        hover="<br>".join(lines),
    )


def _required(outlook: IndicatorOutlook, language: Language) -> Path | None:
    say, required = translator(language), outlook.required
    if required is None or required.years.size < 2:
        return None
    return Path(
        name=say("Required path"),
        years=tuple(int(year) for year in required.years),
        values=tuple((outlook.indicator.unit.scale * np.asarray(required.values)).tolist()),
    )


def _alt(outlook: IndicatorOutlook, language: Language) -> str:
    say = translator(language)
    indicator = outlook.indicator
    name = say.pick(indicator.name_vi, indicator.name_en)
    parts = [
        say("Chart of {name}, in {unit}.", name=name, unit=indicator_unit(indicator, language)),
        level_text(outlook.evidence.level, language) + ".",
    ]
    for item in outlook.attainments:
        target = target_text(item.target, language)
        chance = probability(item.p_met, language)
        parts.append(
            say(
                "{year}: target {target}, probability {chance}.",
                year=item.target.year,
                target=target,
                chance=chance,
            )
        )
    return " ".join(parts)
