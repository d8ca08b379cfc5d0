"""Builds the steps from rest to a scenario: what each moved lever adds."""

from kh359.charts.influence import ContributionChart, InfluenceFrame, Step
from kh359.charts.influence_tornado import points
from kh359.charts.influence_words import part_name
from kh359.locale.language import Language
from kh359.locale.number import number, probability
from kh359.locale.translate import translator
from kh359.model.sensitivity.contribution import Contribution


def contribution_chart(
    found: Contribution, subject: str, language: Language, *, is_count: bool
) -> ContributionChart:
    """Of a target's probability, or of a milestone's expected count (is_count)."""
    say = translator(language)
    unit = say("targets expected to be met") if is_count else say("probability, %")
    steps = () if found.decided else _steps(found, language, is_count)
    notes = [say("Each step: what a moved lever adds, on average over every order of moving them")]
    if found.grouped:
        notes.append(say("So many levers are moved that they are shown by group"))
    return ContributionChart(
        frame=InfluenceFrame(
            title=subject,
            notes=tuple(notes),
            value_title=unit,
            message=_message(found, language),
            alt=" ".join([f"{subject} ({unit}).", *(f"{s.name}: {s.label}." for s in steps)]),
            decimal_comma=language == "vi",
        ),
        steps=steps,
    )


def _message(found: Contribution, language: Language) -> str:
    say = translator(language)
    if found.decided:
        return say("The scenario's own levers set this figure: no forecast")
    return "" if found.parts else say("No lever is moved")


def _steps(found: Contribution, language: Language, is_count: bool) -> tuple[Step, ...]:
    say, scale = translator(language), 1.0 if is_count else 100.0

    def whole(name: str, value: float) -> Step:
        label = number(value, language) if is_count else probability(value, language)
        return Step(name=name, start=0.0, end=scale * value, label=label, is_whole=True)

    if not found.parts:
        return ()
    steps, at = [whole(say("Levers at rest"), found.before)], scale * found.before
    for part in found.parts:
        to = at + scale * part.change
        label = points(scale * part.change, language)
        name = part_name(part.part_id, language)
        steps.append(Step(name=name, start=at, end=to, label=label, is_whole=False))
        at = to
    return (*steps, whole(say("This scenario"), found.after))
