"""The one door to `data/`: all facts, or every fault at once."""

import hashlib
from collections.abc import Mapping
from itertools import chain
from pathlib import Path

from kh359.plan.agreement import agreement_problems
from kh359.plan.derivation import derived_observations
from kh359.plan.facts import Facts
from kh359.plan.problem import FactsError, Problem
from kh359.plan.reference import reference_problems
from kh359.plan.tables import FILE_NAMES, Tables, read_tables
from kh359.plan.uniqueness import uniqueness_problems

DATA_FOLDER = Path(__file__).resolve().parents[2] / "data"
VERSION_LENGTH = 12


def load_facts(folder: Path | None = None) -> Facts:
    """Read and check `folder` (default: the `data/` beside the package).

    `Facts.observations` are the rows of history.csv, then the figures of grade `derived`: those of
    the merged province worked out from its parts, and the shares of ratios.csv.

    Raises `FactsError` with every problem of every file, in file order, when there is any: half
    loaded facts are never returned.
    """
    folder = DATA_FOLDER if folder is None else folder
    tables = read_tables(folder)
    refuse_faulty(tables)
    return facts_of(tables, data_version(folder))


def refuse_faulty(tables: Tables) -> None:
    """Raises `FactsError` with every problem when there is any."""
    problems = all_problems(tables)
    if problems:
        raise FactsError(problems)


def facts_of(tables: Tables, version: str) -> Facts:
    """The facts of sound tables, with the figures derived from them."""
    observed = tables.history.facts
    shares = tuple(ratio.observation() for ratio in tables.ratios.facts)
    return Facts(
        indicators=tables.indicators.facts,
        targets=tables.targets.facts,
        milestones=tables.milestones.facts,
        observations=observed + derived_observations(observed) + shares,
        sources=tables.sources.facts,
        breaks=tables.breaks.facts,
        definition_changes=tables.definition_changes.facts,
        peers=tables.peers.facts,
        proxies=tables.proxies.facts,
        comparables=tables.comparables.facts,
        other_targets=tables.plan_targets.facts,
        version=version,
        priors=tables.assumptions.facts,
        channels=tables.channels.facts,
        responses=tables.responses.facts,
        wanted=tables.wanted.facts,
    )


def data_version(folder: Path) -> str:
    """Short SHA-256 over names and contents of the files, the same on every system.

    Line ends and a byte order mark do not count: Git and spreadsheets change them.
    """
    return version_of(data_files(folder))


def data_files(folder: Path | None = None) -> dict[str, bytes]:
    """The content of every file by name, without byte order mark and with plain line ends.

    Raises OSError where a file is not there or cannot be read.
    """
    folder = DATA_FOLDER if folder is None else folder
    return {name: _plain((folder / name).read_bytes()) for name in FILE_NAMES}


def version_of(files: Mapping[str, bytes]) -> str:
    """The version of the files of `data_files`."""
    digest = hashlib.sha256()
    for name in sorted(files):
        # The length keeps a line moved from one file to the next from hashing alike.
        digest.update(f"{name}\n{len(files[name])}\n".encode())
        digest.update(files[name])
    return digest.hexdigest()[:VERSION_LENGTH]


def _plain(content: bytes) -> bytes:
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def all_problems(tables: Tables) -> tuple[Problem, ...]:
    """All faults, sorted by file (in the order of `Tables`) and line."""
    found = chain(
        tables.problems,
        reference_problems(tables),
        agreement_problems(tables),
        uniqueness_problems(tables),
    )
    return tuple(sorted(found, key=lambda fault: (FILE_NAMES.index(fault.file), fault.row)))
