"""Kill a process in the middle of saves and imports, again and again, and look what is left.

    python benchmarks/kill_store.py --rounds 200 [--url postgresql://…] [--seed 1]

In turn a child saves versions of a scenario, or imports an archive, or accepts tables of figures,
and tells each one that was confirmed; it is killed (SIGKILL) at a random moment. Then the store is
opened again: everything confirmed must be there, whole and in order, and at most one more; an
import must be there whole or not at all. Prints one JSON line; exit code 1 when anything was lost
or half written. Without --url a SQLite file in a temporary folder. Unix only.
"""

import argparse
import io
import json
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kill_content import FIGURES, IMPORTED, STEWARD, archive_of, is_ours, table_of, version_of

from kh359.plan.facts import Facts
from kh359.plan.loading import data_files, load_facts
from kh359.store.archive import Archive
from kh359.store.database import Database, open_database
from kh359.store.figures import Figures
from kh359.store.scenario_shelf import ScenarioShelf

LONGEST_LIFE = 0.4
LONGEST_IMPORT = 1.2
"""Seconds after which a child is killed at the latest: some imports come to an end, some not."""
Tell = Callable[[], None]


@dataclass
class Counts:
    """What was found after all rounds."""

    confirmed: int = 0
    unconfirmed: int = 0
    imports_whole: int = 0
    imports_none: int = 0
    lost: int = 0
    half_written: int = 0


def main() -> int:
    """Run the rounds; 0 when nothing was lost and nothing half written."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--url")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    facts, chance = load_facts(), random.Random(options.seed)
    began, counts = time.monotonic(), Counts()
    with tempfile.TemporaryDirectory() as folder:
        url = options.url or f"sqlite:///{Path(folder) / 'kh359.sqlite3'}"
        for number in range(options.rounds):
            ACTS[number % len(ACTS)](url, facts, chance, number, counts)
    found = {
        "benchmark": "kill_store",
        "database": url.split(":")[0],
        "rounds": options.rounds,
        **vars(counts),
        "seconds": round(time.monotonic() - began, 1),
    }
    print(json.dumps(found))
    return 1 if counts.lost or counts.half_written else 0


def save_round(url: str, facts: Facts, chance: random.Random, number: int, counts: Counts) -> None:
    """A child saves version after version until it is killed."""
    with opened(url) as database:
        shelf = ScenarioShelf(database, facts)
        key = shelf.create(STEWARD, version_of(facts, 1)).scenario_id

    def work(database: Database, tell: Tell) -> None:
        shelf, version = ScenarioShelf(database, facts), 1
        while True:
            shelf.save(STEWARD, key, version_of(facts, version + 1), based_on=version)
            version += 1
            tell()

    confirmed = killed(url, work, chance) + 1
    with opened(url) as database:
        shelf = ScenarioShelf(database, facts)
        kept = list(reversed(shelf.versions(STEWARD, key)))
        whole = [shelf.scenario(v) == version_of(facts, n) for n, v in enumerate(kept, 1)]
    counts.confirmed += confirmed
    counts.unconfirmed += max(0, len(kept) - confirmed)
    counts.lost += max(0, confirmed - len(kept))
    counts.half_written += whole.count(False) + max(0, len(kept) - confirmed - 1)


def import_round(
    url: str, facts: Facts, chance: random.Random, number: int, counts: Counts
) -> None:
    """A child imports one archive and may be killed before it is done."""
    packed = archive_of(facts, number)

    def work(database: Database, tell: Tell) -> None:
        Archive(database).unpack(STEWARD, io.BytesIO(packed))
        tell()
        signal.pause()

    confirmed = killed(url, work, chance, longest=LONGEST_IMPORT)
    with opened(url) as database:
        listed = ScenarioShelf(database, facts).list(STEWARD)
    there = sum(saved.scenario_id.startswith(f"{number:08x}") for saved in listed)
    counts.confirmed += confirmed
    counts.imports_whole += there == IMPORTED
    counts.imports_none += there == 0
    counts.half_written += there not in (0, IMPORTED)
    counts.lost += confirmed and there != IMPORTED


def figures_round(
    url: str, facts: Facts, chance: random.Random, number: int, counts: Counts
) -> None:
    """A child accepts a table of figures, then a correction of all of them, and so on."""
    files = data_files()
    with opened(url) as database:
        known = len(Figures(database, files).list())

    def work(database: Database, tell: Tell) -> None:
        figures = Figures(database, files)
        while True:
            figures.accept(STEWARD, table_of(figures.current(), chance.uniform(5, 95)), "thử")
            tell()

    confirmed = killed(url, work, chance)
    with opened(url) as database:
        figures = Figures(database, files)
        new = figures.list()[: len(figures.list()) - known]
        whole = [len(figures.lines(change.change_id)) == len(FIGURES) for change in new]
        standing = {o.value for o in figures.current().facts.observations if is_ours(o)}
    counts.confirmed += confirmed
    counts.unconfirmed += max(0, len(new) - confirmed)
    counts.lost += max(0, confirmed - len(new))
    # The figures of one table have one value; two values would be two tables mixed.
    mixed = len(standing) > 1
    counts.half_written += whole.count(False) + max(0, len(new) - confirmed - 1) + mixed


def killed(
    url: str,
    work: Callable[[Database, Tell], None],
    chance: random.Random,
    longest: float = LONGEST_LIFE,
) -> int:
    """Let a child work on the store for a random time, kill it; how often it told."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            database = open_database(url, patience=20)
            os.write(writing, b"begun\n")
            work(database, lambda: os.write(writing, b"done\n") and None)
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as told:
        told.readline()
        time.sleep(chance.uniform(0, longest))
        os.kill(child, signal.SIGKILL)
        confirmed = told.read().count(b"done\n")
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise SystemExit("the child ended by itself")
    return confirmed


@contextmanager
def opened(url: str) -> Iterator[Database]:
    """The store, opened as a program that starts does."""
    database = open_database(url, patience=20)
    try:
        yield database
    finally:
        database.close()


ACTS = (save_round, import_round, figures_round)

if __name__ == "__main__":
    sys.exit(main())
