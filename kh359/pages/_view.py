"""What the user is looking at and supposes: everything a link must carry."""

from dataclasses import dataclass, field, replace

from kh359.locale.language import Language
from kh359.model.assumptions import Assumptions, FamilyChoice, StartingValue
from kh359.model.family import Family
from kh359.model.scenario.scenario import Scenario
from kh359.pages._briefing.briefing import Briefing
from kh359.pages._goal.choice import PlanAsked, TargetsAsked
from kh359.plan.target import MILESTONE_YEARS

FIRST_MILESTONE = MILESTONE_YEARS[1]
MOST_COMPARED = 4
"""Scenarios side by side: more columns than this cannot be read on a projector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One user's screen. `indicator_id` None is the first indicator of the plan.

    scenario: None where every lever rests. compared: what the comparison shows, in its order.
    briefing: None while none is held. vintage: of the figures, empty for those of today.
    targets_asked, plan_asked: of the page Cần gì để đạt.
    """

    language: Language = "vi"
    milestone: int = FIRST_MILESTONE
    indicator_id: str | None = None
    assumptions: Assumptions = field(default_factory=Assumptions)
    scenario: Scenario | None = None
    compared: tuple[Scenario, ...] = ()
    briefing: Briefing | None = None
    vintage: str = ""
    targets_asked: TargetsAsked = field(default_factory=TargetsAsked)
    plan_asked: PlanAsked = field(default_factory=PlanAsked)

    def in_language(self, language: Language) -> "View":
        """The same view in another language."""
        return replace(self, language=language)

    def as_of(self, vintage: str) -> "View":
        """The same view on the figures of a vintage; empty is today's."""
        return replace(self, vintage=vintage)

    def at_milestone(self, year: int) -> "View":
        """The same view with another milestone year chosen."""
        return replace(self, milestone=year)

    def of_indicator(self, indicator_id: str) -> "View":
        """The same view with another indicator chosen, whose own targets are asked about."""
        if indicator_id == self.indicator_id:
            return self
        asked = replace(self.targets_asked, target_ids=None)
        return replace(self, indicator_id=indicator_id, targets_asked=asked)

    def supposing_2025_met(self, on: bool) -> "View":
        """The same view with the switch set."""
        return replace(self, assumptions=replace(self.assumptions, suppose_2025_met=on))

    def starting_value(self, indicator_id: str) -> StartingValue | None:
        """The value typed for an indicator, if any."""
        values = self.assumptions.starting_values
        return next((value for value in values if value.indicator_id == indicator_id), None)

    def with_starting_value(self, value: StartingValue) -> "View":
        """The same view with this value in place of an earlier one for its indicator."""
        kept = self.without_starting_value(value.indicator_id).assumptions
        values = (*kept.starting_values, value)
        return replace(self, assumptions=replace(kept, starting_values=values))

    def without_starting_value(self, indicator_id: str) -> "View":
        """The same view without the value typed for an indicator."""
        values = self.assumptions.starting_values
        kept = tuple(value for value in values if value.indicator_id != indicator_id)
        return replace(self, assumptions=replace(self.assumptions, starting_values=kept))

    def family(self, indicator_id: str) -> Family | None:
        """The growth family chosen for an indicator; None is the automatic choice."""
        choices = self.assumptions.family_choices
        return next((c.family for c in choices if c.indicator_id == indicator_id), None)

    def with_family(self, indicator_id: str, family: Family | None) -> "View":
        """The same view with a growth family chosen, or the automatic choice for None."""
        choices = self.assumptions.family_choices
        kept = tuple(choice for choice in choices if choice.indicator_id != indicator_id)
        if family is not None:
            kept = (*kept, FamilyChoice(indicator_id=indicator_id, family=family))
        return replace(self, assumptions=replace(self.assumptions, family_choices=kept))

    def asking(self, asked: TargetsAsked) -> "View":
        """The same view with another question about targets."""
        return replace(self, targets_asked=asked)

    def asking_plan(self, asked: PlanAsked) -> "View":
        """The same view with other limits and weights for the whole plan."""
        return replace(self, plan_asked=asked)

    def with_scenario(self, scenario: Scenario | None) -> "View":
        """The same view with another scenario; None puts every lever at rest."""
        return replace(self, scenario=scenario)

    def comparing(self, scenarios: tuple[Scenario, ...]) -> "View":
        """The same view with these scenarios compared. Raises ValueError for too many."""
        if len(scenarios) > MOST_COMPARED:
            raise ValueError(f"at most {MOST_COMPARED} scenarios, got {len(scenarios)}")
        return replace(self, compared=scenarios)

    def with_compared(self, scenario: Scenario) -> "View":
        """The same view with one more scenario compared. Raises ValueError for one too many."""
        return self.comparing((*self.compared, scenario))

    def without_compared(self, index: int) -> "View":
        """The same view with one scenario less compared, counted from 0."""
        return self.comparing((*self.compared[:index], *self.compared[index + 1 :]))

    def briefed(self, briefing: Briefing | None) -> "View":
        """The same view with a briefing held; None ends it."""
        return replace(self, briefing=briefing)
