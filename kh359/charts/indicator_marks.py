"""The points of an indicator's chart: what was observed, what is supposed, what others have."""

from itertools import groupby

from kh359.charts.fan import Marks, Point
from kh359.charts.hover import observation_hover, peer_hover
from kh359.locale.language import Language
from kh359.locale.proof import word
from kh359.locale.translate import translator
from kh359.locale.unit import quantity
from kh359.model.evidence import Start
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.facts import Facts
from kh359.plan.indicator import Kind
from kh359.plan.observation import Match, Observation, Region
from kh359.plan.unit import Unit

EXTENSIVE = (Unit.BN_VND, Unit.PEOPLE)
"""Units of totals, which grow with the size of the region."""


def indicator_marks(
    facts: Facts, outlook: IndicatorOutlook, language: Language
) -> tuple[Marks, ...]:
    """Observations by region and definition, and the assumed start if there is one."""
    evidence, kind = outlook.evidence, outlook.indicator.kind
    order = list(Region)

    def look(observation: Observation) -> tuple[int, bool, bool]:
        other = observation.match is Match.OTHER
        return order.index(observation.region), other, observation not in evidence.used

    context = [o for o in evidence.context if not o.superseded]
    if kind in (Kind.COUNT, Kind.FLOW) or outlook.indicator.unit in EXTENSIVE:
        # A national total would flatten the province's own line; the table below has it.
        context = [o for o in context if o.region is not Region.NATION]
    shown = sorted((*evidence.used, *context), key=lambda o: (*look(o), o.year))
    marks = []
    for (region, other, unused), group in groupby(shown, key=look):
        points = tuple(
            Point(
                year=o.year,
                value=o.unit.to_shown(o.value),
                hover=observation_hover(o, facts, kind, language),
            )
            for o in group
        )
        marks.append(
            Marks(
                name=_marks_name(order[region], other=other, fitted=not unused, language=language),
                region=order[region].value,
                hollow=other,
                fitted=not unused,
                points=points,
            )
        )
    return (*marks, *_assumed_start(outlook, language))


def _marks_name(region: Region, *, other: bool, fitted: bool, language: Language) -> str:
    say = translator(language)
    name = word(region, language)
    if other:
        return say("{region} (other definition)", region=name)
    return say("{region} (basis)", region=name) if fitted else name


def _assumed_start(outlook: IndicatorOutlook, language: Language) -> tuple[Marks, ...]:
    say, evidence, unit = translator(language), outlook.evidence, outlook.indicator.unit
    if evidence.start not in (Start.TYPED, Start.TARGET_2025_MET):
        return ()
    if evidence.start_year is None or evidence.start_value is None:
        return ()
    per_year = outlook.indicator.kind is Kind.FLOW
    value = quantity(evidence.start_value, unit, language, per_year=per_year)
    point = Point(
        year=evidence.start_year,
        value=unit.to_shown(evidence.start_value),
        hover=f"<b>{value}</b> · {evidence.start_year}<br>{word(evidence.start, language)}",
    )
    name = say("Assumed starting value")
    return (Marks(name=name, region="assumed", hollow=True, fitted=True, points=(point,)),)


def peer_marks(facts: Facts, outlook: IndicatorOutlook, language: Language) -> Marks | None:
    """Other provinces, never mixed with the province's own marks."""
    say, indicator_id = translator(language), outlook.indicator.indicator_id
    rows = [peer for peer in facts.peers if peer.indicator_id == indicator_id]
    if not rows:
        return None
    return Marks(
        name=say("Other provinces (comparison only)"),
        region="peer",
        hollow=False,
        fitted=False,
        points=tuple(
            Point(
                year=row.year,
                value=row.unit.to_shown(row.value),
                hover=peer_hover(row, facts, language),
            )
            for row in rows
        ),
    )
