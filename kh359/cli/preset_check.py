"""`check`: the ready-made scenarios of the data folder, or everything that is wrong with them."""

from pathlib import Path

from kh359.cli.error import CommandError
from kh359.cli.rest_check import checked_rest
from kh359.cli.scenario_choice import refusal_text
from kh359.locale.translate import Translator
from kh359.plan.facts import Facts
from kh359.scenarios.preset import FOLDER, read_presets


def checked_presets(facts: Facts, folder: Path | None, say: Translator) -> str:
    """How many there are. Raises CommandError with every fault of every file, or of rest."""
    checked_rest(facts, say)
    shelf = read_presets(facts, folder)
    if shelf.broken:
        told = (
            refusal_text(f"{FOLDER}/{broken.file}", broken.faults, facts, say)
            for broken in shelf.broken
        )
        raise CommandError("\n".join(told))
    return f"{len(shelf.presets):>6} {say('ready-made scenarios')}"
