"""The view as the parameters of a link, and back. A link says its version.

v=1, lang, moc (milestone), ct (indicator), gd25=1 (2025 supposed met), kb (scenario, as
`kh359.model.scenario.text` writes it), and repeated xp=INDICATOR~YEAR~VALUE (starting value, a
decimal: 0.455 is 45,5 %), ho=INDICATOR~FAMILY and ss (a scenario compared). tb: the briefing, as
`kh359.pages._briefing.briefing` writes it. hoi, pa: what is asked on Cần gì để đạt, as
`kh359.pages._goal.choice` writes it. sl: data version of the figures, where not today's.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kh359.locale.language import Language, is_language
from kh359.locale.plain_text import clipped
from kh359.locale.scenario_fault import scenario_fault_text
from kh359.locale.starting_value import Refused, checked
from kh359.locale.translate import Translator, marked, translator
from kh359.model.family import Family
from kh359.model.scenario.fault import ScenarioError
from kh359.model.scenario.moved_lever import is_rest
from kh359.model.scenario.scenario import Scenario, rest_scenario
from kh359.model.scenario.text import read_link, write_link
from kh359.pages._briefing.briefing import read_briefing, write_briefing
from kh359.pages._goal.link import PLAN, TARGETS, goal_parameters, with_plan, with_targets
from kh359.pages._view import MOST_COMPARED, View
from kh359.plan.facts import Facts
from kh359.plan.target import MILESTONE_YEARS

VERSION = "1"
SEPARATOR = "~"
VINTAGE = "sl"
REPEATED = ("xp", "ho", "ss")
"""Parameters that may stand in a link more than once."""
TWICE = marked("the indicator stands here twice; the first one is used")

MOST_FAULTS = 8
"""Faults of one scenario that are told; the rest is counted."""

_YEAR = re.compile("[0-9]{4}")
_DATA_VERSION = re.compile("[0-9a-f]{4,64}")
_DECIMAL = re.compile(r"-?(?:[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?|inf|nan)")
"""A float as repr writes it; float() itself would take 1_0 and digits of other scripts too."""

Parameters = Mapping[str, Sequence[str]]
Address = dict[str, str | list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One part of a link that was not used, and why (a source string or finished words)."""

    name: str
    value: str
    reason: str


def write_address(view: View, facts: Facts) -> Address:
    """The parameters that bring this view back."""
    supposed = view.assumptions
    address: Address = {
        "v": VERSION,
        "lang": view.language,
        "moc": str(view.milestone),
    }
    if view.indicator_id is not None:
        address["ct"] = view.indicator_id
    if supposed.suppose_2025_met:
        address["gd25"] = "1"
    starts = [
        f"{s.indicator_id}{SEPARATOR}{s.year}{SEPARATOR}{s.value!r}"
        for s in supposed.starting_values
    ]
    families = [f"{c.indicator_id}{SEPARATOR}{c.family.value}" for c in supposed.family_choices]
    if starts:
        address["xp"] = starts
    if families:
        address["ho"] = families
    if view.scenario is not None:
        address["kb"] = _written(view.scenario, facts)
    if view.compared:
        address["ss"] = [_written(scenario, facts) for scenario in view.compared]
    if view.briefing is not None:
        address["tb"] = write_briefing(view.briefing)
    if view.vintage:
        address[VINTAGE] = view.vintage
    return {**address, **goal_parameters(view)}


def read_address(parameters: Parameters, facts: Facts) -> tuple[View, tuple[Refusal, ...]]:
    """The view of a link. What cannot be used is refused by name, never dropped silently."""
    for version in parameters.get("v", ()):
        if version != VERSION:
            reason = marked("this link belongs to another version of the program")
            return View(), (Refusal(name="v", value=version, reason=reason),)
    view, refusals = View(), []
    # In the order of the readers: the language comes before what is refused in words of it.
    for name in (*_READERS, *(name for name in parameters if name not in _READERS)):
        for position, value in enumerate(parameters.get(name, ())):
            reader = _READERS.get(name)
            try:
                if reader is None:
                    raise Refused(marked("unknown parameter"))
                if position and name not in REPEATED:
                    raise Refused(marked("given twice; the first one is used"))
                view = reader(view, value, facts)
            except Refused as error:
                refusals.append(Refusal(name=name, value=value, reason=str(error)))
    return view, tuple(refusals)


