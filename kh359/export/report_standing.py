"""How one target stands, in the words of a report: figure, probability, evidence."""

from kh359.charts.judged_figure import judged_figure
from kh359.export.dossier import Dossier
from kh359.export.target_table import chance, status_text
from kh359.locale.entry import entered_mark
from kh359.locale.number import probability
from kh359.locale.pace import pace_text
from kh359.locale.proof import short_level
from kh359.locale.translate import Translator
from kh359.locale.unit import quantity
from kh359.model.attainment import Attainment, Verdict
from kh359.model.evidence import Level
from kh359.model.outlook import IndicatorOutlook
from kh359.plan.indicator import Kind
from kh359.plan.observation import Match, Observation, Region


def name_of(item: IndicatorOutlook, say: Translator) -> str:
    """The indicator's name in the language of the report."""
    return say.pick(item.indicator.name_vi, item.indicator.name_en)


def latest_text(dossier: Dossier, item: IndicatorOutlook) -> str:
    """The province's last usable figure with its year; an assumed start says so."""
    say, evidence = dossier.say, item.evidence
    if evidence.used:
        return figure_text(dossier, item, evidence.used[-1])
    if evidence.start_value is not None:
        return say(
            "assumption: {value} ({year})",
            value=_quantity(dossier, item, evidence.start_value),
            year=evidence.start_year,
        )
    return say("no data")


def figure_text(dossier: Dossier, item: IndicatorOutlook, figure: Observation) -> str:
    """A figure with its year and what it must be read with."""
    say = dossier.say
    told = [str(figure.year)]
    if figure.region is Region.OLD_PROVINCE:
        told.append(say("former Quảng Ngãi"))
    if figure.match is Match.NEAR:
        told.append(say("near definition"))
    told.extend(filter(None, [entered_mark(figure, dossier.language)]))
    return f"{_quantity(dossier, item, figure.value)} ({', '.join(told)})"


def judged_text(dossier: Dossier, item: IndicatorOutlook, attainment: Attainment) -> str:
    """The figure of the target's own year."""
    figure = judged_figure(item, attainment)
    return dossier.say("no data") if figure is None else figure_text(dossier, item, figure)


def chance_text(dossier: Dossier, attainment: Attainment) -> str:
    """Probability, or a dash where there is none; the judgement beside it says why."""
    return probability(chance(dossier, attainment.target.target_id), dossier.language)


def judgement_text(dossier: Dossier, attainment: Attainment) -> str:
    """The verdict with what it rests on: 'ít khả năng đạt (giả định)'."""
    if attainment.verdict is Verdict.NO_EVIDENCE and not _is_decided(dossier, attainment):
        return dossier.say("not projected")
    words = status_text(dossier, attainment)
    if attainment.level is Level.ASSUMED and attainment.p_met is not None:
        return f"{words} ({dossier.say('assumption')})"
    return words


def _is_decided(dossier: Dossier, attainment: Attainment) -> bool:
    run = dossier.run
    return bool(run.decided[run.target_ids.index(attainment.target.target_id)])


def level_cell(level: Level, dossier: Dossier) -> str:
    """'Mức 2: một hoặc hai số liệu'."""
    name = dossier.say("Level {number}", number=int(level))
    return f"{name}: {short_level(level, dossier.language)}"


def short_level_cell(level: Level, dossier: Dossier) -> str:
    """The same, beside what says already that there is no data: 'Mức 4'."""
    if level is Level.NONE:
        return dossier.say("Level {number}", number=int(level))
    return level_cell(level, dossier)


def pace_needed(dossier: Dossier, attainment: Attainment) -> str:
    """Change per year that the target needs, and the one seen."""
    say, language, unit = dossier.say, dossier.language, attainment.target.unit
    if attainment.growth_needed is None:
        return "–"
    needed = pace_text(attainment.growth_needed, unit, language)
    if attainment.growth_seen is None:
        return say("needs {needed}; no pace of its own was seen", needed=needed)
    seen = pace_text(attainment.growth_seen, unit, language)
    return say("needs {needed}; seen {seen}", needed=needed, seen=seen)


def source_line(dossier: Dossier, *, assumed: bool = False) -> str:
    """Below a table of our own numbers."""
    say, version = dossier.say, dossier.outlook.data_version
    if assumed:
        return say("assumptions and calculation of KH359, data version {version}", version=version)
    return say(
        "calculation of KH359, data version {version}, scenario “{name}”",
        version=version,
        name=dossier.name,
    )


def _quantity(dossier: Dossier, item: IndicatorOutlook, value: float) -> str:
    per_year = item.indicator.kind is Kind.FLOW
    return quantity(value, item.indicator.unit, dossier.language, per_year=per_year)
