"""What every file carries: which scenario, on which assumptions, evidence, data, seed and date."""

from collections import Counter
from dataclasses import dataclass

from kh359.export.dossier import Dossier
from kh359.export.entered_table import entered_figures
from kh359.locale.entry import enterers
from kh359.locale.number import date
from kh359.locale.proof import level_text, short_level
from kh359.locale.scenario_summary import supposed_text
from kh359.locale.unit import quantity
from kh359.model.evidence import Level
from kh359.plan.indicator import Kind
from kh359.plan.observation import DerivedObservation

_LONGEST = 360
"""Letters of the assumptions below a picture; the file's own description holds them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRecord:
    """Finished words; `rows` are label and text, in the order in which a file lists them.

    key: what names the run in a file's name: scenario hash and data version.
    """

    scenario: str
    scenario_hash: str
    supposed: str
    assumptions: tuple[str, ...]
    evidence: tuple[str, ...]
    data_version: str
    seed: int
    n_draws: int
    day: str
    rows: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """Scenario hash and data version."""
        return f"{self.scenario_hash}_{self.data_version}"


def run_record(dossier: Dossier) -> RunRecord:
    """The record of a dossier, in its language."""
    say, outlook, language = dossier.say, dossier.outlook, dossier.language
    supposed = supposed_text(dossier.scenario, dossier.baseline.scenario, dossier.facts, language)
    assumptions, evidence = _assumptions(dossier), _evidence(dossier)
    day = date(dossier.day.isoformat(), language)
    rows = (
        (say("Scenario"), dossier.name),
        (say("Scenario hash"), dossier.scenario.content_hash),
        (say("Levers"), supposed),
        (say("Assumptions (giả định)"), "; ".join(assumptions)),
        (say("Evidence"), "; ".join(evidence)),
        (say("Data version"), outlook.data_version),
        (say("Seed"), str(outlook.seed)),
        (say("Simulated futures"), str(outlook.n_draws)),
        (say("Date"), day),
        *_entered(dossier),
    )
    return RunRecord(
        scenario=dossier.name,
        scenario_hash=dossier.scenario.content_hash,
        supposed=supposed,
        assumptions=assumptions,
        evidence=evidence,
        data_version=outlook.data_version,
        seed=outlook.seed,
        n_draws=outlook.n_draws,
        day=day,
        rows=rows,
    )


def footer(record: RunRecord, dossier: Dossier, level: Level | None = None) -> tuple[str, ...]:
    """The record in the lines below a picture. level: of the indicator it shows, if it is one."""
    say = dossier.say
    told = "; ".join(record.evidence) if level is None else level_text(level, dossier.language)
    first = say(
        "Scenario: {name} ({hash}) · data {version} · seed {seed}, {draws} simulated futures · "
        "{day}",
        name=record.scenario,
        hash=record.scenario_hash,
        version=record.data_version,
        seed=record.seed,
        draws=record.n_draws,
        day=record.day,
    )
    supposed = "; ".join(record.assumptions)
    assumed = _clipped(f"{record.supposed} {supposed[:1].upper()}{supposed[1:]}.")
    return (first, say("Evidence") + f": {told}.", assumed)


def record_text(record: RunRecord) -> str:
    """The record as a plain text file."""
    return "".join(f"{label}: {text}\r\n" for label, text in record.rows)


def _clipped(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"


def _assumptions(dossier: Dossier) -> tuple[str, ...]:
    """What is supposed beside the levers, in sentences without a full stop."""
    say, supposed = dossier.say, dossier.outlook.assumptions
    met = (
        say("assumption: every 2025 target without data was just met")
        if supposed.suppose_2025_met
        else say("nothing is supposed about indicators without data")
    )
    parts = [met]
    for start in supposed.starting_values:
        indicator = dossier.facts.indicator_by_id[start.indicator_id]
        value = quantity(
            start.value, indicator.unit, dossier.language, per_year=indicator.kind is Kind.FLOW
        )
        parts.append(
            say(
                "assumption: {name} starts from {value} in {year}",
                name=say.pick(indicator.name_vi, indicator.name_en),
                value=value,
                year=start.year,
            )
        )
    return tuple(parts)


def _entered(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """How many figures users entered, and who; nothing where there is none."""
    say, figures = dossier.say, entered_figures(dossier)
    own = [figure for figure in figures if not isinstance(figure, DerivedObservation)]
    if not figures:
        return ()
    told = say(
        "{count} by {who}; {computed} more computed from them",
        count=len(own),
        who=", ".join(enterers(figures)),
        computed=len(figures) - len(own),
    )
    return ((say("Figures that users entered"), told),)


def _evidence(dossier: Dossier) -> tuple[str, ...]:
    """How many indicators with targets stand on which evidence."""
    say = dossier.say
    found = Counter(item.evidence.level for item in dossier.outlook.indicators if item.attainments)
    return tuple(
        say(
            "level {level} ({words}): {count} indicators",
            level=int(level),
            words=short_level(level, dossier.language),
            count=found[level],
        )
        for level in Level
    )
