"""The grid of `sweep`, its places and its base scenario, checked before any computing."""

from argparse import Namespace
from pathlib import Path

from kh359.cli.error import CommandError
from kh359.cli.fact_check import checked_facts
from kh359.cli.reason import reason_text
from kh359.cli.rest_check import checked_rest
from kh359.cli.scenario_choice import refusal_text
from kh359.locale.plain_text import clipped
from kh359.locale.sweep_fault import grid_fault_text
from kh359.locale.translate import Translator
from kh359.model.scenario.fault import ScenarioError
from kh359.model.scenario.text import LONGEST_TEXT
from kh359.plan.facts import Facts
from kh359.plan.loading import DATA_FOLDER
from kh359.scenarios.preset import FOLDER
from kh359.sweep.fault import GridError, GridFault
from kh359.sweep.grid import Grid, PlaceEntry
from kh359.sweep.grid_text import LONGEST_GRID, read_grid
from kh359.sweep.place import Place, read_place
from kh359.sweep.stage_shelf import base_scenario
from kh359.sweep.sweep import Sweep
from kh359.sweep.wanted import n_wanted, unknown_ids


def checked_sweep(options: Namespace, say: Translator) -> Sweep:
    """The sweep of `options.grid`. Raises CommandError in words, with every fault of a file."""
    grid = _grid(options.grid, say)
    base = _base(grid.base, options, say)
    is_json = grid.base.lower().endswith(".json")
    entries = grid.places or (_only_place(options.data),)
    faults: list[GridFault] = []
    places = []
    for entry in entries:
        folder = options.grid.parent / entry.data
        places.append(_place(entry, folder, base, is_json, grid, faults, say))
    if faults:
        raise CommandError(_refusal(options.grid, faults, say))
    return Sweep(grid=grid, places=tuple(places), base=base, base_is_json=is_json)


def _grid(path: Path, say: Translator) -> Grid:
    try:
        return read_grid(_head(path, LONGEST_GRID, say))
    except GridError as error:
        raise CommandError(_refusal(path, error.faults, say)) from error


def _refusal(path: Path, faults: tuple[GridFault, ...] | list[GridFault], say: Translator) -> str:
    heading = say.plural(
        "{count} fault in the grid {file}:",
        "{count} faults in the grid {file}:",
        len(faults),
        file=clipped(str(path)),
    )
    return "\n".join([heading, *(f"- {grid_fault_text(f, say.language)}" for f in faults)])


def _base(text: str, options: Namespace, say: Translator) -> bytes:
    """A file beside the grid goes before a ready-made scenario of that name."""
    if not text:
        return b""
    shelf = (options.data or DATA_FOLDER) / FOLDER
    for path in (options.grid.parent / text, shelf / f"{text}.toml"):
        if path.is_file():
            return _head(path, LONGEST_TEXT, say)
    raise CommandError(
        say(
            "There is no scenario file {file}, and no ready-made scenario of that name. "
            "Ready-made: {known}.",
            file=clipped(text),
            known=", ".join(sorted(path.stem for path in shelf.glob("*.toml"))) or "–",
        )
    )


def _head(path: Path, longest: int, say: Translator) -> bytes:
    """The content of a file; one byte more than is allowed tells a long one."""
    try:
        with path.open("rb") as file:
            return file.read(longest + 1)
    except OSError as error:
        raise CommandError(
            say(
                "The file {file} cannot be read: {reason}.",
                file=clipped(str(path)),
                reason=reason_text(error, say),
            )
        ) from error


def _only_place(data: Path | None) -> PlaceEntry:
    """Without [[place]]: the data folder of the command, called by its own name."""
    folder = (DATA_FOLDER if data is None else data).resolve()
    return PlaceEntry(place_id=folder.name.lower(), data=str(folder))


def _place(
    entry: PlaceEntry,
    folder: Path,
    base: bytes,
    is_json: bool,
    grid: Grid,
    faults: list[GridFault],
    say: Translator,
) -> Place:
    """A place whose facts are sound and on which the base scenario can stand."""
    try:
        facts = checked_facts(folder, say)
        checked_rest(facts, say)
        _check_base(base, is_json, grid, facts, say)
    except CommandError as error:
        raise CommandError(f"{say('Place {id}:', id=entry.place_id)} {error}") from error
    faults += unknown_ids(grid, facts, entry.place_id)
    try:
        return read_place(
            entry.place_id, folder, version=facts.version, n_targets=n_wanted(grid, facts)
        )
    except OSError as error:
        raise CommandError(
            say(
                "The folder {folder} cannot be read: {reason}.",
                folder=folder,
                reason=reason_text(error, say),
            )
        ) from error


def _check_base(base: bytes, is_json: bool, grid: Grid, facts: Facts, say: Translator) -> None:
    try:
        base_scenario(facts, base, is_json=is_json)
    except ScenarioError as error:
        raise CommandError(refusal_text(grid.base, error.faults, facts, say)) from error