def refusal_text(refusal: Refusal, say: Translator) -> str:
    """One refused part in words."""
    reason = say(refusal.reason)
    name, value = clipped(refusal.name), clipped(refusal.value)
    return say("{name}={value}: {reason}", name=name, value=value, reason=reason)


def _language(view: View, value: str, facts: Facts) -> View:
    if not is_language(value):
        raise Refused(marked("no such language"))
    return replace(view, language=value)


def _milestone(view: View, value: str, facts: Facts) -> View:
    if value not in map(str, MILESTONE_YEARS):
        raise Refused(marked("the plan has no such milestone year"))
    return replace(view, milestone=int(value))


def _indicator(view: View, value: str, facts: Facts) -> View:
    if value not in facts.indicator_by_id:
        raise Refused(marked("no such indicator"))
    return replace(view, indicator_id=value)


def _suppose(view: View, value: str, facts: Facts) -> View:
    if value not in ("0", "1"):
        raise Refused(marked("only 0 or 1 is allowed"))
    return view.supposing_2025_met(value == "1")


def _start(view: View, value: str, facts: Facts) -> View:
    indicator_id, *rest = value.split(SEPARATOR)
    indicator = facts.indicator_by_id.get(indicator_id)
    if indicator is None:
        raise Refused(marked("no such indicator"))
    if len(rest) != 2 or not _YEAR.fullmatch(rest[0]) or not _DECIMAL.fullmatch(rest[1]):
        raise Refused(marked("a starting value reads INDICATOR~YEAR~VALUE"))
    this_year = date.today().year
    start = checked(float(rest[1]), int(rest[0]), indicator, view.language, this_year=this_year)
    if view.starting_value(indicator_id) is not None:
        raise Refused(TWICE)
    return view.with_starting_value(start)


def _family(view: View, value: str, facts: Facts) -> View:
    indicator_id, _, name = value.partition(SEPARATOR)
    if indicator_id not in facts.indicator_by_id:
        raise Refused(marked("no such indicator"))
    if name not in list(Family):
        raise Refused(marked("no such growth family"))
    if view.family(indicator_id) is not None:
        raise Refused(TWICE)
    return view.with_family(indicator_id, Family(name))


def _scenario(view: View, value: str, facts: Facts) -> View:
    scenario = _read(value, facts, view.language)
    return view.with_scenario(None if is_rest(scenario, rest_scenario(facts)) else scenario)


def _compared(view: View, value: str, facts: Facts) -> View:
    if len(view.compared) == MOST_COMPARED:
        say = translator(view.language)
        raise Refused(say("at most {most} scenarios are compared", most=MOST_COMPARED))
    return view.with_compared(_read(value, facts, view.language))


def _briefing(view: View, value: str, facts: Facts) -> View:
    try:
        briefing = read_briefing(value)
    except ValueError as error:
        raise Refused(marked("not a briefing of this program")) from error
    if any(one not in facts.indicator_by_id for one in briefing.indicator_ids):
        raise Refused(marked("no such indicator"))
    return view.briefed(briefing)


def is_version(text: str) -> bool:
    """Whether it has the form of a data version; whether it was kept, the store knows."""
    return bool(_DATA_VERSION.fullmatch(text))


def _vintage(view: View, value: str, facts: Facts) -> View:
    if not is_version(value):
        raise Refused(marked("not a version of the figures"))
    return view.as_of(value)


def _read(text: str, facts: Facts, language: Language) -> Scenario:
    """A scenario without a fault, or Refused with every fault it has."""
    try:
        return read_link(text, rest_scenario(facts), facts.indicator_by_id)
    except ScenarioError as error:
        faults = error.faults[:MOST_FAULTS]
        words = [scenario_fault_text(fault, facts, language) for fault in faults]
        rest = len(error.faults) - len(faults)
        if rest:
            say = translator(language)
            words.append(say.plural("and {count} more fault", "and {count} more faults", rest))
        raise Refused("; ".join(words)) from error


def _written(scenario: Scenario, facts: Facts) -> str:
    return write_link(scenario, rest_scenario(facts), facts.indicator_by_id)


_READERS: dict[str, Callable[[View, str, Facts], View]] = {
    "v": lambda view, value, facts: view,
    "lang": _language,
    "moc": _milestone,
    "ct": _indicator,
    "gd25": _suppose,
    "xp": _start,
    "ho": _family,
    "kb": _scenario,
    "ss": _compared,
    "tb": _briefing,
    TARGETS: with_targets,
    PLAN: with_plan,
    VINTAGE: _vintage,
}
