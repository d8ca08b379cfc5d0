"""A target that the province's own figure already meets."""

from collections.abc import Iterator

import numpy as np

from kh359.model.attainment import is_met
from kh359.model.audit.finding import Figure, Finding, Form, Phrase, Severity, year
from kh359.model.audit.rule import Rule, marked
from kh359.model.audit.stated import aimed_at, quantity
from kh359.model.usable import is_usable, preference
from kh359.plan.facts import Facts
from kh359.plan.observation import Match, Observation, Region
from kh359.plan.target import Target

MET = marked("{indicator}: {observed} in {observed_year} already meets {own} of {year}.")
NEAR = marked(
    "{indicator}: {observed} in {observed_year} already meets {own} of {year}, though the figure "
    "is only close to the plan's definition. {note}"
)
OTHER = marked(
    "{indicator}: {observed} in {observed_year} would already meet {own} of {year}, but the "
    "figure is counted in another way. {note}"
)
ASKS = marked("Report it as met, and say whether keeping the level is the aim or a higher one.")
ASKS_OTHER = marked("Publish the figure by the plan's own definition; then it can be judged.")

SENTENCES = {Match.SAME: MET, Match.NEAR: NEAR, Match.OTHER: OTHER}


def find(facts: Facts) -> Iterator[Finding]:
    """For each indicator the latest figure and the furthest target it meets."""
    for indicator in aimed_at(facts):
        figure = _latest(facts, indicator.indicator_id)
        if figure is None:
            continue
        met = [
            target
            for target in facts.targets_of(indicator.indicator_id)
            if target.year >= figure.year and is_met(np.array(figure.value), target)
        ]
        if met:
            yield _finding(figure, max(met, key=lambda target: (target.value, target.year)), met)


def _latest(facts: Facts, indicator_id: str) -> Observation | None:
    """The merged province's last figure; one of another definition only where there is no other."""
    own = [
        o
        for o in facts.observations_of(indicator_id)
        if o.region is Region.PROVINCE and not o.superseded
    ]
    return max(own, key=lambda o: (is_usable(o), o.year, preference(o)), default=None)


def _finding(figure: Observation, furthest: Target, met: list[Target]) -> Finding:
    return Finding(
        rule_id=RULE.rule_id,
        severity=Severity.INFORMATION,
        indicator_ids=(figure.indicator_id,),
        targets=tuple(met),
        says=SENTENCES[figure.match],
        asks=ASKS_OTHER if figure.match is Match.OTHER else ASKS,
        figures=(
            Figure(
                key="observed",
                value=figure.value,
                form=Form.STATED,
                unit=figure.unit,
                year=figure.year,
            ),
            year("observed_year", figure.year),
            quantity("own", furthest),
            year("year", furthest.year),
        ),
        phrases=(Phrase(key="note", vi=figure.note_vi or "", en=figure.note_en or ""),),
        source_ids=figure.source_ids,
    )


RULE = Rule(
    rule_id="already_met",
    name=marked("Targets already met"),
    reason=marked("A target behind us steers nothing; it can be raised, or kept as a floor."),
    find=find,
)
