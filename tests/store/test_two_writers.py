"""Writers at once, as threads and as processes: each version has one author, none is lost."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace

from kh359.model.scenario.scenario import Scenario
from kh359.plan.facts import Facts
from kh359.store.database import Database, open_database
from kh359.store.person import Person, Role
from kh359.store.scenario_shelf import ScenarioShelf
from kh359.store.store_error import Conflict

WRITERS, ROUNDS = 4, 6
WRITING = """
import sys
from dataclasses import replace
from kh359.model.scenario.scenario import rest_scenario
from kh359.plan.loading import load_facts
from kh359.store.database import open_database
from kh359.store.person import Person, Role
from kh359.store.scenario_shelf import ScenarioShelf
from kh359.store.store_error import Conflict
url, key, name, rounds = sys.argv[1:]
facts = load_facts()
shelf = ScenarioShelf(open_database(url, patience=20), facts)
person = Person(name, frozenset({Role.PLANNER}))
print("ready", flush=True)
sys.stdin.readline()
saved = 0
while saved < int(rounds):
    base = shelf.get(person, key).version
    scenario = replace(rest_scenario(facts), name=f"{name} {saved}")
    try:
        shelf.save(person, key, scenario, based_on=base)
        saved += 1
    except Conflict:
        pass
"""


def insist(shelf: ScenarioShelf, key: str, scenario: Scenario, writer: int) -> None:
    """Save again and again, each time on what is newest."""
    person = Person(f"Người {writer}", frozenset({Role.PLANNER}))
    saved = 0
    while saved < ROUNDS:
        base = shelf.get(person, key).version
        with suppress(Conflict):
            changed = replace(scenario, name=f"{writer} {saved}")
            shelf.save(person, key, changed, based_on=base)
            saved += 1


def test_threads_never_overwrite_each_other(
    store_url: str, facts: Facts, hoa: Person, scenario: Scenario
) -> None:
    database = open_database(store_url, patience=20)
    shelf = ScenarioShelf(database, facts)
    key = shelf.create(hoa, scenario).scenario_id
    with ThreadPoolExecutor(WRITERS) as pool:
        list(pool.map(lambda n: insist(shelf, key, scenario, n), range(WRITERS)))
    versions = shelf.versions(hoa, key)
    assert [v.version for v in versions] == list(range(WRITERS * ROUNDS + 1, 0, -1))
    assert {v.name for v in versions[:-1]} == {
        f"{writer} {n}" for writer in range(WRITERS) for n in range(ROUNDS)
    }
    database.close()


def test_processes_never_overwrite_each_other(
    database: Database, store_url: str, facts: Facts, hoa: Person, scenario: Scenario
) -> None:
    shelf = ScenarioShelf(database, facts)
    key = shelf.create(hoa, scenario).scenario_id
    command = [sys.executable, "-c", WRITING, store_url, key]
    writers = [
        subprocess.Popen(
            [*command, name, str(ROUNDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("Hoa", "Minh")
    ]
    for writer in writers:
        assert writer.stdout
        assert writer.stdout.readline() == "ready\n"
    ends = [writer.communicate("\n")[1] for writer in writers]
    assert (ends, [writer.returncode for writer in writers]) == (["", ""], [0, 0])
    names = {saved.name for saved in shelf.versions(hoa, key)}
    assert names == {scenario.name} | {f"{w} {n}" for w in ("Hoa", "Minh") for n in range(ROUNDS)}
    assert len(shelf.versions(hoa, key)) == 2 * ROUNDS + 1
