"""`--scenario` and `--compare`: scenarios from files, or ready-made ones by their id."""

from argparse import Namespace
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kh359.cli.error import CommandError
from kh359.cli.reason import reason_text
from kh359.cli.rest_check import checked_rest
from kh359.locale.plain_text import clipped
from kh359.locale.scenario_fault import scenario_fault_text
from kh359.locale.translate import Translator
from kh359.model.scenario.fault import LeverFault, ScenarioError
from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts
from kh359.scenarios.preset import PresetShelf, read_presets
from kh359.scenarios.scenario_file import read_scenario_file

MOST_SCENARIOS = 4
"""As many as can be read side by side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenScenario:
    """A scenario and what was typed for it."""

    typed: str
    scenario: Scenario


def chosen_scenarios(
    options: Namespace, facts: Facts, say: Translator
) -> tuple[ChosenScenario, ...]:
    """That of `--scenario` first, then those of `--compare`. Raises CommandError in words."""
    typed = [text for text in (options.scenario, *options.compare) if text is not None]
    if len(typed) > MOST_SCENARIOS:
        raise CommandError(
            say(
                "{count} scenarios are too many to compare: at most {most} in all, --scenario "
                "included. Leave some out.",
                count=len(typed),
                most=MOST_SCENARIOS,
            )
        )
    if not typed:
        return ()
    checked_rest(facts, say)
    shelf = read_presets(facts, options.data)
    return tuple(
        ChosenScenario(typed=text, scenario=_scenario(text, shelf, facts, say)) for text in typed
    )


def _scenario(text: str, shelf: PresetShelf, facts: Facts, say: Translator) -> Scenario:
    """A file of that name goes before a ready-made scenario."""
    path = Path(text)
    try:
        if not text.strip() or not path.exists():
            return _preset(text, shelf, facts, say)
        return read_scenario_file(path, facts, english=say.language == "en")
    except ScenarioError as error:
        raise CommandError(refusal_text(text, error.faults, facts, say)) from error
    except OSError as error:
        raise CommandError(
            say(
                "The file {file} cannot be read: {reason}.",
                file=clipped(text),
                reason=reason_text(error, say),
            )
        ) from error


def _preset(text: str, shelf: PresetShelf, facts: Facts, say: Translator) -> Scenario:
    preset = shelf.of(text)
    if preset is not None:
        return preset.english if say.language == "en" else preset.vietnamese
    for broken in shelf.broken:
        if broken.file == f"{text}.toml":
            raise CommandError(refusal_text(broken.file, broken.faults, facts, say))
    raise CommandError(
        say(
            "There is no scenario file {file}, and no ready-made scenario of that name. "
            "Ready-made: {known}.",
            file=clipped(text),
            known=", ".join(preset.preset_id for preset in shelf.presets) or "–",
        )
    )


def refusal_text(file: str, faults: Iterable[LeverFault], facts: Facts, say: Translator) -> str:
    """Every fault of a scenario, one a line."""
    lines = [f"- {scenario_fault_text(fault, facts, say.language)}" for fault in faults]
    heading = say.plural(
        "{count} fault in the scenario {file}:",
        "{count} faults in the scenario {file}:",
        len(lines),
        file=file,
    )
    return "\n".join([heading, *lines])
